// SPDX-License-Identifier: Apache-2.0
// A database server that is away: those who want a session hear of it soon, however many they are.
#include <gtest/gtest.h>

#include <atomic>
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

}  // namespace
}  // namespace paceline::store
