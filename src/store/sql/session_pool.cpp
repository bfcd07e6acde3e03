// SPDX-License-Identifier: Apache-2.0
#include "store/sql/session_pool.h"

#include <algorithm>
#include <utility>

namespace paceline::store {
namespace {

constexpr std::chrono::seconds kPatience{10};
constexpr std::chrono::seconds kAwayFor{1};
constexpr std::chrono::seconds kFullFor{1};

}  // namespace

Result<SessionPool::Loan> SessionPool::take() {
  const Moment end = std::chrono::steady_clock::now() + kPatience;
  for (;;) {
    PACELINE_TRY(auto session, idle_or_room(end));
    if (session) return Loan(session.release(), GiveBack{this});
    auto opened = open_();
    if (opened) {
      opened_one();
      return Loan(opened->release(), GiveBack{this});
    }
    if (will_come_free()) continue;
    lend_failed(opened.error());
    return tl::unexpected(std::move(opened).error());
  }
}

// An idle session, or none when there is room to open one.
Result<std::unique_ptr<Session>> SessionPool::idle_or_room(Moment end) {
  std::unique_lock lock(mutex_);
  while (!may_take()) {
    const Moment now = std::chrono::steady_clock::now();
    if (now >= end) return fail(Fault::unavailable, "store.busy", {}, "every connection to the database is in use");
    came_free_.wait_until(lock, full_until_ > now ? std::min(end, full_until_) : end);
  }
  if (idle_.empty() && std::chrono::steady_clock::now() < away_until_) return tl::unexpected(away_);
  ++lent_;
  if (idle_.empty()) {
    ++opening_;
    return std::unique_ptr<Session>();
  }
  auto session = std::move(idle_.back());
  idle_.pop_back();
  return session;
}

bool SessionPool::may_take() const {
  return !idle_.empty() || (lent_ < limit_ && std::chrono::steady_clock::now() >= full_until_);
}

// Whether one of our own sessions will, when no other could be opened.
bool SessionPool::will_come_free() {
  const std::lock_guard lock(mutex_);
  if (lent_ == opening_ && idle_.empty()) return false;
  --lent_;
  --opening_;
  full_until_ = std::chrono::steady_clock::now() + kFullFor;
  return true;
}

void SessionPool::give_back(std::unique_ptr<Session> session) {
  session->roll_back();
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (session->usable()) {
      away_since_.reset();
      idle_.push_back(std::move(session));
    } else {
      idle_.clear();  // what broke one has probably broken the others
    }
  }
  came_free_.notify_one();
}

void SessionPool::lend_failed(const Error& error) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    --opening_;
    const auto now = std::chrono::steady_clock::now();
    away_until_ = now + kAwayFor;
    if (!away_since_) away_since_ = now;
    away_ = error;
  }
  came_free_.notify_all();  // nobody has to wait for a database that is away
}

void SessionPool::opened_one() {
  const std::lock_guard lock(mutex_);
  --opening_;
  away_until_ = {};
  away_since_.reset();
}

bool SessionPool::away_for(std::chrono::milliseconds time) const {
  const std::lock_guard lock(mutex_);
  return away_since_ && std::chrono::steady_clock::now() - *away_since_ >= time;
}

}  // namespace paceline::store
