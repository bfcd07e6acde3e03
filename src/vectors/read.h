// SPDX-License-Identifier: Apache-2.0
// The members of a vector's input as the product's own values. Unknown members are not looked at.
//
// A count is a JSON whole number, also when written as 1500.0.
// Worked example: read_counts({"counts": [1500, 20.0]}, "counts") is {1500, 20}; [1500, 0.5] is refused with
// "vectors.input.not_a_count" at "/counts".
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <vector>

#include "stats/limits.h"

namespace paceline::vectors {

/// Each returns invalid "vectors.input.missing" when the member is absent or null, and "vectors.input.not_a_count",
/// "vectors.input.not_a_number", "vectors.input.not_a_list" or "vectors.input.not_a_pair" when it is something else.
[[nodiscard]] Result<std::int64_t> read_count(const boost::json::object& input, std::string_view name);
[[nodiscard]] Result<double> read_real(const boost::json::object& input, std::string_view name);
[[nodiscard]] Result<std::vector<std::int64_t>> read_counts(const boost::json::object& input, std::string_view name);
/// A list of pairs [successes, trials].
[[nodiscard]] Result<std::vector<stats::Tally>> read_tallies(const boost::json::object& input, std::string_view name);

/// One pair [successes, trials].
[[nodiscard]] Result<stats::Tally> read_tally(const boost::json::object& input, std::string_view name);
[[nodiscard]] Result<std::vector<double>> read_reals(const boost::json::object& input, std::string_view name);
/// A list of lists of numbers, and of whole numbers; "vectors.input.not_a_list" also for a row that is none.
[[nodiscard]] Result<std::vector<std::vector<double>>> read_rows(const boost::json::object& input,
                                                                 std::string_view name);
[[nodiscard]] Result<std::vector<std::vector<std::int64_t>>> read_count_rows(const boost::json::object& input,
                                                                             std::string_view name);
/// The same where each row has so many; "vectors.input.not_a_row" for another.
[[nodiscard]] Result<std::vector<std::vector<double>>> read_rows_of(std::size_t width, const boost::json::object& input,
                                                                    std::string_view name);
[[nodiscard]] Result<std::vector<std::vector<std::int64_t>>> read_count_rows_of(std::size_t width,
                                                                                const boost::json::object& input,
                                                                                std::string_view name);
/// A list of 0 and 1, or of truth values: "vectors.input.not_a_flag".
[[nodiscard]] Result<std::vector<bool>> read_flags(const boost::json::object& input, std::string_view name);
[[nodiscard]] Result<bool> read_flag_or(const boost::json::object& input, std::string_view name, bool otherwise);
[[nodiscard]] bool has(const boost::json::object& input, std::string_view name);

/// The same, with what stands for an absent member.
[[nodiscard]] Result<double> read_real_or(const boost::json::object& input, std::string_view name, double otherwise);
/// The member "confidence", else the product's own.
[[nodiscard]] Result<double> read_confidence(const boost::json::object& input);

}  // namespace paceline::vectors
