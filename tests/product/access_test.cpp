// SPDX-License-Identifier: Apache-2.0
// Every route, asked by every caller about everybody: tests/api/access.json says what is answered.
#include <boost/json/parse.hpp>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

#include "api/routes.h"
#include "base/enum_text.h"
#include "tests/product/access_questions.h"

namespace paceline::product {
namespace {

using boost::json::value;

/// The status as access.json writes it: a number, or "refused" for the item of a batch.
std::string written(const Answered& answered) {
  const auto* object = answered.body.if_object();
  const bool batch = answered.status == 200 && object != nullptr && object->if_contains("added") != nullptr;
  if (batch && object->at("refused").as_int64() > 0) return "refused";
  return std::to_string(answered.status);
}

value access() {
  std::ifstream file(PACELINE_SOURCE_DIR "/tests/api/access.json");
  std::ostringstream text;
  text << file.rdbuf();
  return boost::json::parse(text.str());
}

/// One row of access.json, "contact own_team" of "get_contact", with what each caller is answered.
struct Row {
  std::string operation, subject, relation;
  std::map<std::string, std::string> expected;
  [[nodiscard]] std::string question() const { return operation + " " + subject; }
};

std::vector<Row> rows_of(const value& operations, const boost::json::array& callers) {
  std::vector<Row> rows;
  for (const auto& [operation, cells] : operations.as_object()) {
    for (const auto& [name, statuses] : cells.as_object()) {
      const std::string key(name);
      const auto space = std::min(key.find(' '), key.size());
      Row row{std::string(operation), key.substr(0, space), key.substr(std::min(space + 1, key.size())), {}};
      EXPECT_EQ(statuses.as_array().size(), callers.size()) << operation << " " << key;
      for (std::size_t i = 0; i < callers.size(); ++i) {
        const auto& status = statuses.as_array().at(i);
        row.expected[std::string(callers.at(i).as_string())] =
            status.is_string() ? std::string(status.as_string()) : std::to_string(status.as_int64());
      }
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::vector<Row> rows_of(const value& access) {
  return rows_of(access.at("operations"), access.at("callers").as_array());
}

/// The same where the organisation has a monitoring profile: the rows that differ in place of theirs.
std::vector<Row> rows_under(const std::string& profile, const value& access) {
  std::vector<Row> rows = rows_of(access);
  for (Row& other : rows_of(access.at("profiles").at(profile), access.at("callers").as_array())) {
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
      return row.question() == other.question() && row.relation == other.relation;
    });
    EXPECT_TRUE(same != rows.end() && same->expected != other.expected) << other.question() << " " << other.relation;
    if (same != rows.end()) *same = std::move(other);
  }
  return rows;
}

const std::map<std::string, std::vector<std::string>>& relations() {
  static const std::map<std::string, std::vector<std::string>> all{
      {"any", {""}},
      {"rep", {"own", "own_team", "other_team", "other_organisation"}},
      {"activity", {"own", "own_team", "other_team", "other_organisation"}},
      {"report", {"own", "own_team", "other_team", "other_organisation"}},
      {"token", {"own", "own_team", "other_team", "other_organisation"}},
      {"import", {"own", "own_team", "other_team", "other_organisation"}},
      {"opportunity", {"own", "own_team", "other_team", "other_organisation"}},
      {"sale", {"own", "own_team", "other_team", "other_organisation"}},
      {"appointment", {"own", "own_team", "other_team", "other_organisation"}},
      {"held_appointment", {"own", "own_team", "other_team", "other_organisation"}},
      {"estimate", {"own", "own_team", "other_team", "other_organisation"}},
      {"sent_estimate", {"own", "own_team", "other_team", "other_organisation"}},
      {"trial", {"own", "own_team", "other_team", "other_organisation"}},
      {"next_step", {"own", "own_team", "other_team", "other_organisation"}},
      {"account", {"own", "own_team", "other_team", "nobody", "other_organisation"}},
      {"contact", {"own", "own_team", "other_team", "nobody", "other_organisation"}},
      {"team", {"own_team", "other_team", "other_organisation"}},
      {"quota", {"own_organisation", "other_organisation"}}};
  return all;
}

struct Asker {
  std::string name;
  Person who;
  Caller caller;
};

std::vector<Asker> sessions_and_nobody(Company& company) {
  return {{"nobody", {}, {}},
          {"rep", company.ana, company.session(company.ana)},
          {"manager", company.mila, company.session(company.mila)},
          {"ops", company.olga, company.session(company.olga)},
          {"admin", company.adam, company.session(company.adam)}};
}

constexpr Scope kScopes[] = {Scope::read, Scope::log, Scope::manage, Scope::admin};

TEST(Access, HasCellsForEveryRouteAndNoOthers) {
  Company company;
  Questions questions(company);
  std::set<std::string> asked, routes, cells, wanted;
  for (const auto& route : api::routes()) routes.emplace(route.operation_id);
  for (const auto& [question, ask] : questions.all) {
    const auto space = question.find(' ');
    asked.insert(question.substr(0, space));
    for (const auto& relation : relations().at(question.substr(space + 1))) wanted.insert(question + " " + relation);
  }
  for (const auto& row : rows_of(access())) cells.insert(row.question() + " " + row.relation);
  EXPECT_EQ(asked, routes);
  EXPECT_EQ(cells, wanted);
}

/// Asks every row of every caller. Returns how many questions that were.
int ask_all(const std::vector<Row>& rows, Company& company) {
  Questions questions(company);
  auto askers = sessions_and_nobody(company);
  for (const Scope scope : kScopes)
    askers.push_back({"token_" + std::string(enum_text(scope)), company.adam, company.token(company.adam, scope)});
  int cells = 0;
  for (const auto& row : rows) {
    for (const auto& asker : askers) {
      const Person& who = asker.name == "nobody" ? company.ana : asker.who;
      for (const auto& id : questions.named(row.subject, row.relation, who)) {
        const auto answered = questions.all.at(row.question())({asker.caller, asker.who, id});
        EXPECT_EQ(written(answered), row.expected.at(asker.name))
            << row.question() << " " << row.relation << " asked by " << asker.name << ": " << answered.text;
        ++cells;
      }
    }
  }
  EXPECT_EQ(company.product.reports, std::vector<std::string>());
  EXPECT_EQ(company.product.differences(company.first), std::vector<std::string>());
  return cells;
}

TEST(Access, IsWhatTheTableSaysForEveryRoleAndRelation) {
  Company company;
  EXPECT_GT(ask_all(rows_of(access()), company), 700);
}

TEST(Access, IsLessUnderAMonitoringProfile) {
  for (const std::string profile : {"own_figures", "verdicts"}) {
    SCOPED_TRACE(profile);
    Company company;
    for (const OrgId org_id : {company.first, company.second})
      company.product.apply(org_id, json("{'organisation': {'monitoring': '" + profile + "'}}"));
    EXPECT_GT(ask_all(rows_under(profile, access()), company), 700);
  }
}

/// Sixteen tokens: of each role with each scope.
TEST(Access, OfATokenIsNeverMoreThanItsScopeAndItsUsersRole) {
  Company company;
  Questions questions(company);
  const auto people = sessions_and_nobody(company);
  for (const auto& row : rows_of(access())) {
    for (const auto& person : people) {
      if (person.name == "nobody") continue;
      for (const Scope scope : kScopes) {
        const auto& by_scope = row.expected.at("token_" + std::string(enum_text(scope)));
        const bool refused_for_scope = by_scope == "403" && row.expected.at("admin") != "403";
        const auto expected = refused_for_scope ? "403" : row.expected.at(person.name);
        const auto id = questions.named(row.subject, row.relation, person.who).front();
        const auto answered = questions.all.at(row.question())({company.token(person.who, scope), person.who, id});
        EXPECT_EQ(written(answered), expected) << row.question() << " " << row.relation << " asked by a token of "
                                               << person.name << " for " << enum_text(scope) << ": " << answered.text;
      }
    }
  }
}

/// What another organisation has and what nobody has are answered alike, to the last letter.
TEST(Access, ToAnotherOrganisationLooksLikeNothing) {
  Company company;
  Questions questions(company);
  const std::string nothing = to_text(company.product.ids.make<UserId>());
  for (const auto& row : rows_of(access())) {
    if (row.relation != "other_organisation") continue;
    for (const auto& asker : sessions_and_nobody(company)) {
      const auto& ask = questions.all.at(row.question());
      const auto id = questions.named(row.subject, row.relation, asker.who).front();
      const auto real = ask({asker.caller, asker.who, id});
      EXPECT_EQ(real.text, ask({asker.caller, asker.who, nothing}).text) << row.question() << " by " << asker.name;
      EXPECT_EQ(real.text.find("second"), std::string::npos) << real.text;
    }
  }
}

}  // namespace
}  // namespace paceline::product
