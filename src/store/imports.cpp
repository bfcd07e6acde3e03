// SPDX-License-Identifier: Apache-2.0
#include "store/imports.h"

#include "store/base64.h"
#include "store/columns.h"
#include "store/sql/in_list.h"
#include "store/sql/insert_all.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(RowFault, (), (row, column, code, detail))
BOOST_DESCRIBE_STRUCT(ReceivedParts, (), (parts, bytes))
BOOST_DESCRIBE_STRUCT(ImportedRow, (), (record_id, change_id))
BOOST_DESCRIBE_STRUCT(KeptRow, (), (record_id, why))
BOOST_DESCRIBE_STRUCT(ImportReading, (), (column, said, read_as, rows))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAdd{
    "import.add",
    "INSERT INTO import (org_id, import_id, file_name, bytes, mapping_name, mapping, rep_id, actor_id, state, file_hash,"
    " row_count, added, changed, unchanged, refused, bytes_done, voided, kept, fault, created_at, began_at, ended_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)"};
constexpr Statement kFind{
    "import.get",
    "SELECT import_id, file_name, bytes, mapping_name, mapping, rep_id, actor_id, state, file_hash, row_count, added,"
    " changed, unchanged, refused, bytes_done, voided, kept, fault, created_at, began_at, ended_at,"
    " coalesce(joined, 0), coalesce(dropped, 0) FROM import"
    " WHERE org_id = $1 AND import_id = $2"};
constexpr Statement kChange{
    "import.change",
    "UPDATE import SET state = $4, file_hash = $5, row_count = $6, added = $7, changed = $8, unchanged = $9, refused = $10,"
    " bytes_done = $11, voided = $12, kept = $13, fault = $14, began_at = $15, ended_at = $16, joined = $17, dropped = $18"
    " WHERE org_id = $1 AND import_id = $2 AND state = $3"};
constexpr Statement kPage{
    "import.page",
    "SELECT import_id, file_name, bytes, mapping_name, mapping, rep_id, actor_id, state, file_hash, row_count, added,"
    " changed, unchanged, refused, bytes_done, voided, kept, fault, created_at, began_at, ended_at,"
    " coalesce(joined, 0), coalesce(dropped, 0) FROM import"
    " WHERE org_id = $1 AND (CAST($2 AS BIGINT) IS NULL OR import_id < $2) ORDER BY import_id DESC LIMIT $3"};
constexpr Statement kNextToDo{
    "import.next_to_do",
    "SELECT import_id, file_name, bytes, mapping_name, mapping, rep_id, actor_id, state, file_hash, row_count, added,"
    " changed, unchanged, refused, bytes_done, voided, kept, fault, created_at, began_at, ended_at,"
    " coalesce(joined, 0), coalesce(dropped, 0) FROM import"
    " WHERE org_id = $1 AND state IN ('checking', 'importing', 'undoing') ORDER BY import_id LIMIT 1"};
constexpr Statement kWithAFile{
    "import.with_a_file",
    "SELECT import_id, file_name, bytes, mapping_name, mapping, rep_id, actor_id, state, file_hash, row_count, added,"
    " changed, unchanged, refused, bytes_done, voided, kept, fault, created_at, began_at, ended_at,"
    " coalesce(joined, 0), coalesce(dropped, 0) FROM import"
    " WHERE org_id = $1 AND state IN ('receiving', 'checking', 'checked', 'importing') ORDER BY import_id"};
constexpr Statement kLeftAlone{
    "import.left_alone",
    "SELECT import_id, file_name, bytes, mapping_name, mapping, rep_id, actor_id, state, file_hash, row_count, added,"
    " changed, unchanged, refused, bytes_done, voided, kept, fault, created_at, began_at, ended_at,"
    " coalesce(joined, 0), coalesce(dropped, 0) FROM import"
    " WHERE org_id = $1 AND state IN ('receiving', 'checked') AND created_at < $2 ORDER BY import_id"};

constexpr Statement kPutPart{
    "import_part.put",
    "INSERT INTO import_part (org_id, import_id, part, bytes, fingerprint, content) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, import_id, part) DO UPDATE SET bytes = excluded.bytes, fingerprint = excluded.fingerprint,"
    " content = excluded.content"};
constexpr Statement kPart{"import_part.get",
                          "SELECT content FROM import_part WHERE org_id = $1 AND import_id = $2 AND part = $3"};
constexpr Statement kReceived{"import_part.received",
                              "SELECT count(*), CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM import_part"
                              " WHERE org_id = $1 AND import_id = $2"};
constexpr Statement kFingerprints{
    "import_part.fingerprints",
    "SELECT fingerprint FROM import_part WHERE org_id = $1 AND import_id = $2 ORDER BY part"};
