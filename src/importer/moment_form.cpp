// SPDX-License-Identifier: Apache-2.0
#include "importer/moment_form.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/digits.h"
#include "base/instant.h"

namespace paceline {
namespace {

using enum MomentPart;

struct Letters {
  std::string_view text;
  MomentPart part;
  std::size_t fewest;
  std::size_t most;
};

constexpr auto kLetters = std::to_array<Letters>({
    {"yyyy", year, 4, 4},
    {"yy", short_year, 2, 2},
    {"MMM", month_name, 0, 0},
    {"MM", month, 2, 2},
    {"M", month, 1, 2},
    {"dd", day, 2, 2},
    {"d", day, 1, 2},
    {"HH", hour, 2, 2},
    {"H", hour, 1, 2},
    {"hh", hour_of_12, 2, 2},
    {"h", hour_of_12, 1, 2},
    {"mm", minute, 2, 2},
    {"m", minute, 1, 2},
    {"ss", second, 2, 2},
    {"s", second, 1, 2},
    {"S", fraction, 1, 9},
    {"a", half, 0, 0},
    {"Z", offset, 0, 0},
});

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool take_word(std::string_view& rest, std::string_view word) {
  if (rest.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower(rest[i]) != lower(word[i])) return false;
  rest.remove_prefix(word.size());
  return true;
}

std::optional<int> take_digits(std::string_view& rest, std::size_t fewest, std::size_t most) {
  std::size_t size = 0;
  while (size < std::min(most, rest.size()) && rest[size] >= '0' && rest[size] <= '9') ++size;
  if (size < fewest) return std::nullopt;
  const auto value = parse_digits(rest.substr(0, size));
  rest.remove_prefix(size);
  return value;
}

std::optional<int> take_month_name(std::string_view& rest) {
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (take_word(rest, kMonths[i]) || take_word(rest, kMonths[i].substr(0, 3))) return static_cast<int>(i) + 1;
  return std::nullopt;
}

/// 0: before noon, 12: after it.
std::optional<int> take_half(std::string_view& rest) {
  if (take_word(rest, "am") || take_word(rest, "a.m.")) return 0;
  if (take_word(rest, "pm") || take_word(rest, "p.m.")) return 12;
  return std::nullopt;
}

std::optional<int> take_offset(std::string_view& rest) {
  if (take_word(rest, "Z")) return 0;
  if (rest.empty() || (rest.front() != '+' && rest.front() != '-')) return std::nullopt;
  const int sign = rest.front() == '-' ? -1 : 1;
  rest.remove_prefix(1);
  const auto hours = take_digits(rest, 2, 2);
  if (!hours) return std::nullopt;
  if (rest.empty()) return sign * *hours * 60;
  if (rest.front() == ':') rest.remove_prefix(1);
  const auto minutes = take_digits(rest, 2, 2);
  if (!minutes) return std::nullopt;
  return sign * (*hours * 60 + *minutes);
}

/// Six digits of a second, however many are written; the seventh to ninth are left out.
std::optional<int> take_fraction(std::string_view& rest) {
  const std::size_t before = rest.size();
  auto value = take_digits(rest, 1, 6);
  std::size_t digits = before - rest.size();
  for (; value && digits < 6; ++digits) *value *= 10;
  for (; digits < 9 && !rest.empty() && '0' <= rest.front() && rest.front() <= '9'; ++digits) rest.remove_prefix(1);
  return value;
}

/// What the pieces said; -1: nothing.
struct Said {
  std::array<int, static_cast<std::size_t>(literal)> values{};
  int& operator[](MomentPart part) { return values[static_cast<std::size_t>(part)]; }
  int operator[](MomentPart part) const { return values[static_cast<std::size_t>(part)]; }
};

std::optional<int> take_part(MomentPart part, std::size_t fewest, std::size_t most, std::string_view& rest) {
  switch (part) {
    case month_name: return take_month_name(rest);
    case half: return take_half(rest);
    case offset: return take_offset(rest);
    case fraction: return take_fraction(rest);
    default: return take_digits(rest, fewest, most);
  }
}

Result<WrittenMoment> out_of_range() {
  return fail(Fault::invalid, "import.moment.out_of_range");
}

Result<Day> day_said(int year_said, int month_said, int day_of_month) {
  if (year_said < 1970 || month_said < 1 || month_said > 12 || day_of_month < 1 || day_of_month > 31) {
    return fail(Fault::invalid, "import.moment.out_of_range");
  }
  const Day first = day_of({year_said, month_said, 1});
  const Day found = first + (day_of_month - 1);
  if (date_of(found).month != month_said) return fail(Fault::invalid, "import.moment.out_of_range");
  return found;
}

Result<std::int64_t> time_said(const Said& said, bool of_12) {
  int hours = said[hour];
  if (of_12) {
    if (said[hour_of_12] < 1 || said[hour_of_12] > 12) return fail(Fault::invalid, "import.moment.out_of_range");
    hours = said[hour_of_12] % 12 + said[half];
  }
  if (hours > 23 || said[minute] > 59 || said[second] > 59) return fail(Fault::invalid, "import.moment.out_of_range");
  const std::int64_t seconds = (hours * 60 + said[minute]) * 60 + said[second];
  return seconds * kMicrosecondsPerSecond + said[fraction];
}

Result<WrittenMoment> read_epoch(std::string_view text, std::int64_t unit) {
  std::int64_t count = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (end != text.data() + text.size() || fault == std::errc::invalid_argument) {
    return fail(Fault::invalid, "import.moment.malformed");
  }
  constexpr std::int64_t whole_day = kSecondsPerDay * kMicrosecondsPerSecond;
  if (fault != std::errc{} || count < 0 || count > kLastDay.count() * (whole_day / unit)) return out_of_range();
  const std::int64_t whole = count * unit;
  return WrittenMoment{Day(static_cast<std::int32_t>(whole / whole_day)), whole % whole_day, 0, Precision::second, {}};
}

/// REQUIRES: a form that is none of the whole ones.
MomentForm known_form(std::string_view form) {
  auto parsed = MomentForm::parse(form);
  PACELINE_ASSERT(parsed.has_value());
  return *std::move(parsed);
}

Result<WrittenMoment> read_ics(std::string_view text) {
  static const MomentForm date = known_form("yyyyMMdd");
  static const MomentForm local = known_form("yyyyMMdd'T'HHmmss");
  static const MomentForm with_offset = known_form("yyyyMMdd'T'HHmmssZ");
  const std::size_t space = std::min(text.find(' '), text.size());
  const std::string_view written = text.substr(0, space);
  const std::string_view beside = text.substr(std::min(space + 1, text.size()));
  if (written.find('T') == std::string_view::npos) return date.read(written);
  if (written.ends_with('Z')) return with_offset.read(written);
  if (beside.starts_with('+') || beside.starts_with('-')) return with_offset.read(std::string(written).append(beside));
  auto read = local.read(written);
  if (read) read->zone = beside;
  return read;
}

Result<WrittenMoment> read_rfc3339(std::string_view text) {
  static const MomentForm whole = known_form("yyyy-MM-dd'T'HH:mm:ssZ");
  static const MomentForm with_fraction = known_form("yyyy-MM-dd'T'HH:mm:ss.SZ");
  return (text.find('.') == std::string_view::npos ? whole : with_fraction).read(text);
}

}  // namespace

Result<MomentForm> MomentForm::parse(std::string_view form) {
  MomentForm made;
  made.is_ics_ = form == "ics";
  made.is_rfc3339_ = form == "rfc3339";
  if (made.is_ics_ || made.is_rfc3339_) return made;
  if (form == "epoch" || form == "epoch_ms") {
    made.epoch_unit_ = form == "epoch" ? kMicrosecondsPerSecond : 1000;
    return made;
  }
  while (!form.empty()) {
    std::size_t size = 1;
    if (form.front() == '\'') {
      const std::size_t close = form.find('\'', 1);
      if (close == std::string_view::npos) return fail(Fault::invalid, "import.form.unknown_letter");
      made.pieces_.push_back({literal, 0, 0, std::string(form.substr(1, close - 1))});
      size = close + 1;
    } else if (is_letter(form.front())) {
      while (size < form.size() && form[size] == form.front()) ++size;
      PACELINE_CHECK(made.add(form.substr(0, size)));
    } else {
      made.pieces_.push_back({literal, 0, 0, std::string(form.substr(0, 1))});
    }
    form.remove_prefix(size);
  }
  PACELINE_CHECK(made.check());
  if (!made.has(day))
    made.precision_ = Precision::month;
  else if (!made.has(hour) && !made.has(hour_of_12))
    made.precision_ = Precision::day;
  return made;
}

Result<void> MomentForm::add(std::string_view letters) {
  const auto found =
      std::find_if(kLetters.begin(), kLetters.end(), [&](const Letters& known) { return known.text == letters; });
  if (found == kLetters.end()) return fail(Fault::invalid, "import.form.unknown_letter", {}, std::string(letters));
  if (has(found->part)) return fail(Fault::invalid, "import.form.twice", {}, std::string(letters));
  pieces_.push_back({found->part, found->fewest, found->most, {}});
  return {};
}

bool MomentForm::has(MomentPart part) const {
  return std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& piece) { return piece.part == part; });
}

