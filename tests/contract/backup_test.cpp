// SPDX-License-Identifier: Apache-2.0
// From the engine of the test into a file, and back.
#include "store/backup.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include "store/schema/schema.h"
#include "tests/contract/filled_tables.h"
#include "tests/database/statements.h"

namespace paceline::store {
namespace {

constexpr Statement kForgetSessions{"test.sessions.forget", "DELETE FROM session"};
constexpr Statement kPutFile{"test.files.put",
                             "INSERT INTO import_part (org_id, import_id, part, bytes, fingerprint, content)"
                             " VALUES ($1, 99, 0, 9, 'f', $2)"};
constexpr Statement kForgetFiles{"test.files.forget", "DELETE FROM import_part"};
constexpr Statement kNewerSchema{"test.newer", "INSERT INTO schema_version (version, applied_at) VALUES ($1, 1)"};

Result<void> no_look(Database&) {
  return {};
}
Result<void> no_change(Database&, Database*) {
  return {};
}

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

/// Two folders and a place for files.
class Backups : public testing::Test {
 protected:
  Backups() { std::filesystem::create_directory(file("")); }
  ~Backups() override { std::filesystem::remove_all(file("")); }

  [[nodiscard]] std::string file(const std::string& name) const { return folder_.path() + "-files/" + name; }
  [[nodiscard]] std::unique_ptr<Database> owner(const MemoryFolder& folder) const {
    return *SqliteDatabase::open(folder.path(), Access::owner);
  }
  [[nodiscard]] std::string dump(const MemoryFolder& folder) const { return dump_of(*owner(folder)); }
  void fill(const MemoryFolder& folder, std::int64_t org_id) const {
    const auto database = owner(folder);
    make_tables(*database);
    fill_tables(*database, org_id, 3);
  }

