// SPDX-License-Identifier: Apache-2.0
// Two servers on one database, and clients that write to both and do not give up.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/product/program.h"

namespace paceline::product {

inline constexpr int kServers = 2;

/// Thread-safe for those who ask; one thread kills and starts.
class TwoServers {
 public:
  explicit TwoServers(const Place& place);
  [[nodiscard]] Result<api::Response> send(int server, const api::Request& request) const;
  /// The status of a GET, and the code of a refusal: "200", "503 store.unreachable", or "no answer".
  [[nodiscard]] std::string told(int server, const std::string& path, const std::string& token = "") const;
  void kill(int server) { servers_.at(server)->kill(); }
  void signal(int server, int number) { servers_.at(server)->signal(number); }
  void start(int server);

 private:
  const Place place_;
  std::array<std::unique_ptr<Server>, kServers> servers_;
  std::array<std::atomic<std::uint16_t>, kServers> ports_{};
};

/// Eight threads (PACELINE_CLIENTS) that log calls without end. A client that got no answer or a 503 sends the same key
/// again, to the other server, until it is acknowledged; any other answer fails the test.
class Clients {
 public:
  struct Report {
    std::vector<std::string> acknowledged;  ///< the keys
    int replayed = 0;                       ///< of them stored before, though the client had not heard of it
    int unanswered = 0;
    std::string last_unanswered;          ///< why, and after how long
    std::map<std::string, int> refusals;  ///< 503, by code
  };

  Clients(const TwoServers& servers, std::string token);
  ~Clients();
  Clients(const Clients&) = delete;
  Clients& operator=(const Clients&) = delete;

  [[nodiscard]] Report so_far() const;
  /// Each finishes with what it is at.
  [[nodiscard]] Report stop();

 private:
  void log_calls(int client);
  void log_until_acknowledged(const std::string& key, int server);
  [[nodiscard]] bool log(const std::string& key, int server);

  const TwoServers& servers_;
  const std::string token_;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  Report report_;
  std::vector<std::thread> threads_;
};

}  // namespace paceline::product
