// SPDX-License-Identifier: Apache-2.0
// Sessions that are lent for one transaction each. The pool heals: a session that broke is thrown away, and the next
// borrower opens another.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
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
  /// is away goes on answering. While others have sessions of this pool, the database is rather full than away, and one
  /// of those is waited for; were it away, theirs would fail soon.
  [[nodiscard]] Result<Loan> take();

  /// Whether no session could be opened for that long: more patience would only occupy those who wait.
  [[nodiscard]] bool away_for(std::chrono::milliseconds time) const;

 private:
  using Moment = std::chrono::steady_clock::time_point;
  [[nodiscard]] Result<std::unique_ptr<Session>> idle_or_room(Moment end);
  [[nodiscard]] bool may_take() const;
  void give_back(std::unique_ptr<Session> session);
  [[nodiscard]] bool will_come_free();
  void lend_failed(const Error& error);
  void opened_one();

  const OpenSession open_;
  const int limit_;
  mutable std::mutex mutex_;
  std::condition_variable came_free_;
  std::vector<std::unique_ptr<Session>> idle_;
  int lent_ = 0;  // those being opened are of them
  int opening_ = 0;
  Moment full_until_{};  // opens none before that
  Moment away_until_{};
  std::optional<Moment> away_since_;
  Error away_;
};

}  // namespace paceline::store
