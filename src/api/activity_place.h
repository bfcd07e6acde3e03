// SPDX-License-Identifier: Apache-2.0
// Where an activity stands in a list, newest first: the cursor of such a list is the place of the last row that was
// given, so that no row comes twice when others are added or voided between two pages.
//
// Written form: microseconds of its instant, a point, its id.
#pragma once

#include <utility>

#include "activity/activity.h"
#include "api/forms/list.h"

namespace paceline::api {

using ActivityPlace = std::pair<Instant, ActivityId>;

[[nodiscard]] ActivityPlace place_of(const Activity& activity);
[[nodiscard]] std::string cursor_of(const Activity& activity);

/// The place that the page follows; nothing for the first page. Returns invalid "query.cursor.malformed" at "?cursor".
[[nodiscard]] Result<std::optional<ActivityPlace>> place_before_page(const form::PageQuery& query);

}  // namespace paceline::api
