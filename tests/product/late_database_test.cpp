// SPDX-License-Identifier: Apache-2.0
// `serve` before its database is there, and commands on a database of another release.
#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "store/schema/schema.h"
#include "tests/database/statements.h"
#include "tests/database/test_database.h"
#include "tests/product/clients.h"
#include "tests/product/own_cluster.h"

namespace paceline::product {
namespace {

using std::chrono::milliseconds;

int ending_of(std::vector<std::string> words, const Place& place) {
  words.insert(words.end(), place.begin(), place.end());
  return Program(std::move(words)).wait();
}

TEST(KilledDatabase, IsWaitedForByAServerThatStartsBeforeIt) {
  if (!OwnCluster::possible()) GTEST_SKIP() << "there is no PostgreSQL: apt-get install postgresql-15";
  const OwnCluster cluster;
  const TestDatabase database;
  const std::string token = found_company(database.words());
  cluster.crash();
  const TwoServers servers(database.words());
  EXPECT_NE(servers.told(0, "/"), "no answer");
  EXPECT_EQ(servers.told(0, "/api/v1/health"), "503 store.unreachable");
  EXPECT_EQ(servers.told(0, "/api/v1/kinds", token), "503 store.unreachable");
  cluster.again();
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (servers.told(0, "/api/v1/health") != "200" && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(milliseconds(20));
  EXPECT_EQ(servers.told(0, "/api/v1/kinds", token), "200");
}

class OtherRelease : public testing::Test {
 protected:
  void SetUp() override {
    if (!place_.on_postgres()) GTEST_SKIP() << "a folder has one owner, who upgrades it";
    ::setenv("PACELINE_DATA", snapshots_.path().c_str(), 1);
  }
  void TearDown() override { ::unsetenv("PACELINE_DATA"); }
  void migrate_to(std::span<const store::Migration> migrations) {
    ASSERT_TRUE(store::migrate(*place_.open(), migrations, Instant(1), [](int) { return Result<void>(); }));
  }
  [[nodiscard]] std::vector<std::string> snapshots() const {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(snapshots_.path())) names.push_back(file.path());
    return names;
  }
  int schema() { return static_cast<int>(number_of(place_.url(), "SELECT max(version) FROM schema_version")); }

  TestDatabase place_;
  MemoryFolder snapshots_;
};

const std::vector<std::string> kInit{"init",       "--name", "Acme",    "--zone",        "Etc/UTC",
                                     "--currency", "EUR",    "--admin", "a@acme.example"};
const std::vector<std::string> kWrite{"contact", "add", "--name", "Bea"};
constexpr int kConflict = 5;

TEST_F(OtherRelease, OlderIsRefusedByACommandAndUpgradedByInit) {
  const int known = store::schema_number();
  migrate_to(store::migrations().first(static_cast<std::size_t>(known - 1)));
  EXPECT_EQ(ending_of(kWrite, place_.words()), kConflict);
  EXPECT_EQ(ending_of({"user", "password", "--user", "a@acme.example"}, place_.words()), kConflict);
  EXPECT_EQ(ending_of({"demo", "--remove"}, place_.words()), kConflict);
  EXPECT_EQ(schema(), known - 1);
  EXPECT_EQ(ending_of(kInit, place_.words()), 0);
  EXPECT_EQ(schema(), known);
  EXPECT_EQ(ending_of(kWrite, place_.words()), 0);
}

TEST_F(OtherRelease, OlderIsUpgradedByServe) {
  migrate_to(store::migrations().first(1));
  const Server server(place_.words());
  EXPECT_EQ(schema(), store::schema_number());
  EXPECT_EQ(snapshots().size(), 1U) << "the tables are changed after a copy of them was taken";
}

TEST_F(OtherRelease, NewerIsRefusedByAllOfThem) {
  migrate_to(store::migrations());
  (void)rows_of(place_.url(),
                "INSERT INTO schema_version (version, applied_at) SELECT max(version) + 1, 1 FROM schema_version");
  EXPECT_EQ(ending_of(kWrite, place_.words()), kConflict);
  EXPECT_EQ(ending_of(kInit, place_.words()), kConflict);
  EXPECT_EQ(ending_of({"serve", "--port", "0"}, place_.words()), kConflict);
}

TEST_F(OtherRelease, NoneIsOlder) {
  EXPECT_EQ(ending_of(kWrite, place_.words()), kConflict);
  EXPECT_EQ(store::code_of(store::check_schema(*place_.open(), store::migrations())), "store.schema_older");
}

}  // namespace
}  // namespace paceline::product
