// SPDX-License-Identifier: Apache-2.0
#include "json/containers.h"

namespace paceline::json {

bool is_list(const Node& node, const Place& place, Faults& faults, std::size_t most) {
  const auto size = node.list();
  if (!size) return add_mismatch(node, place, faults, "a list"), false;
  if (*size <= most) return true;
  const auto detail = "at most " + std::to_string(most) + ", found " + std::to_string(*size) + " items";
  return faults.add(place, "list.too_long", detail), false;
}

}  // namespace paceline::json
