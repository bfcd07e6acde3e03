// SPDX-License-Identifier: Apache-2.0
// A small made-up CRM (tests/product/small_crm) with what real ones have: a product under two names, opportunities of
// no account, dates that nobody gave, list prices in place of amounts. Its figures were worked out by hand from the
// files.
#include "tests/product/crm_files.h"

namespace paceline::product {
namespace {

class SmallCrm : public CrmFiles {
 protected:
  SmallCrm() : CrmFiles(std::filesystem::path(PACELINE_SOURCE_DIR) / "tests/product/small_crm") {
    EXPECT_EQ(told(imported(file("accounts.csv"), "crm-accounts")), "done 5 5 0 0 0");
    EXPECT_EQ(told(imported(file("products.csv"), "crm-products")), "done 3 3 0 0 0");
    EXPECT_EQ(told(imported(file("sales_teams.csv"), "crm-teams")), "done 5 5 0 0 0");
    pipeline_ = imported(file("sales_pipeline.csv"), "crm-opportunities");
    EXPECT_EQ(told(pipeline_), "done 36 36 0 0 0") << product.get(ann, "/imports/" + pipeline_ + "/faults").text;
  }

  /// How many rows of the file were read as what.
  std::map<std::string, std::int64_t> readings() {
    std::map<std::string, std::int64_t> all;
    const auto entry = of(pipeline_);
    for (const auto& each : entry.at("/readings").as_array())
      all[std::string(each.at("said").as_string()) + " as " + std::string(each.at("read_as").as_string())] =
          each.at("rows").as_int64();
    return all;
  }

