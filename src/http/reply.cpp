// SPDX-License-Identifier: Apache-2.0
#include "http/reply.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <utility>

#include "http/refusals.h"

namespace paceline::http {
namespace {

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool may_be_sent(const api::Response& response) {
  if (has_control(response.content_type) || response.status < 200 || response.status > 599) return false;
  return std::ranges::none_of(response.headers,
                              [](const auto& field) { return has_control(field.first) || has_control(field.second); });
}

bool has_no_body(int status) {
  return status == 204 || status == 304;
}

std::string_view reason_of(int status) {
  static constexpr std::array kReasons{
      std::pair{200, "OK"},
      std::pair{201, "Created"},
      std::pair{204, "No Content"},
      std::pair{304, "Not Modified"},
      std::pair{400, "Bad Request"},
      std::pair{401, "Unauthorized"},
      std::pair{403, "Forbidden"},
      std::pair{404, "Not Found"},
      std::pair{405, "Method Not Allowed"},
      std::pair{409, "Conflict"},
      std::pair{413, "Content Too Large"},
      std::pair{415, "Unsupported Media Type"},
      std::pair{422, "Unprocessable Content"},
      std::pair{429, "Too Many Requests"},
      std::pair{500, "Internal Server Error"},
      std::pair{503, "Service Unavailable"},
  };
  const auto* const found = std::ranges::find(kReasons, status, &std::pair<int, const char*>::first);
  return found == kReasons.end() ? "Answer" : found->second;
}

void append_field(std::string& fields, std::string_view name, std::string_view value) {
  fields.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

const std::string_view kCommonFields =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

const std::string_view kNothingMayLoad = "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";

Reply reply_of(api::Response response, bool secure_cookies) {
  if (!may_be_sent(response)) response = problem(Refusal::fault);
  Reply reply;
  reply.status = response.status;
  reply.fields.reserve(512);
  if (!has_no_body(response.status)) {
    reply.body = std::move(response.body);
    append_field(reply.fields, "Content-Type", response.content_type);
  }
  bool cache_control = false;
  for (auto& [name, value] : response.headers) {
    if (same_name(name, "cache-control")) cache_control = true;
    if (secure_cookies && same_name(name, "set-cookie") && value.find("; Secure") == std::string::npos)
      value += "; Secure";
    append_field(reply.fields, name, value);
  }
  if (!cache_control) append_field(reply.fields, "Cache-Control", "no-store");
  reply.fields.append(kNothingMayLoad).append(kCommonFields);
  return reply;
}

std::string head_of(const Reply& reply, std::string_view date, bool keep_alive, Framing framing,
                    std::string_view more) {
  std::string head;
  head.reserve(reply.fields.size() + more.size() + 160);
  head.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ").append(reason_of(reply.status));
  head.append("\r\n").append(date);
  if (framing == Framing::by_length && !has_no_body(reply.status))
    append_field(head, "Content-Length", std::to_string(reply.content().size()));
  if (framing == Framing::in_chunks) append_field(head, "Transfer-Encoding", "chunked");
  append_field(head, "Connection", keep_alive ? "keep-alive" : "close");
  head.append(reply.fields).append(more).append("\r\n");
  return head;
}

std::string chunk_of(std::string_view part) {
  if (part.empty()) return {};
  std::array<char, 16> size{};
  const auto end = std::to_chars(size.data(), size.data() + size.size(), part.size(), 16).ptr;
  return std::string(size.data(), end).append("\r\n").append(part).append("\r\n");
}

std::string date_line() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 64> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
  return {text.data(), length};
}

}  // namespace paceline::http
