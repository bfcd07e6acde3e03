// SPDX-License-Identifier: Apache-2.0
#include "tests/product/access_questions.h"

#include <algorithm>

namespace paceline::product {

Questions::Questions(Company& company) : company_(company), product_(company.product) {
  add_plain();
  add_about_people();
  add_about_things();
  add_quotas();
  add_proposals();
  add_about_reports();
  add_imports();
  add_pipeline();
  add_sales();
  add_estimates();
  add_trials();
}

std::vector<std::string> Questions::named(const std::string& subject, const std::string& relation, const Person& who) {
  if (subject == "any") return {""};
  if (subject == "rep") return {to_text(person(relation, who).user_id), person(relation, who).email};
  if (subject == "contact") return {to_text(contact(relation, who))};
  if (subject == "report") return {to_text(company_.report_of(person(relation, who)))};
  if (subject == "activity") return {to_text(activity(relation, who))};
  if (subject == "token") return {token(relation, who)};
  if (subject == "opportunity") return {opportunity_of(person(relation, who))};
  if (subject == "next_step") return {next_step_of(person(relation, who))};
  if (subject == "appointment") return {appointment_of(person(relation, who))};
  if (subject == "held_appointment") return {held_appointment_of(person(relation, who))};
  if (subject == "sale") return {sale_of(person(relation, who))};
  if (subject == "estimate") return {estimate_of(person(relation, who))};
  if (subject == "sent_estimate") return {sent_estimate_of(person(relation, who))};
  if (subject == "trial") return {trial_of(person(relation, who))};
  if (subject == "account") return {account_of(relation, who)};
  if (subject == "import") return {import_of(relation, who)};
  const bool other = relation == "other_organisation";
  const OrgId org_id = other ? company_.second : company_.first;
  if (subject == "team") {
    const std::string name = other ? "Remote" : relation == "own_team" ? "East" : "West";
    return {to_text(company_.team(org_id, name)), name};
  }
  const std::string key = other ? "dials" : "calls";
  return {to_text(company_.quota(org_id, key)), key};
}

const Person& Questions::person(const std::string& relation, const Person& who) {
  if (relation == "own") return who;
  if (relation == "own_team") return company_.boris;
  return relation == "other_team" ? company_.carl : company_.zoe;
}

ContactId Questions::contact(const std::string& relation, const Person& who) {
  if (relation == "nobody") return product_.add_contact(company_.first, "Nobody's", {});
  const Person& owner = person(relation, who);
  return product_.add_contact(company_.org_of(owner), "Somebody's", owner.user_id);
}

std::string Questions::token(const std::string& relation, const Person& who) {
  const Person& owner = person(relation, who);
  const Caller made = product_.token(company_.org_of(owner), owner.user_id, Scope::read);
  return product_.get(made, "/tokens").text_at("/items/0/token_id");
}

std::string Questions::import_of(const std::string& relation, const Person& who) {
  const Caller owner = company_.session(person(relation, who));
  const auto begun =
      product_.post(owner, "/imports", json("{'file_name': 'f', 'bytes': 1, 'mapping': 'bank-marketing'}"));
  std::string id = begun.text_at("/import_id");
  (void)send_part(owner, id);
  return id;
}

Answered Questions::send_part(const Caller& caller, const std::string& id) {
  Sending bytes;
  bytes.headers.emplace_back("content-type", "application/octet-stream");
  return product_.send(caller, api::Method::put, "/imports/" + id + "/parts/0", "x", bytes);
}

ActivityId Questions::activity(const std::string& relation, const Person& who) {
  const Person& rep = person(relation, who);
  return product_.add_call(company_.org_of(rep), rep.user_id);
}

LeaveId Questions::leave_of(const std::string& name) {
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

void Questions::get(const std::string& key, const std::string& before, const std::string& after) {
  all[key] = [this, before, after](const Question& q) { return product_.get(q.caller, before + q.id + after); };
}

void Questions::post(const std::string& key, const std::string& path, const std::string& before,
                     const std::string& after) {
  all[key] = [this, path, before, after](const Question& q) {
    return product_.post(q.caller, path, json(before) + q.id + json(after));
  };
}

void Questions::add_plain() {
  for (const auto* path : {"health", "session", "kinds", "topics", "contacts", "users", "reps", "teams", "quotas",
                           "counts", "templates", "quota-proposals", "notice", "settings"}) {
    const std::string name(path);
    const bool one = name == "health" || name == "session" || name == "notice" || name == "settings";
    const std::string operation = name == "quota-proposals" ? "quota_proposals" : name;
    get((one ? "get_" : "list_") + operation + " any", "/" + name);
  }
  get("get_template any", "/templates/software");
  get("get_liveness any", "/health/live");
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
    return product_.post(q.caller, "/session", json("{'email': 'ana@first.example', 'password': '" + password + "'}"));
  };
  all["join any"] = [this](const Question& q) {
    product_.clock.advance_seconds(api::SignInTries::kWindowSeconds);
    const Caller admin = product_.session(company_.first, company_.adam.user_id);
    const auto token = product_.post(admin, "/users/boris@first.example/invitation", "").text_at("/token");
    return product_.post(q.caller, "/join", json("{'token': '" + token + "', 'password': 'a long password'}"));
  };
  get("list_sessions any", "/sessions");
  all["end_other_sessions any"] = [this](const Question& q) {
    // A token of the widest scope ends all sessions of its user: not those that other questions are asked with.
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
  get("list_audit any", "/audit");
  all["list_webhooks any"] = [this](const Question& q) { return product_.get(q.caller, "/webhooks"); };
  all["add_webhook any"] = [this](const Question& q) {
    return product_.post(q.caller, "/webhooks", json("{'source': 'pbx'}"));
  };
  all["make_calendar_feed any"] = [this](const Question& q) { return product_.post(q.caller, "/calendar-feed", ""); };
  get("get_calendar_feed any", "/calendar-feed");
  all["revoke_calendar_feed any"] = [this](const Question& q) {
    (void)product_.post(q.caller, "/calendar-feed", "");
    return product_.send(q.caller, api::Method::remove, "/calendar-feed", "");
  };
  get("read_calendar_feed any", "/calendar-feeds/1.unknown.ics");
  all["renew_webhook any"] = [this](const Question& q) { return product_.post(q.caller, "/webhooks/1/secret", ""); };
  all["revoke_webhook any"] = [this](const Question& q) {
    return product_.send(q.caller, api::Method::remove, "/webhooks/1", "");
  };
  all["apply_definitions any"] = [this](const Question& q) {
    return product_.post(q.caller, "/apply", json("{'teams': [{'name': 'East'}]}"));
  };
}

void Questions::add_about_people() {
  get("list_activities rep", "/activities?rep=");
  get("export_table rep", "/export/activities?rep=");
  get("list_signals rep", "/signals?rep=");
  get("get_rep_pace rep", "/reps/", "/pace");
  get("list_activity_groups rep", "/reps/", "/activity-groups");
  get("list_leave rep", "/reps/", "/leave");
  get("list_team_leave team", "/leave?from=2027-01-01&to=2027-02-01&team=");
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
  all["take_back_departure rep"] = [this](const Question& q) {
    (void)product_.post(company_.session(company_.adam), "/users/" + q.id + "/departure",
                        json("{'last_day': '2030-01-01'}"));
    return product_.post(q.caller, "/users/" + q.id + "/departure/take-back", "");
  };
  all["hand_over rep"] = [this](const Question& q) {
    return product_.post(q.caller, "/users/" + q.id + "/hand-over",
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
  post("take_call_records rep", "/call-records",
       "{'source': 'pbx', 'items': [{'external_id': '1', 'began_at': '2026-03-09T10:00:00Z', 'from': '101', 'rep': '",
       "'}]}");
}

void Questions::add_proposals() {
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

std::string Questions::team_name(const std::string& id) {
  for (const char* name : {"East", "West"}) {
    if (id == to_text(company_.team(company_.first, name))) return name;
  }
  return id;
}

std::string Questions::new_quota(const std::string& team) {
  return json("{'key': 'new" + std::to_string(++made_) +
              "', 'name': 'New', 'period': 'week', 'amount': 5, 'rule': {'kinds': ['call']}, 'teams': ['" +
              team_name(team) + "']}");
}

void Questions::add_quotas() {
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
    return product_.send(q.caller, api::Method::put, "/quotas/" + q.id,
                         json("{'key': 'calls', 'name': 'Calls', 'period': 'week', 'amount': 50, 'from': '2026-01-01',"
                              " 'reason': 'a test', 'rule': {'kinds': ['call']}, 'teams': ['East', 'West'],"
                              " 'reps': ['mila@first.example', 'olga@first.example', 'adam@first.example',"
                              " 'wim@first.example']}"));
  };
  for (const auto& [operation, path] :
       {std::pair("change_quotas quota", "/quotas/many"), std::pair("preview_quotas quota", "/quotas/many/preview")}) {
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

void Questions::add_about_things() {
  get("get_contact contact", "/contacts/");
  get("get_contact_history contact", "/contacts/", "/history");
  get("list_contact_opportunities contact", "/contacts/", "/opportunities");
  get("search_names any", "/search?prefix=a");
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

void Questions::add_imports() {
  get("list_imports any", "/imports");
  get("list_mappings any", "/mappings");
  post("begin_import rep", "/imports", "{'file_name': 'f', 'bytes': 1, 'mapping': 'bank-marketing', 'rep': '", "'}");
  get("get_import import", "/imports/");
  get("list_import_faults import", "/imports/", "/faults");
  get("list_import_kept import", "/imports/", "/kept");
  all["send_import_part import"] = [this](const Question& q) { return send_part(q.caller, q.id); };
  for (const std::string wish : {"check", "start", "cancel", "undo"}) {
    all[wish + "_import import"] = [this, wish](const Question& q) {
      if (wish == "undo") (void)product_.alter("UPDATE import SET state = 'done' WHERE import_id = " + q.id);
      return product_.post(q.caller, "/imports/" + q.id + "/" + wish, "");
    };
  }
}

void Questions::add_about_reports() {
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

}  // namespace paceline::product
