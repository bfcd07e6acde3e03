// SPDX-License-Identifier: Apache-2.0
// Standing as it is asked: whose shares it may use, who is told of a look, and the rows of one moment. The clock stands
// at 2026-11-18 12:00 UTC, a Wednesday.
#include <algorithm>

#include "tests/product/company.h"

namespace paceline::product {
namespace {

class Standings : public testing::Test {
 protected:
  static std::string item(const std::string& name, const std::string& more) {
    return "{'name': '" + name + "', 'key': '" + name +
           "', 'stage': 'estimate', 'occurred_at': '2026-11-02T09:00:00Z'" + more + "}";
  }
  /// So many days after they began.
  static std::string then_after(int days) {
    const std::string day = std::to_string(days + 2);
    return "2026-11-" + std::string(day.size() < 2 ? "0" : "") + day + "T09:00:00Z";
  }
  static std::string won(int days) {
    const std::string then = then_after(days);
    return ", 'moves': [{'stage': 'won', 'occurred_at': '" + then +
           "', 'amounts': [{'amount': {'amount_minor': 500}}]}]";
  }
  static std::string lost(int days) {
    const std::string then = then_after(days);
    return ", 'moves': [{'stage': 'lost', 'reason': 'price', 'occurred_at': '" + then + "'}]";
  }
  static std::string open(const std::string& more = "") {
    return ", 'amounts': [{'amount': {'amount_minor': 1000}}]" + more;
  }
  void put(const Person& rep, const std::string& items) {
    const auto put = c.product.post(c.session(rep), "/opportunities/batch", json("{'items': [" + items + "]}"));
    ASSERT_EQ(put.status, 200) << put.text;
    ASSERT_EQ(put.number_at("/refused"), 0) << put.text;
  }
  Answered standing(const Person& who, const std::string& query = "") {
    return c.product.get(c.session(who), "/standing?quota_minor=100000" + query);
  }
  /// "viewer what", of each look at the rep.
  std::vector<std::string> looks(const Person& rep) {
    const auto listed = c.product.get(c.session(rep), "/reps/me/looks?limit=500");
    std::vector<std::string> lines;
    for (const auto& each : listed.at("/items").as_array())
      lines.push_back(std::string(each.at("viewer_name").as_string()) + " " + std::string(each.at("what").as_string()));
    std::sort(lines.begin(), lines.end());
    return lines;
  }
  Company c;
};

/// Two won after 4 and 12 days, one lost after 4, one open: 1/4 + 1/2 = 0.75. Two of three ended were won.
TEST_F(Standings, CoverageIsOfTheShareItselfAndNotOfANumberOfWinsNearIt) {
  put(c.ana, item("W1", won(4)) + "," + item("W2", won(12)) + "," + item("L1", lost(4)) + "," +
                 "{'name': 'O1', 'stage': 'estimate', 'occurred_at': '2026-11-10T09:00:00Z'" + open() + "}");
  const auto told = standing(c.ana);
  EXPECT_NEAR(told.at("/win_share/share").as_double(), 0.75, 1e-12) << told.text;
  EXPECT_NEAR(told.at("/coverage/break_even").as_double(), 4.0 / 3, 1e-8) << told.text;
}

TEST_F(Standings, OfAPeriodToComeHasWhatClosesInIt) {
  put(c.ana, item("Now", open(", 'close_day': '2026-12-01'")) + "," +
                 item("Next", open(", 'close_day': '2027-02-01'")) + "," +
                 item("Overdue", open(", 'close_day': '2026-11-03'")) + "," +
                 item("Later", open(", 'close_day': '2027-05-01'")));
  const auto names = [&](const std::string& period) {
    auto all = texts_of(c.product.get(c.session(c.ana), "/standing/rows?period=" + period), "name");
    std::sort(all.begin(), all.end());
    return all;
  };
  EXPECT_EQ(names("2026-Q4"), (std::vector<std::string>{"Now", "Overdue"})) << "what is overdue counts where we are";
  EXPECT_EQ(names("2027-Q1"), (std::vector<std::string>{"Next"}));
  const auto next = standing(c.ana, "&period=2027-Q1");
  EXPECT_EQ(next.number_at("/closes_earlier"), 2);
  EXPECT_EQ(next.number_at("/closes_later"), 1);
  EXPECT_EQ(standing(c.ana, "&period=2026-Q4").number_at("/closes_earlier"), 0);
}

TEST_F(Standings, OpenAStageToItsRowsByKeyAndById) {
  put(c.ana, item("A", open()) + "," + item("B", open()) + "," + item("W", won(4)));
  const auto told = standing(c.ana);
  ASSERT_EQ(told.at("/stages").as_array().size(), 1U) << told.text;
  EXPECT_EQ(told.number_at("/stages/0/count"), 2);
  for (const std::string& stage : {told.text_at("/stages/0/stage_id"), told.text_at("/stages/0/stage")}) {
    auto names = texts_of(c.product.get(c.session(c.ana), "/standing/rows?part=expected&stage=" + stage), "name");
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"A", "B"})) << stage;
  }
  EXPECT_EQ(c.product.get(c.session(c.ana), "/standing/rows?stage=999999").at("/items").as_array().size(), 0U);
}

