// SPDX-License-Identifier: Apache-2.0
// Where the server listens, who comes in through which door, and how it stops.
#include "http/server.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <fstream>

#include "http/client.h"
#include "tests/http/test_server.h"

namespace paceline::http {
namespace {

using std::chrono::milliseconds;

std::string start_code(ServerOptions options) {
  options.handler = echo;
  Server server(std::move(options));
  const auto bound = server.start();
  return bound ? "" : bound.error().code;
}

TEST(Server, NamesWhyItCannotListen) {
  TestServer there;
  EXPECT_EQ(start_code({.port = there.port}), "listen.in_use");
  EXPECT_EQ(start_code({.address = "sales.example"}), "listen.invalid");
  EXPECT_EQ(start_code({.address = "192.0.2.1"}), "listen.unavailable");
  EXPECT_EQ(start_code({.address = "", .socket_path = "/" + std::string(200, 'a')}), "listen.invalid");
  EXPECT_EQ(start_code({.address = "", .socket_path = "/nowhere/at/all.sock"}), "listen.unavailable");
  EXPECT_EQ(start_code({}), "");
}

TEST(Server, TellsThePortThatItGot) {
  Server server({.address = "localhost", .handler = echo});
  const auto bound = server.start();
  ASSERT_TRUE(bound);
  EXPECT_EQ(bound->address, "127.0.0.1");
  EXPECT_GT(bound->port, 0);
  EXPECT_TRUE(bound->loopback);
}

TEST(OperatorsDoor, IsASocketThatOnlyTheOwnerMayOpen) {
  const std::string path = fresh_socket_path();
  {
    Server server({.address = "", .socket_path = path, .handler = [](const api::Request& request) {
                     api::Response response = echo(request);
                     response.body += request.door == api::Door::operator_ ? " operator" : " network";
                     response.body += request.peer;
                     return response;
                   }});
    ASSERT_TRUE(server.start());
    struct stat found {};
    ASSERT_EQ(stat(path.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
    RawClient client(path);
    client.send("GET /api HTTP/1.1\r\nHost: any.example\r\n\r\n");
    EXPECT_EQ(client.receive().body, "GET /api?| operator");
    EXPECT_EQ(start_code({.address = "", .socket_path = path}), "listen.in_use");
  }
  struct stat found {};
  EXPECT_NE(stat(path.c_str(), &found), 0) << "the file stays behind";
}

TEST(OperatorsDoor, ReplacesTheSocketOfAServerThatDied) {
  const std::string path = fresh_socket_path();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(static_cast<char*>(address.sun_path), path.size());
  const int dead = socket(AF_UNIX, SOCK_STREAM, 0);
  ASSERT_EQ(bind(dead, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  close(dead);
  EXPECT_EQ(start_code({.address = "", .socket_path = path}), "");
}

TEST(OperatorsDoor, ReplacesNothingThatIsNotASocket) {
  const std::string path = fresh_socket_path();
  std::ofstream(path) << "a file of somebody";
  EXPECT_EQ(start_code({.address = "", .socket_path = path}), "listen.in_use");
  EXPECT_TRUE(std::filesystem::remove(path));
}

TEST(OperatorsDoor, IsNotTheNetworks) {
  TestServer server({.handler = [](const api::Request& request) {
    api::Response response;
    response.body = request.door == api::Door::network ? "network" : "operator";
    return response;
  }});
  EXPECT_EQ(get(server.port, "/api").body, "network");
}

TEST(Client, BringsTheRequestOverAsItIs) {
  const std::string path = fresh_socket_path();
  TestServer server({.socket_path = path, .handler = [](const api::Request& request) {
                       api::Response response = echo(request);
                       response.status = 409;
                       response.headers.emplace_back("X-Note", request.headers.at("idempotency-key"));
                       return response;
                     }});
  api::Request request;
  request.method = api::Method::post;
  request.path = "/api/v1/reps/a b%";
  request.query = {{"as_of", "2026-11-27T11:31:00+02:00"}, {"name", "M\xC3\xBCller & Co"}};
  request.headers = {{"idempotency-key", "k1"}};
  request.body = "{}";
  for (const auto& answer : {send(path, request), send("127.0.0.1", server.port, request)}) {
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 409);
    EXPECT_EQ(answer->content_type, "text/plain");
    EXPECT_EQ(answer->body, "POST /api/v1/reps/a b%?as_of=2026-11-27T11:31:00+02:00&name=M\xC3\xBCller & Co&|{}");
  }
  request.method = api::Method::head;
  EXPECT_EQ(send(path, request)->body, "");
}

TEST(Client, SaysThatNobodyIsThere) {
  EXPECT_EQ(send(fresh_socket_path(), {}).error().code, "server.unreachable");
  EXPECT_EQ(send("/" + std::string(200, 'a'), {}).error().code, "server.unreachable");
  EXPECT_EQ(send("127.0.0.1", 1, {}).error().code, "server.unreachable");
  EXPECT_EQ(send("sales.example", 80, {}).error().code, "server.unreachable");
}

TEST(Client, SaysThatTheAnswerWasLost) {
  TestServer server({.handler = [](const api::Request& request) {
    std::this_thread::sleep_for(milliseconds(150));
    return echo(request);
  }});
  api::Request request;
  request.path = "/api";
  EXPECT_EQ(send("127.0.0.1", server.port, request, milliseconds(50)).error().code, "server.answer_lost");
}

TEST(Stop, LetsRequestsInFlightFinish) {
  std::atomic<bool> inside{false};
  TestServer server({.handler = [&](const api::Request& request) {
    inside = true;
    std::this_thread::sleep_for(milliseconds(150));
    return echo(request);
  }});
  RawClient busy(server.port);
  RawClient idle(server.port);
  RawClient writing(server.port);
  busy.send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
  writing.send("GET /late.png HTTP/1.1\r\nHo");
  ASSERT_TRUE(soon([&] { return inside.load(); }));
  server.server().stop();
  EXPECT_TRUE(idle.closed_by_server(milliseconds(100)));
  EXPECT_TRUE(soon([&] { return !RawClient(server.port).connected(); }));
  writing.send("st: localhost\r\n\r\n");
  EXPECT_EQ(writing.receive().code(), "page.not_found");
  const RawAnswer answer = busy.receive();
  EXPECT_EQ(answer.body, "GET /api?|");
  EXPECT_EQ(answer.field("connection"), "close");
  server.server().wait();
}

TEST(Stop, ClosesWhoIsBeingAnsweredAfterTheAnswer) {
  TestServer server({.handler = [](const api::Request&) {
    api::Response response;
    response.body = std::string(10'000'000, 'a');
    return response;
  }});
  RawClient client(server.port, 4096);
  client.send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
  ASSERT_TRUE(soon([&] { return client.has_answer(); }));
  server.server().stop();
  EXPECT_TRUE(soon([&] { return !RawClient(server.port).connected(); }));
  EXPECT_EQ(client.receive().body.size(), 10'000'000U);
  EXPECT_TRUE(client.closed_by_server(milliseconds(500)));
}

TEST(Stop, WaitsNoLongerThanItsTime) {
  Limits limits = brief();
  limits.stop_time = milliseconds(50);
  TestServer server({.limits = limits});
  RawClient slow(server.port);
  slow.send("GET /api HTTP/1.1\r\n");
  RawClient other(server.port);
  other.send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(other.receive().status, 200);
  const auto begin = std::chrono::steady_clock::now();
  server.server().stop();
  server.server().stop();
  server.server().wait();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds(1'500));
  EXPECT_EQ(slow.receive().status, 0);
}

}  // namespace
}  // namespace paceline::http
