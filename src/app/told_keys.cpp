// SPDX-License-Identifier: Apache-2.0
#include "app/told_keys.h"

#include <functional>

namespace paceline {

ToldKeys::Numbers ToldKeys::numbers_of(const Members& members) {
  Numbers numbers{};
  for (std::size_t at = 0; at < kMembers; ++at)
    if (members[at]) numbers[at] = static_cast<std::uint32_t>(std::hash<std::string>()(*members[at])) | 1U;
  return numbers;
}

ToldKeys::Told ToldKeys::tell(std::string_view key, const Members& told, const Members& stored) {
  const std::uint64_t number = std::hash<std::string_view>()(key);
  for (const auto* known : {&kept_, &new_}) {
    const auto before = known->find(number);
    if (before == known->end()) continue;
    const Numbers now = numbers_of(told);
    for (std::size_t at = 0; at < kMembers; ++at)
      if (now[at] != 0 && now[at] != before->second[at]) return Told::other;
    return Told::same;
  }
  if (kept_.size() + new_.size() < kMostToldKeys) new_.emplace(number, numbers_of(stored));
  return Told::first;
}

bool ToldKeys::knows(std::string_view key) const {
  const std::uint64_t number = std::hash<std::string_view>()(key);
  return kept_.contains(number) || new_.contains(number);
}

void ToldKeys::keep() {
  kept_.merge(new_);
  new_.clear();
}

void ToldKeys::forget() {
  new_.clear();
}

}  // namespace paceline
