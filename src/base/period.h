// SPDX-License-Identifier: Apache-2.0
// A Period is a half-open span of days: `from` is in it, `to` is the first day after it.
//
// Keys: day "2026-11-27", week "2026-W48", month "2026-11", quarter "2026-Q4", span "2026-03-09..2026-04-17" (its first
// and its last day). A week that does not begin on Monday takes the ISO number of its fourth day.
// Worked example: parse_period("2026-W01") is 2025-12-29 up to 2026-01-05; parse_period("2025-W53") is refused, since
// 2025 has 52 weeks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"

namespace paceline {

/// Days, weeks, months and quarters follow one another without an end. A span stands alone: a campaign.
enum class PeriodKind { day, week, month, quarter, span };

struct Period {
  Day from;
  Day to;
  friend constexpr auto operator<=>(Period, Period) = default;
  [[nodiscard]] constexpr bool contains(Day day) const { return from <= day && day < to; }
  [[nodiscard]] constexpr int days() const { return to - from; }
};

/// Every day that the calendar knows.
inline constexpr Period kAlways{kFirstDay, kLastDay};

struct NamedPeriod {
  PeriodKind kind = PeriodKind::day;
  Period span;
  friend constexpr bool operator==(NamedPeriod, NamedPeriod) = default;
};

/// Which periods there are: all of one kind, or the one span.
struct Periods {
  PeriodKind kind = PeriodKind::week;
  std::optional<Period> span;  ///< exactly when the kind is span
  friend constexpr auto operator<=>(const Periods&, const Periods&) = default;
};

/// REQUIRES: not a span, which no day knows.
[[nodiscard]] Period period_of(PeriodKind kind, Day day, Weekday week_start = Weekday::monday);
/// None: the day lies outside the span.
[[nodiscard]] std::optional<Period> period_of(const Periods& periods, Day day, Weekday week_start);
[[nodiscard]] std::string period_key(NamedPeriod period);

/// Returns invalid "period.malformed" (none of the five forms) or "period.out_of_range" (no such day, week, month,
/// quarter; a span that ends before it begins).
[[nodiscard]] Result<NamedPeriod> parse_period(std::string_view text, Weekday week_start = Weekday::monday);

[[nodiscard]] std::string_view to_text(PeriodKind kind);
/// Returns invalid "period.kind.unknown".
[[nodiscard]] Result<PeriodKind> parse_period_kind(std::string_view text);

}  // namespace paceline
