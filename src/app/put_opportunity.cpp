// SPDX-License-Identifier: Apache-2.0
#include "app/put_opportunity.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr std::string_view kToldAgain = "told again";

/// The product line that an amount names; an id that no line has for one that is not there, which the edit refuses.
std::optional<ProductLineId> line_told(const AmountEdit& amount, const std::vector<ProductLine>& lines) {
  if (!amount.product_line) return std::nullopt;
  const auto id = parse_id<ProductLineId>(*amount.product_line);
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const ProductLine& line) {
    return line.key == *amount.product_line || (id && line.product_line_id == *id);
  });
  return found == lines.end() ? ProductLineId() : found->product_line_id;
}

bool differs(const AmountEdit& told, const OpportunityNow& now, const std::vector<ProductLine>& lines,
             const Currency& own) {
  const auto line = line_told(told, lines);
  const auto found = std::find_if(now.amounts.begin(), now.amounts.end(),
                                  [&](const LineAmount& each) { return each.product_line_id == line; });
  if (told.taken_off || found == now.amounts.end()) return !(told.taken_off && found == now.amounts.end());
  if (!told.amount_minor) return false;
  return found->assumed || !(found->amount == Money(*told.amount_minor, told.currency.value_or(own)));
}

/// What of the draft is told and is otherwise now.
Result<OpportunityEdit> difference(const OpportunityEdit& told, const OpportunityNow& now, Stores& stores) {
  PACELINE_TRY(const auto lines, stores.pipelines.product_lines());
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto own, Currency::parse(organisation.currency));
  OpportunityEdit edit;
  if (told.name && told.name != now.name) edit.name = told.name;
  if (told.rep_id && told.rep_id != now.rep_id) edit.rep_id = told.rep_id;
  if (told.account_id && *told.account_id != now.account_id) edit.account_id = told.account_id;
  if (told.contact_id && *told.contact_id != now.contact_id) edit.contact_id = told.contact_id;
  if (told.source && *told.source != now.source) edit.source = told.source;
  if (told.close_day && *told.close_day != now.close_day) edit.close_day = told.close_day;
  std::copy_if(told.amounts.begin(), told.amounts.end(), std::back_inserter(edit.amounts),
               [&](const AmountEdit& amount) { return differs(amount, now, lines, own); });
  return edit;
}

bool says_something(const OpportunityEdit& edit) {
  return edit.name || edit.rep_id || edit.account_id || edit.contact_id || edit.source || edit.close_day ||
         !edit.amounts.empty() || edit.stage;
}

/// The pipeline that it is in.
Result<Pipeline> pipeline_of_known(const OpportunityNow& now, Stores& stores) {
  PACELINE_TRY(auto pipelines, stores.pipelines.pipelines());
  const auto found = std::find_if(pipelines.begin(), pipelines.end(), [&](const Pipeline& pipeline) {
    return find_stage(pipeline, now.stage_id) != nullptr;
  });
  PACELINE_ASSERT(found != pipelines.end());
  return std::move(*found);
}

/// The stage that is told; nullptr: none is told, or there is none of that name.
const Stage* stage_told(const OpportunityEdit& last, const Pipeline& pipeline) {
  return last.stage ? find_stage(pipeline, *last.stage) : nullptr;
}

/// The last stage that was no end; of one that was told as ended at once the first of the pipeline.
std::string stage_before_its_end(const std::vector<OpportunityFact>& facts, const Pipeline& pipeline) {
  for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
    if (fact->kind == OpportunityFactKind::stage_move && fact->ends == StageEnds::open) return to_text(*fact->stage_id);
  }
  return first_stage(pipeline).key;
}

/// Another day of its end, or other money.
Result<bool> ended_otherwise(const OpportunityEdit& last, const OpportunityNow& now, Stores& stores) {
  if (last.occurred_at && *last.occurred_at != now.stage_since) return true;
  PACELINE_TRY(const auto lines, stores.pipelines.product_lines());
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto own, Currency::parse(organisation.currency));
  return std::any_of(last.amounts.begin(), last.amounts.end(),
                     [&](const AmountEdit& amount) { return differs(amount, now, lines, own); });
}

/// What is told of the money at the end stands beside the end, not before it.
void end_with_amounts_of(const OpportunityEdit& last, OpportunityEdit& edit) {
  std::erase_if(edit.amounts, [&](const AmountEdit& each) {
    return std::any_of(last.amounts.begin(), last.amounts.end(),
                       [&](const AmountEdit& again) { return again.product_line == each.product_line; });
  });
  edit.amounts.insert(edit.amounts.end(), last.amounts.begin(), last.amounts.end());
}

