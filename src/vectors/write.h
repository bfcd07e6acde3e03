// SPDX-License-Identifier: Apache-2.0
// The product's answers as JSON: an absent figure is null, an interval a pair.
// Worked example: figure(std::nullopt) is null, pair({0.25, 0.75}) is [0.25, 0.75].
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <vector>

#include "stats/interval.h"

namespace paceline::vectors {

template <class T>
[[nodiscard]] boost::json::value figure(const std::optional<T>& value) {
  return value ? boost::json::value(*value) : boost::json::value(nullptr);
}

/// Values, and rows of them, as a list.
template <class T>
[[nodiscard]] boost::json::array all_of(const std::vector<T>& values) {
  boost::json::array items;
  for (const auto& value : values) items.emplace_back(value);
  return items;
}

template <class T>
[[nodiscard]] boost::json::array all_of(const std::vector<std::optional<T>>& values) {
  boost::json::array items;
  for (const auto& value : values) items.push_back(figure(value));
  return items;
}

[[nodiscard]] inline boost::json::value pair(const stats::Interval& interval) {
  return boost::json::array{interval.low, interval.high};
}

[[nodiscard]] inline boost::json::value pair(const std::optional<stats::Interval>& interval) {
  return interval ? pair(*interval) : boost::json::value(nullptr);
}

}  // namespace paceline::vectors
