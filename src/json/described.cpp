// SPDX-License-Identifier: Apache-2.0
#include "json/described.h"

#include <algorithm>

namespace paceline::json {

void add_unknown(const Node& object, const Place& place, Faults& faults, const std::string_view* names,
                 std::size_t count) {
  for (std::size_t i = 0; i < *object.object(); ++i) {
    const auto name = object.member_name(i);
    if (std::find(names, names + count, name) == names + count) faults.add(place.member(name), "member.unknown");
  }
}

void add_not_allowed(const Node& node, const Place& place, Faults& faults, const std::vector<std::string>& allowed) {
  if (!node.text()) return add_mismatch(node, place, faults, "text");
  std::string detail = "one of:";
  for (const auto& word : allowed) detail += ' ' + word;
  faults.add(place, "enum.unknown", detail);
}

}  // namespace paceline::json
