// SPDX-License-Identifier: Apache-2.0
// Identifiers: 63 bits, ordered by the time they were made, a distinct type for each noun, text in JSON.
//
// Layout: 41 bits of milliseconds since 2020-01-01 UTC, then 22 bits that make two ids of one millisecond differ.
// Worked example: parse_id<RepTag>("184467440737095") gives the id; "0", "-1", "1e3", "12x" and 2^63 are refused.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"

namespace paceline {

template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::int64_t value) : value_(value) {}
  [[nodiscard]] constexpr std::int64_t value() const { return value_; }
  /// False only for the default value, which no row has.
  [[nodiscard]] constexpr explicit operator bool() const { return value_ != 0; }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  std::int64_t value_ = 0;
};

using OrgId = Id<struct OrgTag>;
using UserId = Id<struct UserTag>;
using RepId = UserId;  // a rep is a user with the role
using TeamId = Id<struct TeamTag>;
using PhaseId = Id<struct PhaseTag>;
using LeaveId = Id<struct LeaveTag>;
using RampId = Id<struct RampTag>;
using CalendarId = Id<struct CalendarTag>;
using AccountId = Id<struct AccountTag>;
using ContactId = Id<struct ContactTag>;
using SignalId = Id<struct SignalTag>;
using ActivityId = Id<struct ActivityTag>;
using ChangeId = Id<struct ChangeTag>;
using RuleId = Id<struct RuleTag>;
using QuotaId = Id<struct QuotaTag>;
using ProposalId = Id<struct ProposalTag>;
using TokenId = Id<struct TokenTag>;

inline constexpr std::int64_t kFirstIdMillisecond = 1'577'836'800'000;  // 2020-01-01 UTC
inline constexpr int kIdRandomBits = 22;

/// When the id was made, to the millisecond.
[[nodiscard]] Instant made_at(std::int64_t id);
/// Smaller than every id that is made from that moment on; 0 before 2020.
[[nodiscard]] std::int64_t id_before(Instant moment);

/// Returns invalid "id.malformed" unless the text is 1 to 19 digits of a value from 1 to 2^63 - 1, no sign, no leading
/// zero.
[[nodiscard]] Result<std::int64_t> parse_id_value(std::string_view text);

template <class IdType>
[[nodiscard]] Result<IdType> parse_id(std::string_view text) {
  PACELINE_TRY(const std::int64_t value, parse_id_value(text));
  return IdType(value);
}

template <class Tag>
[[nodiscard]] std::string to_text(Id<Tag> id) {
  return std::to_string(id.value());
}

}  // namespace paceline

template <class Tag>
struct std::hash<paceline::Id<Tag>> {
  std::size_t operator()(paceline::Id<Tag> id) const noexcept { return std::hash<std::int64_t>()(id.value()); }
};
