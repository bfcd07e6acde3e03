// SPDX-License-Identifier: Apache-2.0
#include "app/add_signal.h"

#include <algorithm>

#include "app/latest_told.h"
#include "app/recount.h"
#include "app/told_before.h"
#include "app/turns.h"
#include "base/utf8.h"

namespace paceline {
namespace {

bool is_word(const std::string& text) {
  const auto may_stand = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text.size() <= 50 && std::all_of(text.begin(), text.end(), may_stand);
}

bool is_short_text(const std::string& text) {
  return !text.empty() && is_plain_text(text, 200);
}

Errors faults_of(const SignalDraft& draft, Instant now) {
  Errors faults;
  const auto refuse = [&](const char* code, const char* pointer) {
    faults.push_back({Fault::invalid, code, pointer, {}});
  };
  const Instant latest = latest_told(now);
  const Instant occurred = draft.occurred_at.value_or(now);
  if (!is_word(draft.kind)) refuse("signal.kind.malformed", "/kind");
  if (draft.topic && !is_short_text(*draft.topic)) refuse("signal.text.not_allowed", "/topic");
  if (draft.key && !is_short_text(draft.key->source)) refuse("signal.text.not_allowed", "/source");
  if (draft.key && !is_short_text(draft.key->external_id)) refuse("signal.text.not_allowed", "/external_id");
  if (occurred > latest) refuse("signal.occurred_at.in_future", "/occurred_at");
  if (draft.known_at && *draft.known_at > latest) refuse("signal.known_at.in_future", "/known_at");
  if (draft.known_at && *draft.known_at < occurred) refuse("signal.known_at.before_occurred_at", "/known_at");
  return faults;
}

/// How long after a signal an activity may still count because of it: the longest that any rule says.
std::int64_t reach_seconds(const std::vector<Rule>& rules) {
  int days = 0;
  for (const Rule& rule : rules) days = std::max(days, rule.after_signal ? rule.after_signal->within_days : 0);
  return days * kSecondsPerDay;
}

/// Days of activities with the contact that the signal may have made count.
Result<std::set<Touched>> touched_by(const Signal& signal, QuotaStore& quotas, ActivityStore& activities) {
  PACELINE_TRY(const auto rules, quotas.rules());
  const Instant end = signal.occurred_at.plus_seconds(reach_seconds(rules) + 1);
  PACELINE_TRY(const auto list, activities.with_contact(signal.contact_id, signal.occurred_at, end));
  std::set<Touched> touched;
  for (const Activity& activity : list) {
    touched.insert({activity.rep_id, activity.day, activity.contact_id, activity.account_id});
  }
  return touched;
}

/// A signal that can be stored, and what it may make count.
struct Ready {
  Signal signal;
  std::optional<UserId> owner_id;
  std::set<Touched> touched;
};

Checked<Ready> ready(const SignalDraft& draft, Instant now, Ids& ids, ContactStore& contacts) {
  Errors faults = faults_of(draft, now);
  const auto contact = contacts.find_contact(draft.contact_id);
  if (!contact) return tl::unexpected(Errors{contact.error()});
  if (!*contact) faults.push_back({Fault::invalid, "signal.contact.not_found", "/contact_id", {}});
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return Ready{{ids.make<SignalId>(), draft.contact_id, draft.kind, draft.topic, draft.occurred_at.value_or(now),
                std::min(draft.known_at.value_or(now), now)},
               (*contact)->owner_id,
               {}};
}

/// Of all contacts, then of all reps whose counts they may change: whose those are is known when nobody else writes
/// about the contacts any more.
Result<void> take_turns_of(std::vector<Checked<Ready>>& all, Stores& stores) {
  std::set<ContactId> contacts;
  for (const auto& each : all)
    if (each) contacts.insert(each->signal.contact_id);
  PACELINE_CHECK(take_turns(contacts, {}, stores));
  std::set<RepId> reps;
  for (auto& each : all) {
    if (!each) continue;
    PACELINE_TRY(each->touched, touched_by(each->signal, stores.quotas, stores.activities));
    for (const Touched& place : each->touched) reps.insert(place.rep_id);
  }
  return take_turns({}, reps, stores);
}

Result<bool> told_before(const SignalDraft& draft, ContactStore& contacts) {
  PACELINE_TRY(const auto known, contacts.find_signal_by_key(*draft.key));
  if (known && !is_same(draft, *known)) return fail(Fault::conflict, "signal.external_id.conflict", "/external_id");
  return false;
}

Result<bool> store(const Actor& actor, const SignalDraft& draft, const Ready& ready, Instant now, Stores& stores) {
  PACELINE_TRY(const bool added, stores.contacts.add_signal(ready.signal, draft.key, actor.user_id, now));
  if (!added) return told_before(draft, stores.contacts);
  PACELINE_CHECK(recount(ready.touched, stores));
  std::set<std::optional<UserId>> concerned{ready.owner_id};
  for (const Touched& place : ready.touched) concerned.insert(place.rep_id);
  for (const auto& rep_id : concerned) PACELINE_CHECK(stores.ledger.tell("signal", rep_id, now));
  return true;
}

}  // namespace

Result<std::vector<Checked<bool>>> add_signals(const Actor& actor, const std::vector<Checked<SignalDraft>>& drafts,
                                               Instant now, Ids& ids, Stores& stores) {
  std::vector<Checked<Ready>> all;
  all.reserve(drafts.size());
  for (const auto& draft : drafts)
    all.push_back(draft ? ready(*draft, now, ids, stores.contacts) : Checked<Ready>(tl::unexpected(draft.error())));
  PACELINE_CHECK(take_turns_of(all, stores));
  std::vector<Checked<bool>> verdicts;
  verdicts.reserve(all.size());
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (!all[at]) {
      verdicts.emplace_back(tl::unexpected(std::move(all[at]).error()));
      continue;
    }
    const auto added = store(actor, *drafts[at], *all[at], now, stores);
    verdicts.push_back(added ? Checked<bool>(*added) : Checked<bool>(tl::unexpected(Errors{added.error()})));
  }
  return verdicts;
}

Checked<bool> add_signal(const Actor& actor, const SignalDraft& draft, Instant now, Ids& ids, Stores& stores) {
  auto verdicts = add_signals(actor, {draft}, now, ids, stores);
  if (!verdicts) return tl::unexpected(Errors{std::move(verdicts).error()});
  return std::move(verdicts->front());
}

}  // namespace paceline
