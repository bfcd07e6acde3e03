// SPDX-License-Identifier: Apache-2.0
#include "tests/database/unlucky_session.h"

#include <utility>

#include "store/postgres/postgres_session.h"
#include "store/sqlite/sqlite_connection.h"

namespace paceline::store {
namespace {

/// SQLite as a server's session.
class SqliteSession final : public Session {
 public:
  explicit SqliteSession(std::unique_ptr<SqliteConnection> connection) : connection_(std::move(connection)) {}
  Result<void> each(const Statement& statement, std::span<const Value> parameters,
                    const std::function<void(const Row&)>& take) override {
    return noting(connection_->each(statement, parameters, take));
  }
  Result<std::int64_t> execute(const Statement& statement, std::span<const Value> parameters) override {
    return noting(connection_->execute(statement, parameters));
  }
  Result<void> begin(Transaction kind) override {
    return connection_->control(kind == Transaction::read ? Statement{"read", "BEGIN DEFERRED"}
                                                          : Statement{"write", "BEGIN IMMEDIATE"});
  }
  Result<void> commit() override { return connection_->control({"commit", "COMMIT"}); }
  void roll_back() override { connection_->roll_back(); }
  [[nodiscard]] bool usable() const override { return !failed_; }

 private:
  /// This connection remembers its failure until its next work, of which it is not told here.
  template <class T>
  Result<T> noting(Result<T> outcome) {
    failed_ = failed_ || !outcome;
    return outcome;
  }

  std::unique_ptr<SqliteConnection> connection_;
  bool failed_ = false;
};

class UnluckySession final : public Session {
 public:
  UnluckySession(std::unique_ptr<Session> session, Luck& luck) : session_(std::move(session)), luck_(luck) {}

  Result<void> each(const Statement& statement, std::span<const Value> parameters,
                    const std::function<void(const Row&)>& take) override {
    return step([&] { return session_->each(statement, parameters, take); });
  }
  Result<std::int64_t> execute(const Statement& statement, std::span<const Value> parameters) override {
    return step([&] { return session_->execute(statement, parameters); });
  }
  Result<void> begin(Transaction kind) override {
    return step([&] { return session_->begin(kind); });
  }
  Result<void> commit() override {
    return step([&] { return session_->commit(); });
  }
  void roll_back() override { session_->roll_back(); }
  [[nodiscard]] bool usable() const override { return usable_ && session_->usable(); }

 private:
  template <class Act>
  auto step(Act act) -> decltype(act()) {
    if (++luck_.steps != luck_.fail_at || luck_.struck) return act();
    luck_.struck = true;
    if (luck_.mishap == Mishap::conflict) return fail(Fault::unavailable, "store.busy", {}, "unlucky");
    usable_ = false;
    if (luck_.mishap == Mishap::lost_after_all) static_cast<void>(act());
    return fail(Fault::unavailable, "store.unreachable", {}, "unlucky");
  }

  std::unique_ptr<Session> session_;
  Luck& luck_;
  bool usable_ = true;
};

Result<std::unique_ptr<Session>> open_session(const TestDatabase& place) {
  if (place.on_postgres()) return open_postgres(place.url());
  PACELINE_TRY(auto connection, SqliteConnection::open(place.folder() + "/paceline.db", ConnectionUse::writer));
  return std::make_unique<SqliteSession>(std::move(connection));
}

}  // namespace

OpenSession unlucky_sessions(const TestDatabase& place, Luck& luck) {
  if (!place.on_postgres()) static_cast<void>(place.open());  // makes the file
  return [&place, &luck]() -> Result<std::unique_ptr<Session>> {
    PACELINE_TRY(auto session, open_session(place));
    return std::make_unique<UnluckySession>(std::move(session), luck);
  };
}

}  // namespace paceline::store
