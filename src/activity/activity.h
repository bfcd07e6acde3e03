// SPDX-License-Identifier: Apache-2.0
// An activity: one sales-oriented action that happened. A fact, never changed; a change of it is a fact of its own.
//
// What the contact was when it happened (relation, temperature, lead source, segment) is noted on the activity at
// intake, so that a later edit of the contact moves no figure (docs/adr/0007).
#pragma once

#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/written_moment.h"
#include "contact/contact.h"

namespace paceline {

BOOST_DEFINE_ENUM_CLASS(Direction, outbound, inbound)
BOOST_DEFINE_ENUM_CLASS(ActivityState, active, corrected, voided)

inline constexpr std::int64_t kLongestDurationSeconds = 86'400;

/// Further words about an activity that a company's files have, by name: at most 20.
using Attributes = std::map<std::string, std::string>;

inline constexpr std::size_t kMostAttributes = 20;
inline constexpr std::size_t kLongestAttributeName = 50;  ///< bytes

BOOST_DEFINE_ENUM_CLASS(PipelineFact, sale, estimate)

/// One line of a fact of the pipeline, as far as one rep has a share of it.
struct PartLine {
  std::vector<std::string> product_lines;  ///< keys: its own and those around it; empty: none is named
  std::optional<std::int64_t> minor;       ///< of the reporting currency; none: no rate holds on the day
};

/// A rep's part of a fact of the pipeline, which is counted as an activity is (docs/adr/0048).
struct PipelinePart {
  PipelineFact fact = PipelineFact::sale;
  std::optional<std::int64_t> opportunity_id;  ///< an order from elsewhere is of none
  bool leads = true;  ///< has the largest share, the first of equal ones: as a number it counts for this rep
  std::vector<PartLine> lines;
};

struct Activity {
  ActivityId activity_id;
  RepId rep_id;
  std::optional<ContactId> contact_id;
  std::optional<AccountId> account_id;
  std::string kind;
  std::optional<Direction> direction;
  std::optional<std::string> outcome;
  std::optional<std::int64_t> duration_s;  ///< 0 to 86,400
  std::optional<std::string> topic;
  std::optional<std::string> product_line;
  std::optional<Relation> relation;
  std::optional<Temperature> temperature;
  std::optional<std::string> lead_source;
  std::optional<std::string> segment;
  Instant occurred_at;  ///< when it happened
  Instant known_at;     ///< when we could know it
  Day day;              ///< the rep's own day of occurred_at, computed once at intake
  ActivityState state = ActivityState::active;
  std::optional<Precision> occurred_precision;  ///< month or day; none: occurred_at is exact
  std::optional<PipelinePart> part;  ///< of a fact of the pipeline, whose id is the activity's; stored nowhere
};

/// Of a month whose day nobody knows no figure by day can be made: such an activity is in no cell.
[[nodiscard]] inline bool is_of_a_known_day(const Activity& activity) {
  return activity.occurred_precision != Precision::month;
}

/// One member of an activity that a correction sets; no value: the member is emptied.
struct FieldChange {
  std::string field;  ///< "outcome", "duration_s", "topic", "direction", "product_line", "kind"
  std::optional<std::string> value;
};

/// Append only: a void, or a correction of some members. The latest void or correction in order of (known_at,
/// change_id) wins.
struct ActivityChange {
  ChangeId change_id;
  ActivityId activity_id;
  bool voids = false;
  std::vector<FieldChange> fields;
  std::string reason;
  UserId actor_id;
  Instant known_at;
};

/// The activity as the changes leave it. REQUIRES: changes of this activity, oldest first, each accepted by
/// check_change.
[[nodiscard]] Activity effective(Activity activity, const std::vector<ActivityChange>& changes);

/// Returns invalid "activity.field.not_correctable", "activity.kind.empty", "activity.duration_s.malformed",
/// "activity.direction.unknown" or "activity.text.not_allowed", with the member as field.
[[nodiscard]] Result<void> check_change(const FieldChange& change);

}  // namespace paceline
