// SPDX-License-Identifier: Apache-2.0
#include "pipeline/estimate.h"

#include <gtest/gtest.h>

#include "tests/base/random.h"

namespace paceline {
namespace {

Currency code_of(std::string_view code) {
  return *Currency::parse(code);
}

Day on(std::string_view text) {
  return *parse_day(text);
}

Instant morning(const std::string& text) {
  return *parse_instant(text + "T09:00:00Z");
}

/// 1,800.00 of line 1 and 0.50 of none, known on 2 March.
Estimate of_two_lines() {
  return {EstimateId(1),
          {},
          OpportunityId(1),
          RepId(1),
          {},
          1,
          code_of("USD"),
          {{ProductLineId(1), "days", 2'500, 80'000, 1'000}, {{}, "cable", 3'000, 33, 5'000}},
          morning("2026-03-02"),
          morning("2026-03-02"),
          UserId(1)};
}

EstimateChange change(std::int64_t seq, EstimateChangeKind kind, const std::string& day) {
  const bool sends = kind == EstimateChangeKind::sent;
  return {EstimateId(1),
          seq,
          kind,
          on(day),
          sends ? std::optional(on("2026-03-20")) : std::nullopt,
          sends ? std::nullopt : std::optional<std::string>("why"),
          morning(day),
          morning(day),
          morning(day),
          UserId(1)};
}

std::vector<std::string> codes_of(const Errors& faults) {
  std::vector<std::string> codes;
  for (const Error& fault : faults) codes.push_back(fault.code + " " + fault.field);
  return codes;
}

TEST(Estimate, IsWorthWhatTheHeaderSays) {
  const Estimate estimate = of_two_lines();
  EXPECT_EQ(worth_minor(estimate.lines[0]), 180'000);
  EXPECT_EQ(worth_minor(estimate.lines[1]), 50);
  EXPECT_EQ(worth_of(estimate), Money(180'050, code_of("USD")));
  EXPECT_EQ(parts_of(estimate), (std::vector<EstimatePart>{{{}, Money(50, code_of("USD"))},
                                                           {ProductLineId(1), Money(180'000, code_of("USD"))}}));
}

TEST(Estimate, GoesFromDraftToItsEndAndIsWhatWasKnown) {
  const std::vector<EstimateChange> changes{change(1, EstimateChangeKind::sent, "2026-03-05"),
                                            change(2, EstimateChangeKind::declined, "2026-03-12")};
  const Estimate estimate = of_two_lines();
  EXPECT_FALSE(estimate_as_of(estimate, changes, morning("2026-03-01")));
  EXPECT_EQ(estimate_as_of(estimate, changes, morning("2026-03-03"))->state, EstimateState::draft);
  const auto sent = estimate_as_of(estimate, changes, morning("2026-03-11"));
  EXPECT_EQ(sent->state, EstimateState::sent);
  EXPECT_EQ(sent->sent_day, on("2026-03-05"));
  EXPECT_EQ(sent->version, 1);
  const auto declined = estimate_as_of(estimate, changes, morning("2026-03-12"));
  EXPECT_EQ(declined->state, EstimateState::declined);
  EXPECT_EQ(declined->ended_day, on("2026-03-12"));
  EXPECT_EQ(declined->end_reason, "why");
  EXPECT_EQ(declined->sent_day, on("2026-03-05"));
}

TEST(Estimate, ExpiresAfterItsLastDayAndMayStillBeAnswered) {
  EstimateNow now{EstimateId(1), EstimateState::sent, on("2026-03-05"), on("2026-03-20"), {}, {}, 1};
  EXPECT_EQ(state_on(now, on("2026-03-20")), EstimateState::sent);
  EXPECT_EQ(state_on(now, on("2026-03-21")), EstimateState::expired);
  EXPECT_TRUE(may_follow(EstimateState::expired, EstimateChangeKind::accepted));
  now.valid_until.reset();
  EXPECT_EQ(state_on(now, on("2030-01-01")), EstimateState::sent);
  now.state = EstimateState::accepted;
  now.valid_until = on("2026-03-20");
  EXPECT_EQ(state_on(now, on("2026-03-21")), EstimateState::accepted);
}

TEST(Estimate, TakesOnlyTheNextStepThatFits) {
  EXPECT_TRUE(may_follow(EstimateState::draft, EstimateChangeKind::sent));
  EXPECT_TRUE(may_follow(EstimateState::draft, EstimateChangeKind::withdrawn));
  EXPECT_FALSE(may_follow(EstimateState::draft, EstimateChangeKind::accepted));
  EXPECT_FALSE(may_follow(EstimateState::sent, EstimateChangeKind::sent));
  for (const EstimateState ended :
       {EstimateState::accepted, EstimateState::declined, EstimateState::withdrawn, EstimateState::superseded}) {
    EXPECT_FALSE(may_follow(ended, EstimateChangeKind::accepted)) << static_cast<int>(ended);
    EXPECT_FALSE(may_follow(ended, EstimateChangeKind::withdrawn)) << static_cast<int>(ended);
  }
}

TEST(Estimate, CountsOnceAndNotWhenItWasWithdrawn) {
  Estimate estimate = of_two_lines();
  EstimateNow now{EstimateId(1), EstimateState::draft, {}, {}, {}, {}, 0};
  EXPECT_FALSE(counts_as_sent(estimate, now));
  now.sent_day = on("2026-03-05");
  for (const EstimateState state :
       {EstimateState::sent, EstimateState::accepted, EstimateState::declined, EstimateState::superseded}) {
    now.state = state;
    EXPECT_TRUE(counts_as_sent(estimate, now)) << static_cast<int>(state);
  }
  now.state = EstimateState::withdrawn;
  EXPECT_FALSE(counts_as_sent(estimate, now));
  now.state = EstimateState::sent;
  estimate.replaces = EstimateId(7);
  EXPECT_FALSE(counts_as_sent(estimate, now));
}

TEST(Estimate, IsReportedByTheRateOfItsDayAndNeverAtOne) {
  const std::vector<CurrencyRate> rates{{code_of("USD"), on("2026-03-04"), 920'000'000},
                                        {code_of("USD"), on("2026-03-10"), 500'000'000}};
  const auto parts = reported_parts(of_two_lines(), on("2026-03-05"), code_of("EUR"), rates);
  ASSERT_TRUE(parts);
  EXPECT_EQ(*parts, (std::vector<EstimatePart>{{{}, Money(46, code_of("EUR"))},
                                               {ProductLineId(1), Money(165'600, code_of("EUR"))}}));
  const auto missing = reported_parts(of_two_lines(), on("2026-03-03"), code_of("EUR"), rates);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, "currency.rate.missing");
  EXPECT_TRUE(reported_parts(of_two_lines(), on("2026-03-03"), code_of("USD"), {}));
}

TEST(Estimate, RefusesEachBadLineAtItsPlace) {
  const std::vector<EstimateLine> bad{{{}, "", 0, -1, 10'001}, {{}, "", kMostQuantityMilli + 1, 0, -1}};
  EXPECT_EQ(codes_of(check_lines(bad)),
            (std::vector<std::string>{"estimate.quantity.out_of_range /lines/0/quantity_milli",
                                      "estimate.unit_price.out_of_range /lines/0/unit_price_minor",
                                      "estimate.discount.out_of_range /lines/0/discount_bp",
                                      "estimate.quantity.out_of_range /lines/1/quantity_milli",
                                      "estimate.discount.out_of_range /lines/1/discount_bp"}));
  EXPECT_EQ(codes_of(check_lines({})), std::vector<std::string>{"estimate.lines.missing /lines"});
  const std::vector<EstimateLine> many(kMostEstimateLines + 1, EstimateLine{{}, "", 1'000, 1, 0});
  EXPECT_EQ(codes_of(check_lines(many)), std::vector<std::string>{"estimate.lines.too_many /lines"});
  const std::vector<EstimateLine> dear{{{}, "", 2'000, kMostEstimateMinor, 0}};
  EXPECT_EQ(codes_of(check_lines(dear)), std::vector<std::string>{"money.out_of_range /lines"});
  EXPECT_TRUE(check_lines(std::vector<EstimateLine>{{{}, "", 1, 0, 10'000}}).empty());
}

TEST(Estimate, PartsAddUpToTheWhole) {
  testing_support::Random random;
  for (int round = 0; round < 200; ++round) {
    Estimate estimate = of_two_lines();
    estimate.lines.clear();
    const std::int64_t lines = random.between(1, 20);
    for (std::int64_t at = 0; at < lines; ++at) {
      estimate.lines.push_back({ProductLineId(random.between(1, 4)), "", random.between(1, 9'999),
                                random.between(0, 9'999'999), random.between(0, 10'000)});
    }
    std::int64_t sum = 0;
    for (const EstimatePart& part : parts_of(estimate)) sum += part.worth.minor();
    EXPECT_EQ(sum, worth_of(estimate).minor());
  }
}

}  // namespace
}  // namespace paceline
