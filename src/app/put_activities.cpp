// SPDX-License-Identifier: Apache-2.0
#include "app/put_activities.h"

#include <algorithm>
#include <map>

#include "app/activity_check.h"
#include "app/activity_words.h"
#include "app/change_moment.h"
#include "app/join_calls.h"
#include "app/recount.h"
#include "app/turns.h"
#include "base/enum_text.h"

namespace paceline {
namespace {

using DraftList = std::vector<Checked<ActivityDraft>>;

/// What is known under a key: the activity, or the source name under which a new one may be added.
struct KnownUnder {
  std::optional<KeyedActivity> activity;
  std::string source;
  std::optional<EvidenceId> evidence;  ///< it stands beside an activity that somebody logged
};

/// Looks the keys up, all of them in a few statements.
class KnownKeys {
 public:
  KnownKeys(bool exported, Stores& stores) : exported_(exported), stores_(stores) {}

  Result<void> find(const DraftList& drafts) {
    std::vector<std::string> open;
    open.reserve(drafts.size());
    for (const auto& draft : drafts) {
      if (draft) open.push_back(draft->key->external_id);
      if (draft) source_ = draft->key->source;
    }
    new_.source = source_;
    PACELINE_TRY(open, look_up(source_, open));
    for (int incarnation = 1; !open.empty(); ++incarnation) {
      const std::string source = source_ + ":" + std::to_string(incarnation);
      for (const std::string& key : open) known_[key] = {std::nullopt, source, std::nullopt};
      PACELINE_TRY(open, look_up(source, open));
    }
    return exported_ ? look_up_own(drafts) : Result<void>();
  }

  [[nodiscard]] const KnownUnder& of(const ActivityDraft& draft) const {
    const auto found = known_.find(draft.key->external_id);
    return found == known_.end() ? new_ : found->second;
  }

 private:
  /// Those that an undone import added, and that may be there once more under the next name.
  Result<std::vector<std::string>> look_up(const std::string& source, const std::vector<std::string>& keys) {
    PACELINE_TRY(auto found, stores_.activities.now_by_keys(source, keys));
    std::vector<ActivityId> voided;
    for (const KeyedActivity& each : found) {
      if (each.state == ActivityState::voided) voided.push_back(each.activity_id);
    }
    PACELINE_TRY(const auto undone, stores_.activities.voided_for(std::string(kImportUndone), voided));
    std::vector<std::string> again;
    for (KeyedActivity& each : found) {
      if (undone.contains(each.activity_id)) {
        again.push_back(each.external_id);
      } else {
        known_of(each.external_id).activity = std::move(each);
      }
    }
    if (source.starts_with(kCallSource)) PACELINE_CHECK(look_up_evidence(source, keys, again));
    return again;
  }

  /// Keys that are the ids of activities here. One that an undone import took away may come again.
  Result<void> look_up_own(const DraftList& drafts) {
    std::vector<ActivityId> ids;
    for (const auto& draft : drafts) {
      if (!draft || of(*draft).activity) continue;
      if (const auto id = parse_id<ActivityId>(draft->key->external_id)) ids.push_back(*id);
    }
    PACELINE_TRY(auto found, stores_.activities.now_by_ids(ids));
    PACELINE_TRY(const auto undone, stores_.activities.voided_for(std::string(kImportUndone), ids));
    for (Activity& each : found) {
      if (undone.contains(each.activity_id)) continue;
      const std::string key = to_text(each.activity_id);
      known_of(key).activity = KeyedActivity{std::move(each), key};
    }
    return {};
  }

  Result<void> look_up_evidence(const std::string& source, const std::vector<std::string>& keys,
                                std::vector<std::string>& again) {
    PACELINE_TRY(const auto evidence, stores_.evidence.by_keys(source, keys));
    for (const KeyedEvidence& each : evidence) {
      if (!each.ended) known_of(each.external_id).evidence = each.evidence_id;
      const bool is_there = std::find(again.begin(), again.end(), each.external_id) != again.end();
      if (each.ended && !is_there) again.push_back(each.external_id);
    }
    return {};
  }

  KnownUnder& known_of(const std::string& key) { return known_.try_emplace(key, new_).first->second; }

