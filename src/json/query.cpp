// SPDX-License-Identifier: Apache-2.0
#include "json/query.h"

#include <algorithm>

namespace paceline::json {

std::optional<Node> find_parameter(const Query& query, std::string_view name) {
  for (const auto& [given, value] : query)
    if (given == name && !value.empty()) return Node::query(value);
  return std::nullopt;
}

void add_query_faults(const Query& query, Faults& faults, const std::string_view* names, std::size_t count) {
  for (auto here = query.begin(); here != query.end(); ++here) {
    const auto& name = here->first;
    const auto place = Place::query(name);
    if (std::find(names, names + count, name) == names + count) {
      faults.add(place, "query.unknown");
    } else if (std::find_if(query.begin(), here, [&](const auto& earlier) { return earlier.first == name; }) != here) {
      faults.add(place, "query.duplicate");
    }
  }
}

}  // namespace paceline::json
