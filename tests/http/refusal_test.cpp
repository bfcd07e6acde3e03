// SPDX-License-Identifier: Apache-2.0
// What is not a request, or not one for this server: the status, the code, and whether the connection survives it.
#include <string>
#include <vector>

#include "tests/http/test_server.h"

namespace paceline::http {
namespace {

struct Case {
  const char* why;
  std::string bytes;
  int status;
  const char* code;
};

std::string request(const std::string& line, const std::string& fields = {}, const std::string& body = {}) {
  return line + "\r\nHost: localhost\r\n" + fields + "\r\n" + body;
}

std::vector<Case> cases() {
  const std::string get = "GET /api/v1/kinds HTTP/1.1";
  const std::string post = "POST /api/v1/contacts HTTP/1.1";
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  using namespace std::string_literals;
  return {
      {"no version", request("GET /api"), 400, "http.malformed"},
      {"a blank too many", request("GET  /api HTTP/1.1"), 400, "http.malformed"},
      {"a TLS greeting", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, 400, "http.malformed"},
      {"line feeds without carriage returns", "GET / HTTP/1.1\nHost: localhost\n\n", 400, "http.malformed"},
      {"a carriage return alone", "GET / HTTP/1.1\rHost: localhost\r\n\r\n", 400, "http.malformed"},
      {"a folded line", request(get, "X-Note: one\r\n two\r\n"), 400, "http.malformed"},
      {"a folded first line", "GET / HTTP/1.1\r\n Host: localhost\r\n\r\n", 400, "http.malformed"},
      {"a blank before the colon", request(get, "X-Note : one\r\n"), 400, "http.malformed"},
      {"a field without a name", request(get, ": one\r\n"), 400, "http.malformed"},
      {"a field without a colon", request(get, "X-Note\r\n"), 400, "http.malformed"},
      {"a NUL in a field", request(get, "X-Note: a\0b\r\n"s), 400, "http.malformed"},
      {"a bell in a field", request(get, "X-Note: a\x07\r\n"), 400, "http.malformed"},
      {"a tab in the first line", request("GET\t/api HTTP/1.1"), 400, "http.malformed"},
      {"another protocol", request("GET /api FTP/1.1"), 400, "http.malformed"},
      {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "http.version_unknown"},
      {"HTTP/0.9", request("GET /api HTTP/0.9"), 505, "http.version_unknown"},

      {"no host", "GET /api HTTP/1.1\r\n\r\n", 400, "http.host_missing"},
      {"an empty host", "GET /api HTTP/1.1\r\nHost:\r\n\r\n", 400, "http.host_missing"},
      {"two hosts", request(get, "Host: localhost\r\n"), 400, "http.host_missing"},
      {"a foreign host", "GET /api HTTP/1.1\r\nHost: rebound.example\r\n\r\n", 421, "http.host_not_allowed"},
      {"a foreign host that begins well", "GET /api HTTP/1.1\r\nHost: localhost.example:80\r\n\r\n", 421,
       "http.host_not_allowed"},
      {"a foreign host in the target", request("GET http://rebound.example/api HTTP/1.1"), 421,
       "http.host_not_allowed"},

      {"an unknown method", request("BREW /api HTTP/1.1"), 501, "http.method_unknown"},
      {"a method in lower case", request("get /api HTTP/1.1"), 501, "http.method_unknown"},
      {"options", request("OPTIONS * HTTP/1.1"), 501, "http.method_unknown"},
      {"connect", request("CONNECT localhost:80 HTTP/1.1"), 501, "http.method_unknown"},

      {"half an escape", request("GET /api/%4 HTTP/1.1"), 400, "request.target_malformed"},
      {"no escape", request("GET /api/%zz HTTP/1.1"), 400, "request.target_malformed"},
      {"half an escape in the query", request("GET /api?a=%2 HTTP/1.1"), 400, "request.target_malformed"},
      {"Latin-1", request("GET /api/%E4 HTTP/1.1"), 400, "request.target_malformed"},
      {"a surrogate", request("GET /api?a=%ED%A0%80 HTTP/1.1"), 400, "request.target_malformed"},
      {"an overlong slash", request("GET /api%C0%AF HTTP/1.1"), 400, "request.target_malformed"},
      {"a NUL in the path", request("GET /api%00 HTTP/1.1"), 400, "request.target_malformed"},
      {"a NUL in the query", request("GET /api?a=%00 HTTP/1.1"), 400, "request.target_malformed"},
      {"a line feed in the path", request("GET /api%0A HTTP/1.1"), 400, "request.target_malformed"},
      {"bytes beyond ASCII as they are", request("GET /api/\xC3\xA4 HTTP/1.1"), 400, "request.target_malformed"},
      {"a fragment", request("GET /api#a HTTP/1.1"), 400, "request.target_malformed"},
      {"no slash", request("GET api HTTP/1.1"), 400, "request.target_malformed"},
      {"a name and password", request("GET http://a:b@localhost/ HTTP/1.1"), 400, "request.target_malformed"},

      {"a long target", request("GET /api?" + std::string(8 * 1024, 'a') + " HTTP/1.1"), 414, "http.target_too_long"},
      {"a long target that never ends", "GET /" + std::string(9 * 1024, 'a'), 414, "http.target_too_long"},
      {"a long field", request(get, "X-Note: " + std::string(16 * 1024, 'a') + "\r\n"), 431, "http.header_too_large"},
      {"fields that never end", request(get).substr(0, 40) + std::string(17 * 1024, 'a'), 431, "http.header_too_large"},

      {"both lengths", request(post, "Content-Length: 4\r\n" + chunked, "0\r\n\r\n"), 400, "http.length_conflict"},
      {"both, the other way", request(post, chunked + "Content-Length: 4\r\n", "0\r\n\r\n"), 400,
       "http.length_conflict"},
      {"both, with a coding nobody knows", request(post, "Transfer-Encoding: xchunked\r\nContent-Length: 4\r\n"), 400,
       "http.length_conflict"},
      {"two lengths", request(post, "Content-Length: 4\r\nContent-Length: 5\r\n", "Pace"), 400, "http.length_conflict"},
      {"two lengths in one field", request(post, "Content-Length: 4, 5\r\n", "Pace"), 400, "http.length_conflict"},
      {"a signed length", request(post, "Content-Length: +4\r\n", "Pace"), 400, "http.malformed"},
      {"a negative length", request(post, "Content-Length: -1\r\n"), 400, "http.malformed"},
      {"a length in hexadecimal", request(post, "Content-Length: 0x4\r\n", "Pace"), 400, "http.malformed"},
      {"a length past 64 bits", request(post, "Content-Length: 18446744073709551616\r\n"), 400, "http.malformed"},
      {"no number", request(post, "Content-Length: \r\n"), 400, "http.malformed"},
      {"a coding nobody knows", request(post, "Transfer-Encoding: gzip\r\n"), 501, "http.transfer_coding_unknown"},
      {"two codings", request(post, "Transfer-Encoding: gzip, chunked\r\n"), 501, "http.transfer_coding_unknown"},
      {"chunked twice", request(post, chunked + chunked, "0\r\n\r\n"), 400, "http.malformed"},
      {"chunked in HTTP/1.0", request("POST /api HTTP/1.0", chunked, "0\r\n\r\n"), 400, "http.malformed"},

      {"no size", request(post, chunked, "\r\n\r\n"), 400, "http.malformed"},
      {"a size in letters", request(post, chunked, "xyz\r\n"), 400, "http.malformed"},
      {"a negative size", request(post, chunked, "-1\r\n"), 400, "http.malformed"},
      {"a size past 64 bits", request(post, chunked, "10000000000000000\r\n"), 400, "http.malformed"},
      {"a longer chunk than said", request(post, chunked, "3\r\nPace\r\n"), 400, "http.malformed"},
      {"no line feed after a chunk", request(post, chunked, "4\r\nPace\rX0\r\n\r\n"), 400, "http.malformed"},
      {"no line feed after the size", request(post, chunked, "4\rXPace\r\n0\r\n\r\n"), 400, "http.malformed"},
      {"no line feed after a trailer", request(post, chunked, "0\r\nA: b\rX\r\n\r\n"), 400, "http.malformed"},
      {"no line feed at the end", request(post, chunked, "0\r\n\rX"), 400, "http.malformed"},
      {"a line feed after the size", request(post, chunked, "4\nPace\r\n0\r\n\r\n"), 400, "http.malformed"},
      {"an extension that never ends", request(post, chunked, "4;" + std::string(17 * 1024, 'a')), 400,
       "http.malformed"},
      {"trailers that never end", request(post, chunked, "0\r\nA: " + std::string(17 * 1024, 'a')), 400,
       "http.malformed"},

      {"another expectation", request(post, "Content-Length: 4\r\nExpect: a miracle\r\n"), 417,
       "http.expectation_unknown"},
      {"a body over the limit", request(post, "Content-Length: 1048577\r\n"), 413, "http.body_too_large"},
      {"an enormous body", request(post, "Content-Length: 18446744073709551615\r\n"), 413, "http.body_too_large"},
      {"an enormous chunk", request(post, chunked, "ffffffffffffffff\r\n"), 413, "http.body_too_large"},
      {"chunks over the limit", request(post, chunked, "4\r\nPace\r\nffffd\r\n"), 413, "http.body_too_large"},
  };
}

TEST(Refusal, HasItsStatusAndCode) {
  TestServer server;
  for (const Case& refused : cases()) {
    const RawAnswer answer = ask(server.port, refused.bytes);
    EXPECT_EQ(answer.status, refused.status) << refused.why;
    EXPECT_EQ(answer.code(), refused.code) << refused.why;
    EXPECT_EQ(answer.field("content-type"), "application/problem+json") << refused.why;
    EXPECT_EQ(answer.field("x-content-type-options"), "nosniff") << refused.why;
  }
}

TEST(Refusal, OfAMalformedRequestEndsTheConnection) {
  TestServer server;
  RawClient client(server.port);
  client.send("GET /api HTTP/1.1\r\n\r\nGET /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(client.receive().status, 400);
  EXPECT_TRUE(client.closed_by_server());
}

TEST(Refusal, OfAHostLeavesTheConnectionOpen) {
  TestServer server;
  RawClient client(server.port);
  client.send("GET /api HTTP/1.1\r\nHost: rebound.example\r\n\r\nGET /api HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n");
  EXPECT_EQ(client.receive().code(), "http.host_not_allowed");
  EXPECT_EQ(client.receive().status, 200);
}

TEST(Refusal, LooksAtHostOnlyWhereNamesCanBeRebound) {
  TestServer behind_proxy({.behind_proxy = true});
  EXPECT_EQ(ask(behind_proxy.port, "GET /api HTTP/1.1\r\nHost: sales.example\r\n\r\n").status, 200);
  TestServer named({.allowed_hosts = {"sales.example"}});
  EXPECT_EQ(ask(named.port, "GET /api HTTP/1.1\r\nHost: Sales.Example:8080\r\n\r\n").status, 200);
  EXPECT_EQ(ask(named.port, "GET /api HTTP/1.1\r\nHost: other.example\r\n\r\n").code(), "http.host_not_allowed");
  TestServer everywhere({.address = "0.0.0.0"});
  EXPECT_EQ(ask(everywhere.port, "GET /api HTTP/1.1\r\nHost: sales.example\r\n\r\n").status, 200);
}

TEST(Refusal, OfTooManyFieldsComesBeforeTheirSize) {
  TestServer server;
  std::string fields;
  for (int i = 0; i < 101; ++i) fields += "A: b\r\n";
  EXPECT_EQ(get(server.port, "/api", fields).code(), "http.header_too_large");
}

// ---- bodies over the limit ----

TEST(BodyTooLarge, IsToldAtOnceAndLittleMoreIsRead) {
  Limits limits = brief();
  limits.linger_time = std::chrono::milliseconds(500);
  TestServer server({.limits = limits});
  RawClient client(server.port, 4096);
  const auto begin = std::chrono::steady_clock::now();
  client.send("POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000000\r\n\r\n");
  EXPECT_EQ(client.receive().code(), "http.body_too_large");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
  const std::size_t taken = client.send(std::string(64 * 1024 * 1024, 'a'), std::chrono::milliseconds(100));
  // What the server discards, and what the system had taken by then.
  EXPECT_LT(taken, 16U * 1024 * 1024);
  EXPECT_TRUE(client.closed_by_server());
}

TEST(BodyTooLarge, IsToldToAClientThatSendsFirstAndReadsThen) {
  TestServer server;
  for (const bool chunked : {false, true}) {
    RawClient client(server.port);
    client.send("POST /api HTTP/1.1\r\nHost: localhost\r\n");
    client.send(chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: 1900000\r\n\r\n");
    std::string body(1'900'000, 'a');
    if (chunked) {
      std::string chunks;
      for (int i = 0; i < 190; ++i) chunks += "2710\r\n" + std::string(10'000, 'a') + "\r\n";
      body = chunks + "0\r\n\r\n";
    }
    EXPECT_EQ(client.send(body), body.size()) << chunked;
    EXPECT_EQ(client.receive().code(), "http.body_too_large") << chunked;
  }
}

TEST(BodyTooLarge, LingersForAClientThatSendsInPieces) {
  Limits limits = brief();
  limits.linger_time = std::chrono::milliseconds(5'000);
  TestServer server({.limits = limits});
  RawClient client(server.port);
  client.send("POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1900000\r\n\r\n");
  for (int i = 0; i < 4; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ(client.send("piece"), 5U) << i;
  }
  EXPECT_EQ(client.receive().code(), "http.body_too_large");
}

TEST(BodyTooLarge, IsNotABodyOfExactlyTheLimit) {
  TestServer server;
  const std::string body(1024 * 1024, 'a');
  const std::string begin = "POST /api HTTP/1.1\r\nHost: localhost\r\n";
  EXPECT_EQ(ask(server.port, begin + "Content-Length: 1048576\r\n\r\n" + body).body, "POST /api?|1048576 bytes");
  EXPECT_EQ(ask(server.port, begin + "Transfer-Encoding: chunked\r\n\r\n100000\r\n" + body + "\r\n0\r\n\r\n").body,
            "POST /api?|1048576 bytes");
}

}  // namespace
}  // namespace paceline::http