  bool exported_;
  Stores& stores_;
  std::string source_;
  KnownUnder new_;                           ///< of each key that nothing is known under
  std::map<std::string, KnownUnder> known_;  ///< of the others
};

template <class Told, class Stored>
bool differs(const std::optional<Told>& told, const Stored& stored) {
  return told && stored != *told;
}

/// What a correction can make of the activity so that it says what is told.
std::vector<FieldChange> corrections(const ActivityDraft& told, const Activity& stored) {
  std::vector<FieldChange> fields;
  if (told.kind != stored.kind) fields.push_back({"kind", told.kind});
  if (differs(told.direction, stored.direction))
    fields.push_back({"direction", std::string(enum_text(*told.direction))});
  if (differs(told.outcome, stored.outcome)) fields.push_back({"outcome", told.outcome});
  if (differs(told.duration_s, stored.duration_s)) fields.push_back({"duration_s", std::to_string(*told.duration_s)});
  if (differs(told.topic, stored.topic)) fields.push_back({"topic", told.topic});
  if (differs(told.product_line, stored.product_line)) fields.push_back({"product_line", told.product_line});
  return fields;
}

/// The member that no correction can set right; empty: there is none.
std::string beyond_correction(const ActivityDraft& told, const Activity& stored, const Attributes& attributes) {
  if (told.rep_id != stored.rep_id) return "/rep";
  if (differs(told.contact_id, stored.contact_id)) return "/contact";
  if (differs(told.occurred_at, stored.occurred_at)) return "/occurred_at";
  if (differs(told.lead_source, stored.lead_source)) return "/lead_source";
  if (told.attributes != attributes) return "/attributes";
  return {};
}

/// The same of what a person may have set right here meanwhile, so it is held beside what the files have said.
std::string beyond_correction(const ActivityDraft& told, const Activity& said) {
  if (differs(told.relation, said.relation)) return "/relation";
  if (differs(told.temperature, said.temperature)) return "/temperature";
  if (differs(told.segment, said.segment)) return "/segment";
  if (differs(told.occurred_precision, said.occurred_precision)) return "/occurred_precision";
  return {};
}

/// What the files have said of it so far.
Activity as_files_say(Activity fact, std::vector<ActivityChange> changes) {
  std::erase_if(changes, [](const ActivityChange& change) {
    return change.voids || (change.reason != kImportChanged && change.reason != kImportUndone);
  });
  return effective(std::move(fact), changes);
}

struct Correction {
  ActivityChange change;
  Activity after;
};

class Putting {
 public:
  Putting(const PutContext& context, Stores& stores)
      : context_(context),
        stores_(stores),
        check_(context.now, context.zones, stores),
        keys_(context.exported, stores),
        joins_(context.actor.user_id, context.now, context.ids, stores) {}

  Result<void> look_up(const DraftList& drafts) {
    PACELINE_CHECK(keys_.find(drafts));
    std::vector<ActivityId> known;
    for (const auto& draft : drafts) {
      if (draft && keys_.of(*draft).activity) known.push_back(keys_.of(*draft).activity->activity_id);
    }
    PACELINE_TRY(attributes_, stores_.activities.attributes_of(known));
    return {};
  }

  Checked<PutRow> take(const ActivityDraft& draft) {
    const KnownUnder& known = keys_.of(draft);
    if (known.evidence) return PutRow{Put::unchanged, RecordId(known.evidence->value()), {}, {}};
    const bool voided = context_.voided.contains(draft.key->external_id);
    if (!known.activity && voided) return PutRow{Put::dropped, {}, {}, {}};
    if (!known.activity) return add(draft, known.source);
    if (voided && known.activity->state != ActivityState::voided)
      return tl::unexpected(Errors{conflict("/state", known.activity->activity_id).value()});
    auto put = compare(draft, *known.activity);
    if (!put) return tl::unexpected(Errors{std::move(put).error()});
    return *std::move(put);
  }

  Result<void> store() {
    std::set<Touched> touched;
    std::set<RepId> reps;
    for (const NewActivity& each : added_) note(each.activity, touched, reps);
    for (const Correction& each : corrected_) note(each.after, touched, reps);
    PACELINE_CHECK(stores_.activities.add(added_));
    for (const Correction& each : corrected_)
      PACELINE_CHECK(stores_.activities.add_change(each.change, each.after, context_.now));
    PACELINE_CHECK(joins_.store(touched));
    PACELINE_CHECK(recount(touched, stores_));
    for (const RepId rep_id : reps) PACELINE_CHECK(stores_.ledger.tell("activity", rep_id, context_.now));
    return {};
  }

 private:
  static void note(const Activity& activity, std::set<Touched>& touched, std::set<RepId>& reps) {
    touched.merge(touched_by(activity));
    reps.insert(activity.rep_id);
  }

