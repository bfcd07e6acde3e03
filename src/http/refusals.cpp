// SPDX-License-Identifier: Apache-2.0
#include "http/refusals.h"

#include <array>
#include <cstddef>
#include <string>

namespace paceline::http {
namespace {

// In the order of the enumeration.
constexpr std::array kTexts{
    RefusalText{400, "http.malformed", "Bad Request", "This is not HTTP/1.1 as RFC 9112 describes it."},
    RefusalText{414, "http.target_too_long", "URI Too Long", "The path with its query is too long."},
    RefusalText{431, "http.header_too_large", "Request Header Fields Too Large", "The header is too large."},
    RefusalText{505, "http.version_unknown", "HTTP Version Not Supported", "Only HTTP/1.0 and HTTP/1.1 are spoken."},
    RefusalText{400, "http.length_conflict", "Bad Request", "The length of the body is given twice, differently."},
    RefusalText{501, "http.transfer_coding_unknown", "Not Implemented", "The only transfer coding is chunked."},
    RefusalText{400, "http.host_missing", "Bad Request", "There must be exactly one Host, and it must not be empty."},
    RefusalText{501, "http.method_unknown", "Not Implemented", "The methods are GET, HEAD, POST, PUT, PATCH, DELETE."},
    RefusalText{400, "request.target_malformed", "Bad Request",
                "The path or the query is not percent-encoded UTF-8 that begins with a slash."},
    RefusalText{417, "http.expectation_unknown", "Expectation Failed", "The only expectation is 100-continue."},
    RefusalText{413, "http.body_too_large", "Content Too Large", "The body is too large."},
    RefusalText{408, "http.timeout", "Request Timeout", "The request did not arrive in time."},
    RefusalText{421, "http.host_not_allowed", "Misdirected Request", "This server does not answer for that Host."},
    RefusalText{404, "page.not_found", "Not Found", "There is no such file."},
    RefusalText{405, "page.method_not_allowed", "Method Not Allowed", "The page can only be read."},
    RefusalText{503, "server.busy", "Service Unavailable", "Too many requests are waiting. Try again in a moment."},
    RefusalText{503, "live.too_many", "Service Unavailable", "Too many live streams are open."},
    RefusalText{500, "server.fault", "Internal Server Error", "The server failed. The request may be repeated."},
};
static_assert(kTexts.size() == static_cast<std::size_t>(Refusal::fault) + 1);

}  // namespace

const RefusalText& text_of(Refusal refusal) {
  return kTexts.at(static_cast<std::size_t>(refusal));
}

api::Response problem(Refusal refusal) {
  const RefusalText& text = text_of(refusal);
  api::Response response;
  response.status = text.status;
  response.content_type = "application/problem+json";
  response.body = R"({"type":"about:blank","title":")";
  response.body.append(text.title).append(R"(","status":)").append(std::to_string(text.status));
  response.body.append(R"(,"code":")").append(text.code).append(R"(","detail":")").append(text.detail);
  response.body.append(R"(","faults":[]})");
  if (refusal == Refusal::page_method) response.headers.emplace_back("Allow", "GET, HEAD");
  if (refusal == Refusal::busy || refusal == Refusal::live_too_many) response.headers.emplace_back("Retry-After", "1");
  return response;
}

}  // namespace paceline::http
