// SPDX-License-Identifier: Apache-2.0
#include "store/backup.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <utility>
#include <vector>

#include "store/across.h"
#include "store/schema/schema.h"
#include "store/sql/rows.h"
#include "store/sqlite/data_folder.h"
#include "store/sqlite/sqlite_backup.h"
#include "store/sqlite/sqlite_error.h"

namespace paceline::store {
namespace {

constexpr std::string_view kRestoring = "restore.";

constexpr Statement kAppliedAt{"schema_version.applied_at", "SELECT applied_at FROM schema_version WHERE version = $1"};
constexpr Statement kForgetWaitingFiles{"import_part.forget_all", "DELETE FROM import_part WHERE org_id = $1"};
constexpr Statement kStoredSince{"activity.stored_since",
                                 "SELECT count(*) FROM activity WHERE org_id = $1 AND stored_at >= $2"};
constexpr Statement kOpportunitiesSince{
    "opportunity_fact.stored_since",
    "SELECT count(DISTINCT opportunity_id) FROM opportunity_fact WHERE org_id = $1 AND stored_at >= $2"};
constexpr Statement kSalesSince{"sale.stored_since", "SELECT count(*) FROM sale WHERE org_id = $1 AND stored_at >= $2"};
constexpr int kFirstWithSales = 13;  // the schema

bool is_there(const std::string& path) {
  struct stat found {};
  return ::lstat(path.c_str(), &found) == 0;
}

bool is_file(const std::string& path) {
  struct stat found {};
  return ::stat(path.c_str(), &found) == 0 && S_ISREG(found.st_mode);
}

std::string folder_of(const std::string& file) {
  const std::string folder = std::filesystem::path(file).parent_path().string();
  return folder.empty() ? "." : folder;
}

/// What restores that were killed left in the folder. REQUIRES: the caller owns it.
void remove_what_was_cut_off(const std::string& folder) {
  std::error_code stays;
  std::vector<std::filesystem::path> cut_off;
  for (std::filesystem::directory_iterator each(folder, stays), end; !stays && each != end; each.increment(stays)) {
    const std::string name = each->path().filename().string();
    if (name.starts_with(kRestoring) || name.starts_with("paceline.db.before-restore."))
      cut_off.push_back(each->path());
  }
  for (const auto& path : cut_off) std::filesystem::remove_all(path, stays);
}

Result<void> nothing(Database&) {
  return {};
}

Result<void> look_at_copy(const StagingFolder& staging, const Look& look) {
  PACELINE_CHECK(check_pages(database_path(staging.path())));
  PACELINE_TRY(const auto copy, SqliteDatabase::open(staging.path(), Access::reader));
  PACELINE_CHECK(check_schema(*copy, migrations()));
  return look(*copy);
}

Result<std::int64_t> forget_waiting_files(Connection& connection) {
  std::int64_t removed = 0;
  PACELINE_TRY(const auto organisations, all_organisations(connection));
  for (const OrgId org_id : organisations) {
    PACELINE_TRY(const auto parts, connection.execute(kForgetWaitingFiles, params(org_id)));
    removed += parts;
  }
  return removed;
}

/// A file that waits for its import has numbers of private calls in it, which nobody is to keep.
Result<void> leave_out_waiting_files(const StagingFolder& staging) {
  std::int64_t removed = 0;
  {
    PACELINE_TRY(const auto copy, SqliteDatabase::open(staging.path(), Access::owner));
    PACELINE_CHECK(copy->write([&](Connection& connection) -> Result<void> {
      PACELINE_TRY(removed, forget_waiting_files(connection));
      return {};
    }));
  }
  return removed == 0 ? Result<void>() : rewrite_pages(database_path(staging.path()));
}

/// Of several that make the same file at once one does.
Result<void> keep(const StagingFolder& staging, const std::string& file) {
  const std::string whole = staging.path() + "/whole";
  PACELINE_CHECK(copy_database(database_path(staging.path()), whole));
  if (::link(whole.c_str(), file.c_str()) != 0) {
    if (errno == EEXIST) return fail(Fault::conflict, "store.backup_exists", {}, file);
    return tl::unexpected(error_of_system(errno, file));
  }
  return flush_folder(folder_of(file));
}

/// The backup as an owner of its own, whatever its schema.
Result<std::unique_ptr<SqliteDatabase>> staged(const StagingFolder& staging, const std::string& file) {
  if (!is_there(file)) return fail(Fault::not_found, "file.not_found", {}, file);
  if (!is_file(file)) return fail(Fault::invalid, "backup.not_a_backup", {}, file + " is not a file");
  auto copied = copy_database(file, database_path(staging.path()));
  if (!copied && copied.error().code == "store.damaged")
    return fail(Fault::invalid, "backup.not_a_backup", {}, file + " is not a database");
  PACELINE_CHECK(copied);
  PACELINE_CHECK(check_pages(database_path(staging.path())));
  PACELINE_TRY(auto database, SqliteDatabase::open(staging.path(), Access::owner));
  PACELINE_TRY(const int version, version_of(*database));
  if (version == 0) return fail(Fault::invalid, "backup.not_a_backup", {}, file + " is not a database of Paceline");
  return database;
}

Result<void> bring_up_to_date(Database& database, Instant now) {
  PACELINE_CHECK(migrate(database, migrations(), now, [](int) { return Result<void>(); }));
  return {};
}

/// The newest snapshot, up to that of the last upgrade. `end`: of the names of such files.
Result<int> newest_snapshot(const std::string& begin, const std::string& end, int version) {
  for (int number = version; number > 1; --number)
    if (is_there(begin + std::to_string(number) + end)) return number;
  return fail(Fault::not_found, "backup.no_snapshot", {}, "no upgrade took a snapshot as " + begin + "N" + end);
}

/// Beside each other in one folder may lie those of several databases.
Result<std::string> snapshots_of(Database& server, const std::string& folder) {
  PACELINE_TRY(std::string name, server.name());
  for (char& c : name)
    if (c == '/' || c == '\0') c = '_';
  return folder + "/" + name;
}

Result<void> copy_to_file(Database& server, int schema, const std::string& file, Instant now) {
  PACELINE_TRY(const auto staging, StagingFolder::beside(file));
  {
    PACELINE_TRY(const auto copy, SqliteDatabase::open(staging.path(), Access::owner));
    PACELINE_CHECK(copy_release(server, *copy, schema, now));
  }
  PACELINE_CHECK(check_pages(database_path(staging.path())));
  return copy_database(database_path(staging.path()), file);
}

Result<void> count_stored(Connection& connection, OrgId org_id, Instant since, bool sales, StoredSince& sum) {
  PACELINE_TRY(const auto activities, query_one<std::int64_t>(connection, kStoredSince, params(org_id, since)));
  sum.activities += activities.value_or(0);
  if (!sales) return {};
  PACELINE_TRY(const auto changed, query_one<std::int64_t>(connection, kOpportunitiesSince, params(org_id, since)));
  PACELINE_TRY(const auto sold, query_one<std::int64_t>(connection, kSalesSince, params(org_id, since)));
  sum.opportunities += changed.value_or(0);
  sum.sales += sold.value_or(0);
  return {};
}

Result<StoredSince> stored_since(Connection& connection, int number, int version) {
  StoredSince sum;
  PACELINE_TRY(const auto upgraded_at, query_one<Instant>(connection, kAppliedAt, params(number)));
  PACELINE_TRY(const auto organisations, all_organisations(connection));
  const Instant since = upgraded_at.value_or(Instant(0));
  for (const OrgId org_id : organisations)
    PACELINE_CHECK(count_stored(connection, org_id, since, version >= kFirstWithSales, sum));
  return sum;
}

Result<StoredSince> stored_since_upgrade(Database& database, int number, int version) {
  StoredSince sum;
  PACELINE_CHECK(database.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(sum, stored_since(connection, number, version));
    return {};
  }));
  return sum;
}

}  // namespace

