// SPDX-License-Identifier: Apache-2.0
// Eight writers at work, and the power goes: two hundred times, each at another moment of the same load. What was
// acknowledged before is there, once; nothing is there by half; every count is what the facts say.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

#include "store/sqlite/sqlite_database.h"
#include "tests/database/disk_recording.h"
#include "tests/database/statements.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

using testing_support::DiskRecording;
using testing_support::Random;

constexpr int kCuts = 200;
constexpr int kPowerWriters = 8;
constexpr int kCallsOfEach = 40;

struct Acknowledged {
  std::string name;
  std::size_t events = 0;  ///< of the disk, when the client had its answer
};

/// What a disk holds after a power cut, as the product finds it.
struct Found {
  std::map<std::string, int> names;
  std::vector<std::string> faults;
};

std::string integrity_of(const std::string& path) {
  sqlite3* opened = nullptr;
  std::string told;
  const auto take = [](void* to, int, char** values, char**) {
    *static_cast<std::string*>(to) += values[0];
    return 0;
  };
  if (sqlite3_open(path.c_str(), &opened) == SQLITE_OK)
    sqlite3_exec(opened, "PRAGMA integrity_check", take, &told, nullptr);
  if (told.empty()) told = sqlite3_errmsg(opened);
  sqlite3_close(opened);
  return told;
}

class PowerCut : public testing::Test {
 protected:
  PowerCut() : recording_(folder_.path()) {
    product_ = std::make_unique<Product>(
        [this](const TestDatabase&) { return *store::SqliteDatabase::open(folder_.path(), store::Access::owner); });
    org_id_ = product_->found("acme");
    product_->apply(org_id_,
                    json("{'users': [{'email': 'ann@acme.example', 'name': 'Ann'}], 'contacts': [{'key': 'c1', "
                         "'name': 'Carla'}], 'quotas': [{'key': 'calls', 'name': 'Calls', 'period': 'week', "
                         "'amount': 100, 'from': '2026-11-16', 'rule': {'kinds': ['call']}, 'reps': "
                         "['ann@acme.example']}, {'key': 'people', 'name': 'People', 'period': 'week', "
                         "'amount': 10, 'from': '2026-11-16', 'rule': {'kinds': ['call'], 'unit': "
                         "'contacts'}, 'reps': ['ann@acme.example']}]}"));
    const Person ann = product_->person(org_id_, "ann@acme.example");
    caller_ = product_->token(org_id_, ann.user_id, Scope::log);
    begun_ = recording_.events();
  }

  void write_calls() {
    std::vector<std::thread> writers;
    for (int writer = 0; writer < kPowerWriters; ++writer) {
      writers.emplace_back([this, writer] {
        for (int call = 0; call < kCallsOfEach; ++call)
          log_call("w" + std::to_string(writer) + "-" + std::to_string(call));
      });
    }
    for (std::thread& writer : writers) writer.join();
  }

  Found find_after(std::size_t events, std::size_t honest, Random& chance) const {
    const MemoryFolder left;
    recording_.leave(events, honest, chance, left.path());
    Found found;
    auto opened = store::SqliteDatabase::open(left.path(), store::Access::owner);
    if (!opened) {
      found.faults.push_back(opened.error().code);
      return found;
    }
    look_at(**opened, found);
    opened->reset();
    const std::string integrity = integrity_of(left.path() + "/paceline.db");
    if (integrity != "ok") found.faults.push_back(integrity);
    return found;
  }

  /// What was acknowledged before and is not there, or is there more than once.
  [[nodiscard]] int lost_or_doubled(const Found& found, std::size_t events) const {
    int wrong = 0;
    for (const Acknowledged& one : acknowledged_) {
      const auto times = found.names.find(one.name);
      if (one.events <= events && times == found.names.end()) ++wrong;
    }
    for (const auto& [name, times] : found.names) wrong += times - 1;
    return wrong;
  }

  const MemoryFolder folder_;
  DiskRecording recording_;
  std::unique_ptr<Product> product_;
  OrgId org_id_;
  Caller caller_;
  std::size_t begun_ = 0;
  std::mutex mutex_;
  std::vector<Acknowledged> acknowledged_;

 private:
  void log_call(const std::string& name) {
    Sending sending;
    sending.key = name;
    const auto answer = product_->post(caller_, "/activities",
                                       json("{'kind': 'call', 'contact': 'c1', 'source': 'phone', 'external_id': '" +
                                            name + "', 'occurred_at': '2026-11-18T08:00:00Z'}"),
                                       sending);
    ASSERT_EQ(answer.told(), "201");
    const std::lock_guard lock(mutex_);
    acknowledged_.push_back({name, recording_.events()});
  }

  void look_at(store::Database& database, Found& found) const {
    store::SqlUnitOfWork unit(database, product_->names, product_->ids);
    const auto read = database.read([&](store::Connection& connection) {
      return connection.each({"test.names", "SELECT external_id FROM activity"}, {},
                             [&](const store::Row& row) { ++found.names[row.text(0)]; });
    });
    if (!read) found.faults.push_back(read.error().code);
    const auto proved = read_as<Verification>(unit, org_id_, [](Stores& stores) { return verify(stores); });
    if (!proved) found.faults.push_back(proved.error().code);
    if (proved && !proved->differences.empty()) found.faults.push_back(proved->differences.front().cell);
  }
};

TEST_F(PowerCut, LosesNothingThatWasAcknowledged) {
  if (!server_of_tests().empty()) GTEST_SKIP() << "of the embedded database";
  Random chance;
  write_calls();
  const std::size_t end = recording_.events();
  std::size_t fewest = acknowledged_.size();
  std::size_t most = 0;
  for (int cut = 0; cut < kCuts; ++cut) {
    const auto at =
        static_cast<std::size_t>(chance.between(static_cast<std::int64_t>(begun_), static_cast<std::int64_t>(end)));
    const Found found = find_after(at, at, chance);
    ASSERT_EQ(found.faults, std::vector<std::string>()) << "after " << at << " of " << end << " events";
    ASSERT_EQ(lost_or_doubled(found, at), 0) << "after " << at << " of " << end << " events";
    fewest = std::min(fewest, found.names.size());
    most = std::max(most, found.names.size());
  }
  EXPECT_LT(fewest, most) << "every cut was at the same moment";
  std::cout << kCuts << " power cuts in " << end - begun_ << " events of the disk: " << fewest << " to " << most
            << " activities were there, 0 lost, 0 doubled\n";
}

TEST_F(PowerCut, OnADiskThatLiesIsNoticedByThisTest) {
  if (!server_of_tests().empty()) GTEST_SKIP() << "of the embedded database";
  Random chance;
  write_calls();
  int noticed = 0;
  for (int cut = 0; cut < 20; ++cut) {
    const Found found = find_after(recording_.events(), begun_, chance);
    if (!found.faults.empty() || lost_or_doubled(found, recording_.events()) > 0) ++noticed;
  }
  EXPECT_GE(noticed, 18) << "of 20";
}

}  // namespace
}  // namespace paceline::product