constexpr Statement kOverWithParts{
    "import.over_with_parts",
    "SELECT i.import_id FROM import i WHERE i.org_id = $1 AND i.state IN ('done', 'dry_run', 'cancelled', 'failed',"
    " 'undoing', 'undone')"
    " AND EXISTS (SELECT 1 FROM import_part p WHERE p.org_id = $1 AND p.import_id = i.import_id)"
    " ORDER BY i.import_id LIMIT 1"};
constexpr Statement kRemoveParts{"import_part.remove",
                                 "DELETE FROM import_part WHERE org_id = $1 AND import_id = $2 AND part IN"
                                 " (SELECT p.part FROM import_part p WHERE p.org_id = $1 AND p.import_id = $2"
                                 " ORDER BY p.part LIMIT $3)"};

constexpr Statement kAddFault{
    "import_fault.add",
    "INSERT INTO import_fault (org_id, import_id, place, row_number, column_name, code, detail)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kFaultCount{"import_fault.count",
                                "SELECT count(*) FROM import_fault WHERE org_id = $1 AND import_id = $2"};
constexpr Statement kFaults{
    "import_fault.page",
    "SELECT row_number, column_name, code, detail FROM import_fault WHERE org_id = $1 AND import_id = $2 AND place >= $3"
    " ORDER BY place LIMIT $4"};
constexpr Statement kRemoveFaults{"import_fault.remove",
                                  "DELETE FROM import_fault WHERE org_id = $1 AND import_id = $2"};

constexpr Statement kAddReading{
    "import_reading.add",
    "INSERT INTO import_reading (org_id, import_id, column_name, said, read_as, row_count) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, import_id, column_name, said)"
    " DO UPDATE SET row_count = import_reading.row_count + excluded.row_count"};
constexpr Statement kReadings{"import_reading.of",
                              "SELECT column_name, said, read_as, row_count FROM import_reading"
                              " WHERE org_id = $1 AND import_id = $2 AND row_count > 0 ORDER BY column_name, said"};
// A column of which nothing is read: no word, in no row. No word that was read has such a row.
constexpr Statement kAddUnused{
    "import_reading.add_unused",
    "INSERT INTO import_reading (org_id, import_id, column_name, said, read_as, row_count) VALUES ($1, $2, $3, '', '', 0)"
    " ON CONFLICT (org_id, import_id, column_name, said) DO NOTHING"};
constexpr Statement kUnused{"import_reading.unused",
                            "SELECT column_name FROM import_reading"
                            " WHERE org_id = $1 AND import_id = $2 AND row_count = 0 ORDER BY column_name"};
constexpr Statement kRemoveReadings{"import_reading.remove",
                                    "DELETE FROM import_reading WHERE org_id = $1 AND import_id = $2"};

constexpr Statement kAddRow{"import_record.add",
                            "INSERT INTO import_record (org_id, import_id, record_id, change_id, undone, kept)"
                            " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (org_id, import_id, record_id) DO NOTHING"};
constexpr Statement kRowsToUndo{
    "import_record.to_undo",
    "SELECT record_id, change_id FROM import_record WHERE org_id = $1 AND import_id = $2 AND undone = $3"
    " ORDER BY record_id DESC LIMIT $4"};
constexpr Statement kPutUndoOff{"import_record.put_undo_off",
                                "UPDATE import_record SET undone = $4"
                                " WHERE org_id = $1 AND import_id = $2 AND record_id = $3"};
constexpr Statement kSetUndone{"import_record.set_undone",
                               "UPDATE import_record SET undone = 1, kept = $4"
                               " WHERE org_id = $1 AND import_id = $2 AND record_id = $3"};
constexpr Statement kKept{
    "import_record.kept",
    "SELECT record_id, kept FROM import_record WHERE org_id = $1 AND import_id = $2 AND kept IS NOT NULL"
    " AND (CAST($3 AS BIGINT) IS NULL OR record_id > $3) ORDER BY record_id LIMIT $4"};
constexpr Statement kInReports{"report_row.of_activities",
                               "SELECT DISTINCT activity_id FROM report_row WHERE org_id = $1 AND activity_id IN ($2)"};

/// `undone` of import_record; 1 is looked at.
constexpr std::int64_t kNotYet = 0;
constexpr std::int64_t kPutOff = 2;

/// An import as its row stands in the table.
struct Record {
  ImportId import_id;
  std::string file_name;
  std::int64_t bytes = 0;
  std::string mapping_name;
  std::string mapping;
  std::optional<UserId> rep_id;
  UserId actor_id;
  ImportState state = ImportState::receiving;
  std::string file_hash;
  std::int64_t rows = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;
  std::int64_t bytes_done = 0;
  std::int64_t voided = 0;
  std::int64_t kept = 0;
  std::optional<std::string> fault;
  Instant created_at;
  std::optional<Instant> began_at;
  std::optional<Instant> ended_at;
  std::int64_t joined = 0;
  std::int64_t dropped = 0;
};
BOOST_DESCRIBE_STRUCT(Record, (),
                      (import_id, file_name, bytes, mapping_name, mapping, rep_id, actor_id, state, file_hash, rows,
                       added, changed, unchanged, refused, bytes_done, voided, kept, fault, created_at, began_at,
                       ended_at, joined, dropped))

