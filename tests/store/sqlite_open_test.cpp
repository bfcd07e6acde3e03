// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/store/sqlite_fixture.h"

namespace paceline::store {
namespace {

std::string code_of_opening(const std::string& folder, Access access) {
  const auto opened = SqliteDatabase::open(folder, access);
  return opened ? "ok" : opened.error().code;
}

TEST(Opening, MakesAPrivateFolderAndPrivateFiles) {
  const TemporaryFolder folder;
  const std::string deep = folder / "a/b/";
  const auto database = open_owner(deep);
  ASSERT_EQ(code_of(write_one(*database, kMakeEntry)), "ok");
  EXPECT_EQ(mode_of(folder / "a"), 0700U);
  EXPECT_EQ(mode_of(folder / "a/b"), 0700U);
  for (const char* file : {"paceline.db", "paceline.db-wal", "paceline.db-shm", "paceline.lock"})
    EXPECT_EQ(mode_of(deep + file), 0600U) << file;
  EXPECT_EQ(content_of(deep + "paceline.lock"), std::to_string(::getpid()) + "\n");
}

TEST(Opening, KeepsWhatWasWritten) {
  const TemporaryFolder folder;
  fill(folder.path(), 5);
  EXPECT_EQ(number_from(*open_owner(folder.path()), kCountEntries), 5);
  EXPECT_FALSE(std::filesystem::exists(folder / "paceline.db-wal")) << "the log was folded into the file";
}

TEST(Opening, RefusesASecondOwnerUntilTheFirstIsGone) {
  const TemporaryFolder folder;
  auto first = open_owner(folder.path());
  const auto second = SqliteDatabase::open(folder.path(), Access::owner);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "store.in_use");
  EXPECT_EQ(second.error().fault, Fault::conflict);
  EXPECT_NE(second.error().detail.find(std::to_string(::getpid())), std::string::npos);
  EXPECT_EQ(code_of(write_one(*first, kMakeEntry)), "ok") << "the refused one did no harm";
  first.reset();
  EXPECT_EQ(code_of_opening(folder.path(), Access::owner), "ok");
}

TEST(Opening, AReaderReadsBesideTheOwnerAndDoesNotWrite) {
  const TemporaryFolder folder;
  auto owner = open_owner(folder.path());
  ASSERT_EQ(code_of(write_one(*owner, kMakeEntry)), "ok");
  auto reader = SqliteDatabase::open(folder.path(), Access::reader);
  ASSERT_TRUE(reader);
  EXPECT_EQ(number_from(**reader, kCountEntries), 0);
  ASSERT_EQ(code_of(write_one(*owner, kInsertEntry, params(1, "a"))), "ok");
  EXPECT_EQ(number_from(**reader, kCountEntries), 1);
  const auto refused = write_one(**reader, kInsertEntry, params(2, "b"));
  ASSERT_EQ(code_of(refused), "store.read_only");
  EXPECT_EQ(refused.error().fault, Fault::conflict);
  owner.reset();
  EXPECT_EQ(number_from(**reader, kCountEntries), 1) << "and goes on without the owner";
  EXPECT_EQ(number_from(**SqliteDatabase::open(folder.path(), Access::reader), kCountEntries), 1);
  EXPECT_EQ(code_of(write_one(*open_owner(folder.path()), kInsertEntry, params(2, "b"))), "ok");
}

TEST(Opening, NamesTheFaultOfAFolder) {
  const TemporaryFolder folder;
  write_file(folder / "file", "x");
  std::filesystem::create_directory(folder / "empty");
  struct Case {
    std::string folder;
    Access access;
    const char* code;
    Fault fault;
  };
  for (const Case& example :
       {Case{folder / "file", Access::owner, "store.folder_invalid", Fault::invalid},
        Case{folder / "file", Access::reader, "store.folder_invalid", Fault::invalid},
        Case{folder / "file/below", Access::owner, "store.folder_invalid", Fault::invalid},
        Case{"", Access::owner, "store.folder_invalid", Fault::invalid},
        Case{"", Access::reader, "store.folder_invalid", Fault::invalid},
        Case{folder / std::string(300, 'n'), Access::owner, "store.folder_invalid", Fault::invalid},
        Case{folder / "empty", Access::reader, "store.absent", Fault::not_found},
        Case{folder / "absent", Access::reader, "store.absent", Fault::not_found}}) {
    const auto opened = SqliteDatabase::open(example.folder, example.access);
    ASSERT_FALSE(opened) << example.folder;
    EXPECT_EQ(opened.error().code, example.code) << example.folder;
    EXPECT_EQ(opened.error().fault, example.fault) << example.folder;
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "absent")) << "a reader makes nothing";
}

