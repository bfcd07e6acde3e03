// SPDX-License-Identifier: Apache-2.0
#include "app/put_opportunity.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr Instant kEverKnown{INT64_MAX};
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

/// The stage that is told, of whichever pipeline has it; nullopt: none is told, or there is none of that name.
Result<std::optional<StageId>> stage_told(const OpportunityEdit& last, const OpportunityNow& now, Stores& stores) {
  if (!last.stage) return std::optional<StageId>();
  PACELINE_TRY(const auto pipelines, stores.pipelines.pipelines());
  for (const Pipeline& pipeline : pipelines) {
    if (find_stage(pipeline, now.stage_id) == nullptr) continue;
    const Stage* stage = find_stage(pipeline, *last.stage);
    if (stage != nullptr) return std::optional(stage->stage_id);
  }
  return std::optional<StageId>();
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

/// What is to be done about a known one: one edit after the other.
Result<std::vector<OpportunityEdit>> edits_for(const OpportunityEdit& told, const std::vector<OpportunityEdit>& moves,
                                               const OpportunityNow& now, Stores& stores) {
  PACELINE_TRY(auto edit, difference(told, now, stores));
  const OpportunityEdit& last = moves.empty() ? told : moves.back();
  PACELINE_TRY(const auto stage, stage_told(last, now, stores));
  const bool voided = now.state == OpportunityState::voided;
  const bool ended = has_ended(now.state);
  bool moves_on = last.stage && (voided || stage != now.stage_id);
  if (last.stage && !moves_on && ended && !moves.empty()) {
    PACELINE_TRY(moves_on, ended_otherwise(last, now, stores));
  }
  std::vector<OpportunityEdit> edits;
  if (moves_on) {
    edit.stage = last.stage;
    edit.reason = last.reason;
    edit.occurred_at = last.occurred_at;
    edit.told_again = true;
    std::erase_if(edit.amounts, [&](const AmountEdit& each) {
      return !moves.empty() && std::any_of(last.amounts.begin(), last.amounts.end(), [&](const AmountEdit& again) {
        return again.product_line == each.product_line;
      });
    });
    if (!moves.empty()) edit.amounts.insert(edit.amounts.end(), last.amounts.begin(), last.amounts.end());
    if (ended && !edit.reason) edit.reason = std::string(kToldAgain);
  }
  if (moves_on && ended && !moves.empty() && told.stage) {
    OpportunityEdit& reopening = edits.emplace_back();
    reopening.stage = told.stage;
    reopening.reason = std::string(kToldAgain);
    reopening.occurred_at = last.occurred_at;
    reopening.told_again = true;
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
  auto now = opportunity_as_of(*facts, kEverKnown);
  const auto edits = edits_for(draft.first, moves, *now, stores);
  if (!edits) return lone_fault(edits.error());
  PutOpportunityResult result{PutOpportunity::unchanged, {known, *std::move(now)}};
  for (const OpportunityEdit& edit : *edits) {
    auto edited = edit_opportunity(known.opportunity_id, edit, context, stores);
    if (!edited) return tl::unexpected(std::move(edited).error());
    wrote = true;
    result = {PutOpportunity::changed, *std::move(edited)};
  }
  return result;
}

}  // namespace

Result<PutOpportunity> opportunity_told(const OpportunityDraft& draft, const std::vector<OpportunityEdit>& moves,
                                        Stores& stores) {
  if (!draft.key) return PutOpportunity::added;
  PACELINE_TRY(const auto known, stores.opportunities.find_by_keys({*draft.key}));
  if (known.empty()) return PutOpportunity::added;
  PACELINE_TRY(const auto facts, stores.opportunities.facts_of(known.front().opportunity_id));
  const auto now = opportunity_as_of(facts, kEverKnown);
  PACELINE_TRY(const auto edits, edits_for(draft.first, moves, *now, stores));
  return edits.empty() ? PutOpportunity::unchanged : PutOpportunity::changed;
}

Checked<PutOpportunityResult> put_opportunity(const OpportunityDraft& draft, const std::vector<OpportunityEdit>& moves,
                                              const EditContext& context, Stores& stores, bool& wrote) {
  if (draft.key) {
    const auto known = stores.opportunities.find_by_keys({*draft.key});
    if (!known) return lone_fault(known.error());
    if (!known->empty()) return change_known(known->front(), draft, moves, context, stores, wrote);
  }
  auto added = add_opportunity(draft, context, stores);
  if (!added) return tl::unexpected(std::move(added).error());
  wrote = true;
  PutOpportunityResult result{PutOpportunity::added, *std::move(added)};
  for (std::size_t at = 0; at < moves.size(); ++at) {
    auto moved = edit_opportunity(result.known.now.opportunity_id, moves[at], context, stores);
    if (!moved) {
      Errors faults = std::move(moved).error();
      for (Error& fault : faults) fault.field = "/moves/" + std::to_string(at) + fault.field;
      return tl::unexpected(std::move(faults));
    }
    result.known = *std::move(moved);
  }
  return result;
}

}  // namespace paceline
