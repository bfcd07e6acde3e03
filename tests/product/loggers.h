// SPDX-License-Identifier: Apache-2.0
// Clients of one server that log calls until they are told to stop, and remember what was acknowledged when.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/product/program.h"

namespace paceline::product {

class Loggers {
 public:
  struct Report {
    std::vector<std::string> acknowledged;
    std::map<std::string, int> refusals;  ///< by status and code: "503 store.disk_full"
    int unanswered = 0;
  };

  Loggers(const Server& server, std::string token, int clients);
  ~Loggers();
  Loggers(const Loggers&) = delete;
  Loggers& operator=(const Loggers&) = delete;

  [[nodiscard]] Report so_far() const;
  /// Each finishes with what it is at.
  [[nodiscard]] Report stop();

 private:
  void log_calls(int client);

  const Server& server_;
  const std::string token_;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  Report report_;
  std::vector<std::thread> threads_;
};

/// How often each name is stored in the folder's database.
[[nodiscard]] std::map<std::string, int> names_in_folder(const std::string& folder);

/// Those that are not there exactly once.
[[nodiscard]] std::vector<std::string> not_once(const std::vector<std::string>& wanted,
                                                const std::map<std::string, int>& there);

}  // namespace paceline::product