  MemoryFolder folder_;
  MemoryFolder other_;
};

TEST_F(Backups, OfAFolderInUseIsAllOfItWithoutALogBesideIt) {
  const auto database = owner(folder_);
  make_tables(*database);
  fill_tables(*database, 7, 3);
  std::string seen;
  ASSERT_EQ(code_of(back_up_folder(folder_.path(), file("a.db"),
                                   [&](Database& copy) -> Result<void> {
                                     seen = dump_of(copy);
                                     return {};
                                   })),
            "ok");
  EXPECT_TRUE(seen == dump_of(*database));
  EXPECT_EQ(files_in(file("")), 1U);
  EXPECT_EQ(std::filesystem::status(file("a.db")).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(code_of(back_up_folder(folder_.path(), file("a.db"), no_look)), "store.backup_exists");
}

TEST_F(Backups, HaveNothingOfAFileThatWaitsForItsImport) {
  const std::string number = "+359 88 765 4321";
  {
    const auto database = owner(folder_);
    make_tables(*database);
    fill_tables(*database, 7, 3);
    ASSERT_EQ(code_of(write_one(*database, kPutFile, params(7, number))), "ok");
  }
  const auto has_number = [&](const std::string& name) {
    std::ifstream bytes(name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(bytes), {}).find(number) != std::string::npos;
  };
  ASSERT_TRUE(has_number(folder_.path() + "/paceline.db"));
  ASSERT_EQ(code_of(back_up_folder(folder_.path(), file("a.db"), no_look)), "ok");
  EXPECT_FALSE(has_number(file("a.db")));
  ASSERT_EQ(code_of(back_up_server(*owner(folder_), file("b.db"), Instant(2), no_look)), "ok");
  EXPECT_FALSE(has_number(file("b.db")));
  EXPECT_EQ(number_from(*owner(folder_), {"test.files", "SELECT count(*) FROM import_part"}), 4);
  ASSERT_EQ(code_of(restore_folder(other_.path(), file("a.db"), Instant(2), no_change)), "ok");
  EXPECT_EQ(number_from(*owner(other_), {"test.files", "SELECT count(*) FROM import_part"}), 0);
}

TEST_F(Backups, ThatAreFoundWrongAreNotKept) {
  fill(folder_, 7);
  const Look refuse = [](Database&) -> Result<void> { return fail(Fault::conflict, "looks.wrong"); };
  EXPECT_EQ(code_of(back_up_folder(folder_.path(), file("a.db"), refuse)), "looks.wrong");
  EXPECT_EQ(files_in(file("")), 0U);
  EXPECT_EQ(code_of(back_up_folder(other_.path(), file("a.db"), no_look)), "store.absent");
}

TEST_F(Backups, WithABrokenPageAreNeitherKeptNorRestored) {
  fill(folder_, 7);
  fill(other_, 8);
  const std::string before = dump(other_);
  ASSERT_EQ(code_of(back_up_folder(folder_.path(), file("a.db"), no_look)), "ok");
  const auto pages = std::filesystem::file_size(file("a.db")) / 4096;
  std::fstream bytes(file("a.db"), std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(static_cast<std::streamoff>(pages / 2 * 4096));
  bytes << std::string(4096, '\0');
  bytes.close();
  EXPECT_EQ(code_of(restore_folder(other_.path(), file("a.db"), Instant(2), no_change)), "store.damaged");
  EXPECT_TRUE(dump(other_) == before);
  std::filesystem::copy_file(file("a.db"), folder_.path() + "/paceline.db",
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_EQ(code_of(back_up_folder(folder_.path(), file("b.db"), no_look)), "store.damaged");
  EXPECT_EQ(files_in(file("")), 1U);
}

TEST_F(Backups, OfOneNameAreMadeOnceHoweverManyTry) {
  fill(folder_, 7);
  std::vector<std::string> codes(4);
  std::vector<std::thread> threads;
  for (std::string& code : codes)
    threads.emplace_back([&] { code = code_of(back_up_folder(folder_.path(), file("a.db"), no_look)); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::count(codes.begin(), codes.end(), "ok"), 1);
  EXPECT_EQ(std::count(codes.begin(), codes.end(), "store.backup_exists"), 3);
}

TEST_F(Backups, SweepWhatKilledRestoresLeft) {
  fill(folder_, 7);
  ASSERT_EQ(code_of(back_up_folder(folder_.path(), file("a.db"), no_look)), "ok");
  fill(other_, 8);
  std::filesystem::create_directory(other_.path() + "/restore.a1B2c3");
  std::ofstream(other_.path() + "/paceline.db.before-restore.d4E5f6") << "half";
  ASSERT_EQ(code_of(restore_folder(other_.path(), file("a.db"), Instant(2), no_change)), "ok");
  EXPECT_FALSE(std::filesystem::exists(other_.path() + "/restore.a1B2c3"));
  EXPECT_FALSE(std::filesystem::exists(other_.path() + "/paceline.db.before-restore.d4E5f6"));
  EXPECT_TRUE(std::filesystem::exists(other_.path() + "/paceline.db.before-restore"));
}

TEST_F(Backups, TakeThePlaceOfWhatIsThereAndKeepIt) {
  fill(folder_, 7);
  fill(other_, 8);
  const std::string replaced = dump(other_);
  ASSERT_EQ(code_of(back_up_folder(folder_.path(), file("a.db"), no_look)), "ok");
  ASSERT_EQ(code_of(write_one(*owner(folder_), kForgetFiles)), "ok");
  const std::string wanted = dump(folder_);
  ASSERT_EQ(code_of(restore_folder(other_.path(), file("a.db"), Instant(2), no_change)), "ok");
  EXPECT_TRUE(dump(other_) == wanted);
  ASSERT_EQ(
      code_of(restore_folder(other_.path(), other_.path() + "/paceline.db.before-restore", Instant(2), no_change)),
      "ok");
  EXPECT_TRUE(dump(other_) == replaced);
}

TEST_F(Backups, AreChangedBesideWhatIsThereBeforeTheyTakeItsPlace) {
  fill(folder_, 7);
  fill(other_, 7);
  ASSERT_EQ(code_of(back_up_folder(folder_.path(), file("a.db"), no_look)), "ok");
  bool there = false;
  const auto change = [&](Database& restored, Database* present) -> Result<void> {
    there = present != nullptr;
    return write_one(restored, kForgetSessions);
  };
  ASSERT_EQ(code_of(restore_folder(other_.path(), file("a.db"), Instant(2), change)), "ok");
  EXPECT_TRUE(there);
  EXPECT_EQ(number_from(*owner(other_), {"test.sessions", "SELECT count(*) FROM session"}), 0);
  EXPECT_GT(number_from(*owner(folder_), {"test.sessions", "SELECT count(*) FROM session"}), 0);
}

TEST_F(Backups, ThatAreRefusedChangeNothing) {
  fill(folder_, 7);
  fill(other_, 8);
  const std::string before = dump(other_);
  const auto restored = [&](const std::string& name, const Change& change) {
    return code_of(restore_folder(other_.path(), name, Instant(2), change));
  };
  const Change refuse = [](Database&, Database*) -> Result<void> { return fail(Fault::conflict, "looks.wrong"); };
  std::ofstream(file("text")) << "not a database at all, and longer than the head of one would be ............ ";
  ASSERT_EQ(code_of(back_up_folder(folder_.path(), file("a.db"), no_look)), "ok");
  ASSERT_EQ(code_of(write_one(*owner(folder_), kNewerSchema, params(schema_number() + 1))), "ok");
  std::filesystem::copy_file(folder_.path() + "/paceline.db", file("newer.db"));
  {
    const MemoryFolder empty;
    static_cast<void>(owner(empty));
    std::filesystem::copy_file(empty.path() + "/paceline.db", file("empty.db"));
  }
  EXPECT_EQ(restored(file("absent"), no_change), "file.not_found");
  EXPECT_EQ(restored(file("text"), no_change), "backup.not_a_backup");
  EXPECT_EQ(restored(file("empty.db"), no_change), "backup.not_a_backup");
  EXPECT_EQ(restored(file("newer.db"), no_change), "store.schema_newer");
  EXPECT_EQ(restored(file("a.db"), refuse), "looks.wrong");
  const auto in_use = owner(other_);
  EXPECT_EQ(restored(file("a.db"), no_change), "store.in_use");
  EXPECT_TRUE(dump_of(*in_use) == before);
  EXPECT_FALSE(std::filesystem::exists(other_.path() + "/paceline.db.before-restore"));
}

TEST_F(Backups, OfAServerAreRestoredIntoAnEmptyOne) {
  const TestDatabase place;
  const TestDatabase empty;
  const auto server = place.open();
  make_tables(*server);
  fill_tables(*server, 7, 3);
  ASSERT_EQ(code_of(back_up_server(*server, file("a.db"), Instant(2), no_look)), "ok");
  EXPECT_EQ(code_of(restore_server(*server, file("a.db"), Instant(2), no_change)), "migrate.not_empty");
  const auto other = empty.open();
  ASSERT_EQ(code_of(restore_server(*other, file("a.db"), Instant(2), no_change)), "ok");
  ASSERT_EQ(code_of(write_one(*server, kForgetFiles)), "ok");
  EXPECT_TRUE(dump_of(*other) == dump_of(*server));
}

TEST_F(Backups, BeforeAnUpgradeAreTheWayBackFromIt) {
  const auto all = migrations();
  const int before = schema_number() - 1;
  std::string old;
  {
    const auto database = SqliteDatabase::open(folder_.path(), Access::owner);
    const auto snapshot = [&](int number) { return (*database)->backup_before(number); };
    ASSERT_TRUE(migrate(**database, all.first(static_cast<std::size_t>(before)), Instant(1), snapshot));
    EXPECT_EQ(roll_back_folder(other_.path()).error().code, "store.absent");
  }
  EXPECT_EQ(roll_back_folder(folder_.path()).error().code, "backup.no_snapshot");
  {
    const auto database = SqliteDatabase::open(folder_.path(), Access::owner);
    const auto snapshot = [&](int number) { return (*database)->backup_before(number); };
    ASSERT_TRUE(migrate(**database, all, Instant(1), snapshot));
    fill_tables(**database, 7, 3);
    EXPECT_EQ(roll_back_folder(folder_.path()).error().code, "store.in_use");
  }
  const auto back = roll_back_folder(folder_.path());
  ASSERT_TRUE(back) << back.error().code;
  EXPECT_EQ(back->from, schema_number());
  EXPECT_EQ(back->to, before);
  EXPECT_EQ(back->since.activities, 3) << "stored since";
  EXPECT_EQ(*version_of(*owner(folder_)), before);
  ASSERT_EQ(code_of(restore_folder(folder_.path(), back->kept, Instant(2), no_change)), "ok");
  EXPECT_EQ(number_from(*owner(folder_), {"test.activities", "SELECT count(*) FROM activity"}), 3)
      << "and forward again";
}

}  // namespace
}  // namespace paceline::store
