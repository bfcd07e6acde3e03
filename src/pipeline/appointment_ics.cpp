// SPDX-License-Identifier: Apache-2.0
#include "pipeline/appointment_ics.h"

namespace paceline {
namespace {

constexpr std::size_t kMostOctets = 75;
constexpr unsigned kContinuationMask = 0xC0;
constexpr unsigned kContinuation = 0x80;

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & kContinuationMask) == kContinuation;
}

/// A parameter's value stands in quotes, where no quote may be.
std::string quoted_name(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' || c == '\n' || c == '\r' ? ' ' : c;
  return quoted + '"';
}

std::string_view status_of(AppointmentState state) {
  return state == AppointmentState::cancelled ? "CANCELLED" : "CONFIRMED";
}

void add_entry(std::string& file, const CalendarEntry& entry) {
  const AppointmentNow& now = entry.now;
  const std::string uid =
      to_text(now.appointment_id) + '.' + std::to_string(entry.org_id.value()) + "@appointments.paceline";
  file += content_line("BEGIN:VEVENT");
  file += content_line("UID:" + uid);
  file += content_line("DTSTAMP:" + calendar_time(now.changed_at));
  file += content_line("DTSTART:" + calendar_time(now.starts_at));
  file += content_line("DTEND:" + calendar_time(now.ends_at));
  file += content_line("SEQUENCE:" + std::to_string(now.version - 1));
  file += content_line("STATUS:" + std::string(status_of(now.state)));
  file += content_line("SUMMARY:" + escaped_text(entry.summary));
  if (!entry.description.empty()) file += content_line("DESCRIPTION:" + escaped_text(entry.description));
  if (!entry.place.empty()) file += content_line("LOCATION:" + escaped_text(entry.place));
  file += content_line("ORGANIZER;CN=" + quoted_name(entry.rep_name) + ":mailto:" + entry.rep_email);
  file += content_line("END:VEVENT");
}

}  // namespace

std::string content_line(std::string_view text) {
  std::string line;
  std::size_t octets = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && continues_character(text[end])) ++end;
    if (octets + (end - at) > kMostOctets) {
      line += "\r\n ";
      octets = 1;
    }
    line += text.substr(at, end - at);
    octets += end - at;
    at = end;
  }
  return line + "\r\n";
}

std::string escaped_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\\' || c == ';' || c == ',') escaped += '\\';
    if (c == '\n') {
      escaped += "\\n";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string calendar_time(Instant instant) {
  std::string time;
  for (const char c : to_text(instant).substr(0, std::string_view("2026-03-09T08:00:00").size())) {
    if (c != '-' && c != ':') time += c;
  }
  return time + 'Z';
}

std::string calendar_file(std::span<const CalendarEntry> entries, CalendarOf which) {
  const bool one_cancelled =
      which == CalendarOf::one && !entries.empty() && entries.front().now.state == AppointmentState::cancelled;
  std::string file = content_line("BEGIN:VCALENDAR");
  file += content_line("VERSION:2.0");
  file += content_line("PRODID:-//Paceline//Appointments//EN");
  file += content_line(one_cancelled ? "METHOD:CANCEL" : "METHOD:PUBLISH");
  for (const CalendarEntry& entry : entries) add_entry(file, entry);
  return file + content_line("END:VCALENDAR");
}

}  // namespace paceline
