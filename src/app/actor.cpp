// SPDX-License-Identifier: Apache-2.0
#include "app/actor.h"

namespace paceline {
namespace {

bool is_office(Role role) {
  return role == Role::ops || role == Role::admin || role == Role::system;
}

bool is_admin(Role role) {
  return role == Role::admin || role == Role::system;
}

bool role_may(Role role, Right right, Whose whose) {
  const bool own_or_team = whose == Whose::own || (whose == Whose::own_team && role == Role::manager);
  switch (right) {
    case Right::anyone:
    case Right::signed_in: return true;
    case Right::read_figures:
    case Right::propose_quotas:
    case Right::read_verdicts:
    case Right::read_sums:
    case Right::read_leave:
    case Right::read_opportunities:
    case Right::edit_opportunities:
    case Right::log_activity: return is_office(role) || own_or_team;
    case Right::read_looks: return is_admin(role) || whose == Whose::own;
    case Right::join_leaderboard: return whose == Whose::own;
    case Right::read_leaderboard: return is_office(role) || whose == Whose::own || whose == Whose::own_team;
    case Right::read_contacts:
    case Right::edit_contacts: return is_office(role) || own_or_team || whose == Whose::nobody;
    case Right::read_people: return role != Role::rep || whose == Whose::own || whose == Whose::own_team;
    case Right::hand_over:
    case Right::manage_leave: return is_office(role) || (role == Role::manager && whose == Whose::own_team);
    case Right::manage_quotas: return is_office(role) || (role == Role::manager && own_or_team);
    case Right::confirm_reports: return is_office(role) || (whose == Whose::own_team && role == Role::manager);
    case Right::acknowledge_reports: return is_office(role) || own_or_team;
    case Right::administer:
    case Right::export_figures: return is_admin(role);
  }
  return false;
}

/// Whoever opened the data folder has the tables themselves: no profile hides anything from the system.
bool profile_lets(const Actor& actor, Right right, Whose whose) {
  if (whose == Whose::own || actor.role == Role::system) return true;
  const bool of_opportunities = right == Right::read_opportunities || right == Right::edit_opportunities;
  if (right == Right::read_figures || right == Right::export_figures || of_opportunities)
    return actor.monitoring == Monitoring::full;
  if (right == Right::read_verdicts) return actor.monitoring != Monitoring::own_figures;
  return true;
}

Scope smallest_scope(Right right) {
  switch (right) {
    case Right::anyone:
    case Right::signed_in:
    case Right::read_figures:
    case Right::read_verdicts:
    case Right::read_sums:
    case Right::read_leave:
    case Right::read_looks:
    case Right::read_leaderboard:
    case Right::read_contacts:
    case Right::read_opportunities:
    case Right::read_people: return Scope::read;
    case Right::log_activity:
    case Right::propose_quotas:
    case Right::join_leaderboard:
    case Right::edit_contacts:
    case Right::edit_opportunities:
    case Right::acknowledge_reports: return Scope::log;
    case Right::hand_over:
    case Right::manage_leave:
    case Right::manage_quotas:
    case Right::confirm_reports: return Scope::manage;
    case Right::administer:
    case Right::export_figures: return Scope::admin;
  }
  return Scope::admin;
}

}  // namespace

Result<void> authorise(const Actor& actor, Right right, Whose whose) {
  if (!role_may(actor.role, right, whose)) return fail(Fault::forbidden, "access.forbidden");
  if (!profile_lets(actor, right, whose)) return fail(Fault::forbidden, "access.monitoring");
  if (actor.scope && *actor.scope < smallest_scope(right)) return fail(Fault::forbidden, "access.scope_too_small");
  return {};
}

bool sees_single_reps(const Actor& actor) {
  return profile_lets(actor, Right::read_figures, Whose::other_team);
}

bool is_own_team(const Actor& actor, TeamId team) {
  return actor.team_id == team || actor.parts.contains(team);
}

Whose relation_to(const Actor& actor, UserId rep_id, std::optional<TeamId> team) {
  if (rep_id == actor.user_id) return Whose::own;
  return team && is_own_team(actor, *team) ? Whose::own_team : Whose::other_team;
}

}  // namespace paceline
