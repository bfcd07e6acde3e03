// SPDX-License-Identifier: Apache-2.0
#include "importer/ics_rows.h"

#include <unicode/ucal.h>

#include <algorithm>
#include <array>

#include "base/digits.h"
#include "base/instant.h"
#include "base/utf8.h"
#include "text/delimited_reader.h"

namespace paceline {
namespace {

constexpr std::array<std::string_view, 10> kAreas{"Africa/", "America/",   "Antarctica/", "Asia/",   "Atlantic/",
                                                  "Etc/",    "Australia/", "Europe/",     "Indian/", "Pacific/"};
constexpr std::size_t kDeepestComponent = 10;
constexpr std::size_t kLongestZone = 200;  // bytes of its id

/// "/freeassociation.sourceforge.net/Europe/Ljubljana" as "Europe/Ljubljana"; empty: no area is in it.
std::string iana_part(const std::string& id) {
  for (const std::string_view area : kAreas) {
    const std::size_t at = id.find(area);
    if (at != std::string::npos && (at == 0 || id[at - 1] == '/')) return id.substr(at);
  }
  return {};
}

/// "W. Europe Standard Time" as "Europe/Berlin"; empty: no such name.
std::string windows_zone(const std::string& id) {
  std::vector<UChar> wide(id.begin(), id.end());
  std::array<UChar, 100> found{};
  UErrorCode status = U_ZERO_ERROR;
  const auto size = ucal_getTimeZoneIDForWindowsID(wide.data(), static_cast<std::int32_t>(wide.size()), nullptr,
                                                   found.data(), static_cast<std::int32_t>(found.size()), &status);
  if (U_FAILURE(status) || size <= 0) return {};
  std::string name;
  for (std::int32_t at = 0; at < size; ++at) name += static_cast<char>(found.at(static_cast<std::size_t>(at)));
  return name;
}

bool is_moment(const std::string& name) {
  return name.starts_with("DT") || name == "RECURRENCE-ID" || name == "CREATED" || name == "LAST-MODIFIED";
}

/// "PT1H30M" in seconds; absent: it is no length that is not negative.
std::optional<std::int64_t> seconds_of_duration(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  std::int64_t seconds = 0;
  while (!text.empty()) {
    if (text.front() == 'T') {
      text.remove_prefix(1);
      continue;
    }
    const std::size_t unit = text.find_first_not_of("0123456789");
    if (unit == 0 || unit == std::string_view::npos || unit > 6) return std::nullopt;
    constexpr std::string_view units = "WDHMS";
    constexpr std::array<std::int64_t, 5> lengths{7 * kSecondsPerDay, kSecondsPerDay, 3600, 60, 1};
    const std::size_t which = units.find(text[unit]);
    const auto count = parse_digits(text.substr(0, unit));
    if (which == std::string_view::npos || !count) return std::nullopt;
    seconds += *count * lengths.at(which);
    text.remove_prefix(unit + 1);
  }
  return seconds;
}

std::string offset_of(std::string_view text) {
  const bool fits = (text.size() == 5 || text.size() == 7) && (text.front() == '+' || text.front() == '-');
  return fits ? std::string(text.substr(0, 5)) : std::string();
}

}  // namespace

IcsRows::IcsRows(Mapping given)
    : MappedReader(std::move(given)),
      decoder_(mapping().encoding),
      lines_([this](const ContentLine& line) { take(line); }) {
  bind_wanted();
}

void IcsRows::read(std::string_view bytes) {
  text_.clear();
  decoder_.feed(bytes, text_);
  lines_.feed(text_);
}

void IcsRows::read_end() {
  text_.clear();
  decoder_.end(text_);
  lines_.feed(text_);
  lines_.end();
  if (!faults().empty()) return;
  if (!open_.empty()) {
    if (open_.size() > 1 && open_[1] == "VEVENT")
      return refuse_event("import.ics.nesting_broken", open_.back() + " has no end");
    refuse_row(open_.size() > 1 ? begin_ : last_ + 1, "import.ics.nesting_broken", open_.back() + " has no end");
  } else if (!gave_rows()) {
    refuse_file({0, {}, "import.file.empty", {}});
  }
}

void IcsRows::take(const ContentLine& line) {
  if (!faults().empty()) return;
  last_ = line.number;
  size_ += line.bytes;
  const std::string value(trimmed(line.value));
  const bool begins = !line.malformed && line.name == "BEGIN";
  if (open_.empty() && !gave_rows() && !lost_ && !(begins && value == "VCALENDAR"))
    return refuse_file({static_cast<std::int64_t>(line.number), {}, "import.ics.no_calendar", {}});
  if (begins) return open(line);
  if (!line.malformed && line.name == "END") return close(line);
  take_property(line);
}

void IcsRows::open(const ContentLine& line) {
  const std::string value(trimmed(line.value));
  // An event never stands in another one: the one before lacks its end.
  const bool new_event = value == "VEVENT" && std::find(open_.begin(), open_.end(), "VEVENT") != open_.end();
  if (new_event) {
    refuse_event("import.ics.nesting_broken", "VEVENT has no end");
    open_.assign(1, "VCALENDAR");
  }
  lost_ = false;
  if (open_.size() <= 1) {
    begin_ = line.number;
    size_ = line.bytes;
    fault_ = {};
    content_.clear();
    properties_.clear();
    zone_ = {};
  }
  if (open_.size() < kDeepestComponent) return open_.push_back(value);
  fault_ = "import.ics.nesting_broken";
  fault_detail_ = "too deep";
}

void IcsRows::close(const ContentLine& line) {
  const std::string value(trimmed(line.value));
  if (open_.empty() || open_.back() != value) {
    if (lost_) return;
    refuse_row(open_.size() > 1 ? begin_ : line.number, "import.ics.nesting_broken", value + " is not what is open");
    // Of an event that stands outside of a calendar nothing is open either: it is refused once.
    const bool in_calendar = value != "VCALENDAR" && !open_.empty() && open_.front() == "VCALENDAR";
    open_.resize(in_calendar ? 1 : 0);
    lost_ = true;
    return;
  }
  if (open_.size() == 2) {
    if (value == "VEVENT")
      give_event();
    else if (value == "VTIMEZONE")
      end_zone();
    else
      refuse_row(begin_, "import.ics.component", value);
  }
  open_.pop_back();
  lost_ = open_.empty();
}

void IcsRows::take_property(const ContentLine& line) {
  if (lost_ || open_.size() < 2) return;
  if (open_[1] == "VTIMEZONE" && !line.malformed) {
    if (line.name == "TZID") zone_.id = line.value;
    if (line.name == "X-LIC-LOCATION") zone_.location = line.value;
    if (line.name == "TZOFFSETTO" && zone_.offsets.size() < 100) zone_.offsets.push_back(line.value);
  }
  if (open_[1] != "VEVENT" || open_.size() > 2 || size_ > kLargestRow) return;
  content_ += line.text;
  content_ += '\n';
  if (line.malformed) {
    if (!fault_.empty()) return;
    fault_ = "import.ics.line_malformed";
    fault_detail_ = "line " + std::to_string(line.number);
    return;
  }
  properties_.emplace(line.name, line);
}

void IcsRows::end_zone() {
  if (zone_.id.empty() || zone_.id.size() > kLongestZone || zones_.size() >= kMostIcsZones) return;
  std::string name = iana_part(zone_.location);
  if (name.empty()) name = iana_part(zone_.id);
  if (name.empty()) name = windows_zone(zone_.id);
  if (name.empty() && zone_.offsets.size() == 1) name = offset_of(zone_.offsets.front());
  if (!name.empty()) zones_[zone_.id] = name;
}

std::string IcsRows::zone_named(const std::string& id) const {
  const auto found = zones_.find(id);
  if (found != zones_.end()) return found->second;
  std::string name = iana_part(id);
  if (name.empty()) name = windows_zone(id);
  return name.empty() ? id : name;
}

std::string IcsRows::moment_of(const ContentLine& line) const {
  std::string text(trimmed(line.value));
  const std::string* zone = line.parameter("TZID");
  if (zone != nullptr && !text.ends_with('Z') && text.find('T') != std::string::npos) text += ' ' + zone_named(*zone);
  return text;
}

std::string IcsRows::length() const {
  const auto duration = properties_.find("DURATION");
  if (duration != properties_.end()) {
    const auto seconds = seconds_of_duration(trimmed(duration->second.value));
    return seconds ? std::to_string(*seconds) : duration->second.value;
  }
  const auto start = properties_.find("DTSTART");
  const auto end = properties_.find("DTEND");
  if (start == properties_.end() || end == properties_.end()) return {};
  const auto form = MomentForm::parse("ics");
  const auto from = form->read(moment_of(start->second));
  const auto to = form->read(moment_of(end->second));
  const bool comparable = from && to && from->precision == Precision::second && to->precision == Precision::second &&
                          from->zone == to->zone && from->offset_minute == to->offset_minute;
  if (!comparable) return {};
  constexpr std::int64_t per_second = 1'000'000;
  const std::int64_t seconds =
      (to->day - from->day) * kSecondsPerDay + (to->microsecond - from->microsecond) / per_second;
  return seconds < 0 ? std::string() : std::to_string(seconds);
}

std::string IcsRows::cell_named(const std::string& column) const {
  if (column == "DURATION") return length();
  const auto found = properties_.find(column);
  if (found == properties_.end()) return {};
  if (is_moment(column)) return moment_of(found->second);
  constexpr std::string_view mail = "mailto:";
  std::string value = unescaped(found->second.value);
  std::string head = value.substr(0, mail.size());
  for (char& c : head) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return head == mail ? value.substr(mail.size()) : value;
}

void IcsRows::give_event() {
  if (size_ > kLargestRow) return refuse_event("import.row.too_large");
  const auto status = properties_.find("STATUS");
  for (const char* again : {"RRULE", "RDATE", "EXRULE"})
    if (fault_.empty() && properties_.contains(again)) {
      fault_ = "import.ics.recurring";
      fault_detail_ = properties_.at(again).value;
    }
  if (fault_.empty() && status != properties_.end() && trimmed(status->second.value) == "CANCELLED") {
    fault_ = "import.ics.cancelled";
    fault_detail_.clear();
  }
  if (!fault_.empty()) return refuse_event(fault_, fault_detail_);
  FileRow taken;
  taken.row = static_cast<std::int64_t>(begin_);
  taken.content = content_;
  std::vector<std::string> cells;
  cells.reserve(wanted().size());
  for (const std::string& column : wanted()) {
    cells.push_back(cell_named(column));
    if (const auto wrong = fault_of_text(cells.back()); !wrong.empty() && taken.faults.empty())
      taken.faults.push_back({taken.row, column, std::string(wrong), {}});
  }
  const std::vector<std::string_view> values(cells.begin(), cells.end());
  if (taken.faults.empty()) fill(values, taken);
  give(std::move(taken));
}

void IcsRows::refuse_event(std::string_view code, std::string detail) {
  if (size_ > kLargestRow) return refuse_row(begin_, "import.row.too_large");
  refuse_row(begin_, code, std::move(detail));
}

}  // namespace paceline
