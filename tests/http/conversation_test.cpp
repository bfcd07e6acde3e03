// SPDX-License-Identifier: Apache-2.0
// Well-formed requests in every order and rhythm: what reaches the handler, and what comes back.
#include <mutex>
#include <set>

#include "tests/http/test_server.h"

namespace paceline::http {
namespace {

using std::chrono::milliseconds;

TEST(Conversation, DecodesTheTarget) {
  TestServer server;
  EXPECT_EQ(get(server.port, "/api/a%20b%2Fc?x=1+2&y&=z&&n=%C3%A4%0A#").status, 400);
  EXPECT_EQ(get(server.port, "/api/a%20b%2Fc?x=1+2&y&=z&&n=%C3%A4").body, "GET /api/a b/c?x=1 2&y=&=z&n=\xC3\xA4&|");
  EXPECT_EQ(get(server.port, "http://localhost:80/api?a=b").body, "GET /api?a=b&|");
}

TEST(Conversation, KnowsSixMethodsAndSendsNoBodyForHead) {
  TestServer server;
  const std::string rest = " /api HTTP/1.1\r\nHost: localhost\r\n\r\n";
  for (const std::string method : {"GET", "POST", "PUT", "PATCH", "DELETE"})
    EXPECT_EQ(ask(server.port, method + rest).body, method + " /api?|");
  RawClient client(server.port);
  client.send("HEAD" + rest + "GET" + rest);
  EXPECT_EQ(client.receive(true).field("content-length"), "11");
  EXPECT_EQ(client.receive().body, "GET /api?|");
}

TEST(Conversation, KeepsTheConnectionForTheNextRequest) {
  TestServer server;
  RawClient client(server.port);
  for (int i = 0; i < 50; ++i) {
    const std::string number = std::to_string(i);
    client.send("GET /api/" + number + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(client.receive().body, "GET /api/" + number + "?|");
  }
}

TEST(Conversation, AnswersPipelinedRequestsInTheirOrder) {
  TestServer server({.handler = [](const api::Request& request) {
    if (request.path == "/api/0") std::this_thread::sleep_for(milliseconds(50));
    return echo(request);
  }});
  RawClient client(server.port);
  std::string all;
  for (int i = 0; i < 200; ++i) {
    const std::string target = i % 3 == 2 ? "/nothing.png" : "/api/" + std::to_string(i);
    all += "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nPace";
  }
  client.send(all);
  for (int i = 0; i < 200; ++i) {
    const RawAnswer answer = client.receive();
    if (i % 3 == 2)
      EXPECT_EQ(answer.code(), "page.method_not_allowed") << i;
    else
      EXPECT_EQ(answer.body, "POST /api/" + std::to_string(i) + "?|Pace");
  }
}

TEST(Conversation, TakesARequestInSingleBytes) {
  TestServer server;
  RawClient client(server.port);
  const std::string text =
      "\r\nPOST /api HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n4;a=\"b\"\r\nPace\r\n"
      "4\r\nline\r\n0\r\nX-Trailer: 1\r\n\r\n";
  for (const char byte : text) client.send({&byte, 1});
  EXPECT_EQ(client.receive().body, "POST /api?|Paceline");
}

TEST(Conversation, AnswersAClientThatHasShutItsSendingSide) {
  TestServer server({.handler = [](const api::Request& request) {
    std::this_thread::sleep_for(milliseconds(30));
    return echo(request);
  }});
  RawClient client(server.port);
  client.send("GET /api/1 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /api/2 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  client.shut_sending();
  EXPECT_EQ(client.receive().body, "GET /api/1?|");
  EXPECT_EQ(client.receive().body, "GET /api/2?|");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(Conversation, EndsWhenTheClientSaysSo) {
  TestServer server;
  RawClient client(server.port);
  client.send("GET /api HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client.receive().field("connection"), "close");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(Conversation, SpeaksHttp10) {
  TestServer server;
  RawClient once(server.port);
  once.send("GET /api HTTP/1.0\r\n\r\n");
  EXPECT_EQ(once.receive().body, "GET /api?|");
  EXPECT_TRUE(once.closed_by_server());
  RawClient twice(server.port);
  twice.send("GET /api/1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /api/2 HTTP/1.0\r\n\r\n");
  EXPECT_EQ(twice.receive().field("connection"), "keep-alive");
  EXPECT_EQ(twice.receive().body, "GET /api/2?|");
}

TEST(Conversation, TellsAClientThatWaitsToSendTheBody) {
  TestServer server;
  RawClient client(server.port);
  client.send("POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive().status, 100);
  client.send("Pace");
  EXPECT_EQ(client.receive().body, "POST /api?|Pace");
}

TEST(Conversation, JoinsRepeatedFieldsAndCleansThem) {
  TestServer server({.handler = [](const api::Request& request) {
    api::Response response;
    response.body = request.headers.at("x-note") + "|" + request.headers.at("cookie");
    return response;
  }});
  EXPECT_EQ(get(server.port, "/api", "X-Note: a\r\nx-nOTE: b\r\nCookie: c=\xE4\r\nCookie: d\r\n").body, "a, b|c=?; d");
}

TEST(Conversation, MarksWhatTheHandlerAnswers) {
  TestServer server({.handler =
                         [](const api::Request& request) {
                           api::Response response;
                           response.headers.emplace_back("Set-Cookie", "paceline_session=1; HttpOnly");
                           if (request.path == "/api/stored")
                             response.headers.emplace_back("Cache-Control", "max-age=60");
                           if (request.path == "/api/forged")
                             response.headers.emplace_back("X-Note", "a\r\nSet-Cookie: b");
                           if (request.path == "/api/empty") response.status = 204;
                           return response;
                         },
                     .secure_cookies = true});
  const RawAnswer plain = get(server.port, "/api");
  EXPECT_EQ(plain.field("cache-control"), "no-store");
  EXPECT_EQ(plain.field("set-cookie"), "paceline_session=1; HttpOnly; Secure");
  EXPECT_EQ(plain.field("x-frame-options"), "DENY");
  EXPECT_EQ(plain.field("referrer-policy"), "same-origin");
  EXPECT_EQ(plain.field("cross-origin-opener-policy"), "same-origin");
  EXPECT_EQ(plain.field("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
  EXPECT_EQ(plain.field("date").size(), 29U);
  EXPECT_EQ(get(server.port, "/api/stored").field("cache-control"), "max-age=60");
  EXPECT_EQ(get(server.port, "/api/forged").code(), "server.fault");
  const RawAnswer empty = get(server.port, "/api/empty");
  EXPECT_EQ(empty.status, 204);
  EXPECT_EQ(empty.field("content-length"), "");
  EXPECT_EQ(empty.field("content-type"), "");
}

TEST(Conversation, SurvivesAHandlerThatThrows) {
  std::mutex mutex;
  std::string heard;
  TestServer server({.handler = [](const api::Request& request) -> api::Response {
                       if (request.path == "/api/odd") throw 7;
                       if (request.path == "/api/bad") throw std::runtime_error("the database is gone");
                       return echo(request);
                     },
                     .on_fault =
                         [&](std::string_view what) {
                           const std::lock_guard lock(mutex);
                           heard = what;
                         }});
  RawClient client(server.port);
  client.send("GET /api/odd HTTP/1.1\r\nHost: localhost\r\n\r\nGET /api/bad HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(client.receive().code(), "server.fault");
  EXPECT_EQ(client.receive().code(), "server.fault");
  client.send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(client.receive().status, 200);
  const std::lock_guard lock(mutex);
  EXPECT_EQ(heard, "the database is gone");
}

TEST(Conversation, AnswersAtOnceOnTheReadingThreadWhatItMay) {
  std::mutex mutex;
  std::set<std::thread::id> threads;
  const auto note = [&](const api::Request& request) {
    const std::lock_guard lock(mutex);
    threads.insert(std::this_thread::get_id());
    return echo(request);
  };
  TestServer server({.handler = note, .at_once = [](const api::Request& r) { return r.path == "/api/quick"; }});
  for (int i = 0; i < 5; ++i) EXPECT_EQ(get(server.port, "/api/quick").status, 200);
  EXPECT_EQ(threads.size(), 1U);
  EXPECT_EQ(get(server.port, "/api/slow").status, 200);
  EXPECT_EQ(threads.size(), 2U);
}

TEST(Conversation, SendsLargeAnswersWhole) {
  TestServer server({.handler = [](const api::Request&) {
    api::Response response;
    response.body = std::string(20'000'000, 'a') + "end";
    return response;
  }});
  RawClient client(server.port, 8192);
  client.send("GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const RawAnswer answer = client.receive();
  EXPECT_EQ(answer.body.size(), 20'000'003U);
  EXPECT_TRUE(answer.body.ends_with("aend"));
}

TEST(Conversation, KnowsItsClientBehindAProxy) {
  const auto tell_peer = [](const api::Request& request) {
    api::Response response;
    response.body = request.peer;
    return response;
  };
  const std::string forwarded = "X-Forwarded-For: 6.6.6.6, 192.0.2.7\r\n";
  TestServer open({.handler = tell_peer});
  EXPECT_EQ(get(open.port, "/api", forwarded).body, "127.0.0.1");
  TestServer proxied({.handler = tell_peer, .behind_proxy = true});
  EXPECT_EQ(get(proxied.port, "/api", forwarded).body, "192.0.2.7");
  EXPECT_EQ(get(proxied.port, "/api").body, "127.0.0.1");
}

}  // namespace
}  // namespace paceline::http
