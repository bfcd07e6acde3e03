// SPDX-License-Identifier: Apache-2.0
#include "http/live.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

#include "tests/http/test_server.h"

namespace paceline::http {
namespace {

using std::chrono::milliseconds;

class Changes final : public api::LiveSource {
 public:
  void add(std::int64_t org, api::LiveEvent event) {
    const std::lock_guard lock(mutex_);
    event.seq = ++last_;
    events_.emplace_back(org, std::move(event));
  }
  std::map<std::int64_t, std::int64_t> newest(const std::vector<std::int64_t>& orgs) override {
    const std::lock_guard lock(mutex_);
    ++questions_;
    if (broken) throw std::runtime_error("the database is gone");
    most_at_once_ = std::max(most_at_once_, orgs.size());
    std::map<std::int64_t, std::int64_t> found;
    for (const auto& [of, event] : events_)
      if (std::find(orgs.begin(), orgs.end(), of) != orgs.end()) found[of] = event.seq;
    return found;
  }
  std::vector<api::LiveEvent> after(std::int64_t org, std::int64_t seq, int limit) override {
    const std::lock_guard lock(mutex_);
    ++questions_;
    std::vector<api::LiveEvent> found;
    for (const auto& [of, event] : events_)
      if (of == org && event.seq > seq && found.size() < static_cast<std::size_t>(limit)) found.push_back(event);
    return found;
  }
  [[nodiscard]] int questions() {
    const std::lock_guard lock(mutex_);
    return questions_;
  }
  /// Organisations that one question was about.
  [[nodiscard]] std::size_t most_at_once() {
    const std::lock_guard lock(mutex_);
    return most_at_once_;
  }
  std::atomic<bool> broken{false};

