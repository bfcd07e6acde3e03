// SPDX-License-Identifier: Apache-2.0
// Many writers about the same few contacts and reps at once: calls, signals, voids, batches. Whatever order they come
// in, the maintained counts are what the facts say.
#include <gtest/gtest.h>

#include <thread>

#include "app/add_signal.h"
#include "tests/base/random.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

constexpr int kWriters = 8;
constexpr int kRoundsOfEach = 25;

class Writer {
 public:
  Writer(int number, Product& product, Caller caller, const std::vector<ContactId>& contacts)
      : number_(number),
        product_(product),
        caller_(std::move(caller)),
        contacts_(contacts),
        chance_(static_cast<std::uint64_t>(number)) {}

  void run() {
    for (int round = 0; round < kRoundsOfEach; ++round) {
      switch (chance_.between(0, 3)) {
        case 0: send_signal(); break;
        case 1: void_newest(); break;
        case 2: log_batch(); break;
        default: log(); break;
      }
    }
  }
  [[nodiscard]] const std::vector<std::string>& refusals() const { return refusals_; }

 private:
  std::string a_contact() {
    return to_text(
        contacts_[static_cast<std::size_t>(chance_.between(0, static_cast<std::int64_t>(contacts_.size()) - 1))]);
  }
  std::string a_call() { return "{'kind': 'call', 'rep': '" + a_rep() + "', 'contact_id': '" + a_contact() + "'}"; }
  std::string a_rep() { return chance_.between(0, 1) == 0 ? "ann@acme.example" : "bo@acme.example"; }

  Answered post(const std::string& path, const std::string& body) {
    Sending sending;
    sending.key = "writer-" + std::to_string(number_) + "-" + std::to_string(++sent_);
    Answered answered = product_.post(caller_, path, json(body), sending);
    if (answered.status >= 300) refusals_.push_back(path + ": " + answered.told());
    return answered;
  }
  void log() {
    const Answered logged = post("/activities", a_call());
    if (logged.status == 201) made_.push_back(logged.text_at("/activity/activity_id"));
  }
  void log_batch() {
    std::string items;
    for (int item = 0; item < 6; ++item) items += (item ? ", " : "") + a_call();
    (void)post("/activities/batch", "{'items': [" + items + "]}");
  }
  void send_signal() {
    (void)post("/signals/batch", "{'items': [{'kind': 'comment', 'topic': 'pensions', 'contact_id': '" + a_contact() +
                                     "', 'occurred_at': '2026-11-18T08:00:00Z'}]}");
  }
  void void_newest() {
    if (made_.empty()) return;
    (void)post("/activities/" + made_.back() + "/void", "{'reason': 'a slip'}");
    made_.pop_back();
  }

  int number_;
  Product& product_;
  Caller caller_;
  const std::vector<ContactId>& contacts_;
  testing_support::Random chance_;
  int sent_ = 0;
  std::vector<std::string> made_;
  std::vector<std::string> refusals_;
};

/// A company whose quota counts contacts called after they commented.
class Concurrent : public testing::Test {
 protected:
  void SetUp() override {
    org_ = product_.found("acme");
    product_.apply(
        org_,
        json("{'teams': [{'name': 'T'}], 'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'team': 'T'},"
             "{'email': 'bo@acme.example', 'name': 'Bo', 'team': 'T'},"
             "{'email': 'max@acme.example', 'name': 'Max', 'team': 'T', 'role': 'manager'}],"
             "'quotas': [{'key': 'q', 'name': 'Q', 'period': 'week', 'amount': 9, 'rule': {'kinds': ['call']},"
             "'teams': ['T'], 'from': '2020-01-01'}, {'key': 's', 'name': 'S', 'period': 'week', 'amount': 9, 'rule':"
             "{'kinds': ['call'], 'unit': 'contacts', 'after_signal': {'kinds': ['comment'], 'topics': [],"
             "'within_days': 30}}, 'teams': ['T'], 'from': '2020-01-01'}]}"));
    for (int number = 0; number < 5; ++number)
      contacts_.push_back(product_.add_contact(org_, "Contact " + std::to_string(number), std::nullopt));
  }

  Product product_;
  OrgId org_;
  std::vector<ContactId> contacts_;
};

