// SPDX-License-Identifier: Apache-2.0
// The questions about the pipeline: accounts, opportunities, appointments, estimates, trials, sales.
#include "tests/product/access_questions.h"

namespace paceline::product {

std::string Questions::opportunity_of(const Person& rep) {
  return product_.post(company_.session(rep), "/opportunities", json("{'name': 'Opportunity'}"))
      .text_at("/opportunity_id");
}

std::string Questions::next_step_of(const Person& rep) {
  const std::string step = json("{'what': 'Call', 'due_at': '2027-01-01T09:00:00Z'}");
  return product_.post(company_.session(rep), "/opportunities/" + opportunity_of(rep) + "/next-steps", step)
      .text_at("/next_step_id");
}

std::string Questions::appointment_of(const Person& rep) {
  const std::string body = "{'opportunity_id': '" + opportunity_of(rep) +
                           "', 'starts_at': '2026-11-16T09:00:00Z', 'unasked_reason': 'a test'}";
  return product_.post(company_.session(rep), "/appointments", json(body)).text_at("/appointment_id");
}

std::string Questions::held_appointment_of(const Person& rep) {
  const std::string id = appointment_of(rep);
  (void)product_.post(company_.session(rep), "/appointments/" + id + "/end", json("{'state': 'held'}"));
  return id;
}

std::string Questions::account_of(const std::string& relation, const Person& who) {
  const std::string name = "{'name': 'Account " + std::to_string(++made_) + "'";
  if (relation == "nobody")
    return product_.post(company_.session(company_.adam), "/accounts", json(name + "}")).text_at("/account_id");
  return product_.post(company_.session(person(relation, who)), "/accounts", json(name + ", 'owner': 'me'}"))
      .text_at("/account_id");
}

std::string Questions::sale_of(const Person& rep) {
  return product_.post(company_.session(rep), "/sales", json("{'lines': [{'amount': {'amount_minor': 5}}]}"))
      .text_at("/sale_id");
}

void Questions::add_sales() {
  get("get_standing rep", "/standing?rep=");
  get("list_standing_rows rep", "/standing/rows?rep=");
  get("sum_sales rep", "/sales?rep=");
  get("list_sales rep", "/sales/rows?rep=");
  get("get_sale sale", "/sales/");
  post("add_sale rep", "/sales", "{'lines': [{'amount': {'amount_minor': 5}}], 'rep': '", "'}");
  post("add_sales rep", "/sales/batch", "{'items': [{'lines': [{'amount': {'amount_minor': 5}}], 'rep': '", "'}]}");
  for (const auto& [key, after, body] :
       {std::tuple("cancel_sale sale", "/cancel", "{'reason': 'a test'}"),
        std::tuple("change_sale_day sale", "/day", "{'reason': 'a test', 'day': '2026-11-02'}")}) {
    all[key] = [this, after = std::string(after), body = std::string(body)](const Question& q) {
      return product_.post(q.caller, "/sales/" + q.id + after, json(body));
    };
  }
  all["change_sale_shares sale"] = [this](const Question& q) {
    return product_.post(q.caller, "/sales/" + q.id + "/shares",
                         json("{'reason': 'a test', 'shares': [{'rep': 'me', 'share_bp': 10000}]}"));
  };
}

std::string Questions::estimate_of(const Person& rep) {
  return product_
      .post(company_.session(rep), "/opportunities/" + opportunity_of(rep) + "/estimates",
            json("{'lines': [{'unit_price_minor': 5}]}"))
      .text_at("/estimate_id");
}

std::string Questions::sent_estimate_of(const Person& rep) {
  const std::string id = estimate_of(rep);
  (void)product_.post(company_.session(rep), "/estimates/" + id + "/send", json("{}"));
  return id;
}

std::string Questions::trial_of(const Person& rep) {
  return product_
      .post(company_.session(rep), "/opportunities/" + opportunity_of(rep) + "/trials",
            json("{'kind': 'trial', 'what': 'All', 'from': '2026-11-01', 'to': '2026-11-30'}"))
      .text_at("/trial_id");
}

void Questions::add_estimates() {
  get("list_estimates rep", "/estimates?rep=");
  get("sum_estimates rep", "/estimates/sums?rep=");
  get("get_estimate estimate", "/estimates/");
  all["add_estimate opportunity"] = [this](const Question& q) {
    return product_.post(q.caller, "/opportunities/" + q.id + "/estimates",
                         json("{'lines': [{'unit_price_minor': 5}]}"));
  };
  all["send_estimate estimate"] = [this](const Question& q) {
    return product_.post(q.caller, "/estimates/" + q.id + "/send", json("{}"));
  };
  for (const auto& [key, how] :
       {std::tuple("accept_estimate sent_estimate", "accept"), std::tuple("decline_estimate sent_estimate", "decline"),
        std::tuple("withdraw_estimate estimate", "withdraw")}) {
    all[key] = [this, how = std::string(how)](const Question& q) {
      return product_.post(q.caller, "/estimates/" + q.id + "/" + how, json("{'reason': 'a test'}"));
    };
  }
}

void Questions::add_trials() {
  get("list_cross_sells rep", "/cross-sells?rep=");
  get("list_cross_sells account", "/cross-sells?account=");
  get("list_trials rep", "/trials?rep=");
  get("suggest_trial opportunity", "/opportunities/", "/suggested-trial");
  for (const auto& [key, before, after, body] :
       {std::tuple("add_trial opportunity", "/opportunities/", "/trials",
                   "{'kind': 'demo', 'what': 'All', 'from': '2026-11-01', 'to': '2026-11-30'}"),
        std::tuple("extend_trial trial", "/trials/", "/extend", "{'to': '2026-12-31'}"),
        std::tuple("end_trial trial", "/trials/", "/end", "{'state': 'ended'}")}) {
    all[key] = [this, before = std::string(before), after = std::string(after), body = std::string(body)](
                   const Question& q) { return product_.post(q.caller, before + q.id + after, json(body)); };
  }
}

void Questions::add_pipeline() {
  for (const auto* list : {"product-lines", "territories", "pipelines", "stage-days", "currency-rates", "accounts"}) {
    std::string operation = "list_" + std::string(list) + " any";
    std::replace(operation.begin(), operation.end(), '-', '_');
    get(operation, "/" + std::string(list));
  }
  all["add_account any"] = [this](const Question& q) {
    return product_.post(q.caller, "/accounts", json("{'name': 'Account " + std::to_string(++made_) + "'}"));
  };
  all["add_accounts any"] = [this](const Question& q) {
    return product_.post(q.caller, "/accounts/batch",
                         json("{'items': [{'name': 'Account " + std::to_string(++made_) + "'}]}"));
  };
  get("get_account account", "/accounts/");
  get("get_account_history account", "/accounts/", "/history");
  get("list_account_contacts account", "/accounts/", "/contacts");
  const auto about = [this](const std::string& key, const std::string& before, const std::string& after,
                            const std::string& body) {
    all[key] = [this, before, after, body](const Question& q) {
      return product_.post(q.caller, before + q.id + after, json(body));
    };
  };
  about("change_account account", "/accounts/", "/changes", "{'region': 'West'}");
  get("list_opportunities rep", "/opportunities?rep=");
  get("list_next_steps rep", "/next-steps?rep=");
  post("add_opportunity rep", "/opportunities", "{'name': 'Opportunity', 'rep': '", "'}");
  post("put_opportunities rep", "/opportunities/batch", "{'items': [{'name': 'Opportunity', 'rep': '", "'}]}");
  get("get_opportunity opportunity", "/opportunities/");
  get("list_opportunity_history opportunity", "/opportunities/", "/history");
  const std::string one = "/opportunities/";
  about("move_opportunity opportunity", one, "/moves", "{'stage': 'qualified'}");
  about("change_opportunity_amounts opportunity", one, "/amounts", "{'amounts': [{'amount': {'amount_minor': 5}}]}");
  about("change_opportunity_close_day opportunity", one, "/close-days", "{'close_day': '2027-01-01'}");
  about("change_opportunity opportunity", one, "/changes", "{'source': 'fair'}");
  about("void_opportunity opportunity", one, "/void", "{'reason': 'a test'}");
  about("qualify_opportunity opportunity", one, "/qualification",
        "{'answers': [{'question': 'need', 'ground': 'said'}]}");
  about("add_next_step opportunity", one, "/next-steps", "{'what': 'Call', 'due_at': '2027-01-01T09:00:00Z'}");
  about("end_next_step next_step", "/next-steps/", "/end", "{'state': 'done'}");
  get("list_appointments rep", "/appointments?rep=");
  get("list_free_times rep", "/free-times?rep=");
  const std::string appointment = "/appointments/";
  get("get_appointment appointment", appointment);
  get("list_appointment_history appointment", appointment, "/history");
  get("get_appointment_file appointment", appointment, "/file");
  about("move_appointment appointment", appointment, "/moves", "{'minutes': 30}");
  about("end_appointment appointment", appointment, "/end", "{'state': 'held'}");
  about("reopen_appointment held_appointment", appointment, "/reopen", "{'reason': 'a test'}");
  about("tell_appointment_outcome held_appointment", appointment, "/outcome", "{'outcome': 'agreed'}");
  all["set_appointment rep"] = [this](const Question& q) {
    const auto contact = to_text(product_.add_contact(company_.first, "Nobody's", {}));
    return product_.post(
        q.caller, "/appointments",
        json("{'rep': '" + q.id + "', 'contact_id': '" + contact + "', 'starts_at': '2026-11-20T09:00:00Z'}"));
  };
  all["change_opportunity_people opportunity"] = [this](const Question& q) {
    const auto contact = to_text(product_.add_contact(company_.first, "Nobody's", {}));
    return product_.post(q.caller, "/opportunities/" + q.id + "/people",
                         json("{'people': [{'contact_id': '" + contact + "', 'part': 'user'}]}"));
  };
}

}  // namespace paceline::product
