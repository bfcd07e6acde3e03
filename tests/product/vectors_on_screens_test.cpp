// SPDX-License-Identifier: Apache-2.0
// Vectors of the mathematics through the product: what a vector says is made to happen over the API, and the figure
// that a screen reads is the vector's. The clock stands at 2026-11-18 12:00 UTC.
#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>

#include "tests/product/company.h"

namespace paceline::product {
namespace {

constexpr double kVectorTolerance = 1e-6;

class VectorsOnScreens : public testing::Test {
 protected:
  void post_all(const Person& who, const std::string& path, const std::string& items) {
    const auto told = c.product.post(c.session(who), path, json("{'items': [" + items + "]}"));
    ASSERT_EQ(told.status, 200) << told.text;
    ASSERT_EQ(told.number_at("/refused"), 0) << told.text;
  }

  [[nodiscard]] std::string ago(int days) const {
    return to_text(c.product.clock.now().plus_seconds(-days * kSecondsPerDay));
  }

  /// An opportunity that began so many days before its end (1 won, 2 lost) or before now (0 open).
  [[nodiscard]] std::string opportunity(int number, int days, int end) const {
    const std::string name = "N" + std::to_string(number);
    std::string item = "{'name': '" + name + "', 'key': '" + name + "', 'stage': 'estimate', 'occurred_at': '" +
                       ago(end == 0 ? days : days + 1) +
                       "', 'amounts': [{'amount': {'amount_minor': 500, 'currency': 'EUR'}}]";
    if (end == 1) item += ", 'moves': [{'stage': 'won', 'occurred_at': '" + ago(1) + "'}]";
    if (end == 2) item += ", 'moves': [{'stage': 'lost', 'reason': 'price', 'occurred_at': '" + ago(1) + "'}]";
    return item + "}";
  }

  /// First calls with so many contacts, of whom so many agreed, 30 days ago; after a signal or cold.
  void call(const std::string& prefix, int contacts, int agreed, bool after_signal) {
    std::string people;
    std::string signals;
    std::string calls;
    for (int n = 0; n < contacts; ++n) {
      const std::string comma = n > 0 ? "," : "";
      const std::string key = "'" + prefix + std::to_string(n) + "'";
      people += comma + "{'key': " + key + ", 'name': " + key + ", 'temperature': 'cold'}";
      signals += comma + "{'contact': " + key + ", 'kind': 'click', 'occurred_at': '" + ago(31) + "'}";
      calls += comma + "{'kind': 'call', 'direction': 'outbound', 'contact': " + key + ", 'outcome': '" +
               (n < agreed ? "agreed" : "no_answer") + "', 'occurred_at': '" + ago(30) + "'}";
    }
    post_all(c.ana, "/contacts/batch", people);
    if (after_signal) post_all(c.ana, "/signals/batch", signals);
    post_all(c.ana, "/activities/batch", calls);
  }

  Answered leads_to() { return c.product.get(c.session(c.ana), "/reps/me/leads-to?from=2026-10-10&to=2026-11-01"); }

  static void expect_near(const Answered& told, const std::string& pointer, double wanted) {
    const auto& value = told.at(pointer);
    ASSERT_TRUE(value.is_double() || value.is_int64()) << pointer << " of " << told.text;
    EXPECT_NEAR(value.to_number<double>(), wanted, kVectorTolerance * std::max(1.0, std::abs(wanted))) << pointer;
  }

