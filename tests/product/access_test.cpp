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
#include "tests/product/company.h"

namespace paceline::product {
namespace {

using boost::json::value;

/// What a route is asked: about one thing, in one relation to the caller, under the id or the name that is given.
struct Question {
  Caller caller;
  Person who;  ///< whose session or token it is
  std::string id;
};

/// The status as access.json writes it: a number, or "refused" for the item of a batch.
std::string written(const Answered& answered) {
  const auto* object = answered.body.if_object();
  const bool batch = answered.status == 200 && object != nullptr && object->if_contains("added") != nullptr;
  if (batch && object->at("refused").as_int64() > 0) return "refused";
  return std::to_string(answered.status);
}

/// Sends each route its request. The key: the operation and what it is asked about, "get_contact contact".
class Questions {
 public:
  explicit Questions(Company& company) : company_(company), product_(company.product) {
    add_plain();
    add_about_people();
    add_about_things();
    add_quotas();
    add_proposals();
    add_about_reports();
  }

  using Ask = std::function<Answered(const Question&)>;
  std::map<std::string, Ask> all;

  /// The ids and names under which the thing of this relation can be asked for; several where there are several.
  std::vector<std::string> named(const std::string& subject, const std::string& relation, const Person& who) {
    if (subject == "any") return {""};
    if (subject == "rep") return {to_text(person(relation, who).user_id), person(relation, who).email};
    if (subject == "contact") return {to_text(contact(relation, who))};
    if (subject == "report") return {to_text(company_.report_of(person(relation, who)))};
    if (subject == "activity") return {to_text(activity(relation, who))};
    if (subject == "token") return {token(relation, who)};
    const bool other = relation == "other_organisation";
    const OrgId org_id = other ? company_.second : company_.first;
    if (subject == "team") {
      const std::string name = other ? "Remote" : relation == "own_team" ? "East" : "West";
      return {to_text(company_.team(org_id, name)), name};
    }
    const std::string key = other ? "dials" : "calls";
    return {to_text(company_.quota(org_id, key)), key};
  }

 private:
  const Person& person(const std::string& relation, const Person& who) {
    if (relation == "own") return who;
    if (relation == "own_team") return company_.boris;
    return relation == "other_team" ? company_.carl : company_.zoe;
  }
  ContactId contact(const std::string& relation, const Person& who) {
    if (relation == "nobody") return product_.add_contact(company_.first, "Nobody's", {});
    const Person& owner = person(relation, who);
    return product_.add_contact(company_.org_of(owner), "Somebody's", owner.user_id);
  }
  /// The id of a new token.
  std::string token(const std::string& relation, const Person& who) {
    const Person& owner = person(relation, who);
    const Caller made = product_.token(company_.org_of(owner), owner.user_id, Scope::read);
    return product_.get(made, "/tokens").text_at("/items/0/token_id");
  }
  ActivityId activity(const std::string& relation, const Person& who) {
    const Person& rep = person(relation, who);
    return product_.add_call(company_.org_of(rep), rep.user_id);
  }

  /// A new leave of the user with the id or the address; of nobody: an id that no leave has.
  LeaveId leave_of(const std::string& name) {
    const auto leave_id = product_.ids.make<LeaveId>();
    product_.write(company_.first, [&](Stores& stores) -> Result<void> {
      PACELINE_TRY(const auto users, stores.people.users());
      for (const User& user : users) {
        if (user.email != name && to_text(user.user_id) != name) continue;
        some_day_ = some_day_ + 1;
        return stores.work_times.add_leave(user.user_id, {leave_id, {{some_day_, some_day_ + 1}, {}}});
      }
      return {};
    });
    return leave_id;
  }

  void get(const std::string& key, const std::string& before, const std::string& after = "") {
    all[key] = [this, before, after](const Question& q) { return product_.get(q.caller, before + q.id + after); };
  }
  void post(const std::string& key, const std::string& path, const std::string& before, const std::string& after) {
    all[key] = [this, path, before, after](const Question& q) {
      return product_.post(q.caller, path, json(before) + q.id + json(after));
    };
  }

