// SPDX-License-Identifier: Apache-2.0
#include "api/pages.h"

namespace paceline::api {

Result<std::size_t> place_of(const form::PageQuery& query) {
  if (!query.cursor) return 0;
  const std::string& text = query.cursor->value;
  std::size_t place = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place);
  if (error != std::errc() || end != text.data() + text.size())
    return fail(Fault::invalid, "query.cursor.malformed", "?cursor");
  return place;
}

}  // namespace paceline::api
