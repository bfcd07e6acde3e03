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

std::optional<bool> flag_of(const json::value& value) {
  if (value.is_bool()) return value.get_bool();
  const auto number = whole(value);
  if (!number || (*number != 0 && *number != 1)) return std::nullopt;
  return *number == 1;
}

Result<std::vector<double>> reals_of(const json::array& items, std::string_view name) {
  std::vector<double> reals;
  for (const json::value& item : items) {
    if (!item.is_number()) return refuse("vectors.input.not_a_number", name);
    reals.push_back(item.to_number<double>());
  }
  return reals;
}

Result<std::vector<std::int64_t>> counts_of(const json::array& items, std::string_view name) {
  std::vector<std::int64_t> counts;
  for (const json::value& item : items) {
    const auto number = whole(item);
    if (!number) return refuse("vectors.input.not_a_count", name);
    counts.push_back(*number);
  }
  return counts;
}

template <class T, class Row>
Result<std::vector<std::vector<T>>> rows_by(const json::object& input, std::string_view name, Row row_of) {
  PACELINE_TRY(const json::array* items, list(input, name));
  std::vector<std::vector<T>> rows;
  for (const json::value& item : *items) {
    if (!item.is_array()) return refuse("vectors.input.not_a_list", name);
    PACELINE_TRY(auto row, row_of(item.get_array(), name));
    rows.push_back(std::move(row));
  }
  return rows;
}

template <class T>
Result<void> check_width(const std::vector<std::vector<T>>& rows, std::size_t width, std::string_view name) {
  for (const auto& row : rows)
    if (row.size() != width) return refuse("vectors.input.not_a_row", name);
  return {};
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
  return counts_of(*items, name);
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

Result<stats::Tally> read_tally(const json::object& input, std::string_view name) {
  PACELINE_TRY(const auto pair, read_counts(input, name));
  if (pair.size() != 2) return refuse("vectors.input.not_a_pair", name);
  return stats::Tally{.successes = pair[0], .trials = pair[1]};
}

Result<std::vector<double>> read_reals(const json::object& input, std::string_view name) {
  PACELINE_TRY(const json::array* items, list(input, name));
  return reals_of(*items, name);
}

Result<std::vector<std::vector<double>>> read_rows(const json::object& input, std::string_view name) {
  return rows_by<double>(input, name, reals_of);
}

Result<std::vector<std::vector<std::int64_t>>> read_count_rows(const json::object& input, std::string_view name) {
  return rows_by<std::int64_t>(input, name, counts_of);
}

Result<std::vector<std::vector<double>>> read_rows_of(std::size_t width, const json::object& input,
                                                      std::string_view name) {
  PACELINE_TRY(auto rows, read_rows(input, name));
  PACELINE_CHECK(check_width(rows, width, name));
  return rows;
}

Result<std::vector<std::vector<std::int64_t>>> read_count_rows_of(std::size_t width, const json::object& input,
                                                                  std::string_view name) {
  PACELINE_TRY(auto rows, read_count_rows(input, name));
  PACELINE_CHECK(check_width(rows, width, name));
  return rows;
}

Result<std::vector<bool>> read_flags(const json::object& input, std::string_view name) {
  PACELINE_TRY(const json::array* items, list(input, name));
  std::vector<bool> flags;
  for (const json::value& item : *items) {
    const auto flag = flag_of(item);
    if (!flag) return refuse("vectors.input.not_a_flag", name);
    flags.push_back(*flag);
  }
  return flags;
}

Result<bool> read_flag_or(const json::object& input, std::string_view name, bool otherwise) {
  const json::value* member = find(input, name);
  if (member == nullptr) return otherwise;
  const auto flag = flag_of(*member);
  if (!flag) return refuse("vectors.input.not_a_flag", name);
  return *flag;
}

bool has(const json::object& input, std::string_view name) {
  return find(input, name) != nullptr;
}

Result<double> read_real_or(const json::object& input, std::string_view name, double otherwise) {
  if (find(input, name) == nullptr) return otherwise;
  return read_real(input, name);
}

Result<double> read_confidence(const json::object& input) {
  return read_real_or(input, "confidence", stats::kUsualConfidence);
}

}  // namespace paceline::vectors
