// SPDX-License-Identifier: Apache-2.0
// Bodies that are sent part by part: what a client sees of one that is whole, of one that is cut off, and what the
// server does when the client goes away in the middle.
#include "tests/http/test_server.h"

namespace paceline::http {
namespace {

constexpr std::string_view kRequest = "GET /api/v1/export HTTP/1.1\r\nHost: localhost\r\n\r\n";
constexpr std::string_view kLast = "\r\n0\r\n\r\n";

api::Response in_parts(api::NextPart next) {
  api::Response response;
  response.content_type = "text/csv";
  response.body = "first,";
  response.next_part = std::move(next);
  return response;
}

/// All that a client gets until the server closes.
std::string got(const api::NextPart& next) {
  TestServer server({.handler = [next](const api::Request&) { return in_parts(next); }});
  RawClient client(server.port);
  client.send(kRequest);
  return client.receive_until("there is no such end");
}

/// "second," and then what `after` answers.
api::NextPart second_and(std::function<Result<std::string>()> after) {
  return [after = std::move(after), told = std::make_shared<bool>(false)]() -> Result<std::string> {
    return std::exchange(*told, true) ? after() : Result<std::string>("second,");
  };
}

TEST(Parts, AWholeBodyEndsWithItsLastChunk) {
  const std::string all = got(second_and([] { return Result<std::string>(std::string()); }));
  EXPECT_NE(all.find("Transfer-Encoding: chunked"), std::string::npos) << all;
  EXPECT_EQ(all.find("Content-Length"), std::string::npos);
  EXPECT_NE(all.find("6\r\nfirst,\r\n7\r\nsecond,"), std::string::npos) << all;
  EXPECT_TRUE(all.ends_with(kLast)) << all;
}

TEST(Parts, AnErrorInTheMiddleLeavesTheLastChunkOut) {
  const std::string all = got(second_and([]() -> Result<std::string> { return fail(Fault::unavailable, "lost"); }));
  EXPECT_TRUE(all.ends_with("second,\r\n")) << all;
}

TEST(Parts, SoDoesAnException) {
  const std::string all = got(second_and([]() -> Result<std::string> { throw std::runtime_error("lost"); }));
  EXPECT_TRUE(all.ends_with("second,\r\n")) << all;
}

TEST(Parts, NothingIsReadOnForAClientThatWentAway) {
  constexpr std::size_t part_bytes = 256 * 1024;
  const auto asked = std::make_shared<std::atomic<int>>(0);
  {
    const auto source = std::make_shared<std::shared_ptr<std::atomic<int>>>(asked);
    TestServer server({.handler = [source](const api::Request& request) {
      if (!request.path.ends_with("/export")) return echo(request);
      return in_parts([counter = std::exchange(*source, nullptr)]() -> Result<std::string> {
        ++*counter;
        return std::string(part_bytes, 'x');
      });
    }});
    {
      RawClient client(server.port, 4096);
      client.send(kRequest);
      EXPECT_NE(client.receive_until("first,").find("first,"), std::string::npos);
    }
    EXPECT_TRUE(soon([&] { return asked.use_count() == 1; })) << "what the parts are read from is let go";
    const int when_let_go = *asked;
    EXPECT_EQ(get(server.port, "/api").status, 200) << "others are answered";
    EXPECT_EQ(*asked, when_let_go);
  }
}

TEST(Parts, WhoAsksForTheHeadGetsNoPart) {
  TestServer server({.handler = [](const api::Request&) {
    return in_parts([]() -> Result<std::string> { return fail(Fault::unavailable, "nobody asks"); });
  }});
  RawClient client(server.port);
  client.send("HEAD /api/v1/export HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(client.receive(true).status, 200);
}

}  // namespace
}  // namespace paceline::http
