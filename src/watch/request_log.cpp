// SPDX-License-Identifier: Apache-2.0
#include "watch/request_log.h"

#include "json/writer.h"
#include "watch/tallies.h"

namespace paceline {
namespace {

constexpr int kRefused = 400;
constexpr int kFault = 500;

/// Members in the order in which they are added.
class Line {
 public:
  Line(Instant now, std::string_view event) {
    out_.begin_object();
    text("at", to_text(now));
    text("event", event);
  }
  void text(std::string_view name, std::string_view value) {
    out_.name(name);
    out_.text(value);
  }
  void number(std::string_view name, std::int64_t value) {
    out_.name(name);
    out_.whole(value);
  }
  /// Nothing for 0.
  void id(std::string_view name, std::int64_t value) {
    if (value != 0) text(name, std::to_string(value));
  }
  [[nodiscard]] std::string end() {
    out_.end_object();
    return std::move(out_).take();
  }
  void yes(std::string_view name) {
    out_.name(name);
    out_.boolean(true);
  }

 private:
  json::Writer out_;
};

}  // namespace

bool is_logged(LogLevel level, const http::Answered& answered) {
  if (answered.status >= kFault) return level >= LogLevel::faults;
  if (answered.status >= kRefused || answered.cut_off) return level >= LogLevel::refused;
  return level >= LogLevel::all;
}

bool is_logged(LogLevel level, const JobDone& job) {
  return level >= (job.code.empty() ? LogLevel::all : LogLevel::faults);
}

std::string line_of(const http::Answered& answered, Instant now) {
  Line line(now, "request");
  line.text("id", answered.id);
  line.text("method", word_of(answered.method));
  line.text("route", route_of(answered));
  line.number("status", answered.status);
  line.number("duration_us", answered.duration.count());
  line.number("bytes", static_cast<std::int64_t>(answered.bytes));
  line.id("org_id", answered.asked.org);
  line.id("user_id", answered.asked.user);
  if (answered.cut_off) line.yes("cut_off");
  return line.end();
}

std::string line_of(const JobDone& job, Instant now) {
  Line line(now, "job");
  line.text("job", job.job_key);
  line.number("duration_us", job.microseconds);
  line.id("org_id", job.org_id.value());
  if (!job.code.empty()) line.text("code", job.code);
  return line.end();
}

std::string line_of_fault(std::string_view what, Instant now) {
  Line line(now, "fault");
  line.text("what", what);
  return line.end();
}

}  // namespace paceline
