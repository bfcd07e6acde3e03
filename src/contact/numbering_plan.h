// SPDX-License-Identifier: Apache-2.0
// How the telephone numbers of a country are made: one row of a table that is made at build time from the metadata of
// libphonenumber-js (web/scripts/phone_table.mjs).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace paceline {

/// Numbers of one use (fixed line, mobile and so on): its pattern, and a bit for each length that they may have.
struct NumberType {
  std::string_view pattern;
  std::uint32_t lengths = 0;
};

struct NumberingPlan {
  std::string_view country;           ///< ISO 3166 alpha-2; "001": of no country, for example satellites
  std::string_view calling_code;      ///< "359"
  std::string_view exit_prefix;       ///< pattern of what is dialled before a foreign number: "00"
  std::string_view national_pattern;  ///< of a national number
  std::string_view trunk_prefix;      ///< pattern of what is dialled before a national number: "0"; may have groups
  std::string_view trunk_transform;   ///< what the prefix becomes, with $1 for its first group; empty: nothing
  std::string_view leading_digits;    ///< pattern by which one of several countries with this calling code is known
  std::uint32_t lengths = 0;          ///< bit n: a national number may have n digits
  std::size_t types_from = 0;
  std::size_t types_count = 0;
  bool has_types = false;
};

/// Those of one calling code beside each other, the main country's first.
[[nodiscard]] std::span<const NumberingPlan> numbering_plans();
/// Only of countries that share their calling code; else none.
[[nodiscard]] std::span<const NumberType> types_of(const NumberingPlan& plan);

}  // namespace paceline
