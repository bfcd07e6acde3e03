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

JobTools tools_of(Product& product) {
  return {product.clock, {product.zones, product.secrets, product.ids}};
}

int done_by(std::int64_t server, Product& product) {
  const auto done = do_due_jobs(server, tools_of(product), product.unit);
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

/// A database on which every write takes most of a lease.
class SlowDatabase final : public UnitOfWork {
 public:
  SlowDatabase(Product& product, std::function<void()> after_write)
      : product_(product), after_write_(std::move(after_write)) {}

  Result<void> read(OrgId org_id, const Work& work) override { return product_.unit.read(org_id, work); }
  Result<void> write(OrgId org_id, const Work& work) override {
    PACELINE_CHECK(product_.unit.write(org_id, work));
    product_.clock.advance_seconds(kLeaseSeconds - 1);
    after_write_();
    return {};
  }
  Result<std::optional<OrgId>> organisation_of_login(std::string_view email) override {
    return product_.unit.organisation_of_login(email);
  }
  Result<std::vector<OrgId>> organisations() override { return product_.unit.organisations(); }
  Result<std::vector<OrgId>> organisations_with_due_jobs(Instant now) override {
    return product_.unit.organisations_with_due_jobs(now);
  }
  Result<std::vector<NewestChange>> newest_changes(const std::vector<OrgId>& organisations) override {
    return product_.unit.newest_changes(organisations);
  }

 private:
  Product& product_;
  std::function<void()> after_write_;
};

TEST(Jobs, ThatTakeLongAreDoneInPartsUnderOneLease) {
  constexpr int kParts = 3;
  Product product;
  const OrgId org = product.found("acme");
  product.alter(
      "INSERT INTO change (org_id, seq, word, stored_at) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
      " SELECT i + 1 FROM n WHERE i < " +
      std::to_string(kParts * kForgottenAtOnce - 1) + ") SELECT " + to_text(org) + ", -i, 'old', 0 FROM n");
  std::vector<std::int64_t> left;
  SlowDatabase slow(product, [&] {
    left.push_back(product.number("SELECT count(*) FROM change WHERE word = 'old'"));
    EXPECT_EQ(done_by(kSecondServer, product), 0) << "the first server has it";
  });
  const auto done = do_due_jobs(kFirstServer, tools_of(product), slow);
  ASSERT_TRUE(done) << done.error().code;
  EXPECT_EQ(*done, 1);
  EXPECT_EQ(product.number("SELECT runs FROM job"), 1);
  ASSERT_EQ(left.size(), std::size_t{1 + kParts}) << "to take it, and its parts";
  for (std::size_t part = 1; part < left.size(); ++part) EXPECT_LE(left[part - 1] - left[part], kForgottenAtOnce);
  EXPECT_EQ(left.back(), 0);
}

}  // namespace
}  // namespace paceline::product