Import import_of(Record r) {
  return {r.import_id,
          std::move(r.file_name),
          r.bytes,
          std::move(r.mapping_name),
          std::move(r.mapping),
          r.rep_id,
          r.actor_id,
          r.state,
          std::move(r.file_hash),
          {r.rows, r.added, r.changed, r.unchanged, r.refused, r.joined, r.dropped},
          r.bytes_done,
          r.voided,
          r.kept,
          std::move(r.fault),
          r.created_at,
          r.began_at,
          r.ended_at};
}

std::vector<Import> imports_of(std::vector<Record> records) {
  std::vector<Import> list;
  list.reserve(records.size());
  for (Record& record : records) list.push_back(import_of(std::move(record)));
  return list;
}

}  // namespace

Result<void> SqlImportStore::add(const Import& e) {
  const ImportCounts& n = e.counts;
  PACELINE_CHECK(scope_.connection.execute(
      kAdd, params(scope_.org_id, e.import_id, e.file_name, e.bytes, e.mapping_name, e.mapping, e.rep_id, e.actor_id,
                   e.state, e.file_hash, n.rows, n.added, n.changed, n.unchanged, n.refused, e.bytes_done, e.voided,
                   e.kept, e.fault, e.created_at, e.began_at, e.ended_at)));
  return {};
}

Result<std::optional<Import>> SqlImportStore::find(ImportId import_id) {
  PACELINE_TRY(auto record, query_one<Record>(scope_.connection, kFind, params(scope_.org_id, import_id)));
  if (!record) return std::optional<Import>();
  return std::optional(import_of(*std::move(record)));
}

Result<void> SqlImportStore::change(const Import& e, ImportState before) {
  const ImportCounts& n = e.counts;
  PACELINE_TRY(
      const auto changed,
      scope_.connection.execute(kChange, params(scope_.org_id, e.import_id, before, e.state, e.file_hash, n.rows,
                                                n.added, n.changed, n.unchanged, n.refused, e.bytes_done, e.voided,
                                                e.kept, e.fault, e.began_at, e.ended_at, n.joined, n.dropped)));
  if (changed == 0) return fail(Fault::conflict, "import.state");
  return {};
}

Result<std::vector<Import>> SqlImportStore::page(std::optional<ImportId> before, int limit) {
  PACELINE_TRY(auto records, query_all<Record>(scope_.connection, kPage, params(scope_.org_id, before, limit)));
  return imports_of(std::move(records));
}

Result<std::optional<Import>> SqlImportStore::next_to_do() {
  PACELINE_TRY(auto record, query_one<Record>(scope_.connection, kNextToDo, params(scope_.org_id)));
  if (!record) return std::optional<Import>();
  return std::optional(import_of(*std::move(record)));
}

Result<std::vector<Import>> SqlImportStore::with_a_file() {
  PACELINE_TRY(auto records, query_all<Record>(scope_.connection, kWithAFile, params(scope_.org_id)));
  return imports_of(std::move(records));
}

Result<std::vector<Import>> SqlImportStore::left_alone_since(Instant moment) {
  PACELINE_TRY(auto records, query_all<Record>(scope_.connection, kLeftAlone, params(scope_.org_id, moment)));
  return imports_of(std::move(records));
}

Result<void> SqlImportStore::put_part(ImportId import_id, std::int64_t part, std::string_view bytes,
                                      std::string_view fingerprint) {
  const std::string content = base64_of(bytes);
  const auto size = static_cast<std::int64_t>(bytes.size());
  PACELINE_CHECK(
      scope_.connection.execute(kPutPart, params(scope_.org_id, import_id, part, size, fingerprint, content)));
  return {};
}

Result<std::optional<std::string>> SqlImportStore::part(ImportId import_id, std::int64_t part) {
  PACELINE_TRY(const auto content,
               query_one<std::string>(scope_.connection, kPart, params(scope_.org_id, import_id, part)));
  return content ? std::optional(bytes_of_base64(*content)) : std::nullopt;
}

Result<ReceivedParts> SqlImportStore::received(ImportId import_id) {
  PACELINE_TRY(const auto received,
               query_one<ReceivedParts>(scope_.connection, kReceived, params(scope_.org_id, import_id)));
  return received.value_or(ReceivedParts{});
}