  Checked<PutRow> add(const ActivityDraft& draft, const std::string& source) {
    auto activity = check_.check(draft);
    if (!activity) return tl::unexpected(std::move(activity).error());
    if (source.starts_with(kCallSource)) {
      const auto evidence = joins_.join_record(*activity, {source, draft.key->external_id});
      if (!evidence) return tl::unexpected(Errors{evidence.error()});
      if (*evidence) return PutRow{Put::joined, RecordId((*evidence)->value()), {}, {}};
    }
    if (auto room = check_.take_room(*activity); !room) return tl::unexpected(Errors{std::move(room).error()});
    activity->activity_id = context_.ids.make<ActivityId>();
    const PutRow put{Put::added, RecordId(activity->activity_id.value()), {}, {}};
    EvidenceKey key{source, draft.key->external_id};
    added_.push_back({*std::move(activity),
                      Intake{std::move(key), draft.note, context_.actor.user_id, context_.now, draft.attributes}});
    return put;
  }

  /// `known`: the activity that came first, of whoever's file that was.
  static tl::unexpected<Error> conflict(const std::string& member, ActivityId known) {
    const std::string which = "activity " + to_text(known);
    return fail(Fault::conflict, "activity.external_id.conflict", member,
                member == "/rep" ? which + " is another rep's, whose file came first: a key is of one activity"
                                 : which + " says something else there, which a file does not correct");
  }

  /// A note is written once; a file that tells another one would lose it without a word.
  Result<void> is_noted(const ActivityDraft& draft, ActivityId activity_id) {
    if (!draft.note) return {};
    PACELINE_TRY(const auto note, stores_.activities.note_of(activity_id));
    return note == draft.note ? Result<void>() : conflict("/note", activity_id);
  }

  Result<PutRow> compare(const ActivityDraft& draft, const KeyedActivity& now) {
    const PutRow same{Put::unchanged, RecordId(now.activity_id.value()), {}, {}};
    if (now.state == ActivityState::voided) return same;
    const std::string beyond = beyond_correction(draft, now, attributes_[now.activity_id]);
    if (!beyond.empty()) return conflict(beyond, now.activity_id);
    PACELINE_CHECK(is_noted(draft, now.activity_id));
    if (corrections(draft, now).empty() && beyond_correction(draft, now).empty()) return same;
    PACELINE_TRY(const auto fact, stores_.activities.find_fact(now.activity_id));
    PACELINE_TRY(const auto changes, stores_.activities.changes_of(now.activity_id));
    const Activity said = as_files_say(*fact, changes);
    if (const std::string member = beyond_correction(draft, said); !member.empty())
      return conflict(member, now.activity_id);
    auto fields = corrections(draft, said);
    if (fields.empty()) return same;
    for (const FieldChange& field : fields) PACELINE_CHECK(check_change(field));
    const Instant at = moment_of_change(context_.now, fact->known_at, changes);
    const ActivityChange change{context_.ids.make<ChangeId>(), now.activity_id,        false, std::move(fields),
                                std::string(kImportChanged),   context_.actor.user_id, at};
    Activity after = effective(now, {change});
    PACELINE_TRY(const auto kinds, stores_.activities.kinds());
    if (auto faults = word_faults(after, changed_words(now, after), kinds); !faults.empty())
      return tl::unexpected(std::move(faults.front()));
    corrected_.push_back({change, std::move(after)});
    return PutRow{Put::changed, same.record_id, change.change_id, {}};
  }

  const PutContext& context_;
  Stores& stores_;
  ActivityCheck check_;
  KnownKeys keys_;
  CallJoins joins_;
  std::map<ActivityId, Attributes> attributes_;
  std::vector<NewActivity> added_;
  std::vector<Correction> corrected_;
};

}  // namespace

Result<std::vector<Checked<PutRow>>> put_activities(const DraftList& drafts, const PutContext& context,
                                                    Stores& stores) {
  if (!context.dry) PACELINE_CHECK(take_turns_of(drafts, stores));
  Putting putting(context, stores);
  PACELINE_CHECK(putting.look_up(drafts));
  std::vector<Checked<PutRow>> rows;
  rows.reserve(drafts.size());
  for (const auto& draft : drafts) {
    rows.push_back(draft ? putting.take(*draft) : Checked<PutRow>(tl::unexpected(draft.error())));
    const Errors none;
    const Errors& faults = rows.back() ? none : rows.back().error();
    if (!faults.empty() && faults.front().fault == Fault::unavailable) return tl::unexpected(faults.front());
  }
  if (!context.dry) PACELINE_CHECK(putting.store());
  return rows;
}

}  // namespace paceline
