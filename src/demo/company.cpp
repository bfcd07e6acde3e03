// SPDX-License-Identifier: Apache-2.0
#include "demo/company.h"

#include <set>

#include "demo/people.h"
#include "demo/pipeline.h"

namespace paceline::demo {
namespace {

constexpr const char* kRamp = "Newcomers";
constexpr int kRepsWithRevenue = 3;

std::string calendar_name(const Truth& truth, std::size_t country) {
  return truth.teams.size() == 1 ? "Sofia office" : countries().at(country).name;
}

UserDefinition user(const Truth& truth, const std::string& email, const std::string& name, Role role,
                    std::size_t country, const std::string& team) {
  UserDefinition definition;
  definition.email = email;
  definition.name = name;
  definition.role = role;
  definition.zone = countries().at(country).zone;
  definition.calendar = calendar_name(truth, country);
  definition.team = team;
  return definition;
}

/// One for each team, and for each part of it.
std::vector<UserDefinition> managers(const Truth& truth) {
  std::vector<UserDefinition> all;
  for (const TrueTeam& team : truth.teams) {
    PersonName person{"Maya Cole", "maya.cole"};
    if (team.name != truth.reps.front().team)
      person = manager_name(static_cast<int>(all.size()), countries().at(team.country).language);
    all.push_back(
        user(truth, person.address + "@demo.paceline.example", person.name, Role::manager, team.country, team.name));
  }
  return all;
}

UserDefinition rep_definition(const Truth& truth, const TrueRep& rep) {
  UserDefinition definition = user(truth, rep.email, rep.name, Role::rep, rep.country, rep.team);
  definition.joined = rep.joined;
  definition.left = rep.left;
  definition.active = !rep.left.has_value();
  if (rep.ramp) definition.ramp = kRamp;
  return definition;
}

QuotaDefinition quota(const char* key, const char* name, PeriodKind period, std::int64_t amount, Rule rule,
                      const Truth& truth) {
  QuotaDefinition definition;
  definition.key = key;
  definition.name = name;
  definition.period_kind = period;
  definition.amounts.quota = amount;
  definition.rule = std::move(rule);
  definition.subjects = {{SubjectKind::team, truth.teams.front().name, {}, "/teams/0"}};
  definition.from = truth.history.from;
  return definition;
}

Rule calls() {
  Rule rule;
  rule.kinds = {"call"};
  rule.directions = {Direction::outbound};
  return rule;
}

Rule conversations() {
  Rule rule;
  rule.kinds = {"call"};
  rule.min_duration_s = 60;
  return rule;
}

Rule contacts_after_comment() {
  Rule rule;
  rule.unit = Unit::contacts;
  rule.kinds = {"call", "meeting"};
  rule.outcomes = {"answered", "listened", "agreed", "refused", "call_back", "held"};
  rule.after_signal = AfterSignal{{"comment"}, {std::string(kTopic)}, 90};
  return rule;
}

Rule kind_with(std::vector<std::string> kinds, std::vector<std::string> outcomes) {
  Rule rule;
  rule.kinds = std::move(kinds);
  rule.outcomes = std::move(outcomes);
  return rule;
}

}  // namespace

Definitions company(const Truth& truth) {
  Definitions definitions;
  definitions.organisation.emplace().leaderboard = true;
  std::set<std::size_t> used;
  for (const TrueTeam& team : truth.teams) {
    definitions.teams.push_back({team.name, team.parent, {}});
    if (used.insert(team.country).second)
      definitions.calendars.push_back(
          {calendar_name(truth, team.country), {}, countries().at(team.country).code, false});
  }
  definitions.ramps.push_back({kRamp, ramp_steps()});
  definitions.users = managers(truth);
  for (const TrueRep& rep : truth.reps) {
    definitions.users.push_back(rep_definition(truth, rep));
    if (rep.part_time) definitions.part_time.push_back({rep.email, *rep.part_time});
    for (const Leave& leave : rep.leaves) definitions.leave.push_back({rep.email, leave});
  }
  return definitions;
}

Definitions moves(const Truth& truth) {
  Definitions definitions;
  for (const TrueRep& rep : truth.reps) {
    if (!rep.move) continue;
    UserDefinition definition = rep_definition(truth, rep);
    definition.team = rep.move->team;
    definition.from = rep.move->day;
    definitions.users.push_back(std::move(definition));
  }
  return definitions;
}

Definitions quotas(const Truth& truth) {
  Definitions definitions;
  definitions.quotas.push_back(quota("calls", "Outbound calls", PeriodKind::week, 160, calls(), truth));
  definitions.quotas.back().amounts = {160, 120, 200};
  definitions.quotas.push_back(
      quota("conversations", "Conversations over a minute", PeriodKind::week, 85, conversations(), truth));
  definitions.quotas.push_back(
      quota("retirement", "Contacts on retirement planning", PeriodKind::month, 16, contacts_after_comment(), truth));
  definitions.quotas.push_back(
      quota("meetings", "Meetings held", PeriodKind::week, 5,
            kind_with({"meeting", "visit", "demo"}, {"held", "agreed", "refused", "call_back"}), truth));
  definitions.quotas.push_back(
      quota("estimates", "Estimates handed in", PeriodKind::month, 12, kind_with({"estimate"}, {"handed_in"}), truth));
  Rule mails = kind_with({"email"}, {"sent", "replied"});
  mails.directions = {Direction::outbound};
  definitions.quotas.push_back(quota("emails", "E-mails to prospects", PeriodKind::week, 40, std::move(mails), truth));
  return definitions;
}

Definitions selling() {
  Definitions definitions;
  for (const TrueLine& line : kTrueLines)
    definitions.product_lines.push_back({line.key, line.name, {}, line.price_minor, {}, true});
  const Pipeline usual = usual_pipeline();
  definitions.pipelines.push_back({usual.key, usual.name, true, usual.stages});
  return definitions;
}

Definitions revenue_quotas(const Truth& truth) {
  Rule rule;
  rule.unit = Unit::booked;
  rule.currency = "EUR";
  QuotaDefinition definition = quota("revenue", "Revenue booked", PeriodKind::quarter, 6'000'000, rule, truth);
  definition.subjects.clear();
  for (const TrueRep& rep : truth.reps) {
    if (rep.number < kRepsWithRevenue) definition.subjects.push_back({SubjectKind::rep, rep.email, {}, "/reps/0"});
  }
  const Period first = period_of(PeriodKind::quarter, truth.history.from);
  // The first that the history has from its beginning, so that none is closed of which only a part was sold.
  definition.from = first.to < truth.history.to ? first.to : first.from;
  Definitions definitions;
  definitions.quotas.push_back(std::move(definition));
  return definitions;
}

}  // namespace paceline::demo
