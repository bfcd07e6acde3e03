// SPDX-License-Identifier: Apache-2.0
// Sessions that are lent for one transaction each. The pool heals: a session that broke is thrown away, and the next
// borrower opens another.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "store/sql/session.h"

namespace paceline::store {

/// Thread-safe.
class SessionPool {
 public:
  /// REQUIRES: limit >= 1.
  SessionPool(OpenSession open, int limit) : open_(std::move(open)), limit_(limit) {}

  struct GiveBack {
    SessionPool* pool = nullptr;
    void operator()(Session* session) const { pool->give_back(std::unique_ptr<Session>(session)); }
  };
  using Loan = std::unique_ptr<Session, GiveBack>;

  /// Waits for an idle session, or opens one. Returns unavailable "store.busy" when all are lent for too long, or the
  /// error of opening; for a second after that everybody gets the same error at once, so that a server whose database
  /// is away goes on answering.
  [[nodiscard]] Result<Loan> take();

 private:
  using Moment = std::chrono::steady_clock::time_point;
  [[nodiscard]] Result<std::unique_ptr<Session>> idle_or_room();
  void give_back(std::unique_ptr<Session> session);
  void lend_failed(const Error& error);

  const OpenSession open_;
  const int limit_;
  std::mutex mutex_;
  std::condition_variable came_free_;
  std::vector<std::unique_ptr<Session>> idle_;
  int lent_ = 0;
  Moment away_until_{};
  Error away_;
};

}  // namespace paceline::store
