// SPDX-License-Identifier: Apache-2.0
#include "vectors/read.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "stats/interval.h"

namespace paceline::vectors {
namespace {

namespace json = boost::json;

auto refuse(const char* code, std::string_view name) {
  return fail(Fault::invalid, code, std::string("/").append(name));
}

const json::value* find(const json::object& input, std::string_view name) {
  const json::value* member = input.if_contains(name);
  return member != nullptr && member->is_null() ? nullptr : member;
}

std::optional<std::int64_t> whole(const json::value& value) {
  if (const auto* number = value.if_int64()) return *number;
  const auto* real = value.if_double();
  constexpr auto largest = static_cast<double>(stats::kLargestCount);
  if (real == nullptr || *real < -largest || *real > largest) return std::nullopt;
  const auto number = static_cast<std::int64_t>(*real);
  if (static_cast<double>(number) != *real) return std::nullopt;
  return number;
}

Result<const json::array*> list(const json::object& input, std::string_view name) {
  const json::value* member = find(input, name);
  if (member == nullptr) return refuse("vectors.input.missing", name);
  if (!member->is_array()) return refuse("vectors.input.not_a_list", name);
  return member->if_array();
}

}  // namespace

Result<std::int64_t> read_count(const json::object& input, std::string_view name) {
  const json::value* member = find(input, name);
  if (member == nullptr) return refuse("vectors.input.missing", name);
  const auto number = whole(*member);
  if (!number) return refuse("vectors.input.not_a_count", name);
  return *number;
}

Result<double> read_real(const json::object& input, std::string_view name) {
  const json::value* member = find(input, name);
  if (member == nullptr) return refuse("vectors.input.missing", name);
  if (!member->is_number()) return refuse("vectors.input.not_a_number", name);
  return member->to_number<double>();
}

Result<std::vector<std::int64_t>> read_counts(const json::object& input, std::string_view name) {
  PACELINE_TRY(const json::array* items, list(input, name));
  std::vector<std::int64_t> counts;
  for (const json::value& item : *items) {
    const auto number = whole(item);
    if (!number) return refuse("vectors.input.not_a_count", name);
    counts.push_back(*number);
  }
  return counts;
}

Result<std::vector<stats::Tally>> read_tallies(const json::object& input, std::string_view name) {
  PACELINE_TRY(const json::array* items, list(input, name));
  std::vector<stats::Tally> tallies;
  for (const json::value& item : *items) {
    const json::array* pair = item.if_array();
    if (pair == nullptr || pair->size() != 2) return refuse("vectors.input.not_a_pair", name);
    const auto successes = whole(pair->at(0));
    const auto trials = whole(pair->at(1));
    if (!successes || !trials) return refuse("vectors.input.not_a_count", name);
    tallies.push_back({.successes = *successes, .trials = *trials});
  }
  return tallies;
}

Result<double> read_real_or(const json::object& input, std::string_view name, double otherwise) {
  if (find(input, name) == nullptr) return otherwise;
  return read_real(input, name);
}

Result<double> read_confidence(const json::object& input) {
  return read_real_or(input, "confidence", stats::kUsualConfidence);
}

}  // namespace paceline::vectors