Result<StagingFolder> StagingFolder::beside(const std::string& path) {
  std::string made = path + ".XXXXXX";
  if (::mkdtemp(made.data()) != nullptr) return StagingFolder(std::move(made));
  const int why = errno;
  if (why == ENOENT || why == ENOTDIR || why == EACCES || why == EROFS)
    return fail(Fault::unavailable, "file.not_writable", {}, error_of_system(why, path).detail);
  return tl::unexpected(error_of_system(why, path));
}

StagingFolder::~StagingFolder() {
  std::error_code what_is_left_is_harmless;
  if (!path_.empty()) std::filesystem::remove_all(path_, what_is_left_is_harmless);
}

StagingFolder::StagingFolder(StagingFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

Result<void> back_up_folder(const std::string& folder, const std::string& file, const Look& look) {
  if (is_there(file)) return fail(Fault::conflict, "store.backup_exists", {}, file);
  PACELINE_CHECK(find_database_file(folder));
  PACELINE_TRY(const auto staging, StagingFolder::beside(file));
  PACELINE_CHECK(copy_database(database_path(folder), database_path(staging.path())));
  PACELINE_CHECK(look_at_copy(staging, look));
  PACELINE_CHECK(leave_out_waiting_files(staging));
  return keep(staging, file);
}

Result<void> back_up_server(Database& server, const std::string& file, Instant now, const Look& look) {
  if (is_there(file)) return fail(Fault::conflict, "store.backup_exists", {}, file);
  PACELINE_TRY(const auto staging, StagingFolder::beside(file));
  {
    PACELINE_TRY(const auto copy, SqliteDatabase::open(staging.path(), Access::owner));
    PACELINE_CHECK(copy_everything(server, *copy, now, nothing, nothing));
  }
  PACELINE_CHECK(look_at_copy(staging, look));
  PACELINE_CHECK(leave_out_waiting_files(staging));
  return keep(staging, file);
}

Result<void> restore_folder(const std::string& folder, const std::string& file, Instant now, const Change& change) {
  PACELINE_TRY(const auto present, SqliteDatabase::open(folder, Access::owner));
  PACELINE_TRY(const int version, version_of(*present));
  remove_what_was_cut_off(folder);
  PACELINE_TRY(const auto staging, StagingFolder::beside(folder + "/restore"));
  {
    PACELINE_TRY(const auto restored, staged(staging, file));
    PACELINE_CHECK(bring_up_to_date(*restored, now));
    const bool comparable = version == schema_number();
    PACELINE_CHECK(change(*restored, comparable ? present.get() : nullptr));
  }
  if (version > 0) PACELINE_CHECK(copy_database(database_path(folder), database_path(folder) + ".before-restore"));
  return present->restore(database_path(staging.path()));
}

Result<void> restore_server(Database& server, const std::string& file, Instant now, const Change& change) {
  PACELINE_TRY(const auto staging,
               StagingFolder::beside((std::filesystem::temp_directory_path() / "paceline-restore").string()));
  PACELINE_TRY(const auto restored, staged(staging, file));
  PACELINE_CHECK(bring_up_to_date(*restored, now));
  PACELINE_CHECK(change(*restored, nullptr));
  PACELINE_CHECK(copy_everything(*restored, server, now, nothing, nothing));
  return {};
}

Result<RolledBack> roll_back_folder(const std::string& folder) {
  PACELINE_CHECK(find_database_file(folder));
  PACELINE_TRY(const auto present, SqliteDatabase::open(folder, Access::owner));
  PACELINE_TRY(const int version, version_of(*present));
  PACELINE_TRY(const int number, newest_snapshot(database_path(folder) + ".before-", "", version));
  PACELINE_TRY(const auto lost, stored_since_upgrade(*present, number, version));
  const std::string kept = database_path(folder) + ".after-" + std::to_string(version);
  PACELINE_CHECK(copy_database(database_path(folder), kept));
  PACELINE_CHECK(present->restore(database_path(folder) + ".before-" + std::to_string(number)));
  return RolledBack{version, number - 1, lost, kept};
}

Result<void> snapshot_server(Database& server, const std::string& folder, int number, Instant now) {
  PACELINE_CHECK(make_folder(folder));
  PACELINE_TRY(const std::string begin, snapshots_of(server, folder));
  auto copied = copy_to_file(server, number - 1, begin + ".before-" + std::to_string(number) + ".db", now);
  if (copied) return copied;
  PACELINE_TRY(const int version, version_of(server));
  const bool another_server_was_first = version >= number;
  return another_server_was_first ? Result<void>() : copied;
}

Result<RolledBack> roll_back_server(Database& server, const std::string& folder, Instant now) {
  PACELINE_TRY(const int version, version_of(server));
  if (version > schema_number()) return fail(Fault::conflict, "store.schema_newer");
  PACELINE_TRY(const std::string begin, snapshots_of(server, folder));
  PACELINE_TRY(const int number, newest_snapshot(begin + ".before-", ".db", version));
  PACELINE_TRY(const auto lost, stored_since_upgrade(server, number, version));
  const std::string kept = begin + ".after-" + std::to_string(version) + ".db";
  PACELINE_CHECK(copy_to_file(server, version, kept, now));
  PACELINE_TRY(const auto staging, StagingFolder::beside(begin + ".rollback"));
  PACELINE_TRY(const auto snapshot, staged(staging, begin + ".before-" + std::to_string(number) + ".db"));
  PACELINE_CHECK(replace_everything(*snapshot, server, number - 1, now));
  return RolledBack{version, number - 1, lost, kept};
}

}  // namespace paceline::store
