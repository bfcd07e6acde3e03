// SPDX-License-Identifier: Apache-2.0
#include "calendar/ics_events.h"

#include <algorithm>
#include <array>
#include <optional>

#include "calendar/file_lines.h"

namespace paceline {
namespace {

using Names = std::array<std::string_view, 5>;
constexpr Names kRead{"DTSTART", "DTEND", "RRULE", "STATUS", "SUMMARY"};
// Each of them changes the days of an event.
constexpr Names kUnsupported{"DURATION", "EXDATE", "EXRULE", "RDATE", "RECURRENCE-ID"};

bool has(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

void take_property(IcsEvent& event, const IcsLine& line) {
  if (has(kUnsupported, line.name))
    event.faults.push_back({line.number, "calendar.ics.property_unsupported", line.name});
  if (has(kRead, line.name) && !event.properties.emplace(line.name, line).second)
    event.faults.push_back({line.number, "calendar.ics.property_twice", line.name});
}

class Nesting {
 public:
  /// A fault after which nothing more can be read.
  std::optional<IcsFault> take(const IcsLine& line) {
    if (line.name == "BEGIN") return open(line);
    if (line.name == "END") return close(line);
    if (open_.empty()) return broken(line.number, "outside of VCALENDAR");
    if (open_.size() == 2 && open_.back() == "VEVENT") take_property(found_.events.back(), line);
    return std::nullopt;
  }

  std::optional<IcsFault> end(std::size_t line) const {
    if (!open_.empty()) return broken(line, open_.back() + " has no end");
    if (found_.events.empty() && found_.faults.empty()) return IcsFault{0, "calendar.ics.empty", "no VEVENT"};
    return std::nullopt;
  }

  IcsEvents take_found() { return std::move(found_); }

 private:
  static IcsFault broken(std::size_t line, std::string detail) {
    return {line, "calendar.ics.nesting_broken", std::move(detail)};
  }

  std::optional<IcsFault> open(const IcsLine& line) {
    if (open_.empty() && line.value != "VCALENDAR") return broken(line.number, line.value + " outside of VCALENDAR");
    if (open_.size() == 1 && line.value == "VEVENT") {
      if (found_.events.size() == kMostIcsEvents)
        return IcsFault{line.number, "calendar.ics.too_many", "at most 2,000 events"};
      found_.events.emplace_back().line = line.number;
    } else if (open_.size() == 1 && line.value != "VTIMEZONE") {
      found_.faults.push_back({line.number, "calendar.ics.component_unsupported", line.value});
    }
    open_.push_back(line.value);
    return std::nullopt;
  }

  std::optional<IcsFault> close(const IcsLine& line) {
    if (open_.empty() || open_.back() != line.value) return broken(line.number, line.value + " is not what is open");
    open_.pop_back();
    return std::nullopt;
  }

  std::vector<std::string> open_;  // names of components, the outermost first
  IcsEvents found_;
};

}  // namespace

const IcsLine* IcsEvent::find(const std::string& name) const {
  const auto found = properties.find(name);
  return found == properties.end() ? nullptr : &found->second;
}

Checked<IcsEvents> ics_events(std::string_view text) {
  const auto lines = ics_lines(text);
  if (!lines) return tl::unexpected(lines.error());
  Nesting nesting;
  for (const IcsLine& line : *lines)
    if (const auto fault = nesting.take(line)) return tl::unexpected(Errors{error_of(*fault)});
  if (const auto fault = nesting.end(lines->empty() ? 0 : lines->back().number))
    return tl::unexpected(Errors{error_of(*fault)});
  return nesting.take_found();
}

Error error_of(const IcsFault& fault) {
  return {Fault::invalid, fault.code, fault.line == 0 ? std::string() : line_pointer(fault.line), fault.detail};
}

}  // namespace paceline