 private:
  std::mutex mutex_;
  std::int64_t last_ = 0;
  int questions_ = 0;
  std::size_t most_at_once_ = 0;
  std::vector<std::pair<std::int64_t, api::LiveEvent>> events_;
};

std::atomic<bool> nine_has_gone{false};

// GET /api/v1/live?org=1&rep=2&after=3: changes of one organisation, of one rep and of everybody.
api::Response listen(const api::Request& request) {
  std::int64_t org = 1;
  std::int64_t rep = 0;
  api::LiveSubscription subscription;
  for (const auto& [name, value] : request.query) {
    if (name == "org") org = std::stoll(value);
    if (name == "rep") rep = std::stoll(value);
    if (name == "after") subscription.after_seq = std::stoll(value);
  }
  subscription.org = org;
  subscription.may_see = [rep](const api::LiveEvent& event) {
    if (event.data == "a trap") throw std::runtime_error("caught");
    return rep == 0 || event.rep == 0 || event.rep == rep;
  };
  subscription.holds = [rep] { return rep != 9 || !nine_has_gone; };
  api::Response response;
  response.live = std::move(subscription);
  return response;
}

RawClient listener(std::uint16_t port, const std::string& query = {}) {
  RawClient client(port);
  client.send("GET /api/v1/live?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  return client;
}

TEST(Live, BeginsWithWhenToComeBack) {
  Changes changes;
  TestServer server({.handler = listen, .live = &changes});
  RawClient client = listener(server.port);
  const RawAnswer answer = client.receive();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.field("content-type"), "text/event-stream");
  EXPECT_EQ(answer.field("cache-control"), "no-store");
  EXPECT_EQ(answer.field("content-length"), "");
  EXPECT_EQ(client.receive_until("\n\n"), "retry: 2000\n\n");
}

TEST(Live, TellsChangesAsTheyHappen) {
  Changes changes;
  TestServer server({.handler = listen, .live = &changes});
  RawClient client = listener(server.port);
  EXPECT_EQ(client.receive().status, 200);
  changes.add(1, {.data = R"({"seq":"1"})"});
  EXPECT_EQ(client.receive_until("}\n\n"), "retry: 2000\n\nid: 1\nevent: change\ndata: {\"seq\":\"1\"}\n\n");
}

TEST(Live, TellsEachOnlyWhatHeMaySee) {
  Changes changes;
  TestServer server({.handler = listen, .live = &changes});
  RawClient seven = listener(server.port, "rep=7");
  RawClient eight = listener(server.port, "rep=8");
  RawClient other = listener(server.port, "org=2");
  for (RawClient* client : {&seven, &eight, &other}) EXPECT_EQ(client->receive().status, 200);
  changes.add(1, {.rep = 7, .data = "of seven"});
  changes.add(2, {.data = "of the others"});
  changes.add(1, {.rep = 8, .data = "of eight"});
  changes.add(1, {.data = "a trap"});
  changes.add(1, {.data = "to all"});
  const std::string to_seven = seven.receive_until("to all");
  EXPECT_NE(to_seven.find("of seven"), std::string::npos);
  EXPECT_EQ(to_seven.find("of eight"), std::string::npos);
  EXPECT_EQ(to_seven.find("others"), std::string::npos);
  EXPECT_EQ(to_seven.find("trap"), std::string::npos);
  EXPECT_NE(eight.receive_until("to all").find("of eight"), std::string::npos);
  EXPECT_NE(other.receive_until("of the others").find("id: 2\n"), std::string::npos);
}

TEST(Live, EndsUntoldForOneWhoseRightsHaveEnded) {
  nine_has_gone = false;
  Changes changes;
  TestServer server({.handler = listen, .live = &changes});
  RawClient nine = listener(server.port, "rep=9");
  RawClient all = listener(server.port);
  for (RawClient* client : {&nine, &all}) EXPECT_EQ(client->receive().status, 200);
  changes.add(1, {.rep = 9, .data = "still here"});
  EXPECT_NE(nine.receive_until("still here\n\n").find("id: 1\n"), std::string::npos);
  nine_has_gone = true;
  changes.add(1, {.rep = 9, .data = "too late"});
  EXPECT_EQ(nine.receive_until("too late").find("too late"), std::string::npos);
  EXPECT_TRUE(nine.closed_by_server());
  EXPECT_NE(all.receive_until("too late").find("id: 2\n"), std::string::npos);
}

TEST(Live, BeginsAfterWhatTheReaderKnowsAndRepeatsNothing) {
  Changes changes;
  for (int i = 0; i < 1'000; ++i) changes.add(1, {.data = "x"});
  TestServer server({.handler = listen, .live = &changes});
  RawClient current = listener(server.port, "after=1000");
  EXPECT_EQ(current.receive().status, 200);
  RawClient late = listener(server.port, "after=10");
  EXPECT_EQ(late.receive().status, 200);
  const std::string caught_up = late.receive_until("id: 1000\n");
  std::string expected = "retry: 2000\n\n";
  for (int i = 11; i <= 1'000; ++i) expected += "id: " + std::to_string(i) + "\nevent: change\ndata: x\n\n";
  EXPECT_TRUE(expected.starts_with(caught_up)) << caught_up.size();
  EXPECT_GT(caught_up.size(), expected.size() - 40);
  changes.add(1, {.data = "news"});
  EXPECT_EQ(current.receive_until("news\n\n"), "retry: 2000\n\nid: 1001\nevent: change\ndata: news\n\n");
}

TEST(Live, AsksOncePerOrganisationHoweverManyListen) {
  Changes changes;
  Limits limits = brief();
  limits.live_poll = milliseconds(50);
  TestServer server({.handler = listen, .live = &changes, .limits = limits});
  std::vector<RawClient> crowd;
  for (int i = 0; i < 100; ++i) {
    crowd.push_back(listener(server.port));
    EXPECT_EQ(crowd.back().receive().status, 200);
  }
  const int before = changes.questions();
  std::this_thread::sleep_for(milliseconds(200));
  EXPECT_LE(changes.questions() - before, 6);
  changes.add(1, {.data = "to all"});
  for (RawClient& client : crowd) EXPECT_NE(client.receive_until("to all").find("id: 1\n"), std::string::npos);
}

TEST(Live, AsksOnceForAllOrganisationsInWhichNothingIsNew) {
  constexpr int kOrganisations = 20;
  Changes changes;
  Limits limits = brief();
  limits.live_poll = milliseconds(50);
  TestServer server({.handler = listen, .live = &changes, .limits = limits});
  std::vector<RawClient> crowd;
  for (int org = 1; org <= kOrganisations; ++org) {
    crowd.push_back(listener(server.port, "org=" + std::to_string(org)));
    EXPECT_EQ(crowd.back().receive().status, 200);
  }
  EXPECT_TRUE(soon([&] { return changes.most_at_once() == kOrganisations; }));
  const int before = changes.questions();
  std::this_thread::sleep_for(milliseconds(200));
  EXPECT_LE(changes.questions() - before, 6);
  changes.add(7, {.data = "to seven"});
  EXPECT_NE(crowd.at(6).receive_until("to seven").find("id: 1\n"), std::string::npos);
}

TEST(Live, AsksOneQuestionAtATime) {
  class Slow final : public api::LiveSource {
   public:
    std::map<std::int64_t, std::int64_t> newest(const std::vector<std::int64_t>& orgs) override {
      return {{orgs.front(), 1}};
    }
    std::vector<api::LiveEvent> after(std::int64_t, std::int64_t, int) override {
      if (++inside > 1) overlapped = true;
      std::this_thread::sleep_for(milliseconds(50));
      --inside;
      return {};
    }
    std::atomic<int> inside{0};
    std::atomic<bool> overlapped{false};
  } slow;
  TestServer server({.handler = listen, .live = &slow});
  RawClient client = listener(server.port);
  EXPECT_EQ(client.receive().status, 200);
  std::this_thread::sleep_for(milliseconds(150));
  EXPECT_FALSE(slow.overlapped);
}

TEST(Live, AsksNobodyWhenNobodyListens) {
  Changes changes;
  TestServer server({.handler = listen, .live = &changes});
  {
    RawClient client = listener(server.port);
    EXPECT_EQ(client.receive().status, 200);
    EXPECT_TRUE(soon([&] { return changes.questions() > 0; }));
  }
  EXPECT_TRUE(soon([&] {
    const int before = changes.questions();
    std::this_thread::sleep_for(milliseconds(50));
    return changes.questions() == before;
  }));
}

TEST(Live, BeatsWhileNothingHappens) {
  Changes changes;
  Limits limits = brief();
  limits.heartbeat = milliseconds(30);
  TestServer server({.handler = listen, .live = &changes, .limits = limits});
  RawClient client = listener(server.port);
  EXPECT_EQ(client.receive().status, 200);
  EXPECT_EQ(client.receive_until(":\n\n:\n\n:\n\n"), "retry: 2000\n\n:\n\n:\n\n:\n\n");
}

TEST(Live, DropsAReaderThatDoesNotRead) {
  Changes changes;
  TestServer server({.handler = listen, .live = &changes});
  RawClient slow(server.port, 4096);
  slow.send("GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(slow.receive().status, 200);
  RawClient quick = listener(server.port);
  EXPECT_EQ(quick.receive().status, 200);
  for (int i = 0; i < 40; ++i) {
    changes.add(1, {.data = std::string(50'000, 'a')});
    static_cast<void>(quick.receive_until("id: " + std::to_string(i + 1) + "\n"));
  }
  changes.add(1, {.data = "the end"});
  EXPECT_NE(quick.receive_until("the end").find("the end"), std::string::npos);
  const std::string got = slow.receive_until("the end");
  EXPECT_EQ(got.find("the end"), std::string::npos);
  EXPECT_LT(got.size(), 40U * 50'000);
}

TEST(Live, EndsWithTheConnectionItsAgeOrTheServer) {
  Changes changes;
  Limits limits = brief();
  limits.live_age = milliseconds(60);
  TestServer aging({.handler = listen, .live = &changes, .limits = limits});
  RawClient old = listener(aging.port);
  EXPECT_EQ(old.receive().status, 200);
  EXPECT_TRUE(old.closed_by_server());

  TestServer stopping({.handler = listen, .live = &changes});
  RawClient client = listener(stopping.port);
  EXPECT_EQ(client.receive().status, 200);
  stopping.server().stop();
  EXPECT_TRUE(client.closed_by_server());
  stopping.server().wait();
}

TEST(Live, HasALimitAndGetsItsPlacesBack) {
  Changes changes;
  Limits limits = brief();
  limits.live_streams = 1;
  TestServer server({.handler = listen, .live = &changes, .limits = limits});
  {
    RawClient first = listener(server.port);
    EXPECT_EQ(first.receive().status, 200);
    const RawAnswer second = listener(server.port).receive();
    EXPECT_EQ(second.status, 503);
    EXPECT_EQ(second.code(), "live.too_many");
  }
  EXPECT_TRUE(soon([&] { return listener(server.port).receive().status == 200; }));
}

TEST(Live, SurvivesASourceThatThrows) {
  Changes changes;
  changes.broken = true;
  std::atomic<int> heard{0};
  TestServer server({.handler = listen, .live = &changes, .on_fault = [&](std::string_view) { ++heard; }});
  RawClient client = listener(server.port);
  EXPECT_EQ(client.receive().status, 200);
  EXPECT_TRUE(soon([&] { return heard > 0; }));
  changes.broken = false;
  changes.add(1, {.data = "back"});
  EXPECT_NE(client.receive_until("back").find("id: 1\n"), std::string::npos);
}

TEST(Live, AnswersHeadWithoutAStream) {
  Changes changes;
  TestServer server({.handler = listen, .live = &changes});
  RawClient client(server.port);
  client.send("HEAD /api/v1/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(client.receive(true).field("content-type"), "text/event-stream");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(WriteEvent, BeginsADataLineForEachLine) {
  EXPECT_EQ(write_event({.seq = 17, .rep = 0, .data = "a\nb"}), "id: 17\nevent: change\ndata: a\ndata: b\n\n");
  EXPECT_EQ(write_event({.seq = 1, .rep = 0, .data = ""}), "id: 1\nevent: change\ndata: \n\n");
}

}  // namespace
}  // namespace paceline::http
