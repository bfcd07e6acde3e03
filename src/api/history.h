// SPDX-License-Identifier: Apache-2.0
// What happened with a contact or an account, gathered from activities, appointments, opportunities, estimates, sales,
// signals and changes, as one list: the newest first. What is over counts once: a held appointment is not told again as
// its activity, a sent estimate neither.
#pragma once

#include <set>

#include "api/estimate_forms.h"
#include "api/forms/history.h"
#include "api/opportunity_forms.h"
#include "api/subjects.h"

namespace paceline::api {

/// So many of each kind are read, the newest ones.
inline constexpr int kMostHistoryEvents = 1000;
inline constexpr int kMostHistoryOpportunities = 200;

class History {
 public:
  [[nodiscard]] static Result<History> make(const Backend& backend, Stores& stores);

  void add_activities(const std::vector<Activity>& activities);
  [[nodiscard]] Result<void> add_appointments(const std::vector<KnownAppointment>& appointments);
  /// Its stage moves; its estimates that were sent, if they are asked for.
  [[nodiscard]] Result<void> add_opportunity(std::span<const OpportunityFact> facts, const OpportunityNow& now,
                                             bool with_estimates);
  /// What the contact had to say in it, and when.
  void add_parts(std::span<const OpportunityFact> facts, const OpportunityNow& now, ContactId contact_id);
  void add_sales(const std::vector<KnownSale>& sales);
  /// Takes away what is of reps whose work the caller may not read.
  [[nodiscard]] Result<void> keep_readable(const Call& call, const Backend& backend);

  void add_signals(const std::vector<Signal>& signals);
  void add_changes(const std::vector<ContactChange>& changes);
  /// What it was from the beginning is no change.
  [[nodiscard]] Result<void> add_changes(const AccountProfile& account);

  /// Notes the looks at those whose work stands on the page.
  [[nodiscard]] Result<form::List<form::HistoryEvent>> page(const form::PageQuery& query, const Call& call,
                                                            const Backend& backend);

  [[nodiscard]] OpportunityWriter& writer() { return writer_; }

 private:
  History(OpportunityWriter writer, EstimateWriter estimates, Stores& stores)
      : writer_(std::move(writer)), estimates_(std::move(estimates)), stores_(stores) {}
  [[nodiscard]] Result<void> add_estimates(OpportunityId opportunity_id);
  [[nodiscard]] std::optional<form::Owner> owner_of(UserId user_id) const;
  form::HistoryEvent& add(form::HistoryEventKind kind, Instant at, std::string what);

  OpportunityWriter writer_;
  EstimateWriter estimates_;
  Stores& stores_;
  std::vector<form::HistoryEvent> events_;
  std::set<ActivityId> told_;  ///< activities that another event tells
};

}  // namespace paceline::api