Result<void> MomentForm::check() const {
  if (has(year) && has(short_year)) return fail(Fault::invalid, "import.form.twice");
  if (has(month) && has(month_name)) return fail(Fault::invalid, "import.form.twice");
  if (has(hour) && has(hour_of_12)) return fail(Fault::invalid, "import.form.twice");
  const bool has_hour = has(hour) || has(hour_of_12);
  const bool whole = (has(year) || has(short_year)) && (has(month) || has(month_name)) &&
                     has(hour_of_12) == has(half) && (has(day) || !has_hour) && (has_hour || !has(minute)) &&
                     (has(minute) || !has(second)) && (has(second) || !has(fraction));
  if (!whole) return fail(Fault::invalid, "import.form.incomplete");
  return {};
}

Result<WrittenMoment> MomentForm::read(std::string_view text) const {
  if (epoch_unit_ != 0) return read_epoch(text, epoch_unit_);
  if (is_ics_) return read_ics(text);
  if (is_rfc3339_) return read_rfc3339(text);
  Said said;
  for (const Piece& piece : pieces_) {
    if (piece.part == literal) {
      if (!text.starts_with(piece.literal)) return fail(Fault::invalid, "import.moment.malformed");
      text.remove_prefix(piece.literal.size());
      continue;
    }
    const auto value = take_part(piece.part, piece.fewest, piece.most, text);
    if (!value) return fail(Fault::invalid, "import.moment.malformed");
    said[piece.part] = *value;
  }
  if (!text.empty()) return fail(Fault::invalid, "import.moment.malformed");
  if (has(short_year)) said[year] = said[short_year] + (said[short_year] >= 70 ? 1900 : 2000);
  const int month_said = has(month_name) ? said[month_name] : said[month];
  PACELINE_TRY(const Day found, day_said(said[year], month_said, has(day) ? said[day] : 1));
  PACELINE_TRY(const std::int64_t microsecond, time_said(said, has(hour_of_12)));
  if (std::abs(said[offset]) >= 24 * 60) return out_of_range();
  return WrittenMoment{found, microsecond, has(offset) ? std::optional(said[offset]) : std::nullopt, precision_, {}};
}

}  // namespace paceline
