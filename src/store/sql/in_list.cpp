// SPDX-License-Identifier: Apache-2.0
#include "store/sql/in_list.h"

#include <array>
#include <charconv>

#include "base/result.h"

namespace paceline::store {
namespace {

constexpr std::array<std::size_t, 4> kSizes{1, 10, 100, 1'000};
constexpr std::string_view kOne = "IN ($";

}  // namespace

std::size_t size_of_list(std::size_t values) {
  const auto* size = std::lower_bound(kSizes.begin(), kSizes.end(), values);
  return size == kSizes.end() ? kSizes.back() : *size;
}

std::string for_list(std::string_view text, std::size_t size) {
  const auto at = text.find(kOne);
  PACELINE_ASSERT(at != std::string_view::npos && size >= 1);
  const char* const digits = text.data() + at + kOne.size();
  std::size_t first = 0;
  const auto [end, error] = std::from_chars(digits, text.data() + text.size(), first);
  PACELINE_ASSERT(error == std::errc() && *end == ')');
  std::string list = "IN ($" + std::to_string(first);
  for (std::size_t number = 1; number < size; ++number) list += ", $" + std::to_string(first + number);
  return std::string(text.substr(0, at)) + list + std::string(end, text.data() + text.size());
}

}  // namespace paceline::store