  void add_plain() {
    for (const auto* path : {"health", "session", "kinds", "topics", "contacts", "users", "reps", "teams", "quotas",
                             "counts", "templates", "quota-proposals", "notice", "settings"}) {
      const std::string name(path);
      const bool one = name == "health" || name == "session" || name == "notice" || name == "settings";
      const std::string operation = name == "quota-proposals" ? "quota_proposals" : name;
      get((one ? "get_" : "list_") + operation + " any", "/" + name);
    }
    get("get_template any", "/templates/software");
    get("get_openapi any", "/openapi.json");
    get("follow_changes any", "/live");
    get("get_definitions any", "/definitions");
    get("list_countries any", "/calendars/countries");
    all["read_calendar any"] = [this](const Question& q) {
      return product_.post(q.caller, "/calendars/read", json("{'format': 'csv', 'text': 'day,minutes,name'}"));
    };
    const std::string password = product_.password(company_.first, company_.ana.user_id);
    all["sign_in any"] = [this, password](const Question& q) {
      product_.clock.advance_seconds(api::SignInTries::kWindowSeconds);
      return product_.post(q.caller, "/session",
                           json("{'email': 'ana@first.example', 'password': '" + password + "'}"));
    };
    all["join any"] = [this](const Question& q) {
      product_.clock.advance_seconds(api::SignInTries::kWindowSeconds);
      const Caller admin = product_.session(company_.first, company_.adam.user_id);
      const auto token = product_.post(admin, "/users/boris@first.example/invitation", "").text_at("/token");
      return product_.post(q.caller, "/join", json("{'token': '" + token + "', 'password': 'a long password'}"));
    };
    get("list_sessions any", "/sessions");
    all["end_other_sessions any"] = [this](const Question& q) {
      // A token ends all sessions of its user: not those that other questions are asked with.
      const Caller caller = q.caller.bearer.empty() ? q.caller : company_.token(company_.boris, Scope::read);
      return product_.send(caller, api::Method::remove, "/sessions/others", "");
    };
    all["sign_out any"] = [this](const Question& q) {
      Caller leaving = q.caller;
      if (!leaving.cookie.empty()) leaving = company_.session(q.who);
      return product_.send(leaving, api::Method::remove, "/session", "");
    };
    all["add_contact any"] = [this](const Question& q) {
      return product_.post(q.caller, "/contacts", json("{'name': 'New One'}"));
    };
    all["add_contacts any"] = [this](const Question& q) {
      return product_.post(q.caller, "/contacts/batch", json("{'items': [{'name': 'New One'}]}"));
    };
    all["change_settings any"] = [this](const Question& q) {
      return product_.send(q.caller, api::Method::patch, "/settings", json("{'notice': {'contact': 'Works council'}}"));
    };
    all["apply_definitions any"] = [this](const Question& q) {
      return product_.post(q.caller, "/apply", json("{'teams': [{'name': 'East'}]}"));
    };
  }

