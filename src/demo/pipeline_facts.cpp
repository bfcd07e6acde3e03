// SPDX-License-Identifier: Apache-2.0
#include "demo/pipeline_facts.h"

#include <algorithm>
#include <array>

namespace paceline::demo {
namespace {

constexpr Instant kEndOfTime{INT64_MAX};
constexpr std::size_t kInEstimate = 2;
constexpr std::size_t kInNegotiation = 3;
constexpr int kDaysOfEstimate = 30;
constexpr int kDaysOfTrial = 14;
constexpr int kOrders = 6;
constexpr std::int64_t kNoon = 12 * 3600;
constexpr int kDaysOfOrders = 150;

constexpr std::array<const char*, 4> kWhyLost{"too dear", "bought from somebody else", "no budget this year",
                                              "the decision-maker left"};
constexpr std::array<const char*, 2> kWhyNothing{"nobody answers any more", "postponed without a date"};
constexpr std::array<const char*, 5> kSteps{"Call back", "Send the comparison", "Ask for the decision",
                                            "Invite the partner", "Send the contract"};

template <std::size_t N>
std::string word_of(const std::array<const char*, N>& list, Chance& chance) {
  return list.at(static_cast<std::size_t>(chance.below(static_cast<int>(N))));
}

/// One opportunity of one rep, on its way into the stores.
class Writer {
 public:
  Writer(const TrueOpportunity& one, const SellingRep& rep, const Selling& selling, Chance& chance, IdsOfThen& ids,
         Stores& stores)
      : one_(one),
        rep_(rep),
        selling_(selling),
        chance_(chance),
        ids_(ids),
        stores_(stores),
        contact_(rep.contacts->at(one.contact)) {
    ids.set(one.steps.front().at);
    head_.opportunity_id = ids.make<OpportunityId>();
    head_.pipeline_id = selling.pipeline.pipeline_id;
    head_.origin = chance.happens(0.7) ? Origin::active : Origin::passive;
  }

  Result<void> write(const DayStart& start) {
    begin(one_.steps.front());
    for (std::size_t at = 1; at < one_.steps.size(); ++at) go_on(one_.steps[at]);
    const auto now = opportunity_as_of(facts_, kEndOfTime);
    PACELINE_CHECK(stores_.opportunities.add(head_, facts_, *now));
    PACELINE_CHECK(add_estimate());
    if (now->state == OpportunityState::won) PACELINE_CHECK(add_sale(*now));
    PACELINE_CHECK(add_trial());
    if (now->state != OpportunityState::open) return {};
    PACELINE_CHECK(add_next_step(start));
    return add_appointment(start);
  }

 private:
  OpportunityFact& fact(OpportunityFactKind kind, Instant at) {
    OpportunityFact& each = facts_.emplace_back();
    each.opportunity_id = head_.opportunity_id;
    each.seq = static_cast<std::int64_t>(facts_.size());
    each.kind = kind;
    each.occurred_at = each.known_at = each.stored_at = at;
    each.actor_id = rep_.rep_id;
    return each;
  }

  void add_amount(std::int64_t amount_minor, bool assumed, Instant at) {
    OpportunityFact& each = fact(OpportunityFactKind::amount_change, at);
    each.product_line_id = selling_.lines.at(one_.line);
    each.amount_minor = amount_minor;
    each.currency = std::string(selling_.currency.code());
    each.assumed = assumed;
  }

  void move_to(const StageStep& step) {
    const Stage* stage = nullptr;
    if (step.ends == StageEnds::open) stage = find_stage(selling_.pipeline, kTrueStages.at(step.stage).key);
    for (const Stage& each : selling_.pipeline.stages) {
      if (step.ends != StageEnds::open && each.ends == step.ends) stage = &each;
    }
    PACELINE_ASSERT(stage != nullptr);
    OpportunityFact& each = fact(OpportunityFactKind::stage_move, step.at);
    each.stage_id = stage->stage_id;
    each.ends = stage->ends;
    if (step.ends == StageEnds::lost) each.reason = word_of(kWhyLost, chance_);
    if (step.ends == StageEnds::no_decision) each.reason = word_of(kWhyNothing, chance_);
  }

  void begin(const StageStep& step) {
    const TrueLine& line = kTrueLines.at(one_.line);
    fact(OpportunityFactKind::name_change, step.at).text = std::string(line.name) + " for " + contact_.name;
    fact(OpportunityFactKind::rep_change, step.at).rep_id = rep_.rep_id;
    fact(OpportunityFactKind::account_change, step.at).account_id = contact_.account_id;
    fact(OpportunityFactKind::contact_change, step.at).contact_id = contact_.contact_id;
    if (contact_.source) fact(OpportunityFactKind::source_change, step.at).text = *contact_.source;
    const bool assumed = chance_.happens(0.3);
    named_ = !assumed;
    add_amount(assumed ? line.price_minor : one_.amount_minor, assumed, step.at);
    close_day_ = step.day + chance_.between(25, 60);
    fact(OpportunityFactKind::close_change, step.at).day = close_day_;
    OpportunityFact& person = fact(OpportunityFactKind::person_change, step.at);
    person.contact_id = contact_.contact_id;
    person.part = chance_.happens(0.6) ? OpportunityPart::decision_maker : OpportunityPart::influencer;
    move_to(step);
  }