  std::string pipeline_;
};

TEST_F(SmallCrm, HasTheFiguresOfItsFiles) {
  const std::map<std::string, std::int64_t> by_stage{{"won", 15}, {"lost", 9}, {"qualified", 7}, {"new", 5}};
  EXPECT_EQ(stages(), by_stage);
  EXPECT_EQ(sums("rep", "name"), (Sums{{"Ivo Marsh", {4, 135000}},
                                       {"Nell Orton", {4, 202600}},
                                       {"Rob Quill", {3, 115000}},
                                       {"Tia Usher", {4, 151800}}}));
  EXPECT_EQ(sums("team"), (Sums{{"Gail Turner", {8, 337600}}, {"Hal Voss", {7, 266800}}}));
  EXPECT_EQ(sums("region"), (Sums{{"East", {8, 337600}}, {"West", {7, 266800}}}));
  EXPECT_EQ(sums("product_line"),
            (Sums{{"GTX Basic", {5, 57500}}, {"GTX Pro", {5, 529500}}, {"MG Special", {5, 17400}}}));
  EXPECT_EQ(sums("quarter"), (Sums{{"2024-Q1", {5, 220500}}, {"2024-Q2", {9, 284900}}, {"2024-Q3", {1, 99000}}}));
  EXPECT_EQ(sums("month"), (Sums{{"2024-02", {2, 113500}},
                                 {"2024-03", {3, 107000}},
                                 {"2024-04", {4, 23900}},
                                 {"2024-05", {3, 148000}},
                                 {"2024-06", {2, 113000}},
                                 {"2024-07", {1, 99000}}}));
  // What was won on 31 March was known when that day was over, what was won on 1 April was not.
  EXPECT_EQ(sums("quarter", "key", "&as_of=2024-04-01T00:00:00Z"), (Sums{{"2024-Q1", {5, 220500}}}));
  EXPECT_EQ(sums("quarter", "key", "&as_of=2024-03-31T00:00:00Z"), (Sums{{"2024-Q1", {4, 125500}}}));
}

TEST_F(SmallCrm, KeepsUnknownWhatTheFileDoesNotSay) {
  EXPECT_EQ(readings()["GTXPro as GTX Pro"], 14);
  EXPECT_EQ(readings()["Engaging as qualified"], 7);
  EXPECT_EQ(readings()["Prospecting as new"], 5);
  EXPECT_EQ(product.number("SELECT count(*) FROM opportunity_now WHERE account_id IS NULL"), 7);
  EXPECT_EQ(product.number("SELECT count(*) FROM opportunity_now WHERE close_day IS NOT NULL"), 0);
  EXPECT_EQ(product.number("SELECT count(*) FROM opportunity_now n JOIN opportunity_line l ON l.org_id = n.org_id AND"
                           " l.opportunity_id = n.opportunity_id WHERE n.state = 'open' AND l.assumed = 1"),
            12);
  const auto open = product.get(ann, "/opportunities?state=open&stage=new&rep=uma.wick@crm.example");
  std::map<std::string, std::int64_t> values;
  for (const auto& item : open.at("/items").as_array())
    values[std::string(item.at("key").as_string())] = item.at("value").at("amount_minor").as_int64();
  EXPECT_EQ(values, (std::map<std::string, std::int64_t>{{"P34", 3500}, {"P35", 100000}})) << open.text;
  const auto accounts = product.get(ann, "/accounts?limit=500");
  std::map<std::string, std::string> parents;
  for (const auto& item : accounts.at("/items").as_array()) {
    if (!item.at("parent").is_null())
      parents[std::string(item.at("name").as_string())] = std::string(item.at("parent").at("name").as_string());
  }
  EXPECT_EQ(parents, (std::map<std::string, std::string>{{"Grey Gate Labs", "Grey Gate"}})) << accounts.text;
}

TEST_F(SmallCrm, ComesAgainWithoutAChangeAndIsTakenBack) {
  const auto before = sums("quarter");
  EXPECT_EQ(told(imported(file("sales_pipeline.csv"), "crm-opportunities")), "done 36 0 0 36 0");
  EXPECT_EQ(sums("quarter"), before);
  EXPECT_EQ(product.number("SELECT count(*) FROM sale"), 15);
  EXPECT_TRUE(product.differences(org).empty());
  product.clock.advance_seconds(60);
  EXPECT_EQ(wish(pipeline_, "undo").status, 200);
  work();
  EXPECT_EQ(of(pipeline_).number_at("/voided"), 36);
  EXPECT_EQ(stages(), (std::map<std::string, std::int64_t>{}));
  EXPECT_EQ(sums("quarter"), Sums{});
  EXPECT_TRUE(product.differences(org).empty());
  product.clock.advance_seconds(60);
  EXPECT_EQ(told(imported(file("sales_pipeline.csv"), "crm-opportunities")), "done 36 0 36 0 0") << "it can come again";
  EXPECT_EQ(sums("quarter"), before);
}

/// Rows and money of each part, and what the open ones bring by the win share of that day.
struct SmallStanding {
  const char* day;
  const char* query;
  std::pair<std::int64_t, std::int64_t> sold, fresh, book;
  std::int64_t expected, expected_book;
};

/// The shares (Aalen-Johansen over the days since each was engaged): 0.7281 of 19 with 5 won and 4 lost on 1 April,
/// 0.6106 of 27 with 10 and 6 on 16 May, 0.5806 of 31 with 13 and 8 on 21 June.
TEST_F(SmallCrm, StandsOnPastDaysWhereItsFilesSay) {
  const std::vector<SmallStanding> all{
      {"2024-04-01", "rep=ivo.marsh@crm.example", {0, 0}, {1, 100000}, {1, 3500}, 72805, 2548},
      {"2024-04-01", "team=Gail Turner", {0, 0}, {1, 100000}, {3, 115500}, 72805, 84090},
      {"2024-04-01", "product_line=GTX", {0, 0}, {5, 324000}, {3, 212000}, 235889, 154347},
      {"2024-04-01", "team=West", {0, 0}, {5, 227500}, {1, 100000}, 165632, 72805},
      {"2024-05-16", "rep=ivo.marsh@crm.example", {1, 4000}, {2, 24000}, {2, 200000}, 14654, 122116},
      {"2024-05-16", "team=Gail Turner", {2, 7600}, {2, 24000}, {4, 400000}, 14654, 244231},
      {"2024-05-16", "product_line=GTX Pro", {0, 0}, {1, 100000}, {6, 600000}, 61058, 366347},
      {"2024-06-21", "rep=ivo.marsh@crm.example", {2, 16000}, {1, 12000}, {1, 100000}, 6967, 58055},
      {"2024-06-21", "product_line=GTX", {5, 173500}, {2, 112000}, {7, 524000}, 65022, 304209},
      {"2024-06-21", "team=West", {5, 164800}, {1, 100000}, {5, 227500}, 58055, 132076}};
  constexpr std::int64_t quota = 1'000'000;
  for (const SmallStanding& wanted : all) {
    SCOPED_TRACE(std::string(wanted.day) + " " + wanted.query);
    const std::string asked = std::string(wanted.query) + "&as_of=" + wanted.day + "T00:00:00Z";
    const auto told = product.get(ann, "/standing?quota_minor=" + std::to_string(quota) + "&" + asked);
    EXPECT_EQ(told.text_at("/period"), "2024-Q2") << told.text;
    EXPECT_EQ(told.number_at("/sold/amount_minor"), wanted.sold.second);
    EXPECT_EQ(told.number_at("/expected/mean/amount_minor"), wanted.expected);
    EXPECT_EQ(told.number_at("/book/mean/amount_minor"), wanted.expected_book);
    EXPECT_EQ(told.number_at("/to_build/amount_minor"),
              quota - wanted.sold.second - wanted.expected - wanted.expected_book);
    EXPECT_EQ(standing_rows("sold", asked), wanted.sold);
    EXPECT_EQ(standing_rows("expected", asked), wanted.fresh);
    EXPECT_EQ(standing_rows("book", asked), wanted.book);
  }
}

}  // namespace
}  // namespace paceline::product