  void add_about_people() {
    get("list_activities rep", "/activities?rep=");
    get("list_signals rep", "/signals?rep=");
    get("get_rep_pace rep", "/reps/", "/pace");
    get("list_leave rep", "/reps/", "/leave");
    get("list_tokens rep", "/tokens?user=");
    all["revoke_token token"] = [this](const Question& q) {
      return product_.send(q.caller, api::Method::remove, "/tokens/" + q.id, "");
    };
    all["make_invitation rep"] = [this](const Question& q) {
      return product_.post(q.caller, "/users/" + q.id + "/invitation", "");
    };
    all["depart rep"] = [this](const Question& q) {
      return product_.post(q.caller, "/users/" + q.id + "/departure", json("{'last_day': '2030-01-01'}"));
    };
    all["hand_over rep"] = [this](const Question& q) {
      return product_.post(
          q.caller, "/users/" + q.id + "/hand-over",
          json("{'to': 'ana@first.example', 'from': '2029-01-01', 'contacts': false, 'quotas': false}"));
    };
    all["add_leave rep"] = [this](const Question& q) {
      return product_.post(q.caller, "/reps/" + q.id + "/leave",
                           json("{'from': '" + to_text(some_day_ = some_day_ + 1) + "'}"));
    };
    all["remove_leave rep"] = [this](const Question& q) {
      return product_.post(q.caller, "/reps/" + q.id + "/leave/" + to_text(leave_of(q.id)) + "/remove", "");
    };
    get("get_rep_leads_to rep", "/reps/", "/leads-to");
    get("list_rep_leads_to_activities rep", "/reps/", "/leads-to/activities");
    get("list_looks rep", "/reps/", "/looks");
    get("get_leaderboard_choice rep", "/reps/", "/leaderboard");
    all["choose_leaderboard rep"] = [this](const Question& q) {
      return product_.send(q.caller, api::Method::put, "/reps/" + q.id + "/leaderboard", json("{'joined': true}"));
    };
    get("get_quota_pace rep", "/quotas/calls/pace?rep=");
    get("get_quota_evidence rep", "/quotas/calls/evidence?rep=");
    post("add_token rep", "/tokens", "{'scope': 'read', 'user': '", "'}");
    post("log_activity rep", "/activities", "{'kind': 'call', 'rep': '", "'}");
    post("preview_activity rep", "/activities/preview", "{'kind': 'call', 'rep': '", "'}");
    post("log_activities rep", "/activities/batch", "{'items': [{'kind': 'call', 'rep': '", "'}]}");
  }

  /// A rep's own proposal, which the caller then decides about.
  void add_proposals() {
    post("propose_quota rep", "/quotas/calls/proposals", "{'amount': 60, 'rep': '", "'}");
    all["propose_quota quota"] = [this](const Question& q) {
      return product_.post(q.caller, "/quotas/" + q.id + "/proposals", json("{'amount': 60}"));
    };
    all["agree_to_quota quota"] = [this](const Question& q) {
      return product_.post(q.caller, "/quotas/" + q.id + "/agreement", "");
    };
    all["decide_quota_proposal rep"] = [this](const Question& q) {
      const Person* rep = nullptr;
      for (const Person* each :
           {&company_.ana, &company_.boris, &company_.carl, &company_.mila, &company_.olga, &company_.adam}) {
        if (q.id == to_text(each->user_id) || q.id == each->email) rep = each;
      }
      std::string id = q.id;
      if (rep != nullptr) {
        const auto proposed = product_.post(company_.session(*rep), "/quotas/calls/proposals", json("{'amount': 60}"));
        id = proposed.text_at("/proposal_id");
      } else if (!parse_id<ProposalId>(id)) {
        id = "17";
      }
      return product_.post(q.caller, "/quota-proposals/" + id + "/decision", json("{'agreed': true}"));
    };
  }

  /// The name of a team whose id is given; anything else as it is.
  std::string team_name(const std::string& id) {
    for (const char* name : {"East", "West"}) {
      if (id == to_text(company_.team(company_.first, name))) return name;
    }
    return id;
  }
  /// A definition of a quota of its own.
  std::string new_quota(const std::string& team) {
    return json("{'key': 'new" + std::to_string(++made_) +
                "', 'name': 'New', 'period': 'week', 'amount': 5, 'rule': {'kinds': ['call']}, 'teams': ['" +
                team_name(team) + "']}");
  }

