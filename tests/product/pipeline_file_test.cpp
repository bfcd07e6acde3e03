// SPDX-License-Identifier: Apache-2.0
// The four files of a CRM (shared/data/crm-opportunities) through import, against the figures of their reference.
#include <sqlite3.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <cmath>
#include <filesystem>
#include <sstream>

#include "tests/product/crm_files.h"

namespace paceline::product {
namespace {

class FileTables;

class PipelineFile : public CrmFiles {
 protected:
  PipelineFile() : CrmFiles(std::filesystem::path(PACELINE_SOURCE_DIR) / "../shared/data/crm-opportunities") {
    there_ = std::filesystem::exists(folder_ / "reference.json");
  }

  void import_definitions() {
    EXPECT_EQ(told(imported(file("accounts.csv"), "crm-accounts")), "done 85 85 0 0 0");
    EXPECT_EQ(told(imported(file("products.csv"), "crm-products")), "done 7 7 0 0 0");
    EXPECT_EQ(told(imported(file("sales_teams.csv"), "crm-teams")), "done 35 35 0 0 0");
  }

  /// Of the reference: what was won, in whole units; those who won nothing are left out.
  static Sums wanted(const boost::json::value& table) {
    Sums all;
    for (const auto& each : table.as_object()) {
      const std::int64_t won = each.value().at("won").as_int64();
      if (won > 0) all[std::string(each.key())] = {won, each.value().at("won_value").as_int64() * 100};
    }
    return all;
  }

  void expect_stage_days(FileTables& tables, const std::string& day);

