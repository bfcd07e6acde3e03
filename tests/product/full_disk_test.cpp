// SPDX-License-Identifier: Apache-2.0
// A server whose disk is full says so to its clients, lives, and goes on by itself once there is room. The disk is a
// small one in memory, which only root may mount.
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>

#include "tests/database/test_database.h"
#include "tests/product/loggers.h"

namespace paceline::product {
namespace {

constexpr const char* kFull = "503 store.disk_full";

class SmallDisk {
 public:
  SmallDisk() { mounted_ = ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, "size=24m,mode=0700") == 0; }
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  [[nodiscard]] bool mounted() const { return mounted_; }
  [[nodiscard]] std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
  /// All but as many bytes are taken by a file of somebody else.
  void fill_but(std::uintmax_t bytes) const {
    const auto room = std::filesystem::space(folder_.path()).available;
    std::ofstream(path("filler")) << std::string(static_cast<std::size_t>(room - bytes), 'x');
  }
  void make_room() const { std::filesystem::remove(path("filler")); }

 private:
  const MemoryFolder folder_;
  bool mounted_ = false;
};

template <class Condition>
bool within_ten_seconds(Condition holds) {
  for (int look = 0; look < 1000 && !holds(); ++look) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return holds();
}

int refused(const Loggers& loggers) {
  const auto refusals = loggers.so_far().refusals;
  const auto found = refusals.find(kFull);
  return found == refusals.end() ? 0 : found->second;
}

TEST(FullDiskOfAServer, IsSaidAndGoneOnFromWhenThereIsRoom) {
  if (!server_of_tests().empty()) GTEST_SKIP() << "of the embedded database";
  const SmallDisk disk;
  if (!disk.mounted()) GTEST_SKIP() << "only root may mount a disk in memory";
  const Place place{"--data", disk.path("data")};
  const std::string token = found_company(place);
  Loggers::Report report;
  std::size_t before = 0;
  int times_full = 0;
  {
    const Server server(place);
    Loggers loggers(server, token, 16);
    for (int round = 0; round < 3; ++round) {
      disk.fill_but(100'000);
      const int refused_before = refused(loggers);
      if (within_ten_seconds([&] { return refused(loggers) > refused_before + 20; })) ++times_full;
      before = loggers.so_far().acknowledged.size();
      disk.make_room();
      EXPECT_TRUE(within_ten_seconds([&] { return loggers.so_far().acknowledged.size() > before + 20; }))
          << "it did not go on";
    }
    report = loggers.stop();
  }
  EXPECT_EQ(times_full, 3);
  EXPECT_EQ(report.unanswered, 0);
  EXPECT_EQ(report.refusals.size(), 1U) << report.refusals.begin()->first << " is not the only refusal";
  const auto names = names_in_folder(disk.path("data"));
  EXPECT_EQ(not_once(report.acknowledged, names), std::vector<std::string>());
  EXPECT_EQ(verified_activities(place), static_cast<std::int64_t>(report.acknowledged.size()))
      << "what was refused is not there";
  std::cout << "a disk full three times: " << report.acknowledged.size() << " acknowledged, " << report.refusals[kFull]
            << " refused with " << kFull << "\n";
}

}  // namespace
}  // namespace paceline::product
