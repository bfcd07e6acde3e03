// SPDX-License-Identifier: Apache-2.0
// A server on a free port of 127.0.0.1 with an echoing handler, stopped at the end of the test.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>

#include "http/server.h"
#include "tests/http/raw_client.h"

namespace paceline::http {

/// Tells what reached the handler: "METHOD path?name=value&|body".
inline std::string told(const api::Request& request) {
  static constexpr const char* kMethods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
  std::string text = kMethods[static_cast<int>(request.method)];
  text += " " + request.path + "?";
  for (const auto& [name, value] : request.query) text += name + "=" + value + "&";
  return text + "|" + (request.body.size() > 100 ? std::to_string(request.body.size()) + " bytes" : request.body);
}

inline api::Response echo(const api::Request& request) {
  api::Response response;
  response.content_type = "text/plain";
  response.body = told(request);
  return response;
}

/// Limits small enough for a test to run into them.
inline Limits brief() {
  Limits limits;
  limits.sweep_interval = std::chrono::milliseconds(10);
  limits.live_poll = std::chrono::milliseconds(10);
  limits.linger_time = std::chrono::milliseconds(200);
  limits.stop_time = std::chrono::milliseconds(2'000);
  return limits;
}

class TestServer {
 public:
  explicit TestServer(ServerOptions options = {}) : server_(with_defaults(std::move(options))) {
    auto bound = server_.start();
    EXPECT_TRUE(bound) << bound.error().detail;
    if (bound) port = bound->port;
  }
  std::uint16_t port = 0;
  Server& server() { return server_; }

 private:
  static ServerOptions with_defaults(ServerOptions options) {
    if (!options.handler) options.handler = echo;
    if (options.limits.sweep_interval == Limits{}.sweep_interval) options.limits = brief();
    options.workers = 4;
    return options;
  }
  Server server_;
};

/// Tries again until it is true, for two seconds.
template <class Condition>
bool soon(Condition condition) {
  for (int tries = 0; tries < 4000; ++tries) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return condition();
}

/// A path for a socket that no other test uses.
inline std::string fresh_socket_path() {
  static std::atomic<int> number{0};
  const std::string name = "paceline-" + std::to_string(getpid()) + "-" + std::to_string(++number) + ".sock";
  return (std::filesystem::temp_directory_path() / name).string();
}

}  // namespace paceline::http