/// What opening answers to a user without rights. A child process: rights once dropped do not come back.
std::string code_of_opening_as_nobody(const std::string& folder, Access access) {
  constexpr uid_t kNobody = 65534;
  int ends[2];
  PACELINE_ASSERT(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const bool dropped = ::getuid() != 0 || ::setuid(kNobody) == 0;
    const std::string code = dropped ? code_of_opening(folder, access) : "rights were not dropped";
    ::_exit(::write(ends[1], code.data(), code.size()) > 0 ? 0 : 1);
  }
  ::close(ends[1]);
  std::array<char, 100> text{};
  const auto size = ::read(ends[0], text.data(), text.size());
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  return {text.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

TEST(Opening, SaysThatAFolderIsUnreadable) {
  const TemporaryFolder folder;
  ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
  fill(folder / "data", 1);
  struct Case {
    unsigned folder_mode;
    unsigned file_mode;
  };
  for (const Case& example : {Case{0000, 0600}, Case{0444, 0644}, Case{0555, 0000}}) {
    ASSERT_EQ(::chmod((folder / "data/paceline.db").c_str(), example.file_mode), 0);
    ASSERT_EQ(::chmod((folder / "data").c_str(), example.folder_mode), 0);
    for (const Access access : {Access::owner, Access::reader})
      EXPECT_EQ(code_of_opening_as_nobody(folder / "data", access), "store.folder_unreadable") << example.folder_mode;
  }
  ASSERT_EQ(::chmod((folder / "data").c_str(), 0777), 0);
  ASSERT_EQ(::chmod((folder / "data/paceline.db").c_str(), 0444), 0);
  ASSERT_EQ(::chmod((folder / "data/paceline.lock").c_str(), 0666), 0);
  EXPECT_EQ(code_of_opening_as_nobody(folder / "data", Access::owner), "store.read_only");
  EXPECT_EQ(code_of_opening_as_nobody(folder / "data", Access::reader), "ok");
}

TEST(Opening, SaysThatAFileIsDamaged) {
  const TemporaryFolder folder;
  fill(folder.path(), 1000);
  const std::string sound = content_of(folder / "paceline.db");
  ASSERT_GT(sound.size(), 100'000U);
  std::string broken_schema = sound;
  broken_schema.replace(100, 3000, 3000, '\x7f');
  struct Case {
    const char* name;
    std::string content;
  };
  for (const Case& example :
       {Case{"not a database", "hello"}, Case{"long and not a database", std::string(50'000, 'h')},
        Case{"cut short", sound.substr(0, sound.size() / 2)}, Case{"broken page of the schema", broken_schema},
        Case{"broken header", "XXXX" + sound.substr(4)}}) {
    write_file(folder / "paceline.db", example.content);
    for (const Access access : {Access::owner, Access::reader})
      EXPECT_EQ(code_of_opening(folder.path(), access), "store.damaged") << example.name;
    EXPECT_EQ(content_of(folder / "paceline.db"), example.content) << example.name << ": was left as it was";
  }
  write_file(folder / "paceline.db", sound);
  EXPECT_EQ(number_from(*open_owner(folder.path()), kCountEntries), 1000);
}

TEST(Opening, SaysThatAPageIsDamagedWhenItIsRead) {
  const TemporaryFolder folder;
  fill(folder.path(), 1000);
  std::string content = content_of(folder / "paceline.db");
  content.replace(content.size() - 8192, 8192, 8192, '\x7f');
  write_file(folder / "paceline.db", content);
  const auto database = open_owner(folder.path());
  const auto outcome = database->read([](Connection& connection) {
    return connection.each({"all", "SELECT id, note FROM entry"}, {}, [](const Row&) {});
  });
  EXPECT_EQ(code_of(outcome), "store.damaged");
}

}  // namespace
}  // namespace paceline::store
