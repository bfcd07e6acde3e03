// SPDX-License-Identifier: Apache-2.0
// What is written of a demonstration's truth.
#include "cli/demo_truth.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

namespace paceline::product {
namespace {

std::string document(std::int64_t seed) {
  return cli::truth_document(demo::truth_of({30, 60, seed, 1}, *parse_day("2026-11-20")));
}

TEST(DemoTruth, IsTheSameForTheSameSeed) {
  EXPECT_EQ(document(3), document(3));
  EXPECT_NE(document(3), document(4));
}

TEST(DemoTruth, SaysEachRepsRatesByWeekday) {
  const auto truth = boost::json::parse(document(1));
  EXPECT_EQ(truth.at("seed").as_int64(), 1);
  EXPECT_EQ(truth.at("quotas").as_array().size(), 6U);
  ASSERT_EQ(truth.at("reps").as_array().size(), 30U);
  for (const auto& rep : truth.at("reps").as_array()) {
    ASSERT_EQ(rep.at("rates").as_array().size(), demo::kKinds);
    for (const auto& kind : rep.at("rates").as_array()) {
      EXPECT_EQ(kind.at("weekdays").as_array().size(), 7U);
      EXPECT_GT(kind.at("weekdays").as_array().front().to_number<double>(), 0);
    }
  }
}

TEST(DemoTruth, OutcomesOfAKindAddUpToOne) {
  std::map<std::string, double> sums;
  const auto truth = boost::json::parse(document(1));
  for (const auto& each : truth.at("outcomes").as_array())
    sums[std::string(each.at("kind").as_string())] += each.at("probability").to_number<double>();
  EXPECT_EQ(sums.size(), demo::kKinds);
  for (const auto& [kind, sum] : sums) EXPECT_NEAR(sum, 1, 1e-9) << kind;
}

}  // namespace
}  // namespace paceline::product