  bool there_ = false;
};

TEST_F(PipelineFile, HasTheFiguresOfItsReference) {
  if (!there_) GTEST_SKIP() << "no data in " << folder_;
  import_definitions();
  const std::string bytes = file("sales_pipeline.csv");
  const std::string id = imported(bytes, "crm-opportunities");
  ASSERT_EQ(told(id), "done 8800 8800 0 0 0") << product.get(ann, "/imports/" + id + "/faults").text;
  const auto reference = boost::json::parse(file("reference.json"));

  const std::map<std::string, std::int64_t> by_stage{{"won", 4238}, {"lost", 2473}, {"qualified", 1589}, {"new", 500}};
  EXPECT_EQ(stages(), by_stage);
  EXPECT_EQ(sums("rep", "name"), wanted(reference.at("by_sales_agent")));
  EXPECT_EQ(sums("team"), wanted(reference.at("by_manager")));
  EXPECT_EQ(sums("region"), wanted(reference.at("by_region")));
  EXPECT_EQ(sums("product_line"), wanted(reference.at("by_product")));
  EXPECT_EQ(sums("quarter"), wanted(reference.at("by_close_quarter")));
  EXPECT_EQ(sums("month"), wanted(reference.at("by_close_month")));
  std::int64_t whole = 0;
  for (const auto& quarter : sums("quarter")) whole += quarter.second.second;
  EXPECT_EQ(whole, reference.at("won_value_total").as_int64() * 100);

  // As what the mapping read the words of the file.
  std::map<std::string, std::int64_t> readings;
  const auto entry = of(id);
  for (const auto& each : entry.at("/readings").as_array())
    readings[std::string(each.at("said").as_string()) + " as " + std::string(each.at("read_as").as_string())] =
        each.at("rows").as_int64();
  EXPECT_EQ(readings["GTXPro as GTX Pro"], 1480);
  EXPECT_EQ(readings["Engaging as qualified"], 1589);

  // What the file does not say is not known.
  EXPECT_EQ(product.number("SELECT count(*) FROM opportunity_now WHERE account_id IS NULL"), 1425);
  EXPECT_EQ(product.number("SELECT count(*) FROM opportunity_now WHERE close_day IS NOT NULL"), 0);
  EXPECT_EQ(product.number("SELECT count(*) FROM opportunity_now n JOIN opportunity_line l ON l.org_id = n.org_id AND"
                           " l.opportunity_id = n.opportunity_id WHERE n.state = 'open' AND l.assumed = 1"),
            2089);
  // Known when its day was over: at the end of March what was won in March, and nothing else.
  const auto march = sums("quarter", "key", "&as_of=2017-04-01T00:00:00Z");
  EXPECT_EQ(march, (Sums{{"2017-Q1", {531, 113467200}}}));

  EXPECT_EQ(told(imported(bytes, "crm-opportunities")), "done 8800 0 0 8800 0");
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(PipelineFile, UpdatesByNewFactsAndIsTakenBack) {
  if (!there_) GTEST_SKIP() << "no data in " << folder_;
  import_definitions();
  std::string bytes = file("sales_pipeline.csv");
  std::size_t end = 0;
  for (int line = 0; line <= 200; ++line) end = bytes.find('\n', end) + 1;
  bytes.resize(end);
  const std::string first = imported(bytes, "crm-opportunities");
  ASSERT_EQ(told(first), "done 200 200 0 0 0");
  const auto before = sums("quarter");
  const auto then = [&] { return sums("quarter", "key", "&as_of=2017-12-31T00:00:00Z"); };
  const auto as_of_then = then();

  // One was won for more, and another day; one is won by now.
  const std::string won = "1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054";
  ASSERT_NE(bytes.find(won), std::string::npos);
  std::string changed = bytes;
  changed.replace(changed.find(won), won.size(),
                  "1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-04-02,1100");
  const std::size_t open = changed.find(",Engaging,");
  ASSERT_NE(open, std::string::npos);
  const std::size_t line_end = changed.find_first_of("\r\n", open);
  const std::string engaged = changed.substr(open + 10, 10);
  changed.replace(open, line_end - open, ",Won," + engaged + ",2017-12-31,700");
  product.clock.advance_seconds(60);
  const std::string second = imported(changed, "crm-opportunities");
  EXPECT_EQ(told(second), "done 200 0 2 198 0") << product.get(ann, "/imports/" + second + "/faults").text;
  const auto after = sums("quarter");
  const auto money = [](const auto& all, const char* quarter) {
    const auto found = all.find(quarter);
    return found == all.end() ? 0 : found->second.second;
  };
  EXPECT_EQ(money(after, "2017-Q2"), money(before, "2017-Q2") + 110000);
  EXPECT_EQ(money(after, "2017-Q1"), money(before, "2017-Q1") - 105400);
  EXPECT_EQ(money(after, "2017-Q4"), money(before, "2017-Q4") + 70000);
  EXPECT_EQ(then(), as_of_then) << "what was known then stays";
  EXPECT_EQ(told(imported(changed, "crm-opportunities")), "done 200 0 0 200 0");
  EXPECT_TRUE(product.differences(org).empty());

  product.clock.advance_seconds(60);
  EXPECT_EQ(wish(second, "undo").status, 200);
  work();
  EXPECT_EQ(of(second).number_at("/voided"), 1);
  EXPECT_EQ(product.get(ann, "/imports/" + second + "/kept").text_at("/items/0/why"), "import.kept.ended");
  EXPECT_EQ(wish(first, "undo").status, 200);
  work();
  EXPECT_EQ(of(first).number_at("/voided"), 199);
  EXPECT_EQ(of(first).number_at("/kept"), 1) << "what a later file changed";
  EXPECT_EQ(stages(), (std::map<std::string, std::int64_t>{{"won", 1}}));
  EXPECT_TRUE(product.differences(org).empty());
  product.clock.advance_seconds(60);
  // What was undone can come again.
  EXPECT_EQ(told(imported(bytes, "crm-opportunities")), "done 200 0 200 0 0");
  EXPECT_EQ(sums("quarter"), before);
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(PipelineFile, AccountsThatNothingNamesAreTakenBack) {
  if (!there_) GTEST_SKIP() << "no data in " << folder_;
  const std::string id = imported(file("accounts.csv"), "crm-accounts");
  EXPECT_EQ(told(imported(file("accounts.csv"), "crm-accounts")), "done 85 0 0 85 0");
  EXPECT_EQ(wish(id, "undo").status, 200);
  work();
  EXPECT_EQ(of(id).number_at("/voided"), 85);
  EXPECT_EQ(product.number("SELECT count(*) FROM account"), 0);
}

/// The files in a database of their own, asked with SQL: none of the product's own code.
class FileTables {
 public:
  FileTables() {
    EXPECT_EQ(sqlite3_open(":memory:", &database_), SQLITE_OK);
    run("CREATE TABLE deal (id, agent, product, account, stage, engaged, closed, value INTEGER)");
    run("CREATE TABLE person (agent, manager, region)");
    run("CREATE TABLE price (product, series, amount INTEGER)");
  }
  ~FileTables() { sqlite3_close(database_); }
  FileTables(const FileTables&) = delete;
  FileTables& operator=(const FileTables&) = delete;

  /// No cell of these files has a comma or a quote.
  void load(const std::string& table, const std::string& csv) {
    run("BEGIN");
    std::istringstream lines(csv);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
      while (!line.empty() && line.back() == '\r') line.pop_back();
      std::string values = "'";
      for (const char c : line) values += c == ',' ? std::string("','") : std::string(1, c);
      run("INSERT INTO " + table + " VALUES (" + values + "')");
    }
    run("COMMIT");
  }

  std::vector<std::vector<std::int64_t>> rows(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database_) << sql;
    std::vector<std::vector<std::int64_t>> all;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      auto& row = all.emplace_back();
      for (int column = 0; column < sqlite3_column_count(statement); ++column)
        row.push_back(sqlite3_column_int64(statement, column));
    }
    sqlite3_finalize(statement);
    return all;
  }

