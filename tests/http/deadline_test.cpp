// SPDX-License-Identifier: Apache-2.0
// Slow clients, too many clients, too many requests: with limits small enough to run into.
#include <condition_variable>
#include <mutex>
#include <vector>

#include "tests/http/test_server.h"

namespace paceline::http {
namespace {

using std::chrono::milliseconds;

TEST(Deadline, OfTheHeaderIsNotMovedByABytePerMoment) {
  Limits limits = brief();
  limits.header_time = milliseconds(80);
  TestServer server({.limits = limits});
  RawClient client(server.port);
  client.send("GET /api HTTP/1.1\r\nX-Slow: ");
  int bytes = 0;
  for (; bytes < 100 && !client.has_answer(); ++bytes) {
    client.send("a");
    std::this_thread::sleep_for(milliseconds(5));
  }
  EXPECT_LT(bytes, 60);
  EXPECT_EQ(client.receive().code(), "http.timeout");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(Deadline, OfTheBodyIsItsOwn) {
  Limits limits = brief();
  limits.header_time = milliseconds(10'000);
  limits.body_time = milliseconds(60);
  TestServer server({.limits = limits});
  for (const std::string length : {"Content-Length: 10", "Transfer-Encoding: chunked"}) {
    RawClient client(server.port);
    client.send("POST /api HTTP/1.1\r\nHost: localhost\r\n" + length + "\r\n\r\n4\r\n");
    const RawAnswer answer = client.receive();
    EXPECT_EQ(answer.status, 408);
    EXPECT_EQ(answer.code(), "http.timeout");
  }
}

TEST(Deadline, OfAnIdleConnectionEndsItSilently) {
  Limits limits = brief();
  limits.idle_time = milliseconds(250);
  TestServer server({.limits = limits});
  RawClient fresh(server.port);
  RawClient used(server.port);
  used.send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(used.receive().status, 200);
  EXPECT_EQ(fresh.receive_until(""), "");
  EXPECT_EQ(used.receive_until(""), "");
}

TEST(Deadline, OfWritingEndsAClientThatDoesNotRead) {
  Limits limits = brief();
  limits.write_time = milliseconds(60);
  TestServer server({.handler =
                         [](const api::Request&) {
                           api::Response response;
                           response.body = std::string(30'000'000, 'a');
                           return response;
                         },
                     .limits = limits});
  RawClient client(server.port, 4096);
  client.send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(200));
  const RawAnswer answer = client.receive();
  EXPECT_EQ(answer.status, 200);
  EXPECT_LT(answer.body.size(), 30'000'000U);
}

TEST(Deadline, OfTheHandlerIsNone) {
  Limits limits = brief();
  limits.header_time = limits.body_time = limits.idle_time = limits.write_time = milliseconds(100);
  TestServer server({.handler =
                         [](const api::Request& request) {
                           std::this_thread::sleep_for(milliseconds(200));
                           return echo(request);
                         },
                     .limits = limits});
  EXPECT_EQ(get(server.port, "/api").status, 200);
}

TEST(Crowd, OfAThousandIdleConnectionsIsServed) {
  TestServer server;
  std::vector<RawClient> crowd;
  for (int i = 0; i < 1'000; ++i) crowd.emplace_back(server.port);
  EXPECT_EQ(get(server.port, "/api").status, 200);
  for (std::size_t i = 0; i < crowd.size(); i += 97) {
    ASSERT_TRUE(crowd[i].connected());
    crowd[i].send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(crowd[i].receive().status, 200);
  }
}

TEST(Crowd, PastTheLimitIsToldSo) {
  Limits limits = brief();
  limits.connections = 3;
  TestServer server({.limits = limits});
  {
    std::vector<RawClient> crowd;
    for (int i = 0; i < 3; ++i) {
      crowd.emplace_back(server.port);
      crowd.back().send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
      EXPECT_EQ(crowd.back().receive().status, 200);
    }
    RawClient late(server.port);
    EXPECT_EQ(late.receive().code(), "server.busy");
  }
  EXPECT_TRUE(soon([&] { return get(server.port, "/api").status == 200; }));
}

TEST(Crowd, OfOnePeerHasItsOwnLimit) {
  Limits limits = brief();
  limits.connections_per_peer = 2;
  TestServer server({.limits = limits});
  {
    const RawClient first(server.port);
    const RawClient second(server.port);
    EXPECT_EQ(RawClient(server.port).receive().code(), "server.busy");
  }
  EXPECT_TRUE(soon([&] { return get(server.port, "/api").status == 200; }));
}

TEST(Crowd, OfRequestsThatNoWorkerTakesIsToldToComeBack) {
  std::mutex mutex;
  std::condition_variable changed;
  int inside = 0;
  bool open = false;
  Limits limits = brief();
  limits.queued_requests = 2;
  TestServer server({.handler =
                         [&](const api::Request& request) {
                           std::unique_lock lock(mutex);
                           ++inside;
                           changed.wait(lock, [&] { return open; });
                           return echo(request);
                         },
                     .limits = limits});
  std::vector<RawClient> crowd;
  for (int i = 0; i < 4; ++i) {  // as many as there are workers
    crowd.emplace_back(server.port);
    crowd.back().send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
    ASSERT_TRUE(soon([&] {
      const std::lock_guard lock(mutex);
      return inside == i + 1;
    }));
  }
  for (int i = 0; i < 5; ++i) {
    crowd.emplace_back(server.port);
    crowd.back().send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
  int busy = 0;
  for (std::size_t i = 6; i < 9; ++i) {
    const RawAnswer answer = crowd[i].receive();
    if (answer.code() == "server.busy" && answer.field("retry-after") == "1") ++busy;
  }
  EXPECT_EQ(busy, 3);
  {
    const std::lock_guard lock(mutex);
    open = true;
  }
  changed.notify_all();
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(crowd[i].receive().status, 200);
}

}  // namespace
}  // namespace paceline::http
