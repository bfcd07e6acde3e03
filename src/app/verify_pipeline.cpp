// SPDX-License-Identifier: Apache-2.0
#include "app/verify_pipeline.h"

#include <fmt/format.h>

#include "base/enum_text.h"

namespace paceline {
namespace {

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
std::vector<KnownOpportunity> as_kept(std::vector<KnownOpportunity> list) {
  for (KnownOpportunity& each : list) {
    each.now.people.clear();
    each.now.answers.clear();
  }
  return list;
}

template <class Id, class Now, class Known>
std::map<Id, Now> states_by(Id Now::*id, const std::vector<Known>& list) {
  std::map<Id, Now> map;
  for (const Known& each : list) map.emplace(each.now.*id, each.now);
  return map;
}

/// Of each table its states as they are kept, and as the facts make them again. Returns how many the facts make.
template <class Id, class Now, class Known>
std::int64_t compare_kept(const char* table, Id Now::*by, const std::vector<Known>& kept_list,
                          const std::vector<Known>& made_list, std::vector<Difference>& differences) {
  const auto kept = states_by(by, kept_list);
  const auto made = states_by(by, made_list);
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
    const bool fits = found != reps.end() && found->second == each.now.rep_id;
    if (!fits)
      result.differences.push_back({"appointment_now", to_text(each.now.appointment_id),
                                    "activity " + to_text(*each.now.activity_id), "no such activity of the rep"});
  }
  return {};
}

}  // namespace

Result<void> verify_pipeline(Stores& stores, Verification& result) {
  PACELINE_TRY(const auto opportunities_now, stores.opportunities.all_now());
  PACELINE_TRY(const auto opportunities_made, stores.opportunities.all_as_of(kEver));
  result.opportunity_now = compare_kept("opportunity_now", &OpportunityNow::opportunity_id, as_kept(opportunities_now),
                                        as_kept(opportunities_made), result.differences);
  PACELINE_TRY(const auto sales_now, stores.sales.all_now());
  PACELINE_TRY(const auto sales_made, stores.sales.all_as_of(kEver));
  result.sale_now = compare_kept("sale_now", &SaleNow::sale_id, sales_now, sales_made, result.differences);
  PACELINE_TRY(const auto estimates_now, stores.estimates.all_now());
  PACELINE_TRY(const auto estimates_made, stores.estimates.all_as_of(kEver));
  result.estimate_now =
      compare_kept("estimate_now", &EstimateNow::estimate_id, estimates_now, estimates_made, result.differences);
  PACELINE_TRY(const auto trials_now, stores.trials.all_now());
  PACELINE_TRY(const auto trials_made, stores.trials.all_as_of(kEver));
  result.trial_now = compare_kept("trial_now", &TrialNow::trial_id, trials_now, trials_made, result.differences);
  PACELINE_TRY(const auto appointments_now, stores.appointments.all_now());
  PACELINE_TRY(const auto appointments_made, stores.appointments.all_as_of(kEver));
  result.appointment_now = compare_kept("appointment_now", &AppointmentNow::appointment_id, appointments_now,
                                        appointments_made, result.differences);
  return verify_held(appointments_now, stores, result);
}

}  // namespace paceline
