// SPDX-License-Identifier: Apache-2.0
#include "app/apply_parts.h"

namespace paceline {
namespace {

constexpr int kMostMonths = 600;

/// The team as it is stored: of this name, or of the name that it had; none: it is new.
Result<const Team*> known_team(const std::string& name, const TeamDefinition& definition,
                               const std::vector<Team>& teams) {
  const Team* known = find_named(teams, name);
  if (!definition.was || *definition.was == name) return known;
  const Team* before = find_named(teams, *definition.was);
  if (known != nullptr && before != nullptr) return fail(Fault::invalid, "team.was.ambiguous", "/was");
  if (known == nullptr && before == nullptr) return fail(Fault::invalid, "team.was.unknown", "/was");
  return known != nullptr ? known : before;
}

/// The definition with its names turned to ids; without an id when it is new.
Checked<Team> checked_team(const TeamDefinition& definition, const std::vector<Team>& teams) {
  Errors faults;
  Team team;
  const auto name = parse_name(definition.name);
  if (!name) return tl::unexpected(Errors{{Fault::invalid, name.error().code, "/name", {}}});
  if (const auto known = known_team(*name, definition, teams)) {
    if (*known != nullptr) team = **known;
  } else {
    faults.push_back(known.error());
  }
  team.name = *name;
  if (definition.parent) {
    const Team* parent = find_named(teams, *definition.parent);
    if (parent == nullptr) faults.push_back({Fault::invalid, "team.parent.unknown", "/parent", {}});
    if (parent != nullptr) team.parent_id = parent->team_id;
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return team;
}

bool is_circle(const Team& team, Company company) {
  company.teams[team.team_id] = team;
  return team.parent_id && steps_up(company, *team.parent_id, team.team_id).has_value();
}

bool good_months(const PhaseDefinition& phase) {
  const bool begins_well = phase.from_month >= 0 && phase.from_month <= kMostMonths;
  return begins_well && (!phase.to_month || (*phase.to_month > phase.from_month && *phase.to_month <= kMostMonths));
}

}  // namespace

ItemResult apply_team(const TeamDefinition& definition, const ApplyContext& context) {
  PeopleStore& people = context.stores.people;
  PACELINE_TRY_ITEM(const auto teams, people.teams());
  auto team = checked_team(definition, teams);
  if (!team) return tl::unexpected(std::move(team).error());
  const auto known =
      std::find_if(teams.begin(), teams.end(), [&](const Team& each) { return each.team_id == team->team_id; });
  if (known == teams.end()) {
    team->team_id = context.ids.make<TeamId>();
    PACELINE_CHECK_ITEM(people.add_team(*team));
    return ItemOutcome::created;
  }
  if (known->parent_id == team->parent_id && known->name == team->name) return ItemOutcome::unchanged;
  PACELINE_TRY_ITEM(const Company company, people.company());
  if (is_circle(*team, company)) return refused({Fault::invalid, "team.parent.circle", "/parent", {}});
  PACELINE_CHECK_ITEM(people.change_team(*team));
  if (known->name != team->name) {
    const std::string names = known->name + " -> " + team->name;
    PACELINE_CHECK_ITEM(
        context.stores.ledger.note({context.actor.user_id, "team.rename", to_text(team->team_id), names, context.now}));
  }
  return ItemOutcome::changed;
}

ItemResult apply_phase(const PhaseDefinition& definition, const ApplyContext& context) {
  const auto name = parse_name(definition.name);
  if (!name) return refused({Fault::invalid, name.error().code, "/name", {}});
  if (!good_months(definition)) return refused({Fault::invalid, "phase.months.out_of_range", "/to_month", "0 to 600"});
  PACELINE_TRY_ITEM(const Company company, context.stores.people.company());
  const auto known = std::find_if(company.phases.begin(), company.phases.end(),
                                  [&](const auto& phase) { return phase.second.name == *name; });
  const bool is_new = known == company.phases.end();
  const PhaseId id = is_new ? context.ids.make<PhaseId>() : known->first;
  const bool same =
      !is_new && known->second.from_month == definition.from_month && known->second.to_month == definition.to_month;
  if (same) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(context.stores.people.put_phase({id, *name, definition.from_month, definition.to_month}));
  return is_new ? ItemOutcome::created : ItemOutcome::changed;
}

}  // namespace paceline
