// SPDX-License-Identifier: Apache-2.0
#include "base/period.h"

#include <fmt/format.h>

#include <array>

#include "base/digits.h"

namespace paceline {
namespace {

constexpr std::array<std::string_view, 5> kKindNames{"day", "week", "month", "quarter", "span"};
constexpr std::string_view kSpanDots = "..";
constexpr std::size_t kDayLength = 10;

Day first_of_month(int year, int month) {
  return day_of(Date{year, month, 1});
}

Period months_from(int year, int month, int count) {
  const int end = month - 1 + count;
  return Period{first_of_month(year, month), first_of_month(year + end / 12, end % 12 + 1)};
}

Period week_of(Day day, Weekday week_start) {
  const int back = (static_cast<int>(weekday_of(day)) - static_cast<int>(week_start) + 7) % 7;
  return Period{day - back, day - back + 7};
}

struct IsoWeek {
  int year;
  int number;
};

IsoWeek iso_week_of(Day day) {
  const Day thursday = day - static_cast<int>(weekday_of(day)) + 3;
  const int year = date_of(thursday).year;
  return IsoWeek{year, (thursday - first_of_month(year, 1)) / 7 + 1};
}

Result<NamedPeriod> parse_week(int year, std::string_view number, Weekday week_start) {
  const auto week = parse_digits(number);
  if (!week) return fail(Fault::invalid, "period.malformed");
  const Day fourth_of_january = day_of(Date{year, 1, 4});
  const Day monday = fourth_of_january - static_cast<int>(weekday_of(fourth_of_january)) + (*week - 1) * 7;
  if (*week < 1 || iso_week_of(monday).year != year) return fail(Fault::invalid, "period.out_of_range");
  // The week whose fourth day carries this number begins at most three days before or after that Monday.
  for (int shift = -3; shift <= 3; ++shift) {
    const Period span{monday + shift, monday + shift + 7};
    if (weekday_of(span.from) == week_start) return NamedPeriod{PeriodKind::week, span};
  }
  return fail(Fault::invalid, "period.out_of_range");
}

Result<NamedPeriod> parse_quarter(int year, char digit) {
  if (digit < '0' || digit > '9') return fail(Fault::invalid, "period.malformed");
  if (digit < '1' || digit > '4') return fail(Fault::invalid, "period.out_of_range");
  return NamedPeriod{PeriodKind::quarter, months_from(year, (digit - '1') * 3 + 1, 3)};
}

Result<NamedPeriod> parse_month(int year, std::string_view digits) {
  const auto month = parse_digits(digits);
  if (!month) return fail(Fault::invalid, "period.malformed");
  if (*month < 1 || *month > 12) return fail(Fault::invalid, "period.out_of_range");
  return NamedPeriod{PeriodKind::month, months_from(year, *month, 1)};
}

Result<NamedPeriod> parse_whole_day(std::string_view text) {
  const auto day = parse_day(text);
  if (!day)
    return fail(Fault::invalid, day.error().code == "day.out_of_range" ? "period.out_of_range" : "period.malformed");
  return NamedPeriod{PeriodKind::day, Period{*day, *day + 1}};
}

Result<NamedPeriod> parse_span(std::string_view text) {
  PACELINE_TRY(const NamedPeriod first, parse_whole_day(text.substr(0, kDayLength)));
  PACELINE_TRY(const NamedPeriod last, parse_whole_day(text.substr(kDayLength + kSpanDots.size())));
  if (last.span.from < first.span.from) return fail(Fault::invalid, "period.out_of_range");
  return NamedPeriod{PeriodKind::span, Period{first.span.from, last.span.to}};
}

}  // namespace

Period period_of(PeriodKind kind, Day day, Weekday week_start) {
  const Date date = date_of(day);
  switch (kind) {
    case PeriodKind::day: return Period{day, day + 1};
    case PeriodKind::week: return week_of(day, week_start);
    case PeriodKind::month: return months_from(date.year, date.month, 1);
    case PeriodKind::quarter: return months_from(date.year, (date.month - 1) / 3 * 3 + 1, 3);
    case PeriodKind::span: break;
  }
  PACELINE_ASSERT(false);
}

std::optional<Period> period_of(const Periods& periods, Day day, Weekday week_start) {
  if (!periods.span) return period_of(periods.kind, day, week_start);
  return periods.span->contains(day) ? periods.span : std::nullopt;
}

std::string period_key(NamedPeriod period) {
  const Date date = date_of(period.span.from);
  switch (period.kind) {
    case PeriodKind::day: return to_text(period.span.from);
    case PeriodKind::week: {
      const IsoWeek week = iso_week_of(period.span.from + 3);
      return fmt::format("{:04}-W{:02}", week.year, week.number);
    }
    case PeriodKind::month: return fmt::format("{:04}-{:02}", date.year, date.month);
    case PeriodKind::quarter: return fmt::format("{:04}-Q{}", date.year, (date.month - 1) / 3 + 1);
    case PeriodKind::span: return to_text(period.span.from) + std::string(kSpanDots) + to_text(period.span.to - 1);
  }
  PACELINE_ASSERT(false);
}

Result<NamedPeriod> parse_period(std::string_view text, Weekday week_start) {
  if (text.size() < 7 || text[4] != '-') return fail(Fault::invalid, "period.malformed");
  const auto year = parse_digits(text.substr(0, 4));
  if (!year) return fail(Fault::invalid, "period.malformed");
  if (*year < 1970 || *year > 9998) return fail(Fault::invalid, "period.out_of_range");
  if (text.size() == kDayLength) return parse_whole_day(text);
  if (text.size() == 2 * kDayLength + kSpanDots.size() && text.substr(kDayLength, kSpanDots.size()) == kSpanDots) {
    return parse_span(text);
  }
  if (text.size() == 8 && text[5] == 'W') return parse_week(*year, text.substr(6), week_start);
  if (text.size() == 7 && text[5] == 'Q') return parse_quarter(*year, text[6]);
  if (text.size() == 7) return parse_month(*year, text.substr(5));
  return fail(Fault::invalid, "period.malformed");
}

std::string_view to_text(PeriodKind kind) {
  return kKindNames.at(static_cast<std::size_t>(kind));
}

Result<PeriodKind> parse_period_kind(std::string_view text) {
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames.at(i) == text) return static_cast<PeriodKind>(i);
  }
  return fail(Fault::invalid, "period.kind.unknown");
}

}  // namespace paceline
