// SPDX-License-Identifier: Apache-2.0
#include "app/log_activities.h"

#include <map>

#include "app/activity_check.h"
#include "app/join_appointments.h"
#include "app/join_calls.h"
#include "app/recount.h"
#include "app/told_before.h"
#include "app/turns.h"

namespace paceline {
namespace {

using Drafts = std::vector<Checked<ActivityDraft>>;

class BatchLog {
 public:
  BatchLog(const Actor& actor, Instant now, const Zones& zones, Ids& ids, Stores& stores)
      : actor_(actor),
        now_(now),
        check_(now, zones, stores),
        ids_(ids),
        stores_(stores),
        joins_(actor.user_id, now, ids, stores),
        appointments_(actor.user_id, now, ids, stores) {}

  Checked<bool> take(const ActivityDraft& draft) {
    auto activity = check_.check(draft);
    if (!activity) return tl::unexpected(std::move(activity).error());
    const auto known = told_before(draft);
    if (!known) return tl::unexpected(Errors{known.error()});
    if (*known) return false;
    if (auto room = check_.take_room(*activity); !room) return tl::unexpected(Errors{std::move(room).error()});
    activity->activity_id = ids_.make<ActivityId>();
    if (draft.key) place_by_key_[std::pair(draft.key->source, draft.key->external_id)] = taken_.size();
    if (!draft.key) {
      if (auto joined = joins_.join_logged(*activity); !joined)
        return tl::unexpected(Errors{std::move(joined).error()});
      if (auto joined = appointments_.join_logged(*activity); !joined)
        return tl::unexpected(Errors{std::move(joined).error()});
    }
    taken_.push_back({*std::move(activity), Intake{draft.key, draft.note, actor_.user_id, now_, draft.attributes}});
    return true;
  }

  Result<void> store() {
    std::set<Touched> touched;
    std::set<RepId> reps;
    for (const auto& [a, intake] : taken_) {
      if (is_of_a_known_day(a)) touched.insert(touched_place(a));
      reps.insert(a.rep_id);
    }
    PACELINE_CHECK(stores_.activities.add(taken_));
    PACELINE_CHECK(joins_.store(touched));
    PACELINE_CHECK(appointments_.store(touched));
    PACELINE_CHECK(recount(touched, stores_));
    for (const RepId rep_id : reps) PACELINE_CHECK(stores_.ledger.tell("activity", rep_id, now_));
    return {};
  }

 private:
  /// In this batch, or before it.
  Result<bool> told_before(const ActivityDraft& draft) {
    if (!draft.key) return false;
    const auto found = place_by_key_.find(std::pair(draft.key->source, draft.key->external_id));
    if (found == place_by_key_.end()) {
      PACELINE_TRY(const auto known, find_told_before(draft, stores_.activities));
      return known.has_value();
    }
    const auto& [activity, intake] = taken_[found->second];
    if (!is_same(draft, activity, intake.note))
      return fail(Fault::conflict, "activity.external_id.conflict", "/external_id");
    return true;
  }

  const Actor& actor_;
  Instant now_;
  ActivityCheck check_;
  Ids& ids_;
  Stores& stores_;
  CallJoins joins_;
  AppointmentJoins appointments_;
  std::vector<NewActivity> taken_;
  std::map<std::pair<std::string, std::string>, std::size_t> place_by_key_;
};

}  // namespace

Result<std::vector<Checked<bool>>> log_activities(const Actor& actor, const Drafts& drafts, Instant now,
                                                  const Zones& zones, Ids& ids, Stores& stores) {
  PACELINE_CHECK(take_turns_of(drafts, stores));
  BatchLog batch(actor, now, zones, ids, stores);
  std::vector<Checked<bool>> verdicts;
  verdicts.reserve(drafts.size());
  for (const auto& draft : drafts)
    verdicts.push_back(draft ? batch.take(*draft) : Checked<bool>(tl::unexpected(draft.error())));
  PACELINE_CHECK(batch.store());
  return verdicts;
}

}  // namespace paceline