 private:
  void run(const std::string& sql) {
    EXPECT_EQ(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database_) << sql;
  }
  sqlite3* database_ = nullptr;
};

/// Of those that were engaged before the day: the share that is won in the end, by the product-limit of Aalen-Johansen.
double win_share_in(FileTables& tables, const std::string& day) {
  const std::string over = "(closed <> '' AND closed < '" + day + "')";
  const auto rows = tables.rows(
      "WITH stay AS (SELECT julianday(CASE WHEN " + over + " THEN closed ELSE '" + day +
      "' END) - julianday(engaged) AS days, CASE WHEN " + over +
      " THEN stage ELSE 'open' END AS ended FROM deal WHERE engaged <> '' AND engaged < '" + day +
      "') SELECT (SELECT count(*) FROM stay r WHERE r.days >= s.days), sum(s.ended = 'Won'), sum(s.ended = 'Lost')"
      " FROM stay s WHERE s.ended <> 'open' GROUP BY s.days ORDER BY s.days");
  double open = 1;
  double won = 0;
  for (const auto& row : rows) {
    won += open * static_cast<double>(row[1]) / static_cast<double>(row[0]);
    open *= 1 - static_cast<double>(row[1] + row[2]) / static_cast<double>(row[0]);
  }
  return won;
}

/// How long those that were engaged before the day stay so: the first whole number of days after which so many are
/// left.
std::int64_t days_until_left(FileTables& tables, const std::string& day, double left) {
  const std::string over = "(closed <> '' AND closed < '" + day + "')";
  const auto rows = tables.rows(
      "WITH stay AS (SELECT CAST(julianday(CASE WHEN " + over + " THEN closed ELSE '" + day +
      "' END) - julianday(engaged) AS INTEGER) AS days, " + over +
      " AS gone FROM deal WHERE engaged <> '' AND engaged < '" + day +
      "') SELECT s.days, (SELECT count(*) FROM stay r WHERE r.days >= s.days), sum(s.gone) FROM stay s GROUP BY"
      " s.days ORDER BY s.days");
  double there = 1;
  for (const auto& row : rows) {
    there *= 1 - static_cast<double>(row[2]) / static_cast<double>(row[1]);
    if (there <= left) return row[0];
  }
  return -1;
}

struct Subject {
  std::string query;  ///< of the API
  std::string where;  ///< of the SQL
};

struct PastDay {
  std::string day;
  std::string quarter, from;
};

void PipelineFile::expect_stage_days(FileTables& tables, const std::string& day) {
  const auto days = product.get(ann, "/stage-days?as_of=" + day + "T00:00:00Z");
  ASSERT_EQ(days.status, 200) << days.text;
  const auto& items = days.at("/items").as_array();
  const auto engaged = std::find_if(items.begin(), items.end(),
                                    [](const auto& item) { return item.at("stage").as_string() == "qualified"; });
  ASSERT_NE(engaged, items.end());
  EXPECT_EQ(engaged->at("usual_days").to_number<std::int64_t>(), days_until_left(tables, day, 0.5)) << day;
  EXPECT_EQ(engaged->at("three_of_four_days").to_number<std::int64_t>(), days_until_left(tables, day, 0.25)) << day;
}

TEST_F(PipelineFile, StandingOfPastDaysIsThatOfTheFile) {
  if (!there_) GTEST_SKIP() << "no data in " << folder_;
  import_definitions();
  ASSERT_EQ(told(imported(file("sales_pipeline.csv"), "crm-opportunities")), "done 8800 8800 0 0 0");
  FileTables tables;
  tables.load("deal", file("sales_pipeline.csv"));
  tables.load("person", file("sales_teams.csv"));
  tables.load("price", file("products.csv"));
  const std::vector<Subject> subjects{
      {"rep=darcel.schlecht@crm.example", "agent = 'Darcel Schlecht'"},
      {"rep=vicki.laflamme@crm.example", "agent = 'Vicki Laflamme'"},
      {"rep=kary.hendrixson@crm.example", "agent = 'Kary Hendrixson'"},
      {"team=Melvin Marxen", "agent IN (SELECT agent FROM person WHERE manager = 'Melvin Marxen')"},
      {"product_line=GTX Pro", "product = 'GTXPro'"}};
  const std::vector<PastDay> days{{"2017-05-16", "2017-Q2", "2017-04-01"},
                                  {"2017-08-16", "2017-Q3", "2017-07-01"},
                                  {"2017-10-11", "2017-Q4", "2017-10-01"},
                                  {"2017-12-06", "2017-Q4", "2017-10-01"}};
  constexpr std::int64_t quota = 100'000'000;
  for (const PastDay& past : days) {
    const double share = win_share_in(tables, past.day);
    expect_stage_days(tables, past.day);
    for (const Subject& subject : subjects) {
      SCOPED_TRACE(past.day + " " + subject.query);
      const auto sold =
          tables.rows("SELECT count(*), coalesce(sum(value), 0) * 100 FROM deal WHERE stage = 'Won' AND closed >= '" +
                      past.from + "' AND closed < '" + past.day + "' AND " + subject.where);
      const auto open = [&](const char* customer) {
        return tables.rows(
            "SELECT count(*), coalesce(sum(p.amount), 0) * 100 FROM deal d JOIN price p ON p.product ="
            " replace(d.product, 'GTXPro', 'GTX Pro') WHERE d.engaged <> '' AND d.engaged < '" +
            past.day + "' AND (d.closed = '' OR d.closed >= '" + past.day + "') AND d." + subject.where + " AND " +
            customer +
            " (d.account <> '' AND EXISTS (SELECT 1 FROM deal w WHERE w.account = d.account AND w.stage"
            " = 'Won' AND w.closed < '" +
            past.day + "'))");
      };
      const auto fresh = open("NOT");
      const auto book = open("");
      const std::string asked = subject.query + "&as_of=" + past.day + "T00:00:00Z";
      const auto standing = product.get(ann, "/standing?quota_minor=100000000&" + asked);
      ASSERT_EQ(standing.status, 200) << standing.text;
      EXPECT_EQ(standing.text_at("/period"), past.quarter);
      EXPECT_EQ(standing.number_at("/sold/amount_minor"), sold[0][1]);
      const auto expected = [&](std::int64_t minor) {
        return static_cast<std::int64_t>(std::floor(static_cast<double>(minor) * share + 0.5));
      };
      EXPECT_NEAR(static_cast<double>(standing.number_at("/expected/mean/amount_minor")),
                  static_cast<double>(expected(fresh[0][1])), 1);
      EXPECT_NEAR(static_cast<double>(standing.number_at("/book/mean/amount_minor")),
                  static_cast<double>(expected(book[0][1])), 1);
      EXPECT_LE(standing.number_at("/book/low/amount_minor"), standing.number_at("/book/mean/amount_minor"));
      EXPECT_GE(standing.number_at("/book/high/amount_minor"), standing.number_at("/book/mean/amount_minor"));
      const std::int64_t reached = sold[0][1] + expected(fresh[0][1]) + expected(book[0][1]);
      EXPECT_NEAR(static_cast<double>(standing.number_at("/to_build/amount_minor")),
                  static_cast<double>(std::max<std::int64_t>(0, quota - reached)), 2);
      // Each figure opens to its rows.
      const auto rows = [&](const std::string& part) { return standing_rows(part, asked); };
      EXPECT_EQ(rows("sold"), (std::pair(sold[0][0], sold[0][1])));
      EXPECT_EQ(rows("expected"), (std::pair(fresh[0][0], fresh[0][1])));
      EXPECT_EQ(rows("book"), (std::pair(book[0][0], book[0][1])));
    }
  }

  // What is changed, voided and pushed today leaves the past as it was.
  const std::string past = "/standing?team=Melvin Marxen&as_of=2017-08-16T00:00:00Z&quota_minor=100000000";
  const std::string before = product.get(ann, past).text;
  const auto open = product.get(ann, "/opportunities?state=open&stage=qualified&limit=2");
  const auto change = [&](int which, const std::string& what, const std::string& body) {
    const std::string id = open.text_at("/items/" + std::to_string(which) + "/opportunity_id");
    EXPECT_EQ(product.post(ann, "/opportunities/" + id + what, json(body)).status, 200);
  };
  change(0, "/close-days", "{'close_day': '2027-01-01'}");
  change(0, "/moves", "{'stage': 'lost', 'reason': 'price'}");
  change(1, "/void", "{'reason': 'entered twice'}");
  EXPECT_EQ(product.get(ann, past).text, before);
  EXPECT_TRUE(product.differences(org).empty());
}

}  // namespace
}  // namespace paceline::product
