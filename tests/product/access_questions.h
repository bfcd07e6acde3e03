// SPDX-License-Identifier: Apache-2.0
// Each route with a request about each thing that it can be asked about: what tests/api/access.json is held to.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/product/company.h"

namespace paceline::product {

/// What a route is asked: about one thing, in one relation to the caller, under the id or the name that is given.
struct Question {
  Caller caller;
  Person who;  ///< whose session or token it is
  std::string id;
};

/// Sends each route its request. The key: the operation and what it is asked about, "get_contact contact".
class Questions {
 public:
  explicit Questions(Company& company);

  using Ask = std::function<Answered(const Question&)>;
  std::map<std::string, Ask> all;

  /// The ids and names under which the thing of this relation can be asked for; several where there are several.
  std::vector<std::string> named(const std::string& subject, const std::string& relation, const Person& who);

 private:
  const Person& person(const std::string& relation, const Person& who);
  ContactId contact(const std::string& relation, const Person& who);
  /// The id of a new token.
  std::string token(const std::string& relation, const Person& who);
  /// The id of an import of one byte, which has come.
  std::string import_of(const std::string& relation, const Person& who);
  Answered send_part(const Caller& caller, const std::string& id);
  ActivityId activity(const std::string& relation, const Person& who);

  /// A new leave of the user with the id or the address; of nobody: an id that no leave has.
  LeaveId leave_of(const std::string& name);

  void get(const std::string& key, const std::string& before, const std::string& after = "");
  void post(const std::string& key, const std::string& path, const std::string& before, const std::string& after);

  void add_plain();

  void add_about_people();

  /// A rep's own proposal, which the caller then decides about.
  void add_proposals();

  /// The name of a team whose id is given; anything else as it is.
  std::string team_name(const std::string& id);
  /// A definition of a quota of its own.
  std::string new_quota(const std::string& team);

  void add_quotas();

  void add_about_things();

  void add_about_reports();

  void add_imports();

  void add_pipeline();
  /// Each is new, of the person.
  std::string opportunity_of(const Person& rep);
  std::string account_of(const std::string& relation, const Person& who);
  std::string next_step_of(const Person& rep);
  std::string appointment_of(const Person& rep);
  std::string held_appointment_of(const Person& rep);
  std::string sale_of(const Person& rep);
  void add_sales();
  std::string estimate_of(const Person& rep);
  std::string sent_estimate_of(const Person& rep);
  std::string trial_of(const Person& rep);
  void add_estimates();
  void add_trials();

  Company& company_;
  Product& product_;
  int made_ = 0;  ///< keys of quotas that no other question has
  Day some_day_ = day_of({2027, 1, 1});
};

}  // namespace paceline::product
