// SPDX-License-Identifier: Apache-2.0
// Two servers on one PostgreSQL while eight clients write to both; and a server, sessions of the database, or the whole
// database are killed. What was acknowledged is there, once; nothing is there twice; `paceline verify` is clean; and
// what was not killed goes on by itself.
#include <gtest/gtest.h>
#include <signal.h>

#include <iostream>

#include "tests/base/random.h"
#include "tests/base/wished.h"
#include "tests/database/test_database.h"
#include "tests/product/clients.h"
#include "tests/product/own_cluster.h"

namespace paceline::product {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing_support::wished;

milliseconds since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - began);
}

constexpr const char* kAway = "503 store.unreachable";

class KilledOnPostgres : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (OwnCluster::possible()) cluster = std::make_unique<OwnCluster>();
  }
  static void TearDownTestSuite() { cluster.reset(); }

  void SetUp() override {
    if (!cluster) GTEST_SKIP() << "there is no PostgreSQL: apt-get install postgresql-15";
    database_ = std::make_unique<TestDatabase>();
    token_ = found_company(database_->words());
  }

  [[nodiscard]] Place place() const { return database_->words(); }
  [[nodiscard]] const std::string& url() const { return database_->url(); }
  [[nodiscard]] const std::string& token() const { return token_; }

  /// How often each key is stored.
  [[nodiscard]] std::map<std::string, int> stored() const {
    std::map<std::string, int> times;
    for (const auto& row : rows_of(url(), "SELECT external_id, count(*) FROM activity GROUP BY external_id"))
      times[row.at(0)] = std::stoi(row.at(1));
    return times;
  }

  void expect_nothing_lost_or_doubled(const Clients::Report& report) const {
    const auto times = stored();
    for (const auto& key : report.acknowledged)
      ASSERT_EQ(times.count(key), 1U) << key << " was acknowledged and is lost";
    for (const auto& [key, count] : times) ASSERT_EQ(count, 1) << key;
  }

  /// When every client has been acknowledged: nothing else is stored, and everything adds up.
  void expect_all_in_order(const Clients::Report& report, const std::string& killed) const {
    expect_nothing_lost_or_doubled(report);
    EXPECT_GT(report.acknowledged.size(), 50U);
    EXPECT_EQ(stored().size(), report.acknowledged.size());
    EXPECT_EQ(verified_activities(place()), static_cast<std::int64_t>(report.acknowledged.size()));
    for (const auto& [code, count] : report.refusals) EXPECT_EQ(code, "store.unreachable") << count << " times";
    const auto refused = report.refusals.find("store.unreachable");
    std::cout << killed << ": " << report.acknowledged.size() << " acknowledged, of them " << report.replayed
              << " stored before the client heard of it; " << report.unanswered << " without an answer, "
              << (refused == report.refusals.end() ? 0 : refused->second) << " answered 503\n";
  }

  /// Sessions of ours that the server ends, those at work first.
  [[nodiscard]] std::int64_t end_sessions(const std::string& most) const {
    return number_of(url(),
                     "SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity"
                     " WHERE application_name = 'paceline' AND datname = current_database()"
                     " ORDER BY state = 'idle', random() LIMIT " +
                         most + ") AS session");
  }

  /// Until the condition holds; how long that took.
  template <class Condition>
  [[nodiscard]] static milliseconds wait_until(Condition holds, milliseconds most) {
    const auto began = std::chrono::steady_clock::now();
    while (!holds()) {
      if (since(began) > most) {
        ADD_FAILURE() << "not in " << most.count() << " ms";
        break;
      }
      std::this_thread::sleep_for(milliseconds(10));
    }
    return since(began);
  }

  static inline std::unique_ptr<OwnCluster> cluster;

 private:
  std::unique_ptr<TestDatabase> database_;
  std::string token_;
};

TEST_F(KilledOnPostgres, AServerOfTwoLosesNothingAndDoublesNothing) {
  const int rounds = wished("PACELINE_KILLS", 6);
  testing_support::Random chance;
  TwoServers servers(place());
  Clients clients(servers, token());
  for (int round = 0; round < rounds; ++round) {
    std::this_thread::sleep_for(milliseconds(chance.between(200, 900)));
    servers.kill(round % kServers);
    std::this_thread::sleep_for(milliseconds(chance.between(0, 300)));
    expect_nothing_lost_or_doubled(clients.so_far());
    servers.start(round % kServers);
  }
  const auto report = clients.stop();
  EXPECT_GT(report.unanswered, 0) << "no client noticed";
  expect_all_in_order(report, std::to_string(rounds) + " servers killed");
}