  void go_on(const StageStep& step) {
    if (step.stage == 1) qualify(step.at);
    if (!named_ && (step.stage == kInEstimate || step.ends == StageEnds::won)) {
      add_amount(one_.amount_minor, false, step.at);
      named_ = true;
    }
    const bool pushed = step.ends == StageEnds::open && close_day_ < step.day + 7;
    if (pushed) {
      close_day_ = step.day + chance_.between(10, 30);
      fact(OpportunityFactKind::close_change, step.at).day = close_day_;
    }
    move_to(step);
  }

  void qualify(Instant at) {
    for (const QualificationQuestion question : {QualificationQuestion::decision_maker, QualificationQuestion::budget,
                                                 QualificationQuestion::timeframe, QualificationQuestion::need}) {
      const double which = chance_.fraction();
      if (which > 0.85) continue;
      OpportunityFact& each = fact(OpportunityFactKind::qualification, at);
      each.question = question;
      each.ground = which < 0.55 ? QualificationGround::said : QualificationGround::inferred_from_purchases;
    }
  }

  [[nodiscard]] const StageStep* step_into(std::size_t stage) const {
    const auto found = std::ranges::find_if(
        one_.steps, [stage](const StageStep& step) { return step.ends == StageEnds::open && step.stage == stage; });
    return found == one_.steps.end() ? nullptr : &*found;
  }

  Result<void> add_estimate() {
    const StageStep* sent = step_into(kInEstimate);
    if (sent == nullptr) return {};
    const TrueLine& line = kTrueLines.at(one_.line);
    ids_.set(sent->at);
    const Estimate estimate{ids_.make<EstimateId>(),
                            {},
                            head_.opportunity_id,
                            rep_.rep_id,
                            {},
                            1,
                            selling_.currency,
                            {{selling_.lines.at(one_.line), line.name, kOneInThousandths, one_.amount_minor, 0}},
                            sent->at,
                            sent->at,
                            rep_.rep_id};
    PACELINE_CHECK(stores_.estimates.add(estimate));
    std::vector<EstimateChange> changes;
    changes.push_back(change_of(estimate, EstimateChangeKind::sent, *sent));
    changes.back().valid_until = sent->day + kDaysOfEstimate;
    PACELINE_CHECK(stores_.estimates.add_change(changes.back(), *estimate_as_of(estimate, changes, kEndOfTime)));
    const StageStep& last = one_.steps.back();
    if (last.ends != StageEnds::won && last.ends != StageEnds::lost) return {};
    const bool won = last.ends == StageEnds::won;
    changes.push_back(change_of(estimate, won ? EstimateChangeKind::accepted : EstimateChangeKind::declined, last));
    changes.back().seq = 2;
    if (!won) changes.back().reason = facts_.back().reason;
    return stores_.estimates.add_change(changes.back(), *estimate_as_of(estimate, changes, kEndOfTime));
  }

  [[nodiscard]] EstimateChange change_of(const Estimate& estimate, EstimateChangeKind kind,
                                         const StageStep& step) const {
    return {estimate.estimate_id, 1, kind, step.day, {}, {}, step.at, step.at, step.at, rep_.rep_id};
  }

  Result<void> add_sale(const OpportunityNow& won) {
    const StageStep& last = one_.steps.back();
    Sale sale;
    ids_.set(last.at);
    sale.sale_id = ids_.make<SaleId>();
    sale.opportunity_id = won.opportunity_id;
    sale.account_id = won.account_id;
    for (const LineAmount& each : won.amounts) sale.lines.push_back({each.product_line_id, each.amount});
    sale.day = last.day;
    sale.shares = {{rep_.rep_id, kWholeShareBp}};
    sale.occurred_at = sale.known_at = sale.stored_at = last.at;
    sale.actor_id = rep_.rep_id;
    return stores_.sales.add(sale);
  }

  Result<void> add_trial() {
    const StageStep* given = step_into(kInNegotiation);
    if (given == nullptr || !chance_.happens(0.3)) return {};
    Trial trial;
    ids_.set(given->at);
    trial.trial_id = ids_.make<TrialId>();
    trial.opportunity_id = head_.opportunity_id;
    trial.kind = chance_.happens(0.7) ? TrialKind::trial : TrialKind::free_extra;
    trial.what =
        trial.kind == TrialKind::trial ? "two weeks of the adviser line" : "a first check of the old contracts";
    trial.from_day = given->day;
    trial.to_day = given->day + kDaysOfTrial;
    trial.known_at = trial.stored_at = given->at;
    trial.actor_id = rep_.rep_id;
    PACELINE_CHECK(stores_.trials.add(trial));
    const StageStep& last = one_.steps.back();
    if (last.ends == StageEnds::open) return {};
    const TrialChange change{trial.trial_id,
                             1,
                             last.ends == StageEnds::won ? TrialChangeKind::converted : TrialChangeKind::ended,
                             last.day,
                             facts_.back().reason,
                             last.at,
                             last.at,
                             rep_.rep_id};
    return stores_.trials.add_change(change, *trial_as_of(trial, {&change, 1}, kEndOfTime));
  }

