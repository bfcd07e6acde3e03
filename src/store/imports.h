// SPDX-License-Identifier: Apache-2.0
// ImportStore on SQL.
#pragma once

#include "app/ports/import_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlImportStore : public ImportStore {
 public:
  explicit SqlImportStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const Import& entry) override;
  Result<std::optional<Import>> find(ImportId import_id) override;
  Result<void> change(const Import& entry, ImportState before) override;
  Result<std::vector<Import>> page(std::optional<ImportId> before, int limit) override;
  Result<std::optional<Import>> next_to_do() override;
  Result<std::vector<Import>> with_a_file() override;
  Result<std::vector<Import>> left_alone_since(Instant moment) override;
  Result<void> put_part(ImportId import_id, std::int64_t part, std::string_view bytes,
                        std::string_view fingerprint) override;
  Result<std::optional<std::string>> part(ImportId import_id, std::int64_t part) override;
  Result<ReceivedParts> received(ImportId import_id) override;
  Result<std::vector<std::string>> fingerprints(ImportId import_id) override;
  Result<std::optional<ImportId>> over_with_parts() override;
  Result<std::int64_t> remove_parts(ImportId import_id, int most) override;
  Result<void> add_faults(ImportId import_id, std::int64_t place, const std::vector<RowFault>& faults) override;
  Result<std::int64_t> fault_count(ImportId import_id) override;
  Result<std::vector<RowFault>> faults(ImportId import_id, std::int64_t from, int limit) override;
  Result<void> remove_faults(ImportId import_id) override;
  Result<void> add_readings(ImportId import_id, const std::vector<ImportReading>& readings) override;
  Result<void> add_unused_columns(ImportId import_id, const std::vector<std::string>& columns) override;
  Result<std::vector<std::string>> unused_columns(ImportId import_id) override;
  Result<std::vector<ImportReading>> readings(ImportId import_id) override;
  Result<void> add_rows(ImportId import_id, const std::vector<ImportedRow>& rows) override;
  Result<std::vector<ImportedRow>> rows_to_undo(ImportId import_id, bool put_off, int limit) override;
  Result<void> put_undo_off(ImportId import_id, RecordId record_id) override;
  Result<void> set_undone(ImportId import_id, RecordId record_id, const std::optional<std::string>& why) override;
  Result<std::vector<KeptRow>> kept(ImportId import_id, std::optional<RecordId> after, int limit) override;
  Result<std::set<ActivityId>> in_reports(const std::vector<ActivityId>& activities) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
