// SPDX-License-Identifier: Apache-2.0
// Background jobs by lease: each once, resumed when the server that had it is gone.
#include "app/jobs.h"

#include <gtest/gtest.h>

#include <thread>

#include "app/housekeeping.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

constexpr std::int64_t kFirstServer = 1;
constexpr std::int64_t kSecondServer = 2;

int done_by(std::int64_t server, Product& product) {
  const auto done = do_due_jobs(server, product.clock, product.unit);
  EXPECT_TRUE(done) << (done ? "" : done.error().code + done.error().detail);
  return done.value_or(-1);
}

std::optional<Lease> taken_by(std::int64_t server, OrgId org_id, Product& product) {
  const Instant now = product.clock.now();
  const auto lease = write_as<std::optional<Lease>>(product.unit, org_id, [&](Stores& stores) {
    return stores.jobs.take(server, now, now.plus_seconds(kLeaseSeconds));
  });
  EXPECT_TRUE(lease);
  return lease.value_or(std::nullopt);
}

TEST(Jobs, AreDoneOnceADay) {
  Product product;
  (void)product.found("acme");
  (void)product.found("beta");
  EXPECT_EQ(done_by(kFirstServer, product), 2);
  EXPECT_EQ(done_by(kSecondServer, product), 0);
  product.clock.advance_seconds(kSecondsPerDay - 1);
  EXPECT_EQ(done_by(kSecondServer, product), 0);
  product.clock.advance_seconds(1);
  EXPECT_EQ(done_by(kSecondServer, product), 2);
  EXPECT_EQ(product.number("SELECT min(runs) FROM job"), 2);
  EXPECT_EQ(product.number("SELECT max(runs) FROM job"), 2);
}

TEST(Jobs, SeveralServersShareThem) {
  Product product;
  constexpr int kOrganisations = 20;
  for (int number = 0; number < kOrganisations; ++number) (void)product.found("org" + std::to_string(number));
  std::vector<std::thread> servers;
  std::atomic<int> done = 0;
  for (int server = 1; server <= 4; ++server) servers.emplace_back([&, server] { done += done_by(server, product); });
  for (std::thread& server : servers) server.join();
  EXPECT_EQ(done, kOrganisations);
  EXPECT_EQ(product.number("SELECT sum(runs) FROM job"), kOrganisations);
  EXPECT_EQ(product.number("SELECT max(runs) FROM job"), 1);
}

TEST(Jobs, OfAServerThatIsGoneAreTakenUpAndItsLateEndIsRefused) {
  Product product;
  const OrgId org = product.found("acme");
  const auto lease = taken_by(kFirstServer, org, product);
  ASSERT_TRUE(lease);
  product.clock.advance_seconds(kLeaseSeconds - 1);
  EXPECT_EQ(done_by(kSecondServer, product), 0) << "the first server has it";
  product.clock.advance_seconds(1);
  EXPECT_EQ(done_by(kSecondServer, product), 1);
  const auto late = product.unit.write(org, [&](Stores& stores) -> Result<void> {
    return stores.jobs.finish(*lease, kFirstServer, product.clock.now());
  });
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, "job.lease_lost");
  EXPECT_EQ(product.number("SELECT runs FROM job"), 1);
}

TEST(Jobs, HousekeepingForgetsWhatIsOver) {
  Product product;
  const OrgId org = product.found("acme");
  product.apply(
      org, json("{'teams': [{'name': 'T'}], 'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'team': 'T'}]}"));
  const Person ann = product.person(org, "ann@acme.example");
  (void)product.session(org, ann.user_id, 3600);
  (void)product.add_call(org, ann.user_id);
  ASSERT_EQ(done_by(kFirstServer, product), 1);
  EXPECT_GT(product.number("SELECT count(*) FROM change"), 0);
  EXPECT_EQ(product.number("SELECT count(*) FROM session"), 1);
  product.clock.advance_seconds(kAnswerSeconds + kSecondsPerDay);
  ASSERT_EQ(done_by(kFirstServer, product), 1);
  EXPECT_EQ(product.number("SELECT count(*) FROM change"), 0);
  EXPECT_EQ(product.number("SELECT count(*) FROM session"), 0);
  EXPECT_EQ(product.number("SELECT count(*) FROM idempotency"), 0);
  const auto newest =
      read_as<std::int64_t>(product.unit, org, [](Stores& stores) { return stores.ledger.newest_change(); });
  EXPECT_GT(*newest, 0) << "numbers go on where they were";
}

}  // namespace
}  // namespace paceline::product
