// SPDX-License-Identifier: Apache-2.0
#include "app/take_call_records.h"

#include "app/join_calls.h"
#include "app/match_calls.h"
#include "app/put_activities.h"
#include "app/relation.h"

namespace paceline {
namespace {

std::optional<std::string> outcome_of_record(const CallRecordDraft& record) {
  constexpr int unallocated = 1;
  constexpr int cleared = 16;
  constexpr int user_busy = 17;
  constexpr int no_user = 18;
  constexpr int nobody_answered = 19;
  if (record.outcome || !record.hangup_cause) return record.outcome;
  switch (*record.hangup_cause) {
    case cleared: return record.duration_s == 0 ? "no_answer" : "answered";
    case user_busy: return "busy";
    case no_user:
    case nobody_answered: return "no_answer";
    case unallocated: return "wrong_number";
    default: return std::nullopt;
  }
}

class RecordTaking {
 public:
  RecordTaking(const Actor& actor, std::string source, Instant now, const Zones& zones, Stores& stores)
      : actor_(actor),
        source_(std::move(source)),
        now_(now),
        zones_(zones),
        stores_(stores),
        matcher_(actor, now, zones, stores) {}

  /// None: a private call.
  Checked<std::optional<ActivityDraft>> draft_of(const CallRecordDraft& record) {
    if (!seen_.insert(record.external_id).second)
      return refused_at(Fault::invalid, "call_record.external_id.repeated", "/external_id");
    const auto call = matcher_.match({record.from, record.to, record.direction, record.rep_id});
    if (!call) return tl::unexpected(Errors{call.error()});
    if (!*call) return std::optional<ActivityDraft>();
    auto rep_id = (*call)->rep_id;
    if (!rep_id && actor_.role == Role::rep) rep_id = actor_.user_id;
    if (!rep_id) return refused_at(Fault::invalid, "call_record.rep.unknown", "/rep");
    const auto whose = relation_to_user(actor_, *rep_id, now_, zones_, stores_);
    if (!whose) return tl::unexpected(Errors{whose.error()});
    if (const auto allowed = authorise(actor_, Right::log_activity, *whose); !allowed)
      return refused_at(allowed.error().fault, allowed.error().code, "/rep");
    ActivityDraft draft;
    draft.rep_id = *rep_id;
    draft.contact_id = (*call)->contact_id;
    draft.kind = "call";
    draft.direction = (*call)->direction;
    draft.outcome = outcome_of_record(record);
    draft.duration_s = record.duration_s;
    draft.occurred_at = record.began_at;
    draft.key = EvidenceKey{source_, record.external_id};
    return std::optional(std::move(draft));
  }

 private:
  static tl::unexpected<Errors> refused_at(Fault fault, std::string code, const char* pointer) {
    return tl::unexpected(Errors{{fault, std::move(code), pointer, {}}});
  }

  const Actor& actor_;
  std::string source_;
  Instant now_;
  const Zones& zones_;
  Stores& stores_;
  CallMatcher matcher_;
  std::set<std::string> seen_;
};

}  // namespace

Result<std::vector<Checked<PutRow>>> take_call_records(const Actor& actor, const std::string& source,
                                                       const std::vector<Checked<CallRecordDraft>>& drafts, Instant now,
                                                       const Zones& zones, Ids& ids, Stores& stores) {
  RecordTaking taking(actor, std::string(kCallSource) + source, now, zones, stores);
  std::vector<Checked<ActivityDraft>> kept;
  std::vector<bool> is_private;
  for (const auto& draft : drafts) {
    auto call = draft ? taking.draft_of(*draft) : tl::unexpected(draft.error());
    if (!call && call.error().front().fault == Fault::unavailable) return tl::unexpected(call.error().front());
    is_private.push_back(call && !*call);
    if (!call) {
      kept.emplace_back(tl::unexpected(std::move(call).error()));
    } else if (*call) {
      kept.emplace_back(**std::move(call));
    }
  }
  PACELINE_TRY(auto put, put_activities(kept, {actor, now, zones, ids, false}, stores));
  std::vector<Checked<PutRow>> all;
  all.reserve(drafts.size());
  auto next = put.begin();
  for (const bool dropped : is_private)
    all.push_back(dropped ? Checked<PutRow>(PutRow{Put::dropped, {}, {}, {}}) : std::move(*next++));
  return all;
}

}  // namespace paceline
