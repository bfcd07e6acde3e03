// SPDX-License-Identifier: Apache-2.0
// Who acts, and the one place that says what they may do.
//
// A right is asked for with a relation: whose data it is, seen from the actor. docs/api/access.md has the same table in
// words, tests/api/access.json holds it route by route.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <set>

#include "app/ports/access_store.h"
#include "team/monitoring.h"

namespace paceline {

struct Actor {
  OrgId org_id;
  UserId user_id;  ///< 0: the system
  Role role = Role::rep;
  std::optional<TeamId> team_id;             ///< of today
  std::set<TeamId> parts;                    ///< of that team, at any depth
  std::optional<Scope> scope;                ///< of the token that was shown; none: a session, or the command line
  Monitoring monitoring = Monitoring::full;  ///< the organisation's profile of now

  friend bool operator==(const Actor&, const Actor&) = default;
};

/// What a route asks for.
BOOST_DEFINE_ENUM_CLASS(Right,
                        anyone,               // no sign-in
                        signed_in,            // any user of the organisation
                        read_figures,         // counts, pace, evidence, activities of a rep
                        read_verdicts,        // met, missed or excused in a closed period, without a count
                        read_sums,            // what several reps did together
                        read_looks,           // who looked at a rep's figures
                        log_activity,         // add, void and correct activities of a rep
                        read_contacts,        //
                        edit_contacts,        // contacts, accounts and signals
                        read_opportunities,   // opportunities, next steps and sales of a rep
                        edit_opportunities,   // the same
                        read_people,          // who works here, in which team
                        join_leaderboard,     // whether a rep stands on it
                        read_leaderboard,     //
                        propose_quotas,       // own amounts of a rep, and agreeing to them
                        read_leave,           // that somebody is away
                        manage_leave,         // enter and remove the leave of others
                        hand_over,            // contacts and the rest of quotas of others
                        manage_quotas,        // what reps and teams are asked
                        confirm_reports,      // close a period, decide its verdict
                        acknowledge_reports,  // say that one has seen a report
                        administer,           // users, tokens of others, apply, settings
                        export_figures)       // every maintained count of everybody

/// Whose data it is. own: the actor's; own_team: of a member of the actor's team of today, or of a part of it;
/// nobody: of no rep in particular.
BOOST_DEFINE_ENUM_CLASS(Whose, own, own_team, other_team, nobody)

/// Returns forbidden "access.forbidden" (role), "access.monitoring" (the role may, but the organisation's monitoring
/// profile keeps this between a rep and nobody else) or "access.scope_too_small" (token).
[[nodiscard]] Result<void> authorise(const Actor& actor, Right right, Whose relation);

/// May the actor see figures of single reps other than the own, as far as the monitoring profile goes?
[[nodiscard]] bool sees_single_reps(const Actor& actor);

[[nodiscard]] bool is_own_team(const Actor& actor, TeamId team);

/// `team` is the rep's team of today.
[[nodiscard]] Whose relation_to(const Actor& actor, UserId rep_id, std::optional<TeamId> team);

}  // namespace paceline
