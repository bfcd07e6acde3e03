// SPDX-License-Identifier: Apache-2.0
#include "app/import_activities.h"

#include "app/import_drafts.h"
#include "app/join_calls.h"
#include "app/match_calls.h"
#include "app/put_activities.h"
#include "app/undo_activities.h"
#include "base/enum_text.h"

namespace paceline {
namespace {

Error nobody_at(const ActivityCells& call) {
  const bool outbound = call.direction == enum_text(Direction::outbound);
  return {Fault::invalid, "call_record.rep.unknown", outbound ? "/from_number" : "/to_number",
          (outbound ? call.from_number : call.to_number).value_or("")};
}

}  // namespace

/// What the record says and what its numbers say, together. None: a private call.
Result<std::optional<ActivityCells>> ImportActivities::matched(ActivityCells cells, CallMatcher& matcher,
                                                               std::optional<ContactId>& contact_id) {
  CallEnds ends{cells.from_number, cells.to_number, {}, {}};
  if (cells.direction) ends.direction = parse_enum<Direction>(*cells.direction);
  if (cells.rep) {
    const auto address = parse_email(*cells.rep);
    PACELINE_TRY(const auto rep, stores_.people.find_user_by_email(address ? *address : ""));
    if (rep) ends.rep_id = rep->user_id;
  }
  PACELINE_TRY(const auto call, matcher.match(ends));
  if (!call) return std::optional<ActivityCells>();
  contact_id = call->contact_id;
  if (!cells.direction) cells.direction = std::string(enum_text(call->direction));
  if (!cells.rep && call->rep_id) {
    PACELINE_TRY(const auto rep, stores_.people.find_user(*call->rep_id));
    if (rep) cells.rep = rep->email;
  }
  return std::optional(std::move(cells));
}

/// Of a rep who is named for the import, or who imports and whose own numbers nobody knows. A number that is nobody's
/// is not that of an admin who imports, and not of a rep who has other ones.
Result<bool> ImportActivities::takes_unknown_numbers() {
  const auto rep_id = context_.entry.rep_id;
  if (!rep_id) return false;
  PACELINE_TRY(const auto rep, stores_.people.find_user(*rep_id));
  if (!rep || rep->role != Role::rep) return false;
  if (*rep_id != context_.entry.actor_id) return true;
  PACELINE_TRY(const auto own, stores_.phones.phones_of(*rep_id));
  return own.empty();
}

Result<std::vector<Checked<PutRow>>> ImportActivities::put_calls(const std::vector<const NamedRow*>& rows) {
  ImportDrafts drafting(context_, stores_);
  CallMatcher matcher(context_.actor, context_.now, context_.zones, stores_);
  const std::string source = std::string(kCallSource) + context_.entry.mapping_name;
  std::vector<Checked<ActivityDraft>> drafts;
  std::vector<bool> is_private;
  PACELINE_TRY(const bool unknown_are_taken, takes_unknown_numbers());
  for (const NamedRow* row : rows) {
    std::optional<ContactId> contact_id;
    PACELINE_TRY(const auto cells, matched(std::get<ActivityCells>(row->row.cells), matcher, contact_id));
    is_private.push_back(!cells);
    if (!cells) continue;
    if (!cells->rep && !unknown_are_taken) {
      drafts.push_back(tl::unexpected(Errors{nobody_at(*cells)}));
      continue;
    }
    drafts.push_back(drafting.draft_of(*cells, {source, row->external_id}));
    if (drafts.back() && !drafts.back()->contact_id) drafts.back()->contact_id = contact_id;
  }
  const PutContext putting{context_.actor, context_.now, context_.zones, context_.ids, context_.dry, false, {}};
  PACELINE_TRY(auto put, put_activities(drafts, putting, stores_));
  std::vector<Checked<PutRow>> all;
  all.reserve(rows.size());
  auto next = put.begin();
  for (const bool dropped : is_private)
    all.push_back(dropped ? Checked<PutRow>(PutRow{Put::dropped, {}, {}, {}}) : std::move(*next++));
  return all;
}

Result<std::vector<Checked<PutRow>>> ImportActivities::put(const std::vector<const NamedRow*>& rows, const RowReader&) {
  if (context_.match_numbers) return put_calls(rows);
  ImportDrafts drafting(context_, stores_);
  const std::string source = source_of_import(context_.entry);
  PutContext putting{context_.actor, context_.now, context_.zones, context_.ids, context_.dry, context_.exported, {}};
  std::vector<Checked<ActivityDraft>> drafts;
  drafts.reserve(rows.size());
  for (const NamedRow* row : rows) {
    const auto& cells = std::get<ActivityCells>(row->row.cells);
    if (cells.state == enum_text(ActivityState::voided)) putting.voided.insert(row->external_id);
    drafts.push_back(drafting.draft_of(cells, {source, row->external_id}));
  }
  return put_activities(drafts, putting, stores_);
}

Result<std::vector<TakenBack>> ImportActivities::take_back(const std::vector<ImportedRow>& rows, bool /*again*/) {
  return undo_activities(rows, context_, stores_);
}

}  // namespace paceline