  void add_quotas() {
    get("get_quota quota", "/quotas/");
    get("get_quota_history rep", "/quotas/calls/history?rep=");
    get("get_quota_history quota", "/quotas/", "/history");
    get("get_team_quotas team", "/teams/", "/quotas");
    get("get_team_quota_evidence team", "/teams/", "/quotas/together/evidence");
    all["add_quota team"] = [this](const Question& q) { return product_.post(q.caller, "/quotas", new_quota(q.id)); };
    all["preview_quota team"] = [this](const Question& q) {
      return product_.post(q.caller, "/quotas/preview", new_quota(q.id));
    };
    all["put_quota quota"] = [this](const Question& q) {
      return product_.send(
          q.caller, api::Method::put, "/quotas/" + q.id,
          json("{'key': 'calls', 'name': 'Calls', 'period': 'week', 'amount': 50, 'from': '2026-01-01',"
               " 'reason': 'a test', 'rule': {'kinds': ['call']}, 'teams': ['East', 'West'],"
               " 'reps': ['mila@first.example', 'olga@first.example', 'adam@first.example',"
               " 'wim@first.example']}"));
    };
    for (const auto& [operation, path] : {std::pair("change_quotas quota", "/quotas/many"),
                                          std::pair("preview_quotas quota", "/quotas/many/preview")}) {
      all[operation] = [this, path = std::string(path)](const Question& q) {
        const bool own = q.id == "calls" || q.id == to_text(company_.quota(company_.first, "calls"));
        const std::string key = own ? "calls" : "dials";
        return product_.post(q.caller, path, json("{'percent': 0, 'scaled': ['" + key + "']}"));
      };
    }
    all["copy_quota quota"] = [this](const Question& q) {
      return product_.post(q.caller, "/quotas/" + q.id + "/copy",
                           json("{'key': 'copy" + std::to_string(++made_) + "', 'name': 'Copy'}"));
    };
    all["end_quota quota"] = [this](const Question& q) {
      return product_.post(q.caller, "/quotas/" + q.id + "/end", json("{'from': '2090-01-01'}"));
    };
  }

  void add_about_things() {
    get("get_contact contact", "/contacts/");
    get("get_team_pace team", "/teams/", "/pace");
    get("get_team_totals team", "/teams/", "/totals");
    get("get_team_leads_to team", "/teams/", "/leads-to");
    get("list_team_leads_to_activities team", "/teams/", "/leads-to/activities");
    get("get_leaderboard team", "/teams/", "/leaderboard");
    get("get_quota_pace quota", "/quotas/", "/pace");
    get("get_quota_evidence quota", "/quotas/", "/evidence");
    post("log_activity contact", "/activities", "{'kind': 'call', 'contact_id': '", "'}");
    post("preview_activity contact", "/activities/preview", "{'kind': 'call', 'contact_id': '", "'}");
    post("log_activities contact", "/activities/batch", "{'items': [{'kind': 'call', 'contact_id': '", "'}]}");
    post("add_signals contact", "/signals/batch", "{'items': [{'kind': 'click', 'contact_id': '", "'}]}");
    all["void_activity activity"] = [this](const Question& q) {
      return product_.post(q.caller, "/activities/" + q.id + "/void", json("{'reason': 'a test'}"));
    };
    all["correct_activity activity"] = [this](const Question& q) {
      return product_.post(q.caller, "/activities/" + q.id + "/correct",
                           json("{'reason': 'a test', 'set': {'outcome': 'answered'}}"));
    };
  }

  void add_about_reports() {
    for (const std::string about : {"rep", "quota", "team"}) {
      if (about != "team") get("list_reports " + about, "/reports?" + about + "=");
      get("list_verdicts " + about, "/reports/verdicts?" + about + "=");
    }
    get("get_report report", "/reports/");
    get("get_report_evidence report", "/reports/", "/evidence");
    get("get_report_late_facts report", "/reports/", "/late");
    post("close_period rep", "/quotas/calls/periods/2026-W40/close", "{'rep': '", "'}");
    const auto sending = [this](const std::string& key, const std::string& before, const std::string& after,
                                const std::string& body) {
      all[key] = [=, this](const Question& q) { return product_.post(q.caller, before + q.id + after, json(body)); };
    };
    sending("close_period quota", "/quotas/", "/periods/2026-W40/close", "{}");
    sending("decide_report report", "/reports/", "/decision", "{'verdict': 'met', 'note': 'a test'}");
    sending("acknowledge_report report", "/reports/", "/acknowledgement", "{}");
  }

  Company& company_;
  Product& product_;
  int made_ = 0;  ///< keys of quotas that no other question has
  Day some_day_ = day_of({2027, 1, 1});
};

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
