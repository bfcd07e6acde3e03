// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cross_sell.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

constexpr ProductLineId kLife{1};
constexpr ProductLineId kSavings{2};
constexpr ProductLineId kTravel{3};

const Customer kC{AccountId(13), {kLife}};
const std::vector<Customer> kCustomers = {
    {AccountId(11), {kLife, kSavings}}, {AccountId(12), {kLife, kSavings}}, kC, {AccountId(14), {kTravel}}};

TEST(CrossSell, WorkedExample) {
  const std::vector<OfferedLine> offered = {{kLife, 100}, {kSavings, 2'100}, {kTravel, 2'100}};
  const auto found = cross_sells(kC, holdings_of(kCustomers), offered);
  ASSERT_EQ(found.size(), 2U) << "what the customer has is not offered";
  EXPECT_EQ(found[0].product_line_id, kSavings);
  EXPECT_EQ(found[0].alike, 2);
  EXPECT_EQ(found[0].alike_have, 2);
  EXPECT_DOUBLE_EQ(found[0].share, 16.0 / 21);
  EXPECT_EQ(found[0].worth_minor, 1'600);
  EXPECT_EQ(found[1].product_line_id, kTravel);
  EXPECT_EQ(found[1].alike_have, 0);
  EXPECT_DOUBLE_EQ(found[1].share, 5.0 / 21);
  EXPECT_EQ(found[1].worth_minor, 500);
}

TEST(CrossSell, MoneyDecidesBeforeTheShare) {
  const auto found =
      cross_sells(kC, holdings_of(kCustomers), std::vector<OfferedLine>{{kSavings, 1'000}, {kTravel, 100'000}});
  EXPECT_EQ(found.front().product_line_id, kTravel);
}

TEST(CrossSell, ALineWhoseWorthNobodyCanTellStandsLast) {
  const auto found = cross_sells(kC, holdings_of(kCustomers), std::vector<OfferedLine>{{kSavings, {}}, {kTravel, 0}});
  EXPECT_EQ(found.front().product_line_id, kTravel);
  EXPECT_EQ(found.back().worth_minor, std::nullopt);
  EXPECT_DOUBLE_EQ(found.back().share, 16.0 / 21);
}

TEST(CrossSell, WhoHasNothingIsNoCustomerAndAloneThereIsNobodyToCompareWith) {
  const std::vector<OfferedLine> offered = {{kSavings, 100}};
  EXPECT_TRUE(cross_sells({AccountId(15), {}}, holdings_of(kCustomers), offered).empty());
  const auto found = cross_sells(kC, holdings_of(std::vector<Customer>{kC}), offered);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].alike, 0);
  EXPECT_DOUBLE_EQ(found[0].share, 0);
}

}  // namespace
}  // namespace paceline
