// SPDX-License-Identifier: Apache-2.0
// Clocks that jump, forwards and back: nothing acknowledged is lost or doubled, nobody is signed out, a key is still
// known, what is known later stays later, and what is done in the background goes on.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <iostream>

#include "app/jobs.h"
#include "tests/product/faulty_machine.h"
#include "tests/product/loggers.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

constexpr std::int64_t kServer = 1;
constexpr const char* kTeam =
    "{'teams': [{'name': 'T'}], 'users': [{'email': 'r@acme.example', 'name': 'R', 'team': 'T'}], 'quotas': [{'key': 'q',"
    "'name': 'Q', 'period': 'week', 'amount': 9, 'rule': {'kinds': ['call']}, 'teams': ['T'], 'from': '2020-01-01'}]}";

int jobs_done(Product& product) {
  const auto done = do_due_jobs(kServer, {product.clock, {product.zones, product.secrets, product.ids}}, product.unit);
  EXPECT_TRUE(done) << (done ? "" : done.error().code);
  return done.value_or(-1);
}

TEST(ClockThatJumps, ChangesAreKnownAfterWhatTheyChange) {
  Product product;
  const OrgId org = product.found("acme");
  product.apply(org, json(kTeam));
  const Caller rep = product.token(org, product.person(org, "r@acme.example").user_id, Scope::log);
  product.clock.advance_seconds(3600);
  const auto logged = product.post(rep, "/activities", json("{'kind': 'call', 'direction': 'outbound'}"));
  ASSERT_EQ(logged.told(), "201") << logged.text;
  product.clock.advance_seconds(-3600);
  const std::string path = "/activities/" + logged.text_at("/activity/activity_id");
  const auto corrected = product.post(rep, path + "/correct", json("{'set': {'duration_s': 61}, 'reason': 'typed'}"));
  EXPECT_LT(corrected.status, 300) << corrected.text;
  const auto voided = product.post(rep, path + "/void", json("{'reason': 'twice'}"));
  EXPECT_LT(voided.status, 300) << voided.text;
  EXPECT_EQ(product.number("SELECT count(*) FROM activity_change"), 2);
  EXPECT_EQ(product.number("SELECT count(*) FROM activity_change c JOIN activity a ON a.org_id = c.org_id"
                           " AND a.activity_id = c.activity_id WHERE c.known_at < a.known_at"),
            0);
  EXPECT_EQ(product.differences(org), std::vector<std::string>());
}

TEST(ClockThatJumps, JobsOfAClockThatWasAheadAreDueAgain) {
  Product product;
  (void)product.found("acme");
  product.clock.advance_seconds(100 * kSecondsPerDay);
  EXPECT_EQ(jobs_done(product), 1);
  product.clock.advance_seconds(-100 * kSecondsPerDay);
  EXPECT_EQ(jobs_done(product), 1) << "not in a hundred days";
  EXPECT_EQ(jobs_done(product), 0);
}

TEST(ClockThatJumps, ALeaseOfAClockThatWasAheadHoldsNobodyUp) {
  Product product;
  const OrgId org = product.found("acme");
  const Instant ahead = product.clock.now().plus_seconds(100 * kSecondsPerDay);
  product.write(org, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto lease, stores.jobs.take(kServer, ahead, ahead.plus_seconds(kLeaseSeconds)));
    return lease ? Result<void>() : fail(Fault::not_found, "test.no_job");
  });
  EXPECT_EQ(jobs_done(product), 1);
}

/// "201", "503"; the code when nothing answers.
std::string status_of(const Server& server, const api::Request& request) {
  const auto answered = server.send(request);
  return answered ? std::to_string(answered->status) : answered.error().code;
}

std::string body_of(const Server& server, const api::Request& request) {
  const auto answered = server.send(request);
  return answered ? answered->body : answered.error().code;
}

TEST(ClockThatJumps, AServerLosesAndDoublesNothing) {
  if (!FaultyMachine::can_be()) GTEST_SKIP() << "not under a sanitizer";
  const TestDatabase database;
  FaultyMachine machine("/nowhere");
  const Place place = database.words();
  const std::string token = found_company(place);
  constexpr std::int64_t hour = 3600;
  constexpr std::int64_t jumps[] = {3 * 24 * hour, 0, -3 * 24 * hour, hour, -hour, 0};
  Loggers::Report report;
  {
    const Server server(place);
    const api::Request first = log_request(token, "first");
    const std::string answer = body_of(server, first);
    Loggers loggers(server, token, 8);
    for (const std::int64_t jump : jumps) {
      machine.move_clock(jump);
      const std::size_t before = loggers.so_far().acknowledged.size();
      for (int look = 0; look < 1000 && loggers.so_far().acknowledged.size() < before + 20; ++look)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      EXPECT_GE(loggers.so_far().acknowledged.size(), before + 20) << "after a jump to " << jump << " s";
      EXPECT_EQ(body_of(server, first), answer) << "the key is not known after a jump to " << jump << " s";
    }
    report = loggers.stop();
    EXPECT_EQ(status_of(server, log_request(token, "last")), "201") << "the token holds";
  }
  EXPECT_EQ(report.unanswered, 0);
  for (const auto& [refusal, times] : report.refusals) ADD_FAILURE() << times << " times " << refusal;
  EXPECT_EQ(verified_activities(place), static_cast<std::int64_t>(report.acknowledged.size()) + 2);
  std::cout << std::size(jumps) << " jumps of the clock: " << report.acknowledged.size()
            << " acknowledged, each there once\n";
}

}  // namespace
}  // namespace paceline::product
