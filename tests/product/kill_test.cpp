// SPDX-License-Identifier: Apache-2.0
// The program itself, killed while eight clients write to it over HTTP. What it acknowledged is there after a restart,
// once; what it did not acknowledge is there at most once, and can be sent again; and `paceline verify` is clean.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

#include "tests/base/random.h"
#include "tests/base/wished.h"
#include "tests/database/test_database.h"
#include "tests/product/loggers.h"

namespace paceline::product {
namespace {

struct Written {
  std::vector<std::string> acknowledged;
  std::vector<std::string> unanswered;
};

/// Eight clients (PACELINE_CLIENTS) write until it dies, which it does after the patience.
Written write_until_killed(Server& server, const std::string& token, int round, std::chrono::microseconds patience) {
  Written written;
  std::mutex mutex;
  const int clients = testing_support::wished("PACELINE_CLIENTS", 8);
  std::vector<std::thread> writers;
  for (int writer = 0; writer < clients; ++writer) {
    writers.emplace_back([&, writer] {
      for (int n = 0;; ++n) {
        const std::string name = std::to_string(round) + "-" + std::to_string(writer) + "-" + std::to_string(n);
        const auto answered = server.send(log_request(token, name));
        const std::lock_guard lock(mutex);
        (answered && answered->status == 201 ? written.acknowledged : written.unanswered).push_back(name);
        if (!answered) return;
        EXPECT_EQ(answered->status, 201) << answered->body;
      }
    });
  }
  std::this_thread::sleep_for(patience);
  server.kill();
  for (std::thread& writer : writers) writer.join();
  return written;
}

/// Sends again what was under way, and some of what was acknowledged: each is there once.
void send_again(const Server& server, const std::string& token, const Written& written) {
  for (const auto& name : written.unanswered) EXPECT_EQ(server.send(log_request(token, name))->status, 201) << name;
  const std::size_t some = std::min<std::size_t>(written.acknowledged.size(), 20);
  for (std::size_t at = 0; at < some; ++at)
    EXPECT_EQ(server.send(log_request(token, written.acknowledged[at]))->status, 201) << written.acknowledged[at];
}

std::size_t how_many_are_new(const std::vector<std::string>& sent, const std::map<std::string, int>& before) {
  return static_cast<std::size_t>(
      std::count_if(sent.begin(), sent.end(), [&](const auto& name) { return before.count(name) == 0; }));
}

/// That many kills of servers on one folder; returns how many activities were acknowledged.
std::size_t kill_on_one_folder(int rounds, testing_support::Random& chance) {
  const MemoryFolder folder;
  const std::string data = folder.path() + "/data";
  const Place place{"--data", data};
  const std::string token = found_company(place);
  const int longest_us = testing_support::wished("PACELINE_KILL_AFTER_MS", 500) * 1000;
  std::vector<std::string> acknowledged;
  for (int round = 0; round < rounds; ++round) {
    Server server(place);
    const auto patience = std::chrono::microseconds(chance.between(50'000, longest_us));
    const Written written = write_until_killed(server, token, round, patience);
    const auto names = names_in_folder(data);
    acknowledged.insert(acknowledged.end(), written.acknowledged.begin(), written.acknowledged.end());
    for (const auto& name : acknowledged) EXPECT_EQ(names.count(name), 1U) << name << " was acknowledged and is lost";
    for (const auto& [name, times] : names) EXPECT_EQ(times, 1) << name;
    EXPECT_EQ(verified_activities(place), static_cast<std::int64_t>(names.size()));
    send_again(Server(place), token, written);
    EXPECT_EQ(names_in_folder(data).size(), names.size() + how_many_are_new(written.unanswered, names));
  }
  return acknowledged.size();
}

TEST(Killed, TheProgramLosesNothingAndDoublesNothing) {
  constexpr int kRoundsOnOneFolder = 20;
  testing_support::Random chance;
  const int rounds = testing_support::wished("PACELINE_KILLS", 5);
  std::size_t acknowledged = 0;
  for (int done = 0; done < rounds && !testing::Test::HasFailure(); done += kRoundsOnOneFolder)
    acknowledged += kill_on_one_folder(std::min(kRoundsOnOneFolder, rounds - done), chance);
  EXPECT_GT(acknowledged, 100U);
  std::cout << rounds << " kills: " << acknowledged << " activities acknowledged\n";
}

}  // namespace
}  // namespace paceline::product
