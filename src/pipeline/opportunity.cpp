// SPDX-License-Identifier: Apache-2.0
#include "pipeline/opportunity.h"

#include <algorithm>

namespace paceline {
namespace {

void move(OpportunityNow& now, const OpportunityFact& fact) {
  now.stage_id = *fact.stage_id;
  now.state = state_of(*fact.ends);
  now.stage_since = fact.occurred_at;
  now.ended_at = has_ended(now.state) ? std::optional(fact.occurred_at) : std::nullopt;
  const bool has_reason = now.state == OpportunityState::lost || now.state == OpportunityState::no_decision;
  now.end_reason = has_reason ? fact.reason : std::nullopt;
}

void change_amount(OpportunityNow& now, const OpportunityFact& fact) {
  std::erase_if(now.amounts, [&](const LineAmount& each) { return each.product_line_id == fact.product_line_id; });
  if (!fact.amount_minor) return;
  const auto currency = Currency::parse(fact.currency.value_or(""));
  PACELINE_ASSERT(currency);
  const LineAmount amount{fact.product_line_id, Money(*fact.amount_minor, *currency), fact.assumed.value_or(false)};
  const auto place = std::find_if(now.amounts.begin(), now.amounts.end(), [&](const LineAmount& each) {
    return amount.product_line_id < each.product_line_id;
  });
  now.amounts.insert(place, amount);
}

void change_close(OpportunityNow& now, const OpportunityFact& fact) {
  const bool later = now.close_day && fact.day && *now.close_day < *fact.day;
  now.close_day = fact.day;
  if (later) ++now.pushes;
}

void change_person(OpportunityNow& now, const OpportunityFact& fact) {
  std::erase_if(now.people, [&](const OpportunityPerson& each) { return each.contact_id == fact.contact_id; });
  if (fact.part) now.people.push_back({*fact.contact_id, *fact.part});
}

void answer(OpportunityNow& now, const OpportunityFact& fact) {
  for (QualificationAnswer& each : now.answers) {
    if (each.question == fact.question) each = {*fact.question, *fact.ground, fact.seq};
  }
}

void add(OpportunityNow& now, const OpportunityFact& fact) {
  switch (fact.kind) {
    case OpportunityFactKind::stage_move: move(now, fact); break;
    case OpportunityFactKind::amount_change: change_amount(now, fact); break;
    case OpportunityFactKind::close_change: change_close(now, fact); break;
    case OpportunityFactKind::rep_change: now.rep_id = *fact.rep_id; break;
    case OpportunityFactKind::name_change: now.name = fact.text.value_or(""); break;
    case OpportunityFactKind::account_change: now.account_id = fact.account_id; break;
    case OpportunityFactKind::contact_change: now.contact_id = fact.contact_id; break;
    case OpportunityFactKind::source_change: now.source = fact.text; break;
    case OpportunityFactKind::person_change: change_person(now, fact); break;
    case OpportunityFactKind::qualification: answer(now, fact); break;
    case OpportunityFactKind::voided: now.state = OpportunityState::voided; break;
  }
  now.changed_at = fact.known_at;
  now.version = fact.seq;
}

}  // namespace

OpportunityState state_of(StageEnds ends) {
  switch (ends) {
    case StageEnds::open: return OpportunityState::open;
    case StageEnds::won: return OpportunityState::won;
    case StageEnds::lost: return OpportunityState::lost;
    case StageEnds::no_decision: return OpportunityState::no_decision;
  }
  return OpportunityState::open;
}

bool has_ended(OpportunityState state) {
  return state != OpportunityState::open && state != OpportunityState::voided;
}

std::vector<std::span<const OpportunityFact>> by_opportunity(std::span<const OpportunityFact> facts) {
  std::vector<std::span<const OpportunityFact>> each;
  for (std::size_t begin = 0; begin < facts.size();) {
    std::size_t end = begin;
    while (end < facts.size() && facts[end].opportunity_id == facts[begin].opportunity_id) ++end;
    each.push_back(facts.subspan(begin, end - begin));
    begin = end;
  }
  return each;
}

std::optional<OpportunityNow> opportunity_as_of(std::span<const OpportunityFact> facts, Instant as_of) {
  if (facts.empty() || as_of < facts.front().known_at) return std::nullopt;
  OpportunityNow now;
  now.opportunity_id = facts.front().opportunity_id;
  now.created_at = facts.front().occurred_at;
  for (const QualificationQuestion question : {QualificationQuestion::decision_maker, QualificationQuestion::budget,
                                               QualificationQuestion::timeframe, QualificationQuestion::need}) {
    now.answers.push_back({question, QualificationGround::unknown, 0});
  }
  for (const OpportunityFact& fact : facts) {
    if (as_of < fact.known_at) break;
    add(now, fact);
  }
  return now;
}

std::optional<RepId> rep_of_last_win(std::span<const OpportunityFact> facts) {
  std::optional<RepId> rep;
  std::optional<RepId> winner;
  bool is_won = false;
  for (const OpportunityFact& fact : facts) {
    if (fact.kind == OpportunityFactKind::rep_change) rep = fact.rep_id;
    if (fact.kind == OpportunityFactKind::voided) is_won = false;
    if (fact.kind != OpportunityFactKind::stage_move) continue;
    const bool wins = fact.ends == StageEnds::won;
    if (wins && !is_won) winner = rep;
    is_won = wins;
  }
  return winner;
}

}  // namespace paceline
