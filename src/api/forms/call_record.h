// SPDX-License-Identifier: Apache-2.0
// Call records of a switchboard: docs/call_records.md.
#pragma once

#include "activity/activity.h"
#include "api/forms/activity.h"

namespace paceline::api::form {

struct NewCallRecord {
  ShortText external_id;  ///< what the switchboard calls it, for ever
  Instant began_at;
  std::optional<Direction> direction;  ///< absent: by which end is a rep's
  std::optional<json::Text<1, 100>> from;
  std::optional<json::Text<1, 100>> to;
  std::optional<Seconds> duration_s;
  std::optional<json::Whole<1, 127>> hangup_cause;  ///< of ITU-T Q.850; what it stands for, when there is no outcome
  std::optional<ShortText> outcome;
  std::optional<ShortText> rep;  ///< e-mail address or id; absent: by the number or extension at the own end
};
BOOST_DESCRIBE_STRUCT(NewCallRecord, (),
                      (external_id, began_at, direction, from, to, duration_s, hangup_cause, outcome, rep))

struct NewCallRecords {
  json::Text<1, 100> source;  ///< what the switchboard is called
  json::Items<Checked<NewCallRecord>, 500> items;
};
BOOST_DESCRIBE_STRUCT(NewCallRecords, (), (source, items))

struct CallRecordResult {
  std::int64_t added = 0;
  std::int64_t joined = 0;     ///< of calls that somebody has logged: evidence of those
  std::int64_t changed = 0;    ///< known, and corrected
  std::int64_t unchanged = 0;  ///< known already
  std::int64_t dropped = 0;    ///< private calls: nothing of them is kept
  std::int64_t refused = 0;
  std::vector<LineFault> faults;
};
BOOST_DESCRIBE_STRUCT(CallRecordResult, (), (added, joined, changed, unchanged, dropped, refused, faults))

}  // namespace paceline::api::form
