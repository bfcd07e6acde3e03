// SPDX-License-Identifier: Apache-2.0
#include "quota/rule.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

TEST(Rule, OfOneDefinitionHasOneIdWhateverTheOrder) {
  Rule a;
  a.kinds = {"call", "email", "call"};
  Rule b;
  b.kinds = {"email", "call"};
  EXPECT_EQ(canonical(a)->rule_id, canonical(b)->rule_id);
  EXPECT_EQ(canonical(a)->kinds, (std::vector<std::string>{"call", "email"}));
}

TEST(Rule, OfAnotherDefinitionHasAnotherId) {
  const RuleId plain = canonical(Rule())->rule_id;
  const auto changed = [](auto change) {
    Rule rule;
    change(rule);
    return canonical(rule)->rule_id;
  };
  EXPECT_NE(plain, changed([](Rule& r) { r.unit = Unit::contacts; }));
  EXPECT_NE(plain, changed([](Rule& r) { r.min_duration_s = 1; }));
  EXPECT_NE(plain, changed([](Rule& r) { r.repeat_window_s = 0; }));
  EXPECT_NE(plain, changed([](Rule& r) { r.after_signal = AfterSignal(); }));
  EXPECT_NE(changed([](Rule& r) { r.topics = {"a"}; }), changed([](Rule& r) { r.segments = {"a"}; }));
  EXPECT_NE(changed([](Rule& r) { r.topics = {"ab"}; }), changed([](Rule& r) { r.topics = {"a", "b"}; }));
}

TEST(Rule, IsRefusedWithEveryFault) {
  Rule rule;
  rule.min_duration_s = -1;
  rule.repeat_window_s = 86'401;
  rule.kinds = {"", "ok", "a\nb"};
  rule.topics = std::vector<std::string>(51, "x");
  rule.after_signal = AfterSignal{{}, {}, 0};
  const auto refused = canonical(rule);
  ASSERT_FALSE(refused);
  std::vector<std::string> faults;
  for (const Error& error : refused.error()) faults.push_back(error.code + " " + error.field);
  EXPECT_EQ(faults,
            (std::vector<std::string>{"rule.text.not_allowed /kinds/0", "rule.text.not_allowed /kinds/2",
                                      "rule.list.too_long /topics", "rule.min_duration_s.out_of_range /min_duration_s",
                                      "rule.repeat_window_s.out_of_range /repeat_window_s",
                                      "rule.within_days.out_of_range /after_signal/within_days"}));
}

TEST(Rule, ByWorthHasACurrencyAndNoOtherHas) {
  Rule rule;
  rule.unit = Unit::booked;
  ASSERT_FALSE(canonical(rule).has_value());
  EXPECT_EQ(canonical(rule).error().front().code, "rule.currency.missing");
  rule.currency = "EUR";
  ASSERT_TRUE(canonical(rule).has_value());
  EXPECT_EQ(canonical(rule)->repeat_window_s, 0);
  const RuleId euros = canonical(rule)->rule_id;
  rule.currency = "USD";
  EXPECT_NE(canonical(rule)->rule_id, euros);
  rule.unit = Unit::won;
  ASSERT_FALSE(canonical(rule).has_value());
  EXPECT_EQ(canonical(rule).error().front().code, "rule.currency.not_asked");
}

TEST(Rule, OverSalesAsksForNothingThatTheyDoNotHave) {
  Rule rule;
  rule.unit = Unit::won;
  rule.product_lines = {"gtx"};
  EXPECT_TRUE(canonical(rule).has_value());
  rule.kinds = {"call"};
  rule.after_signal = AfterSignal();
  const auto refused = canonical(rule);
  ASSERT_FALSE(refused.has_value());
  ASSERT_EQ(refused.error().size(), 2U);
  EXPECT_EQ(refused.error().front().code, "rule.not_for_unit");
  EXPECT_EQ(refused.error().front().field, "/kinds");
  EXPECT_EQ(refused.error().back().field, "/after_signal");
}

}  // namespace
}  // namespace paceline
