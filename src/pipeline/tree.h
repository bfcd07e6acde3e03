// SPDX-License-Identifier: Apache-2.0
// Trees that a company draws: product lines, territories, accounts. Each node names the one that it is a part of.
//
// Worked example (tests/pipeline/pipeline_test.cpp): of {a: none, b: a, c: b} the parts of a are b and c; a as a part
// of c would be a loop.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace paceline {

/// Each node with the one that it is a part of.
template <class Id>
using Parents = std::map<Id, std::optional<Id>>;

/// parents_of(lines, &ProductLine::product_line_id). REQUIRES: T has a parent_id.
template <class T, class Id>
[[nodiscard]] Parents<Id> parents_of(const std::vector<T>& all, Id T::*own) {
  Parents<Id> parents;
  for (const T& each : all) parents.emplace(each.*own, each.parent_id);
  return parents;
}

/// Is the node the whole itself, or a part of it at any depth? A loop that is stored nevertheless ends the search.
template <class Id>
[[nodiscard]] bool is_within(const Parents<Id>& parents, Id node, Id whole) {
  std::optional<Id> next = node;
  for (std::size_t steps = 0; next && steps <= parents.size(); ++steps) {
    if (*next == whole) return true;
    const auto found = parents.find(*next);
    next = found == parents.end() ? std::nullopt : found->second;
  }
  return false;
}

/// Would the node be a part of itself if it were a part of that parent?
template <class Id>
[[nodiscard]] bool makes_loop(const Parents<Id>& parents, Id node, const std::optional<Id>& parent) {
  return parent && is_within(parents, *parent, node);
}

/// The whole and all its parts, at any depth.
template <class Id>
[[nodiscard]] std::set<Id> all_within(const Parents<Id>& parents, Id whole) {
  std::set<Id> all{whole};
  for (const auto& [node, parent] : parents) {
    if (is_within(parents, node, whole)) all.insert(node);
  }
  return all;
}

}  // namespace paceline
