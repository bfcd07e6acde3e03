// SPDX-License-Identifier: Apache-2.0
#include "store/next_steps.h"

#include <algorithm>

#include "store/columns.h"
#include "store/sql/in_list.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(NextStep, (),
                      (next_step_id, opportunity_id, contact_id, rep_id, what, due_at, state, known_at, stored_at,
                       actor_id, ended_at, ended_by))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAdd{
    "next_step.add",
    "INSERT INTO next_step (org_id, next_step_id, opportunity_id, contact_id, rep_id, what, due_at, state, known_at,"
    " stored_at, actor_id, ended_at, ended_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"};
constexpr Statement kEnd{"next_step.end",
                         "UPDATE next_step SET state = $3, ended_by = $4, ended_at = $5"
                         " WHERE org_id = $1 AND next_step_id = $2 AND state = 'open'"};
constexpr Statement kFind{
    "next_step.get",
    "SELECT next_step_id, opportunity_id, contact_id, rep_id, what, due_at, state, known_at, stored_at, actor_id, ended_at,"
    " ended_by FROM next_step WHERE org_id = $1 AND next_step_id = $2"};
constexpr Statement kOpenAt{
    "next_step.open_at",
    "SELECT next_step_id, opportunity_id, contact_id, rep_id, what, due_at, state, known_at, stored_at, actor_id, ended_at,"
    " ended_by FROM next_step WHERE org_id = $1 AND known_at <= $2 AND (ended_at IS NULL OR ended_at > $2)"
    " AND opportunity_id IN ($3)"};
constexpr Statement kOfOpportunity{
    "next_step.of_opportunity",
    "SELECT next_step_id, opportunity_id, contact_id, rep_id, what, due_at, state, known_at, stored_at, actor_id, ended_at,"
    " ended_by FROM next_step WHERE org_id = $1 AND opportunity_id = $2 ORDER BY due_at, next_step_id"};
constexpr Statement kOpenOf{
    "next_step.open_of",
    "SELECT next_step_id, opportunity_id, contact_id, rep_id, what, due_at, state, known_at, stored_at, actor_id, ended_at,"
    " ended_by FROM next_step WHERE org_id = $1 AND rep_id = $2 AND state = 'open' AND due_at < $3"
    " ORDER BY due_at, next_step_id"};

constexpr Statement kOpenOfAt{
    "next_step.open_of_at",
    "SELECT next_step_id, opportunity_id, contact_id, rep_id, what, due_at, state, known_at, stored_at, actor_id, ended_at,"
    " ended_by FROM next_step WHERE org_id = $1 AND rep_id = $2 AND due_at < $3 AND known_at <= $4"
    " AND (ended_at IS NULL OR ended_at > $4) ORDER BY due_at, next_step_id"};

}  // namespace

Result<void> SqlNextStepStore::add(const NextStep& step) {
  PACELINE_CHECK(scope_.connection.execute(kAdd, Parameters().add(scope_.org_id).add_members(step)));
  return {};
}

Result<bool> SqlNextStepStore::end(NextStepId next_step_id, NextStepState state, UserId actor, Instant at) {
  PACELINE_TRY(const auto changed,
               scope_.connection.execute(kEnd, params(scope_.org_id, next_step_id, state, actor, at)));
  return changed > 0;
}

Result<std::optional<NextStep>> SqlNextStepStore::find(NextStepId next_step_id) {
  return query_one<NextStep>(scope_.connection, kFind, params(scope_.org_id, next_step_id));
}

Result<std::vector<NextStep>> SqlNextStepStore::open_at(const std::vector<OpportunityId>& opportunities,
                                                        Instant as_of) {
  PACELINE_TRY(auto steps, query_list<NextStep>(scope_.connection, kOpenAt, params(scope_.org_id, as_of),
                                                std::span<const OpportunityId>(opportunities)));
  std::sort(steps.begin(), steps.end(), [](const NextStep& a, const NextStep& b) {
    return std::pair(a.due_at, a.next_step_id) < std::pair(b.due_at, b.next_step_id);
  });
  return steps;
}

Result<std::vector<NextStep>> SqlNextStepStore::of_opportunity(OpportunityId opportunity_id) {
  return query_all<NextStep>(scope_.connection, kOfOpportunity, params(scope_.org_id, opportunity_id));
}

Result<std::vector<NextStep>> SqlNextStepStore::open_of(RepId rep_id, Instant due_before) {
  return query_all<NextStep>(scope_.connection, kOpenOf, params(scope_.org_id, rep_id, due_before));
}

Result<std::vector<NextStep>> SqlNextStepStore::open_of_at(RepId rep_id, Instant due_before, Instant as_of) {
  return query_all<NextStep>(scope_.connection, kOpenOfAt, params(scope_.org_id, rep_id, due_before, as_of));
}

}  // namespace paceline::store
