// SPDX-License-Identifier: Apache-2.0
#include "tests/product/clients.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <utility>

#include "http/client.h"
#include "tests/base/wished.h"

namespace paceline::product {
namespace {

constexpr std::chrono::milliseconds kAnswerWithin{10'000};
constexpr std::chrono::milliseconds kPause{10};
// While the database crashes every few seconds, it is there for about a tenth of the time.
constexpr std::chrono::seconds kAcknowledgedWithin{90};

std::string code_of(const api::Response& response) {
  boost::json::error_code fault;
  const auto body = boost::json::parse(response.body, fault);
  const auto* code = body.is_object() ? body.as_object().if_contains("code") : nullptr;
  return code && code->is_string() ? std::string(code->as_string()) : "";
}

bool is_replay(const api::Response& response) {
  for (const auto& [name, value] : response.headers)
    if (name == "Idempotency-Replayed") return true;
  return false;
}

}  // namespace

TwoServers::TwoServers(const Place& place) : place_(place) {
  for (int server = 0; server < kServers; ++server) start(server);
}

void TwoServers::start(int server) {
  servers_.at(server) = std::make_unique<Server>(place_);
  ports_.at(server) = servers_.at(server)->port();
}

Result<api::Response> TwoServers::send(int server, const api::Request& request) const {
  return http::send("127.0.0.1", ports_.at(server), request, kAnswerWithin);
}

std::string TwoServers::told(int server, const std::string& path, const std::string& token) const {
  api::Request request;
  request.path = path;
  if (!token.empty()) request.headers["authorization"] = "Bearer " + token;
  const auto answered = send(server, request);
  if (!answered) return "no answer";
  const std::string code = answered->status >= 400 ? " " + code_of(*answered) : "";
  return std::to_string(answered->status) + code;
}

Clients::Clients(const TwoServers& servers, std::string token) : servers_(servers), token_(std::move(token)) {
  const int clients = testing_support::wished("PACELINE_CLIENTS", 8);
  for (int client = 0; client < clients; ++client) threads_.emplace_back([this, client] { log_calls(client); });
}

Clients::~Clients() {
  static_cast<void>(stop());
}

Clients::Report Clients::so_far() const {
  const std::lock_guard lock(mutex_);
  return report_;
}

Clients::Report Clients::stop() {
  stopping_ = true;
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
  return so_far();
}

void Clients::log_calls(int client) {
  for (int n = 0; !stopping_; ++n)
    log_until_acknowledged(std::to_string(client) + "-" + std::to_string(n), (client + n) % kServers);
}

void Clients::log_until_acknowledged(const std::string& key, int server) {
  const auto end = std::chrono::steady_clock::now() + kAcknowledgedWithin;
  for (; !log(key, server); server = (server + 1) % kServers) {
    if (std::chrono::steady_clock::now() > end) {
      ADD_FAILURE() << key << " was not acknowledged in " << kAcknowledgedWithin.count() << " s";
      return;
    }
    std::this_thread::sleep_for(kPause);
  }
}

bool Clients::log(const std::string& key, int server) {
  const auto asked = std::chrono::steady_clock::now();
  const auto answered = servers_.send(server, log_request(token_, key));
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - asked);
  const std::lock_guard lock(mutex_);
  if (!answered) {
    ++report_.unanswered;
    const Error& error = answered.error();
    report_.last_unanswered =
        key + ": " + error.code + " " + error.detail + ", " + std::to_string(took.count()) + " ms";
    return false;
  }
  if (answered->status == 503) {
    ++report_.refusals[code_of(*answered)];
    return false;
  }
  EXPECT_EQ(answered->status, 201) << answered->body;
  report_.acknowledged.push_back(key);
  if (is_replay(*answered)) ++report_.replayed;
  return true;
}

}  // namespace paceline::product
