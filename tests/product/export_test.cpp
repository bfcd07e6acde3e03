// SPDX-License-Identifier: Apache-2.0
// Tables as files: what is in them, and whose rows never are. The clock stands at 2026-11-18 12:00 UTC, a Wednesday.
#include <algorithm>
#include <map>
#include <set>

#include "api/export_tables.h"
#include "api/routes.h"
#include "tests/product/company.h"

namespace paceline::product {
namespace {

struct Exporting : Company {
  Exporting() {
    log(ana, "'topic': '=1+1', 'outcome': 'answered', 'duration_s': 61, 'note': 'said \\\"no, later\\\"'");
    log(ana, "'topic': 'تقاعد', 'outcome': 'answered'");
    log(boris, "'topic': 'secret of Boris'");
    log(carl, "'topic': 'secret of Carl'");
  }
  void log(const Person& rep, const std::string& more) {
    product.clock.advance_seconds(600);
    const auto logged = product.post(session(rep), "/activities", json("{'kind': 'call', " + more + "}"));
    EXPECT_EQ(logged.status, 201) << logged.text;
  }
  Answered table(const Person& who, const std::string& what) { return product.get(session(who), "/export/" + what); }
};

bool has(const Answered& file, const std::string& text) {
  return file.text.find(text) != std::string::npos;
}

auto lines_of(const Answered& file) {
  return std::count(file.text.begin(), file.text.end(), '\n');
}

TEST(Export, IsCsvWithAHeaderWhereNoTextIsAFormula) {
  Exporting company;
  const auto file = company.table(company.ana, "activities");
  ASSERT_EQ(file.status, 200) << file.text;
  EXPECT_EQ(file.text.rfind("activity_id,rep,rep_id,rep_name,", 0), 0U);
  EXPECT_TRUE(has(file, ",note,attributes\r\n"));
  EXPECT_TRUE(has(file, ",answered,61,'=1+1,")) << file.text;
  EXPECT_TRUE(has(file, "\"said \"\"no, later\"\"\"")) << file.text;
  EXPECT_TRUE(has(file, ",تقاعد,"));
  EXPECT_EQ(lines_of(file), 3);
  EXPECT_EQ(file.text.find('\0'), std::string::npos);
}

TEST(Export, HasTheRowsThatTheScreenHasAndNobodyElses) {
  Exporting company;
  EXPECT_FALSE(has(company.table(company.ana, "activities?format=jsonl"), "secret"));
  const auto of_manager = company.table(company.mila, "activities?format=jsonl");
  EXPECT_TRUE(has(of_manager, "secret of Boris"));
  EXPECT_FALSE(has(of_manager, "secret of Carl"));
  const auto of_ops = company.table(company.olga, "activities?format=jsonl");
  EXPECT_TRUE(has(of_ops, "secret of Boris") && has(of_ops, "secret of Carl"));
  EXPECT_EQ(lines_of(of_ops), 4);
  EXPECT_EQ(lines_of(company.table(company.zed, "activities?format=jsonl")), 0);
  EXPECT_EQ(company.table(company.ana, "activities?rep=boris@first.example").told(), "403 access.forbidden");
}

TEST(Export, ANarrowerProfileLeavesOnlyTheOwnRows) {
  Exporting company;
  company.product.apply(company.first, json("{'organisation': {'monitoring': 'own_figures'}}"));
  EXPECT_FALSE(has(company.table(company.mila, "activities?format=jsonl"), "secret"));
  EXPECT_EQ(company.table(company.mila, "activities?rep=boris@first.example").told(), "403 access.monitoring");
  EXPECT_EQ(lines_of(company.table(company.ana, "activities?format=jsonl")), 2);
}

TEST(Export, IsTheSameBytesTwiceInEachFormat) {
  Exporting company;
  for (const char* format : {"csv", "jsonl", "xlsx"}) {
    const std::string what = std::string("activities?format=") + format;
    const auto first = company.table(company.olga, what);
    ASSERT_EQ(first.status, 200) << first.text;
    EXPECT_GT(first.text.size(), 100U);
    EXPECT_EQ(first.text, company.table(company.olga, what).text) << format;
  }
  EXPECT_EQ(company.table(company.olga, "activities?format=xlsx").text.rfind("PK", 0), 0U);
}

TEST(Export, GoesOnOverPagesOfEveryContactThatTheCallerMayRead) {
  Company company;
  constexpr int many = 520;
  for (int n = 0; n < many; ++n)
    (void)company.product.add_contact(company.first, "Contact " + std::to_string(n), company.ana.user_id);
  (void)company.product.add_contact(company.first, "Of Carl", company.carl.user_id);
  const auto file = company.product.get(company.session(company.ana), "/export/contacts");
  EXPECT_EQ(lines_of(file), many + 1);
  EXPECT_FALSE(has(file, "Of Carl"));
  EXPECT_EQ(lines_of(company.product.get(company.session(company.adam), "/export/contacts")), many + 2);
}

TEST(Export, AsksAListThatIsMadeAsAWholeForMoreThanOthersMay) {
  Company company;
  constexpr int half = 300;
  for (const std::string& part : {std::string("North"), std::string("South")}) {
    std::string items;
    for (int n = 0; n < half; ++n)
      items.append(items.empty() ? "" : ",").append(R"({"name":")" + part + " " + std::to_string(n) + R"("})");
    const auto added =
        company.product.post(company.session(company.adam), "/accounts/batch", R"({"items":[)" + items + "]}");
    ASSERT_EQ(added.status, 200) << added.text;
  }
  EXPECT_EQ(lines_of(company.product.get(company.session(company.adam), "/export/accounts")), 2 * half + 1);
}

/// The table with whatever it says that it needs.
Answered table_with_needs(Exporting& company, const std::string& name) {
  const std::map<std::string, std::string> needs{{"quota", "calls"},
                                                 {"team", "East"},
                                                 {"from", "2026-11-01"},
                                                 {"to", "2026-12-01"},
                                                 {"report", to_text(company.report_of(company.ana))}};
  std::string asked = name + "?format=csv";
  auto file = company.table(company.adam, asked);
  while (file.told() == "400 member.missing") {
    const std::string needed = file.text_at("/faults/0/pointer").substr(1);
    if (!needs.contains(needed)) return file;
    asked += "&" + needed + "=" + needs.at(needed);
    file = company.table(company.adam, asked);
  }
  return file;
}

TEST(Export, EveryTableAnswersItsColumns) {
  Exporting company;
  (void)company.quota(company.first, "calls");
  std::set<std::string_view> names;
  for (const api::ExportTable& table : api::export_tables()) {
    EXPECT_TRUE(names.insert(table.name).second) << table.name;
    const auto columns = api::columns_of(table);
    ASSERT_FALSE(columns.empty()) << table.name;
    const auto file = table_with_needs(company, std::string(table.name));
    if (table.name.starts_with("import-")) {
      EXPECT_EQ(file.told(), "400 member.missing") << "there is no import";
      continue;
    }
    if (table.name == "team-quota-evidence") {
      EXPECT_EQ(file.told(), "404 quota.not_for_team") << "the quota asks each rep";
      continue;
    }
    ASSERT_EQ(file.status, 200) << table.name << file.text;
    EXPECT_EQ(file.text.rfind(columns.front(), 0), 0U) << table.name << file.text;
  }
  EXPECT_GT(names.size(), 60U);
}

TEST(Export, OfEvidenceLeavesOutWhomTheQuotaDoesNotAsk) {
  Exporting company;
  company.product.apply(company.first,
                        json("{'quotas': [{'key': 'solo', 'name': 'Solo', 'period': 'week', 'amount': 5, 'from':"
                             " '2026-01-01', 'rule': {'kinds': ['call']}, 'reps': ['boris@first.example']}]}"));
  for (const char* format : {"csv", "jsonl", "xlsx"}) {
    const auto file = company.table(company.olga, std::string("evidence?quota=solo&format=") + format);
    EXPECT_EQ(file.status, 200) << format << file.text;
  }
  const auto rows = company.table(company.olga, "evidence?quota=solo&format=jsonl");
  EXPECT_EQ(lines_of(rows), 1);
  EXPECT_TRUE(has(rows, "\"of_rep\":\"" + to_text(company.boris.user_id) + "\"")) << rows.text;
  EXPECT_EQ(company.table(company.olga, "evidence?quota=dreams").told(), "404 quota.not_found");
  EXPECT_EQ(company.table(company.carl, "evidence?quota=solo").told(), "404 quota.not_for_rep");
}

TEST(Export, EachReadingRouteIsATableOrSaysWhyItIsNone) {
  std::set<std::string_view> known;
  for (const api::ExportTable& table : api::export_tables()) known.insert(api::route_of(table).operation_id);
  for (const api::NotExported& route : api::not_exported()) {
    EXPECT_FALSE(known.contains(route.operation_id)) << route.operation_id << " is a table";
    EXPECT_FALSE(route.why.empty()) << route.operation_id;
  }
  for (const api::NotExported& route : api::not_exported()) known.insert(route.operation_id);
  std::set<std::string_view> reading;
  for (const api::Route& route : api::routes()) {
    if (route.method == api::Method::get) reading.insert(route.operation_id);
  }
  EXPECT_EQ(known, reading);
}

/// An opportunity with its parts, a sale and an account.
void sell(Exporting& company) {
  company.product.apply(
      company.first,
      json(
          "{'pipelines': [{'key': 'sales', 'name': 'Sales', 'stages': [{'key': 'new', 'name': 'New'},"
          " {'key': 'won', 'name': 'Won', 'ends': 'won'}, {'key': 'lost', 'name': 'Lost', 'ends': 'lost'}]}], 'product_lines': [{'key': 'gtx', 'name':"
          " '=GTX'}], 'territories': [{'key': 'west', 'name': 'West'}]}"));
  const auto of = [&](const Person& rep, const std::string& name) {
    const auto made = company.product.post(company.session(rep), "/opportunities",
                                           json("{'name': '" + name + "', 'account_name': 'Account of " + name +
                                                "', 'amounts': [{'product_line': 'gtx',"
                                                " 'amount': {'amount_minor': 500}}]}"));
    EXPECT_EQ(made.status, 201) << made.text;
    const std::string at = "/opportunities/" + made.text_at("/opportunity_id");
    const auto step = company.product.post(company.session(rep), at + "/next-steps",
                                           json("{'what': 'Ring', 'due_at': '2027-01-01T09:00:00Z'}"));
    EXPECT_EQ(step.status, 201) << step.text;
    const auto sale =
        company.product.post(company.session(rep), "/sales", json("{'lines': [{'amount': {'amount_minor': 7}}]}"));
    EXPECT_EQ(sale.status, 201) << sale.text;
  };
  of(company.ana, "=Alpha");
  of(company.carl, "Gamma");
}

TEST(Export, WhatIsSoldLeavesAsTheCallerMaySeeIt) {
  Exporting company;
  sell(company);
  for (const char* table : {"opportunities", "opportunity-history", "opportunity-next-steps", "next-steps", "sales",
                            "sales-sums", "opportunity-qualification"}) {
    const auto own = lines_of(company.table(company.ana, table));
    EXPECT_GT(own, 1) << table;
    EXPECT_EQ(own, lines_of(company.table(company.mila, table))) << table;
    EXPECT_GT(lines_of(company.table(company.olga, table)), own) << table;
  }
  const auto opportunities = company.table(company.olga, "opportunities");
  EXPECT_TRUE(has(opportunities, ",'=Alpha,")) << opportunities.text;
  EXPECT_TRUE(has(company.table(company.ana, "product-lines"), ",'=GTX,"));
  EXPECT_TRUE(has(company.table(company.ana, "pipelines"), ",won,"));
  EXPECT_TRUE(has(company.table(company.ana, "territories"), ",West,"));
  EXPECT_TRUE(has(company.table(company.olga, "accounts"), "Account of Gamma"));
  EXPECT_TRUE(has(company.table(company.olga, "account-history"), "of_account,"));
  EXPECT_EQ(lines_of(company.table(company.olga, "opportunities?state=won")), 1);
  EXPECT_EQ(company.table(company.ana, "opportunities?rep=carl@first.example").told(), "403 access.forbidden");
  const auto before = company.table(company.olga, "opportunity-history?as_of=2026-11-01T00:00:00Z");
  EXPECT_EQ(lines_of(before), 1) << "what was not known then";
}

TEST(Export, TheAuditIsOfAnAdminAndTellsNoWorkUnderANarrowerProfile) {
  Exporting company;
  const auto id = company.product.get(company.session(company.boris), "/activities").text_at("/items/0/activity_id");
  ASSERT_EQ(company.product.post(company.session(company.boris), "/activities/" + id + "/void", json("{'reason': 'r'}"))
                .status,
            200);
  const auto audit = company.table(company.adam, "audit");
  EXPECT_EQ(audit.text.rfind("audit_id,at,actor.rep_id,actor.name,action,subject,detail\r\n", 0), 0U) << audit.text;
  EXPECT_TRUE(has(audit, ",Boris Ilic,activity.void," + id)) << audit.text;
  EXPECT_TRUE(has(audit, ",apply,"));
  EXPECT_FALSE(has(company.product.get(company.session(company.zoe_admin), "/export/audit"), id));
  EXPECT_FALSE(has(company.table(company.adam, "audit?as_of=2026-11-01T00:00:00Z"), ",apply,"));
  for (const Person& who : {company.ana, company.mila, company.olga})
    EXPECT_EQ(company.table(who, "audit").told(), "403 access.forbidden");
  company.product.apply(company.first, json("{'organisation': {'monitoring': 'own_figures'}}"));
  const auto narrow = company.table(company.adam, "audit");
  EXPECT_FALSE(has(narrow, "activity.void"));
  EXPECT_TRUE(has(narrow, ",apply,"));
}

TEST(Export, WhoeverAdministersHasTheRowsOfThoseWhoLeft) {
  Exporting company;
  (void)company.product.alter("UPDATE member SET active = 0 WHERE user_id = " + to_text(company.boris.user_id));
  EXPECT_TRUE(has(company.table(company.adam, "activities"), "secret of Boris"));
}

TEST(Export, WhatIsCutOffInTheMiddleIsNoWholeFile) {
  Company company;
  for (int n = 0; n < 520; ++n)
    (void)company.product.add_contact(company.first, "Contact " + std::to_string(n), company.ana.user_id);
  const Caller ana = company.session(company.ana);
  const auto file = company.product.begun(ana, "/export/contacts");
  ASSERT_EQ(file.status, 200);
  ASSERT_TRUE(file.next_part);
  (void)company.product.alter("DELETE FROM session");
  const auto part = file.next_part();
  ASSERT_FALSE(part) << "a right that is lost ends the file at once";
  EXPECT_EQ(part.error().code, "export.cut_off");
}

TEST(Export, SaysWhatItDoesNotKnow) {
  Exporting company;
  EXPECT_EQ(company.table(company.ana, "dreams").told(), "404 export.table_unknown");
  EXPECT_EQ(company.table(company.ana, "activities?format=doc").status, 400);
  EXPECT_EQ(company.table(company.ana, "contacts?from=2026-01-01").told(), "400 query.unknown");
  EXPECT_EQ(company.table(company.ana, "team-pace").told(), "400 member.missing");
  EXPECT_EQ(company.table(company.ana, "counts").told(), "403 access.forbidden");
  EXPECT_EQ(company.product.get({}, "/export/activities").told(), "401 session.required");
}

}  // namespace
}  // namespace paceline::product
