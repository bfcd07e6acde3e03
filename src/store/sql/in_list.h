// SPDX-License-Identifier: Apache-2.0
// One statement about many values: `... IN ($1)`, written for one value and repeated for as many as there are.
#pragma once

#include <string>
#include <string_view>

namespace paceline::store {

/// How many values a list has that holds so many: a few sizes, so that each is prepared once. What is left over is
/// filled with a value that is in it already.
[[nodiscard]] std::size_t size_of_list(std::size_t values);

/// REQUIRES: the text has one "IN ($1)".
/// Worked example: ("SELECT n FROM t WHERE id IN ($1)", 3) is "SELECT n FROM t WHERE id IN ($1, $2, $3)".
[[nodiscard]] std::string for_list(std::string_view text, std::size_t size);

}  // namespace paceline::store
