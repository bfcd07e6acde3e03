// SPDX-License-Identifier: Apache-2.0
// A database server that is away: those who want a session hear of it soon, however many they are. One that is full:
// they wait for each other's sessions.
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>

#include "store/sql/pooled_database.h"

namespace paceline::store {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kConnecting{200};

milliseconds since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - began);
}

/// As at an address where nobody answers: it takes time to find out.
class Nobody {
 public:
  OpenSession open() {
    return [this]() -> Result<std::unique_ptr<Session>> {
      ++tries;
      std::this_thread::sleep_for(kConnecting);
      return fail(Fault::unavailable, "store.unreachable");
    };
  }
  std::atomic<int> tries = 0;
};

Result<void> nothing(Connection&) {
  return {};
}

TEST(Away, IsToldToAllWhoWaitForASession) {
  constexpr int kWaiting = 40;
  Nobody nobody;
  SessionPool pool(nobody.open(), 2);
  const auto began = std::chrono::steady_clock::now();
  std::vector<std::thread> waiting;
  std::atomic<int> told = 0;
  for (int n = 0; n < kWaiting; ++n) {
    waiting.emplace_back([&] {
      const auto session = pool.take();
      if (!session && session.error().code == "store.unreachable") ++told;
    });
  }
  for (std::thread& thread : waiting) thread.join();
  EXPECT_EQ(told, kWaiting);
  EXPECT_LT(since(began), std::chrono::seconds(3));
  EXPECT_LE(nobody.tries, 4);
}

TEST(Away, IsWaitedForOnceAndThenAnsweredAtOnce) {
  constexpr milliseconds kTrying{500};
  Nobody nobody;
  PooledDatabase database(nobody.open(), {.sessions = 2, .longest_trying = kTrying});
  auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(database.read(nothing).error().code, "store.unreachable");
  EXPECT_GE(since(began), kTrying / 2) << "it might have come back";
  std::this_thread::sleep_for(kTrying);
  began = std::chrono::steady_clock::now();
  EXPECT_EQ(database.read(nothing).error().code, "store.unreachable");
  EXPECT_LT(since(began), kConnecting + kTrying / 2);
}

class IdleSession final : public Session {
 public:
  Result<void> each(const Statement&, std::span<const Value>, const std::function<void(const Row&)>&) override {
    return {};
  }
  Result<std::int64_t> execute(const Statement&, std::span<const Value>) override { return 0; }
  Result<void> begin(Transaction) override { return {}; }
  Result<void> commit() override { return {}; }
  void roll_back() override {}
  [[nodiscard]] bool usable() const override { return true; }
};

/// A server with room for so many sessions.
OpenSession room_for(int sessions) {
  return [room = std::make_shared<std::atomic<int>>(sessions)]() -> Result<std::unique_ptr<Session>> {
    if (--*room < 0) return fail(Fault::unavailable, "store.unreachable", {}, "too many clients");
    return std::make_unique<IdleSession>();
  };
}

TEST(Full, IsWaitedForUntilASessionOfOursComesFree) {
  SessionPool pool(room_for(2), 8);
  auto first = pool.take();
  const auto second = pool.take();
  ASSERT_TRUE(first && second);
  const auto began = std::chrono::steady_clock::now();
  std::thread giver([&] {
    std::this_thread::sleep_for(milliseconds(200));
    first->reset();
  });
  EXPECT_TRUE(pool.take());
  EXPECT_GE(since(began), milliseconds(150));
  EXPECT_LT(since(began), milliseconds(900));
  giver.join();
}

TEST(Full, IsToldAtOnceWhenNoSessionIsOurs) {
  SessionPool pool(room_for(0), 8);
  const auto began = std::chrono::steady_clock::now();
  EXPECT_FALSE(pool.take());
  EXPECT_LT(since(began), milliseconds(100));
}

/// A COMMIT that fails so many times.
class FailingSession final : public Session {
 public:
  FailingSession(std::atomic<int>& left, const char* code) : left_(left), code_(code) {}
  Result<void> each(const Statement&, std::span<const Value>, const std::function<void(const Row&)>&) override {
    return {};
  }
  Result<std::int64_t> execute(const Statement&, std::span<const Value>) override { return 0; }
  Result<void> begin(Transaction) override { return {}; }
  Result<void> commit() override {
    if (left_-- > 0) return fail(Fault::unavailable, code_);
    return {};
  }
  void roll_back() override {}
  [[nodiscard]] bool usable() const override { return true; }

 private:
  std::atomic<int>& left_;
  const char* code_;
};

TEST(Commits, ThatFailedAreCountedOnceTheyAreNotTriedAgain) {
  std::atomic<int> left = 2;
  const char* code = "store.busy";
  const auto open = [&]() -> Result<std::unique_ptr<Session>> { return std::make_unique<FailingSession>(left, code); };
  PooledDatabase tried_again(open, {.sessions = 1});
  EXPECT_TRUE(tried_again.write(nothing));
  EXPECT_EQ(tried_again.counters().failed, 0);
  EXPECT_EQ(tried_again.counters().retries, 2);
  code = "store.full";
  left = 1;
  PooledDatabase full(open, {.sessions = 1});
  EXPECT_EQ(full.write(nothing).error().code, "store.full");
  EXPECT_EQ(full.counters().failed, 1);
  EXPECT_TRUE(full.write(nothing));
  EXPECT_EQ(full.counters().failed, 1);
  EXPECT_EQ(full.counters().commits, 1);
}

}  // namespace
}  // namespace paceline::store