TEST_F(Concurrent, WritersAboutTheSamePeopleAgreeInTheEnd) {
  const Person max = product_.person(org_, "max@acme.example");
  std::vector<std::unique_ptr<Writer>> writers;
  for (int number = 0; number < kWriters; ++number)
    writers.push_back(std::make_unique<Writer>(number, product_, product_.session(org_, max.user_id), contacts_));
  std::vector<std::thread> threads;
  for (const auto& writer : writers) threads.emplace_back([&] { writer->run(); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& writer : writers) EXPECT_EQ(writer->refusals(), std::vector<std::string>{});
  EXPECT_EQ(product_.differences(org_), std::vector<std::string>{});
  EXPECT_GT(product_.number("SELECT count(*) FROM count_first"), 3);
  EXPECT_GT(product_.number("SELECT count(*) FROM activity"), kWriters * kRoundsOfEach);
}

// Neither sees the other's fact before it ends, so one of them must wait.
TEST_F(Concurrent, ACallWaitsForTheSignalThatMakesItCount) {
  const Person ann = product_.person(org_, "ann@acme.example");
  const Actor system{org_, UserId(), Role::system, {}, {}, {}};
  SignalDraft signal;
  signal.contact_id = contacts_.front();
  signal.kind = "comment";
  signal.occurred_at = product_.clock.now().plus_seconds(-60);
  std::thread caller;
  const auto told = product_.unit.write(org_, [&](Stores& stores) -> Result<void> {
    const auto added = add_signal(system, signal, product_.clock.now(), product_.ids, stores);
    EXPECT_TRUE(added);
    caller = std::thread([&] { (void)product_.add_call(org_, ann.user_id, contacts_.front()); });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return {};
  });
  caller.join();
  EXPECT_TRUE(told);
  EXPECT_EQ(product_.number("SELECT count(*) FROM count_first"), 1);
  EXPECT_EQ(product_.differences(org_), std::vector<std::string>{});
}

// A batch that names Bo before Ann waits for Ann with nothing of Bo's in its hands.
TEST_F(Concurrent, ABatchOfSignalsTakesTheRepsInTheirOrder) {
  const Person ann = product_.person(org_, "ann@acme.example");
  const Person bo = product_.person(org_, "bo@acme.example");
  (void)product_.add_call(org_, bo.user_id, contacts_.at(0));
  (void)product_.add_call(org_, ann.user_id, contacts_.at(1));
  const auto item = [&](std::size_t contact) {
    return "{'kind': 'comment', 'topic': 'pensions', 'contact_id': '" + to_text(contacts_.at(contact)) +
           "', 'occurred_at': '2026-11-18T08:00:00Z'}";
  };
  const std::string batch = json("{'items': [" + item(0) + "," + item(1) + "]}");
  const Caller caller = product_.session(org_, product_.person(org_, "max@acme.example").user_id);
  std::thread client;
  const auto held = product_.unit.write(org_, [&](Stores& stores) -> Result<void> {
    PACELINE_CHECK(stores.counts.take_cells_of(ann.user_id));
    if (!client.joinable())
      client = std::thread([&] { EXPECT_EQ(product_.post(caller, "/signals/batch", batch).told(), "200"); });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    const auto began = std::chrono::steady_clock::now();
    PACELINE_CHECK(stores.counts.take_cells_of(bo.user_id));
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::milliseconds(300));
    return {};
  });
  client.join();
  EXPECT_TRUE(held);
  EXPECT_EQ(product_.number("SELECT count(*) FROM count_first"), 2);
  EXPECT_EQ(product_.differences(org_), std::vector<std::string>{});
}

// Two servers whose clocks do not agree: what was done last is what holds.
TEST_F(Concurrent, AChangeByASlowerClockComesAfterTheEarlierOne) {
  const Person max = product_.person(org_, "max@acme.example");
  const Caller caller = product_.session(org_, max.user_id);
  const ActivityId call = product_.add_call(org_, product_.person(org_, "ann@acme.example").user_id);
  const std::string path = "/activities/" + to_text(call);
  product_.clock.advance_seconds(10);
  const std::string quick = json("{'set': {'topic': 'quick clock'}, 'reason': 'heard it'}");
  EXPECT_EQ(product_.post(caller, path + "/correct", quick).status, 200);
  product_.clock.advance_seconds(-5);
  const std::string slow = json("{'set': {'topic': 'slow clock'}, 'reason': 'heard it again'}");
  const Answered last = product_.post(caller, path + "/correct", slow);
  EXPECT_EQ(last.text_at("/activity/topic"), "slow clock");
  EXPECT_EQ(product_.differences(org_), std::vector<std::string>{});
}

}  // namespace
}  // namespace paceline::product
