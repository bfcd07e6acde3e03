// SPDX-License-Identifier: Apache-2.0
#include "http/assets.h"

#include <set>

#include "tests/http/test_server.h"

namespace paceline::http {
namespace {

EmbeddedAsset asset(std::string_view path, std::string_view content) {
  return {path, {content.data(), content.data() + content.size()}};
}

const std::vector<EmbeddedAsset>& files() {
  static const std::vector<EmbeddedAsset> all{
      asset("/index.html", "<script nonce=\"__CSP_NONCE__\">\n<style nonce=\"__CSP_NONCE__\">"),
      asset("/index.html.br", "never sent"),
      asset("/assets/index-4f2a.js", "let plain = 1;"),
      asset("/assets/index-4f2a.js.br", "\x01packed"),
      asset("/assets/inter-77.woff2", "font"),
      asset("/assets/lonely.css.br", "without its file"),
      asset("/sw.js", "self"),
      asset("/site.webmanifest", "{}"),
      asset("/icon.svg", "<svg/>"),
  };
  return all;
}

TEST(Page, IsServedForEveryPlaceInIt) {
  TestServer server({.assets = &files()});
  for (const std::string place : {"/", "/reps/5", "/index.html", "/apiary", "/assets", "/m%C3%BCller"}) {
    const RawAnswer answer = get(server.port, place, "Accept-Encoding: br\r\n");
    EXPECT_EQ(answer.status, 200) << place;
    EXPECT_EQ(answer.field("content-type"), "text/html; charset=utf-8") << place;
    EXPECT_EQ(answer.field("cache-control"), "no-cache") << place;
    EXPECT_EQ(answer.field("content-encoding"), "") << place;
    EXPECT_EQ(answer.field("etag"), "") << place;
    EXPECT_TRUE(answer.body.starts_with("<script nonce=\"")) << place;
  }
}

TEST(Page, HasAFreshNonceInEveryReply) {
  TestServer server({.assets = &files()});
  std::set<std::string> nonces;
  for (int i = 0; i < 20; ++i) {
    const RawAnswer answer = get(server.port, "/");
    const std::string nonce = answer.body.substr(15, 32);
    EXPECT_EQ(answer.body, "<script nonce=\"" + nonce + "\">\n<style nonce=\"" + nonce + "\">");
    EXPECT_EQ(nonce.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(answer.field("content-security-policy"),
              "default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce +
                  "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src "
                  "'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    nonces.insert(nonce);
  }
  EXPECT_EQ(nonces.size(), 20U);
}

TEST(Page, IsOnlyRead) {
  TestServer server({.assets = &files()});
  RawClient client(server.port);
  client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(client.receive(true).status, 200);
  const RawAnswer answer = ask(server.port, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(answer.status, 405);
  EXPECT_EQ(answer.code(), "page.method_not_allowed");
  EXPECT_EQ(answer.field("allow"), "GET, HEAD");
}

TEST(Page, ThatWasNotBuiltSaysSo) {
  TestServer server;
  const RawAnswer answer = get(server.port, "/");
  EXPECT_EQ(answer.status, 404);
  EXPECT_EQ(answer.field("content-type"), "text/plain; charset=utf-8");
  EXPECT_EQ(answer.body, "This program was built without its web page.\n");
}

TEST(File, ThatIsMissingIsNeverThePage) {
  TestServer server({.assets = &files()});
  for (const std::string missing :
       {"/assets/index-0000.js", "/assets/", "/assets/reps/5", "/favicon.ico", "/assets/index-4f2a.js.br",
        "/assets/lonely.css", "/index.html.br", "/../etc/passwd", "/reps/../..", "/assets/../index.html",
        "/assets/%2e%2e/index.html", "/.env"}) {
    const RawAnswer answer = get(server.port, missing);
    EXPECT_EQ(answer.status, 404) << missing;
    EXPECT_EQ(answer.code(), "page.not_found") << missing;
  }
}

TEST(File, GoesCompressedToThoseWhoTakeIt) {
  TestServer server({.assets = &files()});
  const RawAnswer packed = get(server.port, "/assets/index-4f2a.js", "Accept-Encoding: gzip, deflate, br\r\n");
  EXPECT_EQ(packed.body, "\x01packed");
  EXPECT_EQ(packed.field("content-encoding"), "br");
  EXPECT_EQ(packed.field("vary"), "Accept-Encoding");
  EXPECT_EQ(packed.field("content-type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(packed.field("cache-control"), "public, max-age=31536000, immutable");
  const RawAnswer plain = get(server.port, "/assets/index-4f2a.js", "Accept-Encoding: gzip, br;q=0\r\n");
  EXPECT_EQ(plain.body, "let plain = 1;");
  EXPECT_EQ(plain.field("content-encoding"), "");
  EXPECT_EQ(plain.field("vary"), "Accept-Encoding");
  EXPECT_NE(plain.field("etag"), packed.field("etag"));
}

TEST(File, IsNotSentAgainToThoseWhoHaveIt) {
  TestServer server({.assets = &files()});
  const std::string tag = get(server.port, "/sw.js").field("etag");
  for (const std::string& known : {tag, "W/" + tag, "\"other\", " + tag, std::string("*")}) {
    const RawAnswer answer = get(server.port, "/sw.js", "If-None-Match: " + known + "\r\n");
    EXPECT_EQ(answer.status, 304) << known;
    EXPECT_EQ(answer.field("etag"), tag);
    EXPECT_EQ(answer.field("content-length"), "");
  }
  EXPECT_EQ(get(server.port, "/sw.js", "If-None-Match: \"other\"\r\n").status, 200);
  EXPECT_EQ(get(server.port, "/assets/index-4f2a.js", "Accept-Encoding: br\r\nIf-None-Match: " + tag + "\r\n").status,
            200);
}

TEST(File, HasItsTypeAndItsLifetime) {
  TestServer server({.assets = &files()});
  const auto line = [&](const std::string& path) {
    const RawAnswer answer = get(server.port, path);
    return answer.field("content-type") + " " + answer.field("cache-control");
  };
  EXPECT_EQ(line("/sw.js"), "text/javascript; charset=utf-8 no-cache");
  EXPECT_EQ(line("/site.webmanifest"), "application/manifest+json no-cache");
  EXPECT_EQ(line("/icon.svg"), "image/svg+xml no-cache");
  EXPECT_EQ(line("/assets/inter-77.woff2"), "font/woff2 public, max-age=31536000, immutable");
}

TEST(AcceptsCoding, ReadsWeights) {
  for (const auto* accepted : {"br", "gzip, br", "gzip,br;q=0.001", "*", "identity, *;q=0.5", "br ; q=1.0"})
    EXPECT_TRUE(accepts_coding(accepted, "br")) << accepted;
  for (const auto* refused : {"", "gzip", "br;q=0", "br; q=0.000", "*;q=0", "*, br;q=0", "brotli", "x-br"})
    EXPECT_FALSE(accepts_coding(refused, "br")) << refused;
}

}  // namespace
}  // namespace paceline::http