  Company c;
};

/// coverage_rule: win 1/3, 5 needed, coverage 3. One was won and two were lost, each after ten days; fifteen are open
/// for a day; the one sale is of 5.00, and 25.00 is still to sell.
TEST_F(VectorsOnScreens, ThreeTimesIsEnoughSixTimesInTen) {
  std::string items = opportunity(1, 10, 1) + "," + opportunity(2, 10, 2) + "," + opportunity(3, 10, 2);
  for (int n = 4; n < 19; ++n) items += "," + opportunity(n, 1, 0);
  post_all(c.ana, "/opportunities/batch", items);
  const auto told = c.product.get(c.session(c.ana), "/standing?quota_minor=3000");
  EXPECT_EQ(told.number_at("/sold/amount_minor"), 500) << told.text;
  EXPECT_EQ(told.number_at("/coverage/to_sell/amount_minor"), 2500);
  EXPECT_EQ(told.number_at("/coverage/open_count"), 15);
  EXPECT_EQ(told.number_at("/coverage/wins_needed"), 5);
  expect_near(told, "/win_share/share", 1.0 / 3);
  expect_near(told, "/coverage/chance", 0.5959352165);
  EXPECT_EQ(told.number_at("/coverage/needed_80"), 19);
  expect_near(told, "/coverage/coverage_80", 3.8);
  EXPECT_EQ(told.number_at("/coverage/needed_95"), 25);
  expect_near(told, "/coverage/coverage_95", 5.0);
  expect_near(told, "/coverage/break_even", 3.0);
}

/// aalen_johansen: fifteen, five won, five lost, five open. Won of closed would say 0.5.
TEST_F(VectorsOnScreens, TheWinShareOfAStageCountsOpenOnesForAsLongAsTheyWereSeen) {
  const std::vector<std::pair<int, int>> seen{{2, 2},  {3, 1},  {3, 2},  {5, 2},  {6, 1},  {6, 0},  {8, 2}, {9, 1},
                                              {10, 0}, {12, 1}, {13, 2}, {15, 0}, {18, 1}, {20, 0}, {22, 0}};
  std::string items;
  int number = 0;
  for (const auto& [days, end] : seen) {
    if (number > 0) items += ",";
    items += opportunity(++number, days, end);
  }
  post_all(c.ana, "/opportunities/batch", items);
  const auto told = c.product.get(c.session(c.ana), "/standing?quota_minor=100000");
  EXPECT_EQ(told.number_at("/stages/0/win_share/entered"), 15) << told.text;
  EXPECT_EQ(told.number_at("/stages/0/win_share/won"), 5);
  EXPECT_EQ(told.number_at("/stages/0/win_share/lost"), 5);
  EXPECT_EQ(told.number_at("/stages/0/win_share/open"), 5);
  expect_near(told, "/stages/0/win_share/share", 0.4090534979);
  EXPECT_EQ(told.number_at("/expected/mean/amount_minor"), 1023) << "of five open ones of 5.00 each";
}

/// prob_a_beats_b: 12 of 35 against 5 of 30.
TEST_F(VectorsOnScreens, TheChanceThatSignalLedContactsAgreeMoreOften) {
  call("led", 35, 12, true);
  call("cold", 30, 5, false);
  const auto told = leads_to();
  EXPECT_EQ(told.number_at("/cold_and_signal/signal_led/led_to/agreed/n"), 12) << told.text;
  EXPECT_EQ(told.number_at("/cold_and_signal/signal_led/led_to/agreed/of"), 35);
  EXPECT_EQ(told.number_at("/cold_and_signal/cold/led_to/agreed/n"), 5);
  EXPECT_EQ(told.number_at("/cold_and_signal/cold/led_to/agreed/of"), 30);
  expect_near(told, "/cold_and_signal/agreed/chance_higher", 0.9478431252);
  expect_near(told, "/cold_and_signal/agreed/value", 12.0 / 35 - 5.0 / 30);
}

/// wilson: 1 of 29 and 0 of 20.
TEST_F(VectorsOnScreens, AShareHasTheIntervalOfWilson) {
  call("led", 29, 1, true);
  call("cold", 20, 0, false);
  const auto told = leads_to();
  const std::string agreed = "/led_to/agreed/interval/";
  expect_near(told, "/cold_and_signal/signal_led" + agreed + "low", 0.006113214293);
  expect_near(told, "/cold_and_signal/signal_led" + agreed + "high", 0.1717552188);
  expect_near(told, "/cold_and_signal/cold" + agreed + "low", 0.0);
  expect_near(told, "/cold_and_signal/cold" + agreed + "high", 0.1611251581);
}

/// The figures above are those of the shared file, where it lies beside the source.
TEST(Vectors, OnScreensAreThoseOfTheSharedFile) {
  const auto path = std::filesystem::path(PACELINE_SOURCE_DIR).parent_path() / "shared/science/vectors.json";
  std::ifstream stream(path);
  if (!stream) GTEST_SKIP() << "no " << path;
  const auto all = boost::json::parse(std::string{std::istreambuf_iterator<char>(stream), {}});
  const std::map<std::string, std::vector<std::pair<std::string, double>>> used{
      {"coverage_rule",
       {{"/p_at_coverage", 0.5959352165}, {"/n80", 19}, {"/coverage80", 3.8}, {"/n95", 25}, {"/coverage95", 5}}},
      {"aalen_johansen", {{"/won_by_at", 0.4090534979}, {"/naive_closed_only", 0.5}}},
      {"prob_a_beats_b", {{"/p_a_gt_b", 0.9478431252}}},
      {"wilson", {{"/2/1", 0.1611251581}, {"/3/0", 0.006113214293}, {"/3/1", 0.1717552188}}}};
  std::size_t found = 0;
  for (const auto& vector : all.at("vectors").as_array()) {
    const auto wanted = used.find(std::string(vector.at("topic").as_string()));
    if (wanted == used.end()) continue;
    ++found;
    for (const auto& [pointer, value] : wanted->second)
      EXPECT_EQ(vector.at("expected").at_pointer(pointer).to_number<double>(), value) << wanted->first << pointer;
  }
  EXPECT_EQ(found, used.size());
}

}  // namespace
}  // namespace paceline::product