/// What is to be done about a known one: one edit after the other.
Result<std::vector<OpportunityEdit>> edits_for(const OpportunityEdit& told, const std::vector<OpportunityEdit>& moves,
                                               const std::vector<OpportunityFact>& facts, Stores& stores) {
  const OpportunityNow now = *opportunity_as_of(facts, kEver);
  PACELINE_TRY(auto edit, difference(told, now, stores));
  const OpportunityEdit& last = moves.empty() ? told : moves.back();
  PACELINE_TRY(const auto pipeline, pipeline_of_known(now, stores));
  const Stage* stage = stage_told(last, pipeline);
  const bool voided = now.state == OpportunityState::voided;
  const bool ended = has_ended(now.state);
  const bool another_stage = last.stage && (voided || stage == nullptr || stage->stage_id != now.stage_id);
  bool moves_on = another_stage;
  if (last.stage && !moves_on && ended) {
    PACELINE_TRY(const bool otherwise, ended_otherwise(last, now, stores));
    moves_on = otherwise || !edit.amounts.empty();
  }
  if (ended && !moves_on) edit.close_day.reset();
  std::vector<OpportunityEdit> edits;
  if (moves_on) {
    edit.stage = last.stage;
    edit.reason = last.reason;
    edit.occurred_at = last.occurred_at;
    edit.told_again = true;
    if (!moves.empty()) end_with_amounts_of(last, edit);
    if (ended && !edit.reason) edit.reason = std::string(kToldAgain);
  }
  const bool more_than_a_move = !another_stage || !edit.amounts.empty() || edit.close_day;
  const bool is_reopened = moves.empty() ? more_than_a_move : told.stage.has_value();
  if (moves_on && ended && is_reopened) {
    const bool goes_on_open = stage != nullptr && stage->ends == StageEnds::open && moves.empty();
    OpportunityEdit& reopening = edits.emplace_back();
    reopening.stage = !moves.empty() ? *told.stage : goes_on_open ? *last.stage : stage_before_its_end(facts, pipeline);
    reopening.reason = std::string(kToldAgain);
    reopening.occurred_at = last.occurred_at;
    reopening.told_again = true;
    if (goes_on_open) edit.stage.reset();
  }
  if (says_something(edit)) edits.push_back(std::move(edit));
  return edits;
}

auto lone_fault(Error error) {
  return tl::unexpected(Errors{std::move(error)});
}

Checked<PutOpportunityResult> change_known(const Opportunity& known, const OpportunityDraft& draft,
                                           const std::vector<OpportunityEdit>& moves, const EditContext& context,
                                           Stores& stores, bool& wrote) {
  const auto facts = stores.opportunities.facts_of(known.opportunity_id);
  if (!facts) return lone_fault(facts.error());
  const auto edits = edits_for(draft.first, moves, *facts, stores);
  if (!edits) return lone_fault(edits.error());
  if (edits->size() > 1) {
    if (auto checked = check_editing(known.opportunity_id, *edits, context, stores); !checked)
      return tl::unexpected(std::move(checked).error());
  }
  PutOpportunityResult result{PutOpportunity::unchanged, {known, *opportunity_as_of(*facts, kEver)}};
  for (const OpportunityEdit& edit : *edits) {
    auto edited = edit_opportunity(known.opportunity_id, edit, context, stores);
    if (!edited) return tl::unexpected(std::move(edited).error());
    wrote = true;
    result = {PutOpportunity::changed, *std::move(edited)};
  }
  return result;
}

Result<std::vector<Opportunity>> known_under(const std::optional<std::string>& key, Stores& stores) {
  return key ? stores.opportunities.find_by_keys({*key}) : std::vector<Opportunity>();
}

}  // namespace

Checked<PutOpportunity> opportunity_told(const OpportunityDraft& draft, const std::vector<OpportunityEdit>& moves,
                                         const EditContext& context, Stores& stores) {
  const auto known = known_under(draft.key, stores);
  if (!known) return lone_fault(known.error());
  if (known->empty()) {
    if (auto checked = check_adding(draft, moves, context, stores); !checked)
      return tl::unexpected(std::move(checked).error());
    return PutOpportunity::added;
  }
  const OpportunityId id = known->front().opportunity_id;
  const auto facts = stores.opportunities.facts_of(id);
  if (!facts) return lone_fault(facts.error());
  const auto edits = edits_for(draft.first, moves, *facts, stores);
  if (!edits) return lone_fault(edits.error());
  if (edits->empty()) return PutOpportunity::unchanged;
  if (auto checked = check_editing(id, *edits, context, stores); !checked)
    return tl::unexpected(std::move(checked).error());
  return PutOpportunity::changed;
}

Checked<PutOpportunityResult> put_opportunity(const OpportunityDraft& draft, const std::vector<OpportunityEdit>& moves,
                                              const EditContext& context, Stores& stores, bool& wrote) {
  const auto known = known_under(draft.key, stores);
  if (!known) return lone_fault(known.error());
  if (!known->empty()) return change_known(known->front(), draft, moves, context, stores, wrote);
  if (!moves.empty()) {
    if (auto checked = check_adding(draft, moves, context, stores); !checked)
      return tl::unexpected(std::move(checked).error());
  }
  auto added = add_opportunity(draft, context, stores);
  if (!added) return tl::unexpected(std::move(added).error());
  wrote = true;
  PutOpportunityResult result{PutOpportunity::added, *std::move(added)};
  for (const OpportunityEdit& move : moves) {
    auto moved = edit_opportunity(result.known.now.opportunity_id, move, context, stores);
    if (!moved) return tl::unexpected(std::move(moved).error());
    result.known = *std::move(moved);
  }
  return result;
}

}  // namespace paceline
