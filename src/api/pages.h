// SPDX-License-Identifier: Apache-2.0
// One page of a list that is at hand as a whole: the cursor is the place of its first item.
#pragma once

#include <algorithm>
#include <charconv>

#include "api/forms/list.h"

namespace paceline::api {

/// Returns invalid "query.cursor.malformed" at "?cursor".
[[nodiscard]] Result<std::size_t> place_of(const form::PageQuery& query);

template <class T>
[[nodiscard]] Result<form::List<T>> page_of(std::vector<T> all, const form::PageQuery& query) {
  PACELINE_TRY(const std::size_t place, place_of(query));
  const std::size_t begin = std::min(place, all.size());
  const std::size_t end = std::min(begin + static_cast<std::size_t>(query.limit.value), all.size());
  form::List<T> page;
  page.items.assign(std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(begin)),
                    std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(end)));
  if (end < all.size()) page.next = std::to_string(end);
  return page;
}

}  // namespace paceline::api
