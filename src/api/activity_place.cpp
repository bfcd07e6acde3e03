// SPDX-License-Identifier: Apache-2.0
#include "api/activity_place.h"

#include <algorithm>

namespace paceline::api {

ActivityPlace place_of(const Activity& activity) {
  return {activity.occurred_at, activity.activity_id};
}

std::string cursor_of(const Activity& activity) {
  return std::to_string(activity.occurred_at.microseconds()) + "." + to_text(activity.activity_id);
}

Result<std::optional<ActivityPlace>> place_before_page(const form::PageQuery& query) {
  if (!query.cursor) return std::nullopt;
  const std::string_view text = query.cursor->value;
  const auto dot = std::min(text.find('.'), text.size());
  const auto at = parse_id_value(text.substr(0, dot));
  const auto id = parse_id<ActivityId>(text.substr(std::min(dot + 1, text.size())));
  if (!at || !id) return fail(Fault::invalid, "query.cursor.malformed", "?cursor");
  return std::optional(ActivityPlace(Instant(*at), *id));
}

}  // namespace paceline::api
