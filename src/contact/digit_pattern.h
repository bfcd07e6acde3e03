// SPDX-License-Identifier: Apache-2.0
// A pattern over digits, as the metadata of telephone numbers are written: digits, \d, [2-46], (?:…), (…), a|b, and ?,
// {n}, {m,n} behind one of them. Means what the same regular expression means in JavaScript: the first alternative that
// leads to a match is taken, and a repetition is as long as it can be.
//
// Worked example: "0?(1[1-3])?" on "0125" matches "012" with the group "12".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace paceline {

struct DigitMatch {
  std::size_t length = 0;
  std::vector<std::string_view> groups;  ///< empty: the group took no part, or matched nothing
};

/// How `pattern` matches at the beginning of `text`. REQUIRES: a pattern as above; `text` of digits.
[[nodiscard]] std::optional<DigitMatch> match_beginning(std::string_view pattern, std::string_view text);

/// Whether it matches all of `text`.
[[nodiscard]] bool matches_entirely(std::string_view pattern, std::string_view text);

}  // namespace paceline
