// SPDX-License-Identifier: Apache-2.0
#include "store/sql/pooled_database.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

namespace paceline::store {
namespace {

constexpr int kMostUnique = 2;
constexpr std::chrono::milliseconds kLongestPause{400};

thread_local const PooledDatabase* inside = nullptr;

/// A failed statement fails the work that it belongs to: later ones answer the same error.
class WorkConnection final : public Connection {
 public:
  explicit WorkConnection(Session& session) : session_(session) {}

  Result<void> each(const Statement& statement, std::span<const Value> parameters,
                    const std::function<void(const Row&)>& take) override {
    if (failure_) return tl::unexpected(*failure_);
    return noting(session_.each(statement, parameters, take));
  }
  Result<std::int64_t> execute(const Statement& statement, std::span<const Value> parameters) override {
    if (failure_) return tl::unexpected(*failure_);
    return noting(session_.execute(statement, parameters));
  }
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

 private:
  template <class T>
  Result<T> noting(Result<T> outcome) {
    if (!outcome) failure_ = outcome.error();
    return outcome;
  }

  Session& session_;
  std::optional<Error> failure_;
};

/// How one try ended: what to answer, and the database's own failure when it was that.
struct Ended {
  Result<void> outcome;
  std::optional<Error> failure;
  bool at_commit = false;
};

Ended failed(Error error) {
  return {tl::unexpected(error), error, false};
}

Result<void> call(const Work& work, Connection& connection) {
  try {
    return work(connection);
  } catch (const std::exception& exception) {
    return fail(Fault::unavailable, "store.unavailable", {}, exception.what());
  } catch (...) {
    return fail(Fault::unavailable, "store.unavailable", {}, "an exception of unknown type");
  }
}

Ended run_once(Session& session, Transaction kind, const Work& work) {
  if (auto begun = session.begin(kind); !begun) return failed(std::move(begun).error());
  WorkConnection connection(session);
  auto outcome = call(work, connection);
  if (connection.failure() && outcome) outcome = tl::unexpected(*connection.failure());
  if (!outcome) return {std::move(outcome), connection.failure(), false};
  if (auto committed = session.commit(); !committed) {
    Ended ended = failed(std::move(committed).error());
    ended.at_commit = true;
    return ended;
  }
  return {};
}

/// When and how often the same is tried again.
class Patience {
 public:
  explicit Patience(const PooledOptions& options)
      : pause_(options.first_pause), end_(std::chrono::steady_clock::now() + options.longest_trying) {}

  /// Whether to try again; if so, after the pause.
  bool again(const std::optional<Error>& failure) {
    if (!failure || !may_succeed(*failure) || std::chrono::steady_clock::now() + pause_ >= end_) return false;
    std::this_thread::sleep_for(pause_ + jitter());
    pause_ = std::min(2 * pause_, kLongestPause);
    return true;
  }

 private:
  bool may_succeed(const Error& failure) {
    if (failure.code == "store.unique") return ++unique_ <= kMostUnique;
    return failure.code == "store.busy" || failure.code == "store.unreachable";
  }
  /// Two that met once must not meet again.
  [[nodiscard]] std::chrono::milliseconds jitter() const {
    const auto thread = std::hash<std::thread::id>()(std::this_thread::get_id());
    return pause_ * static_cast<int>(thread / 64 % 8) / 8;
  }

  std::chrono::milliseconds pause_;
  std::chrono::steady_clock::time_point end_;
  int unique_ = 0;
};

}  // namespace

PooledDatabase::PooledDatabase(OpenSession open, PooledOptions options)
    : options_(options), pool_(std::move(open), options.sessions) {
  PACELINE_ASSERT(options.sessions >= 1);
}

Result<void> PooledDatabase::read(const Work& work) {
  return run(Transaction::read, work);
}

Result<void> PooledDatabase::write(const Work& work) {
  ++works_;
  auto outcome = run(Transaction::write, work);
  if (outcome) ++commits_;
  return outcome;
}

WriteCounters PooledDatabase::counters() const {
  WriteCounters now;
  now.works = works_;
  now.commits = now.committed = commits_;
  now.failed = failed_;
  now.retries = retries_;
  now.sizes.front() = commits_;
  return now;
}

Result<void> PooledDatabase::run(Transaction kind, const Work& work) {
  const bool inside_another_work = inside == this;
  PACELINE_ASSERT(!inside_another_work);
  for (Patience patience(options_);;) {
    Ended ended;
    if (auto session = pool_.take()) {
      const PooledDatabase* outer = std::exchange(inside, this);
      ended = run_once(**session, kind, work);
      inside = outer;
    } else {
      if (pool_.away_for(options_.longest_trying)) return tl::unexpected(std::move(session).error());
      ended = failed(std::move(session).error());
    }
    if (ended.outcome || !patience.again(ended.failure)) {
      if (kind == Transaction::write && ended.at_commit) ++failed_;
      return std::move(ended.outcome);
    }
    ++retries_;
  }
}

}  // namespace paceline::store
