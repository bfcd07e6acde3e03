// SPDX-License-Identifier: Apache-2.0
#include "activity/activity.h"

#include <array>
#include <charconv>

#include "base/enum_text.h"
#include "base/utf8.h"

namespace paceline {
namespace {

std::optional<std::int64_t> parse_duration_s(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (seconds < 0 || seconds > kLongestDurationSeconds) return std::nullopt;
  return seconds;
}

std::optional<std::string>* text_member(Activity& activity, std::string_view field) {
  if (field == "outcome") return &activity.outcome;
  if (field == "topic") return &activity.topic;
  if (field == "product_line") return &activity.product_line;
  return nullptr;
}

void apply(const FieldChange& change, Activity& activity) {
  if (auto* member = text_member(activity, change.field)) {
    *member = change.value;
  } else if (change.field == "kind") {
    activity.kind = *change.value;
  } else if (change.field == "duration_s") {
    activity.duration_s = change.value ? parse_duration_s(*change.value) : std::nullopt;
  } else if (change.field == "direction") {
    activity.direction = change.value ? parse_enum<Direction>(*change.value) : std::nullopt;
  }
}

}  // namespace

Activity effective(Activity activity, const std::vector<ActivityChange>& changes) {
  for (const ActivityChange& change : changes) {
    if (activity.state == ActivityState::voided) break;
    for (const FieldChange& field : change.fields) apply(field, activity);
    activity.state = change.voids ? ActivityState::voided : ActivityState::corrected;
  }
  return activity;
}

Result<void> check_change(const FieldChange& change) {
  Activity scratch;
  const std::string pointer = "/set/" + change.field;
  const bool correctable = text_member(scratch, change.field) != nullptr || change.field == "kind" ||
                           change.field == "duration_s" || change.field == "direction";
  if (!correctable) return fail(Fault::invalid, "activity.field.not_correctable", pointer);
  if (change.field == "kind" && (!change.value || change.value->empty())) {
    return fail(Fault::invalid, "activity.kind.empty", pointer);
  }
  if (!change.value) return {};
  if (!is_plain_text(*change.value)) return fail(Fault::invalid, "activity.text.not_allowed", pointer);
  if (change.field == "duration_s" && !parse_duration_s(*change.value)) {
    return fail(Fault::invalid, "activity.duration_s.malformed", pointer);
  }
  if (change.field == "direction" && !parse_enum<Direction>(*change.value)) {
    return fail(Fault::invalid, "activity.direction.unknown", pointer);
  }
  return {};
}

}  // namespace paceline
