// SPDX-License-Identifier: Apache-2.0
#include "app/change_activity.h"

#include "app/activity_words.h"
#include "app/change_moment.h"
#include "app/recount.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestReason = 500;

Errors faults_of(const ChangeRequest& request) {
  Errors faults;
  const bool fits = is_plain_text(request.reason, kLongestReason);
  if (trimmed(request.reason).empty()) faults.push_back({Fault::invalid, "activity.reason.missing", "/reason", {}});
  if (!fits) faults.push_back({Fault::invalid, "activity.text.not_allowed", "/reason", "at most 500 bytes"});
  if (!request.voids && request.fields.empty()) faults.push_back({Fault::invalid, "activity.change.empty", "/set", {}});
  for (const FieldChange& field : request.fields) {
    if (auto checked = check_change(field); !checked) faults.push_back(checked.error());
  }
  return faults;
}

Result<Activity> activity_now(ActivityId activity_id, ActivityStore& activities) {
  PACELINE_TRY(const auto fact, activities.find_fact(activity_id));
  if (!fact) return fail(Fault::not_found, "activity.not_found");
  PACELINE_TRY(const auto changes, activities.changes_of(activity_id));
  Activity now = effective(*fact, changes);
  if (now.state == ActivityState::voided) return fail(Fault::conflict, "activity.voided_already");
  return now;
}

/// What the correction changes must make sense. A void changes nothing of it.
Result<void> check_words(const Activity& before, const Activity& after, ActivityStore& activities) {
  PACELINE_TRY(const auto kinds, activities.kinds());
  Errors faults = word_faults(after, changed_words(before, after), kinds, "/set");
  if (!faults.empty()) return tl::unexpected(std::move(faults.front()));
  return {};
}

Result<std::vector<Effect>> apply(const Actor& actor, const ChangeRequest& request, Instant at, Ids& ids,
                                  Stores& stores) {
  PACELINE_TRY(const auto fact, stores.activities.find_fact(request.activity_id));
  if (!fact) return fail(Fault::not_found, "activity.not_found");
  PACELINE_CHECK(stores.counts.take_cells_of(fact->rep_id));
  PACELINE_TRY(const Activity before, activity_now(request.activity_id, stores.activities));
  PACELINE_TRY(const auto earlier, stores.activities.changes_of(request.activity_id));
  const Instant told_at = std::min(request.known_at.value_or(at), at);
  const Instant known_at = moment_of_change(told_at, fact->known_at, earlier);
  const ActivityChange change{ids.make<ChangeId>(), request.activity_id, request.voids, request.fields,
                              request.reason,       actor.user_id,       known_at};
  const Activity after = effective(before, {change});
  PACELINE_CHECK(check_words(before, after, stores.activities));
  PACELINE_TRY(const QuotaBook book, read_book_of(after.rep_id, stores));
  Neighbours neighbours(stores.activities);
  PACELINE_TRY(auto effects, effects_of(after, book, neighbours, stores));
  PACELINE_CHECK(stores.activities.add_change(change, after, at));
  neighbours.take_in(after);
  PACELINE_TRY(const auto uses, rule_uses(book.rules, stores.quotas));
  PACELINE_CHECK(recount(touched_by(after), uses, neighbours, stores));
  PACELINE_CHECK(stores.ledger.note(
      {actor.user_id, request.voids ? "activity.void" : "activity.correct", to_text(request.activity_id), {}, at}));
  PACELINE_CHECK(stores.ledger.tell("activity", after.rep_id, at));
  return effects;
}

}  // namespace

Checked<std::vector<Effect>> change_activity(const Actor& actor, const ChangeRequest& request, Instant now, Ids& ids,
                                             Stores& stores) {
  if (auto faults = faults_of(request); !faults.empty()) return tl::unexpected(std::move(faults));
  auto effects = apply(actor, request, now, ids, stores);
  if (!effects) return tl::unexpected(Errors{std::move(effects).error()});
  return *std::move(effects);
}

}  // namespace paceline
