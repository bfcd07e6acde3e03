// SPDX-License-Identifier: Apache-2.0
#include "store/sql/in_list.h"

#include <algorithm>
#include <array>

#include "base/result.h"

namespace paceline::store {
namespace {

constexpr std::array<std::size_t, 4> kSizes{1, 10, 100, 1'000};
constexpr std::string_view kOne = "IN ($1)";

}  // namespace

std::size_t size_of_list(std::size_t values) {
  const auto* size = std::lower_bound(kSizes.begin(), kSizes.end(), values);
  return size == kSizes.end() ? kSizes.back() : *size;
}

std::string for_list(std::string_view text, std::size_t size) {
  const auto at = text.find(kOne);
  PACELINE_ASSERT(at != std::string_view::npos && size >= 1);
  std::string list = "IN ($1";
  for (std::size_t number = 2; number <= size; ++number) list += ", $" + std::to_string(number);
  return std::string(text.substr(0, at)) + list + ")" + std::string(text.substr(at + kOne.size()));
}

}  // namespace paceline::store
