// SPDX-License-Identifier: Apache-2.0
#include "watch/tallies.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr std::string_view kSignIn = "/api/v1/session";
constexpr int kUnauthorised = 401;
constexpr int kTooMany = 429;
constexpr double kMicroseconds = 1e6;

bool is_sign_in(const http::Answered& answered) {
  return answered.asked.route == kSignIn && answered.method == api::Method::post;
}

}  // namespace

std::string_view word_of(std::optional<api::Method> method) {
  if (!method) return "none";
  switch (*method) {
    case api::Method::get: return "GET";
    case api::Method::head: return "HEAD";
    case api::Method::post: return "POST";
    case api::Method::put: return "PUT";
    case api::Method::patch: return "PATCH";
    case api::Method::remove: return "DELETE";
  }
  return "none";
}

std::string_view route_of(const http::Answered& answered) {
  if (answered.page) return "page";
  return answered.asked.route.empty() ? "unknown" : answered.asked.route;
}

void Tallies::count(const http::Answered& answered) {
  const std::lock_guard lock(mutex_);
  Answers& answers = requests_[{route_of(answered), word_of(answered.method)}];
  ++answers.by_class.at(static_cast<std::size_t>(std::clamp(answered.status / 100, 1, 5)));
  answers.durations.add(static_cast<double>(answered.duration.count()) / kMicroseconds);
  answers.bytes += static_cast<std::int64_t>(answered.bytes);
  cut_off_ += answered.cut_off ? 1 : 0;
  if (!is_sign_in(answered)) return;
  refused_sign_ins_ += answered.status == kUnauthorised ? 1 : 0;
  too_many_sign_ins_ += answered.status == kTooMany ? 1 : 0;
}

void Tallies::count(const JobDone& job) {
  const std::lock_guard lock(mutex_);
  ++jobs_[{job.job_key, job.code.empty() ? "done" : "failed"}];
  job_seconds_[job.job_key] += static_cast<double>(job.microseconds) / kMicroseconds;
}

void Tallies::count_fault() {
  const std::lock_guard lock(mutex_);
  ++faults_;
}

void Tallies::write(MetricsText& text) const {
  const std::lock_guard lock(mutex_);
  write_requests(text);
  write_jobs(text);
  text.family("paceline_sign_in_refusals_total", "counter", "Sign-ins that were refused, by why.");
  text.sample("paceline_sign_in_refusals_total", {{"reason", "refused"}}, refused_sign_ins_);
  text.sample("paceline_sign_in_refusals_total", {{"reason", "too_many_tries"}}, too_many_sign_ins_);
  text.family("paceline_faults_total", "counter", "What the server reported in its log as a fault.");
  text.sample("paceline_faults_total", {}, faults_);
}

void Tallies::write_requests(MetricsText& text) const {
  static constexpr std::array<std::string_view, 6> classes{"", "1xx", "2xx", "3xx", "4xx", "5xx"};
  text.family("paceline_http_requests_total", "counter", "Requests that were answered, by route and class of status.");
  for (const auto& [asked, answers] : requests_) {
    for (std::size_t at = 1; at < classes.size(); ++at) {
      const Labels labels{{"route", asked.first}, {"method", asked.second}, {"status", classes.at(at)}};
      if (answers.by_class.at(at) > 0) text.sample("paceline_http_requests_total", labels, answers.by_class.at(at));
    }
  }
  text.family("paceline_http_request_duration_seconds", "histogram",
              "From the end of a request to the end of its answer.");
  for (const auto& [asked, answers] : requests_)
    text.histogram("paceline_http_request_duration_seconds", {{"route", asked.first}, {"method", asked.second}},
                   Histogram::kBounds, answers.durations.counts, answers.durations.sum);
  text.family("paceline_http_response_bytes_total", "counter", "Bytes of the bodies of answers.");
  for (const auto& [asked, answers] : requests_)
    text.sample("paceline_http_response_bytes_total", {{"route", asked.first}, {"method", asked.second}},
                answers.bytes);
  text.family("paceline_http_cut_off_total", "counter", "Answers that their client did not take to the end.");
  text.sample("paceline_http_cut_off_total", {}, cut_off_);
}

void Tallies::write_jobs(MetricsText& text) const {
  text.family("paceline_jobs_total", "counter", "Background jobs that this server did, by key and how they ended.");
  for (const auto& [job, count] : jobs_)
    text.sample("paceline_jobs_total", {{"job", job.first}, {"result", job.second}}, count);
  text.family("paceline_job_seconds_total", "counter", "Time that they took.");
  for (const auto& [job, seconds] : job_seconds_) text.sample("paceline_job_seconds_total", {{"job", job}}, seconds);
}

}  // namespace paceline
