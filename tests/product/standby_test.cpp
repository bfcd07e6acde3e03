// SPDX-License-Identifier: Apache-2.0
// A COMMIT that no standby acknowledged is no answer; nor is the second run's, which finds the idempotency key, before
// its own COMMIT is acknowledged. Else a fail-over would lose what was answered.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/product/own_cluster.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPatience{5'000};

class KilledStandby : public testing::Test {
 protected:
  void SetUp() override {
    if (!OwnCluster::possible()) GTEST_SKIP() << "there is no PostgreSQL: apt-get install postgresql-15";
    cluster_ = std::make_unique<OwnCluster>();
  }

  /// From now on a COMMIT waits for a standby that is not there; none: for nobody.
  static void wait_for_standby(const std::string& name) {
    (void)rows_of(server_of_tests(), "ALTER SYSTEM SET synchronous_standby_names = '" + name + "'");
    (void)rows_of(server_of_tests(), "SELECT pg_reload_conf()");
    std::this_thread::sleep_for(milliseconds(300));
  }
  /// Whether a transaction that began after the moment is in its COMMIT, or is within some seconds.
  static bool commit_waits(const std::string& moment) {
    const std::string waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND xact_start > '" + moment + "'";
    for (auto slept = milliseconds(0); slept < kPatience; slept += milliseconds(20)) {
      if (number_of(server_of_tests(), waiting) > 0) return true;
      std::this_thread::sleep_for(milliseconds(20));
    }
    return false;
  }
  static std::string now() { return rows_of(server_of_tests(), "SELECT clock_timestamp()").at(0).at(0); }
  static void give_up_waiting() {
    (void)rows_of(server_of_tests(),
                  "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
  }

  std::unique_ptr<OwnCluster> cluster_;
};

TEST_F(KilledStandby, IsWaitedForByTheSecondRunToo) {
  Product product;
  const OrgId org = product.found("acme");
  product.apply(org, json("{'teams': [{'name': 'T'}],"
                          "'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'team': 'T'}]}"));
  const Caller ann = product.session(org, product.person(org, "ann@acme.example").user_id);
  wait_for_standby("nobody");
  std::atomic<bool> answered = false;
  const std::string before = now();
  std::thread client([&] {
    EXPECT_EQ(product.post(ann, "/activities", json("{'kind': 'call'}")).told(), "201");
    answered = true;
  });
  EXPECT_TRUE(commit_waits(before));
  const std::string first_given_up = now();
  give_up_waiting();
  EXPECT_TRUE(commit_waits(first_given_up));
  EXPECT_FALSE(answered);
  wait_for_standby("");
  client.join();
  EXPECT_EQ(product.number("SELECT count(*) FROM activity"), 1);
}

}  // namespace
}  // namespace paceline::product