  /// Three of four have one; of these some are late.
  Result<void> add_next_step(const DayStart& start) {
    if (!chance_.happens(0.75)) return {};
    Day day = selling_.today + chance_.between(-2, 8);
    while (weekday_of(day) >= Weekday::saturday) ++day;
    PACELINE_TRY(const Instant midnight, start(day));
    const Instant since = one_.steps.back().at;
    NextStep step;
    ids_.set(since);
    step.next_step_id = ids_.make<NextStepId>();
    step.opportunity_id = head_.opportunity_id;
    step.contact_id = contact_.contact_id;
    step.rep_id = rep_.rep_id;
    step.what = word_of(kSteps, chance_);
    step.due_at = std::max(midnight.plus_seconds(chance_.between(9, 16) * 3600LL), since.plus_seconds(3600));
    step.known_at = step.stored_at = since;
    step.actor_id = rep_.rep_id;
    return stores_.next_steps.add(step);
  }

  Result<void> add_appointment(const DayStart& start) {
    if (!chance_.happens(0.25)) return {};
    Day day = selling_.today + chance_.between(1, 8);
    while (weekday_of(day) >= Weekday::saturday) ++day;
    PACELINE_TRY(const Instant midnight, start(day));
    Appointment appointment;
    ids_.set(one_.steps.back().at);
    appointment.appointment_id = ids_.make<AppointmentId>();
    appointment.kind = chance_.happens(0.5) ? AppointmentKind::meeting : AppointmentKind::demo;
    appointment.contact_id = contact_.contact_id;
    appointment.account_id = contact_.account_id;
    appointment.opportunity_id = head_.opportunity_id;
    appointment.rep_id = rep_.rep_id;
    AppointmentFact set;
    set.appointment_id = appointment.appointment_id;
    set.seq = 1;
    set.starts_at = midnight.plus_seconds(chance_.between(9, 16) * 3600LL);
    set.zone = rep_.zone;
    set.minutes = 45;
    set.known_at = set.stored_at = one_.steps.back().at;
    set.actor_id = rep_.rep_id;
    const auto now = appointment_as_of(appointment, {&set, 1}, kEndOfTime);
    return stores_.appointments.add(appointment, {}, set, *now);
  }

  const TrueOpportunity& one_;
  const SellingRep& rep_;
  const Selling& selling_;
  Chance& chance_;
  IdsOfThen& ids_;
  Stores& stores_;
  const Contact& contact_;
  Opportunity head_;
  std::vector<OpportunityFact> facts_;
  Day close_day_;
  bool named_ = false;
};

/// Of customers, from the first day on, so that there is a book of business.
Result<void> add_orders(const SellingRep& rep, const Selling& selling, Day first, const DayStart& start, Chance& chance,
                        IdsOfThen& ids, Stores& stores) {
  int left = kOrders;
  for (const Contact& contact : *rep.contacts) {
    if (left == 0) return {};
    if (contact.relation != Relation::customer) continue;
    --left;
    const Day day = std::max(first, selling.today - chance.between(5, kDaysOfOrders));
    const auto line = static_cast<std::size_t>(chance.below(static_cast<int>(kTrueLines.size())));
    PACELINE_TRY(const Instant midnight, start(day));
    if (day >= selling.today) continue;
    Sale sale;
    ids.set(midnight.plus_seconds(kNoon));
    sale.sale_id = ids.make<SaleId>();
    sale.account_id = contact.account_id;
    sale.lines = {{selling.lines.at(line), Money(kTrueLines.at(line).price_minor, selling.currency)}};
    sale.day = day;
    sale.shares = {{rep.rep_id, kWholeShareBp}};
    sale.occurred_at = sale.known_at = sale.stored_at = midnight.plus_seconds(kNoon);
    sale.actor_id = rep.rep_id;
    PACELINE_CHECK(stores.sales.add(sale));
  }
  return {};
}

}  // namespace

Result<void> add_selling(const std::vector<TrueOpportunity>& all, const SellingRep& rep, const Selling& selling,
                         const DayStart& start, Chance chance, IdsOfThen& ids, Stores& stores) {
  if (all.empty()) return {};
  const Day first = all.front().steps.front().day;
  PACELINE_CHECK(add_orders(rep, selling, first, start, chance, ids, stores));
  for (const TrueOpportunity& one : all) PACELINE_CHECK(Writer(one, rep, selling, chance, ids, stores).write(start));
  return {};
}

}  // namespace paceline::demo