TEST_F(KilledOnPostgres, SessionsOfTheDatabaseLoseNothingAndDoubleNothing) {
  const int kills = wished("PACELINE_SESSION_KILLS", 20);
  testing_support::Random chance;
  TwoServers servers(place());
  Clients clients(servers, token());
  std::int64_t ended = 0;
  for (int kill = 0; kill < kills; ++kill) {
    std::this_thread::sleep_for(milliseconds(chance.between(50, 400)));
    ended += end_sessions(kill % 4 == 3 ? "ALL" : "1");
    expect_nothing_lost_or_doubled(clients.so_far());
  }
  const auto report = clients.stop();
  EXPECT_GE(ended, kills);
  EXPECT_EQ(report.unanswered, 0) << "the servers live; " << report.last_unanswered;
  expect_all_in_order(report, std::to_string(ended) + " sessions ended in " + std::to_string(kills) + " kills");
}

TEST_F(KilledOnPostgres, TheDatabaseLosesNothingAndDoublesNothing) {
  const int crashes = wished("PACELINE_CRASHES", 5);
  testing_support::Random chance;
  TwoServers servers(place());
  const std::string page = servers.told(0, "/");  // 404 in a program that was built without the page
  Clients clients(servers, token());
  milliseconds slowest_page{};
  milliseconds slowest_refusal{};
  milliseconds slowest_return{};
  for (int crash = 0; crash < crashes; ++crash) {
    std::this_thread::sleep_for(milliseconds(chance.between(300, 900)));
    cluster->crash();
    for (int server = 0; server < kServers; ++server) {
      const auto asked = std::chrono::steady_clock::now();
      EXPECT_EQ(servers.told(server, "/"), page);
      slowest_page = std::max(slowest_page, since(asked));
      // A process of the database may outlive the first one by a moment, and answer.
      const auto away = [&] { return servers.told(server, "/api/v1/health") == kAway; };
      slowest_refusal = std::max(slowest_refusal, wait_until(away, seconds(5)));
      EXPECT_EQ(servers.told(server, "/api/v1/kinds", token()), kAway);
    }
    cluster->again();
    for (int server = 0; server < kServers; ++server) {
      const auto well = [&] { return servers.told(server, "/api/v1/health") == "200"; };
      slowest_return = std::max(slowest_return, wait_until(well, seconds(5)));
    }
    expect_nothing_lost_or_doubled(clients.so_far());
  }
  const auto report = clients.stop();
  EXPECT_EQ(report.unanswered, 0) << "the servers live; " << report.last_unanswered;
  expect_all_in_order(report, std::to_string(crashes) + " crashes of the database");
  std::cout << "  while away: the page (" << page << ") within " << slowest_page.count() << " ms, a refusal within "
            << slowest_refusal.count() << " ms; well again " << slowest_return.count() << " ms after the database\n";
}

TEST_F(KilledOnPostgres, JobsOfAKilledServerAreDoneOnceByTheOther) {
  constexpr int kOrganisations = 300;
  constexpr int kJobs = 2 * (kOrganisations + 1);  // housekeeping and closing, of each
  (void)rows_of(url(),
                "INSERT INTO organisation (org_id, name, zone, currency, demonstration, created_at)"
                " SELECT n, 'Org ' || n, 'Etc/UTC', 'EUR', 0, 0 FROM generate_series(1, " +
                    std::to_string(kOrganisations) + ") AS n");
  const std::string unfinished = "SELECT count(*) FROM job WHERE runs = 0";
  const auto all_done = [&] { return number_of(url(), unfinished) == 0; };
  const Server other(place());
  (void)wait_until(all_done, seconds(20));
  const std::string number_of_other = rows_of(url(), "SELECT DISTINCT lease_by FROM job").at(0).at(0);
  Server killed(place());
  (void)rows_of(url(), "UPDATE job SET due_at = 0, runs = 0, lease_by = 0, lease_until = 0");

  // Killed while it has a job, and has had others.
  const auto done_by_it = [&] {
    return number_of(url(), "SELECT count(*) FROM job WHERE runs = 1 AND lease_by <> " + number_of_other);
  };
  (void)wait_until([&] { return done_by_it() >= 10; }, seconds(10));
  const std::string held = unfinished + " AND lease_until > 0 AND lease_by NOT IN (0, " + number_of_other + ")";
  bool has_one = false;
  for (int look = 0; look < 1000 && !has_one; ++look) {
    std::this_thread::sleep_for(milliseconds(3));
    killed.signal(SIGSTOP);
    has_one = number_of(url(), held) == 1;
    killed.signal(has_one ? SIGKILL : SIGCONT);
  }
  ASSERT_TRUE(has_one) << "it never had a job";
  const auto left = number_of(url(), unfinished);
  const auto took = wait_until(all_done, seconds(30));
  EXPECT_EQ(number_of(url(), "SELECT count(*) FROM job"), kJobs);
  EXPECT_EQ(number_of(url(), "SELECT max(runs) FROM job"), 1);
  std::cout << kJobs << " jobs, once each: " << left << " were left when a server was killed, done " << took.count()
            << " ms later; " << done_by_it() << " by the one that was killed\n";
}

}  // namespace
}  // namespace paceline::product
