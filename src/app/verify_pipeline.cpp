// SPDX-License-Identifier: Apache-2.0
#include "app/verify_pipeline.h"

#include <fmt/format.h>

#include "base/enum_text.h"

namespace paceline {
namespace {

/// Later than whatever is stored.
constexpr Instant kAfterEverything{INT64_MAX};

std::string text_of(const OpportunityNow& now) {
  std::string amounts;
  for (const LineAmount& each : now.amounts)
    amounts += " " + to_text(each.amount) + std::string(each.amount.currency().code()) + (each.assumed ? "?" : "");
  return fmt::format("rep {} stage {} {} close {} pushes {} version {}{}", now.rep_id.value(), now.stage_id.value(),
                     enum_text(now.state), now.close_day ? to_text(*now.close_day) : "-", now.pushes, now.version,
                     amounts);
}

std::string text_of(const SaleNow& now) {
  std::string shares;
  for (const SaleShare& each : now.shares) shares += fmt::format(" {}:{}", each.rep_id.value(), each.share_bp);
  return fmt::format("day {} {} version {}{}", to_text(now.day), now.cancelled ? "cancelled" : "holds", now.version,
                     shares);
}

std::string text_of(const EstimateNow& now) {
  return fmt::format("{} sent {} until {} ended {} version {}", enum_text(now.state),
                     now.sent_day ? to_text(*now.sent_day) : "-", now.valid_until ? to_text(*now.valid_until) : "-",
                     now.ended_day ? to_text(*now.ended_day) : "-", now.version);
}

std::string text_of(const TrialNow& now) {
  return fmt::format("{} until {} ended {} version {}", enum_text(now.state), to_text(now.to_day),
                     now.ended_day ? to_text(*now.ended_day) : "-", now.version);
}

std::string text_of(const AppointmentNow& now) {
  return fmt::format("rep {} {} {} minutes {} moves {} activity {}{} version {}", now.rep_id.value(),
                     enum_text(now.state), to_text(now.starts_at), now.minutes, now.moves,
                     now.activity_id ? to_text(*now.activity_id) : "-", now.joined ? " joined" : "", now.version);
}

/// The projection keeps neither people nor answers.
OpportunityNow as_kept(OpportunityNow now) {
  now.people.clear();
  now.answers.clear();
  return now;
}

template <class Id, class Now>
std::int64_t compare_kept(const char* table, const std::map<Id, Now>& kept, const std::map<Id, Now>& made,
                          std::vector<Difference>& differences) {
  for (const auto& [id, now] : made) {
    const auto found = kept.find(id);
    const bool same = found != kept.end() && found->second == now;
    if (!same)
      differences.push_back({table, to_text(id), found == kept.end() ? "none" : text_of(found->second), text_of(now)});
  }
  for (const auto& [id, now] : kept) {
    if (!made.contains(id)) differences.push_back({table, to_text(id), text_of(now), "none"});
  }
  return static_cast<std::int64_t>(made.size());
}

std::map<OpportunityId, OpportunityNow> kept_opportunities(const std::vector<KnownOpportunity>& list) {
  std::map<OpportunityId, OpportunityNow> map;
  for (const KnownOpportunity& each : list) map.emplace(each.now.opportunity_id, as_kept(each.now));
  return map;
}

std::map<SaleId, SaleNow> kept_sales(const std::vector<KnownSale>& list) {
  std::map<SaleId, SaleNow> map;
  for (const KnownSale& each : list) map.emplace(each.now.sale_id, each.now);
  return map;
}

std::map<EstimateId, EstimateNow> kept_estimates(const std::vector<KnownEstimate>& list) {
  std::map<EstimateId, EstimateNow> map;
  for (const KnownEstimate& each : list) map.emplace(each.now.estimate_id, each.now);
  return map;
}

std::map<TrialId, TrialNow> kept_trials(const std::vector<KnownTrial>& list) {
  std::map<TrialId, TrialNow> map;
  for (const KnownTrial& each : list) map.emplace(each.now.trial_id, each.now);
  return map;
}

std::map<AppointmentId, AppointmentNow> kept_appointments(const std::vector<KnownAppointment>& list) {
  std::map<AppointmentId, AppointmentNow> map;
  for (const KnownAppointment& each : list) map.emplace(each.now.appointment_id, each.now);
  return map;
}

/// What a held one counts as must be there: its activity, of its rep and kind.
Result<void> verify_held(const std::vector<KnownAppointment>& appointments, Stores& stores, Verification& result) {
  std::vector<ActivityId> ids;
  for (const KnownAppointment& each : appointments) {
    if (each.now.activity_id) ids.push_back(*each.now.activity_id);
  }
  PACELINE_TRY(const auto activities, stores.activities.now_by_ids(ids));
  std::map<ActivityId, RepId> reps;
  for (const Activity& activity : activities) reps.emplace(activity.activity_id, activity.rep_id);
  for (const KnownAppointment& each : appointments) {
    if (!each.now.activity_id) continue;
    const auto found = reps.find(*each.now.activity_id);
    const bool fits = found != reps.end() && found->second == each.appointment.rep_id;
    if (!fits)
      result.differences.push_back({"appointment_now", to_text(each.now.appointment_id),
                                    "activity " + to_text(*each.now.activity_id), "no such activity of the rep"});
  }
  return {};
}

}  // namespace

Result<void> verify_pipeline(Stores& stores, Verification& result) {
  PACELINE_TRY(const auto opportunities_now, stores.opportunities.all_now());
  PACELINE_TRY(const auto opportunities_made, stores.opportunities.all_as_of(kAfterEverything));
  result.opportunity_now = compare_kept("opportunity_now", kept_opportunities(opportunities_now),
                                        kept_opportunities(opportunities_made), result.differences);
  PACELINE_TRY(const auto sales_now, stores.sales.all_now());
  PACELINE_TRY(const auto sales_made, stores.sales.all_as_of(kAfterEverything));
  result.sale_now = compare_kept("sale_now", kept_sales(sales_now), kept_sales(sales_made), result.differences);
  PACELINE_TRY(const auto estimates_now, stores.estimates.all_now());
  PACELINE_TRY(const auto estimates_made, stores.estimates.all_as_of(kAfterEverything));
  result.estimate_now =
      compare_kept("estimate_now", kept_estimates(estimates_now), kept_estimates(estimates_made), result.differences);
  PACELINE_TRY(const auto trials_now, stores.trials.all_now());
  PACELINE_TRY(const auto trials_made, stores.trials.all_as_of(kAfterEverything));
  result.trial_now = compare_kept("trial_now", kept_trials(trials_now), kept_trials(trials_made), result.differences);
  PACELINE_TRY(const auto appointments_now, stores.appointments.all_now());
  PACELINE_TRY(const auto appointments_made, stores.appointments.all_as_of(kAfterEverything));
  result.appointment_now = compare_kept("appointment_now", kept_appointments(appointments_now),
                                        kept_appointments(appointments_made), result.differences);
  return verify_held(appointments_now, stores, result);
}

}  // namespace paceline
