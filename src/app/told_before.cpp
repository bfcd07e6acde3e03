// SPDX-License-Identifier: Apache-2.0
#include "app/told_before.h"

namespace paceline {
namespace {

/// What is left out says nothing.
template <class Told, class Stored>
bool agrees(const std::optional<Told>& told, const Stored& stored) {
  return !told || *told == stored;
}

}  // namespace

bool is_same(const ActivityDraft& told, const Activity& stored, const std::optional<std::string>& note) {
  return told.rep_id == stored.rep_id && told.kind == stored.kind && agrees(told.contact_id, stored.contact_id) &&
         agrees(told.direction, stored.direction) && agrees(told.outcome, stored.outcome) &&
         agrees(told.duration_s, stored.duration_s) && agrees(told.topic, stored.topic) &&
         agrees(told.product_line, stored.product_line) && agrees(told.relation, stored.relation) &&
         agrees(told.temperature, stored.temperature) && agrees(told.lead_source, stored.lead_source) &&
         agrees(told.segment, stored.segment) && agrees(told.occurred_at, stored.occurred_at) &&
         agrees(told.note, note);
}

bool is_same(const SignalDraft& told, const Signal& stored) {
  return told.contact_id == stored.contact_id && told.kind == stored.kind && agrees(told.topic, stored.topic) &&
         agrees(told.occurred_at, stored.occurred_at);
}

bool is_same(const ContactDraft& told, const Contact& stored, const std::optional<Account>& account) {
  const auto account_name = account ? std::optional(account->name) : std::nullopt;
  const bool same_account = !told.account_name || account_name == *parse_name(*told.account_name);
  const bool same_phone = !told.phone || stored.phone == *parse_phone(*told.phone);
  const bool same_email = !told.email || stored.email == *parse_email(*told.email);
  return stored.name == *parse_name(told.name) && same_account && same_phone && same_email &&
         agrees(told.relation, stored.relation) && agrees(told.temperature, stored.temperature) &&
         agrees(told.source, stored.source);
}

Result<std::optional<ActivityId>> find_told_before(const ActivityDraft& told, ActivityStore& activities) {
  if (!told.key) return std::optional<ActivityId>();
  PACELINE_TRY(const auto known, activities.find_fact_by_key(*told.key));
  if (!known) return std::optional<ActivityId>();
  PACELINE_TRY(const auto note, activities.note_of(known->activity_id));
  if (!is_same(told, *known, note)) return fail(Fault::conflict, "activity.external_id.conflict", "/external_id");
  return std::optional(known->activity_id);
}

}  // namespace paceline