Result<std::vector<std::string>> SqlImportStore::fingerprints(ImportId import_id) {
  return query_all<std::string>(scope_.connection, kFingerprints, params(scope_.org_id, import_id));
}

Result<std::optional<ImportId>> SqlImportStore::over_with_parts() {
  return query_one<ImportId>(scope_.connection, kOverWithParts, params(scope_.org_id));
}

Result<std::int64_t> SqlImportStore::remove_parts(ImportId import_id, int most) {
  return scope_.connection.execute(kRemoveParts, params(scope_.org_id, import_id, most));
}

Result<void> SqlImportStore::add_faults(ImportId import_id, std::int64_t place, const std::vector<RowFault>& faults) {
  std::vector<Parameters> rows;
  rows.reserve(faults.size());
  for (const RowFault& fault : faults) {
    rows.push_back(std::move(Parameters().add(scope_.org_id, import_id, place++).add_members(fault)));
  }
  PACELINE_CHECK(insert_all(scope_.connection, kAddFault, rows));
  return {};
}

Result<std::int64_t> SqlImportStore::fault_count(ImportId import_id) {
  PACELINE_TRY(const auto count,
               query_one<std::int64_t>(scope_.connection, kFaultCount, params(scope_.org_id, import_id)));
  return count.value_or(0);
}

Result<std::vector<RowFault>> SqlImportStore::faults(ImportId import_id, std::int64_t from, int limit) {
  return query_all<RowFault>(scope_.connection, kFaults, params(scope_.org_id, import_id, from, limit));
}

Result<void> SqlImportStore::remove_faults(ImportId import_id) {
  PACELINE_CHECK(scope_.connection.execute(kRemoveFaults, params(scope_.org_id, import_id)));
  PACELINE_CHECK(scope_.connection.execute(kRemoveReadings, params(scope_.org_id, import_id)));
  return {};
}

Result<void> SqlImportStore::add_readings(ImportId import_id, const std::vector<ImportReading>& readings) {
  for (const ImportReading& each : readings) {
    PACELINE_CHECK(scope_.connection.execute(
        kAddReading, params(scope_.org_id, import_id, each.column, each.said, each.read_as, each.rows)));
  }
  return {};
}

Result<void> SqlImportStore::add_unused_columns(ImportId import_id, const std::vector<std::string>& columns) {
  for (const std::string& column : columns)
    PACELINE_CHECK(scope_.connection.execute(kAddUnused, params(scope_.org_id, import_id, column)));
  return {};
}

Result<std::vector<std::string>> SqlImportStore::unused_columns(ImportId import_id) {
  return query_all<std::string>(scope_.connection, kUnused, params(scope_.org_id, import_id));
}

Result<std::vector<ImportReading>> SqlImportStore::readings(ImportId import_id) {
  return query_all<ImportReading>(scope_.connection, kReadings, params(scope_.org_id, import_id));
}

Result<void> SqlImportStore::add_rows(ImportId import_id, const std::vector<ImportedRow>& rows) {
  std::vector<Parameters> list;
  list.reserve(rows.size());
  for (const ImportedRow& row : rows) {
    list.push_back(std::move(
        Parameters().add(scope_.org_id, import_id, row.record_id, row.change_id, std::int64_t{0}, std::nullopt)));
  }
  PACELINE_CHECK(insert_all(scope_.connection, kAddRow, list));
  return {};
}

Result<std::vector<ImportedRow>> SqlImportStore::rows_to_undo(ImportId import_id, bool put_off, int limit) {
  return query_all<ImportedRow>(scope_.connection, kRowsToUndo,
                                params(scope_.org_id, import_id, put_off ? kPutOff : kNotYet, limit));
}

Result<void> SqlImportStore::put_undo_off(ImportId import_id, RecordId record_id) {
  PACELINE_CHECK(scope_.connection.execute(kPutUndoOff, params(scope_.org_id, import_id, record_id, kPutOff)));
  return {};
}

Result<void> SqlImportStore::set_undone(ImportId import_id, RecordId record_id, const std::optional<std::string>& why) {
  PACELINE_CHECK(scope_.connection.execute(kSetUndone, params(scope_.org_id, import_id, record_id, why)));
  return {};
}

Result<std::vector<KeptRow>> SqlImportStore::kept(ImportId import_id, std::optional<RecordId> after, int limit) {
  return query_all<KeptRow>(scope_.connection, kKept, params(scope_.org_id, import_id, after, limit));
}

Result<std::set<ActivityId>> SqlImportStore::in_reports(const std::vector<ActivityId>& activities) {
  PACELINE_TRY(const auto found, query_list<ActivityId>(scope_.connection, kInReports, params(scope_.org_id),
                                                        std::span<const ActivityId>(activities)));
  return std::set<ActivityId>(found.begin(), found.end());
}

}  // namespace paceline::store
