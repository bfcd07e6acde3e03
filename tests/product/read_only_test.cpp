// SPDX-License-Identifier: Apache-2.0
// A disk that may not be written to any more, as a file system with a fault is mounted again: clients are told so, what
// is stored is read as before, the server lives, and goes on by itself when it may write again.
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <iostream>

#include "tests/product/faulty_machine.h"
#include "tests/product/loggers.h"

namespace paceline::product {
namespace {

constexpr const char* kReadOnly = "503 store.read_only";

template <class Condition>
bool holds_within_ten_seconds(Condition holds) {
  for (int look = 0; look < 1000 && !holds(); ++look) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return holds();
}

int times_read_only(const Loggers& loggers) {
  const auto refusals = loggers.so_far().refusals;
  const auto found = refusals.find(kReadOnly);
  return found == refusals.end() ? 0 : found->second;
}

api::Request list_request(const std::string& token) {
  api::Request request;
  request.method = api::Method::get;
  request.path = "/api/v1/activities";
  request.query = {{"rep", "me"}, {"limit", "1"}};
  request.headers = {{"authorization", "Bearer " + token}};
  return request;
}

TEST(ReadOnlyFolder, IsSaidByAServerThatLivesAndGoesOn) {
  if (!server_of_tests().empty()) GTEST_SKIP() << "of the embedded database";
  if (!FaultyMachine::can_be()) GTEST_SKIP() << "not under a sanitizer";
  const MemoryFolder folder;
  const Place place{"--data", folder.path()};
  FaultyMachine machine(folder.path());
  const std::string token = found_company(place);
  Loggers::Report report;
  {
    const Server server(place);
    Loggers loggers(server, token, 8);
    for (int round = 0; round < 3; ++round) {
      machine.set_read_only(true);
      const int before = times_read_only(loggers);
      EXPECT_TRUE(holds_within_ten_seconds([&] { return times_read_only(loggers) > before + 20; })) << "it is not said";
      const auto read = server.send(list_request(token));
      EXPECT_TRUE(read && read->status == 200) << (read ? read->body : read.error().code);
      machine.set_read_only(false);
      const std::size_t acknowledged = loggers.so_far().acknowledged.size();
      EXPECT_TRUE(holds_within_ten_seconds([&] { return loggers.so_far().acknowledged.size() > acknowledged + 20; }))
          << "it does not go on";
    }
    report = loggers.stop();
  }
  EXPECT_EQ(report.unanswered, 0);
  for (const auto& [refusal, times] : report.refusals) EXPECT_EQ(refusal, kReadOnly) << times << " times";
  const auto names = names_in_folder(folder.path());
  EXPECT_EQ(not_once(report.acknowledged, names), std::vector<std::string>());
  EXPECT_EQ(verified_activities(place), static_cast<std::int64_t>(report.acknowledged.size()))
      << "what was refused is not there";
  std::cout << "read-only three times: " << report.acknowledged.size() << " acknowledged, "
            << report.refusals[kReadOnly] << " refused with " << kReadOnly << "\n";
}

TEST(ReadOnlyFolder, KeepsAServerFromStarting) {
  if (!server_of_tests().empty()) GTEST_SKIP() << "of the embedded database";
  const MemoryFolder folder;
  const Place place{"--data", folder.path()};
  (void)found_company(place);
  const char* path = folder.path().c_str();
  if (::mount(path, path, nullptr, MS_BIND, nullptr) != 0) GTEST_SKIP() << "only root may mount";
  ASSERT_EQ(::mount(nullptr, path, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr), 0);
  Program refused({"serve", "--port", "0", "--json", "--data", folder.path()});
  EXPECT_EQ(refused.line(), "") << "it said that it is ready";
  EXPECT_EQ(refused.wait(), 7);
  ASSERT_EQ(::umount2(path, MNT_DETACH), 0);
  EXPECT_EQ(verified_activities(place), 0);
}

}  // namespace
}  // namespace paceline::product