TEST_F(Standings, OfATeamIsALookAtEachWhoStandsInIt) {
  put(c.ana, item("A", open()));
  put(c.carl, item("C", open()));
  EXPECT_EQ(standing(c.mila, "&team=East").status, 200);
  EXPECT_EQ(looks(c.ana), (std::vector<std::string>{"Mila Manager team"}));
  EXPECT_EQ(c.product.get(c.session(c.mila), "/standing/rows?team=East").status, 200);
  EXPECT_EQ(looks(c.ana), (std::vector<std::string>{"Mila Manager activities", "Mila Manager team"}));
  EXPECT_EQ(looks(c.carl), std::vector<std::string>()) << "whom the manager does not see";
  EXPECT_EQ(standing(c.ana).status, 200);
  EXPECT_EQ(looks(c.ana).size(), 2U) << "nobody is noted for the own";
}

/// Four people have something: under a narrower profile their wins would be known to be those of three others.
TEST_F(Standings, UnderANarrowerProfileNoShareIsOfFewerThanFivePeople) {
  put(c.ana, item("A1", won(4)) + "," + item("A2", lost(4)) + "," + item("A3", open()));
  put(c.boris, item("B", won(5)));
  put(c.carl, item("C", won(6)));
  put(c.wim, item("D", lost(7)));
  EXPECT_EQ(standing(c.ana).number_at("/win_share/entered"), 6);
  c.product.apply(c.first, json("{'organisation': {'monitoring': 'own_figures'}}"));
  const auto own = standing(c.ana);
  EXPECT_EQ(own.number_at("/win_share/entered"), 3) << own.text;
  EXPECT_EQ(own.number_at("/stages/0/win_share/entered"), 3) << own.text;
  EXPECT_EQ(own.number_at("/stages/0/win_share/won"), 1);
  EXPECT_EQ(standing(c.olga).number_at("/win_share/entered"), 0) << "who sells nothing learns nothing";
  put(c.mila, item("M", lost(8)));
  const auto five = standing(c.ana);
  EXPECT_EQ(five.number_at("/win_share/entered"), 7) << five.text;
  EXPECT_EQ(five.number_at("/stages/0/win_share/entered"), 7);
}

TEST_F(Standings, LeaveAsRowsOfOneMoment) {
  std::string items;
  for (int n = 0; n < 500; ++n) items += (n > 0 ? "," : "") + item("N" + std::to_string(n), open());
  put(c.ana, items);
  put(c.ana, item("Oldest", open()));
  const auto file = c.product.begun(c.session(c.ana), "/export/standing-rows?format=jsonl");
  ASSERT_EQ(file.status, 200) << file.body;
  c.product.clock.advance_seconds(1);
  put(c.ana, item("Newer", open()));
  std::string text = file.body;
  while (true) {
    const auto part = file.next_part();
    ASSERT_TRUE(part) << part.error().code;
    if (part->empty()) break;
    text += *part;
  }
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 501);
  EXPECT_EQ(text.find("Newer"), std::string::npos);
  for (const char* name : {"\"N0\"", "\"N499\"", "\"Oldest\""}) {
    const auto first = text.find(name);
    ASSERT_NE(first, std::string::npos) << name;
    EXPECT_EQ(text.find(name, first + 1), std::string::npos) << name << " twice";
  }
}

}  // namespace
}  // namespace paceline::product
