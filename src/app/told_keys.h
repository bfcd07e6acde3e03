// SPDX-License-Identifier: Apache-2.0
// The keys of contacts that a dry run has met: it stores nothing, so a key that comes twice in a file would be two
// contacts for it, where the import refuses or joins the second. Of accounts keys and names: a later one may be a part
// of them.
//
// Memory: some numbers for each key, of kMostToldKeys at most; a key beyond them is told as new. Keys are compared by
// 64 bits, members by 31.
// Worked example: of ("k1", name Ann, phone 1), ("k1", name Ann), ("k1", name Bea) the first is `first`, the second,
// which says nothing else, `same`, the third `other`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace paceline {

inline constexpr std::size_t kMostToldKeys = 500'000;

class ToldKeys {
 public:
  static constexpr std::size_t kMembers = 8;
  using Members = std::array<std::optional<std::string>, kMembers>;
  enum class Told { first, same, other };
  /// What the contact is beside the one that came before under its key. `told`: an absent member says nothing.
  /// `stored`: as the import would store it.
  Told tell(std::string_view key, const Members& told, const Members& stored);
  /// Was it told?
  [[nodiscard]] bool knows(std::string_view key) const;
  /// What was told since the last keep() was dealt with; or it is told again.
  void keep();
  void forget();

 private:
  using Numbers = std::array<std::uint32_t, kMembers>;  ///< 0: absent
  static Numbers numbers_of(const Members& members);
  std::unordered_map<std::uint64_t, Numbers> kept_;
  std::unordered_map<std::uint64_t, Numbers> new_;
};

}  // namespace paceline
