// SPDX-License-Identifier: Apache-2.0
#include "api/cookie.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace paceline::api {
namespace {

constexpr std::string_view kName = "paceline_session=";

}  // namespace

std::string session_cookie(const std::string& credential, std::int64_t seconds) {
  return fmt::format("{}{}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict", kName, credential, seconds);
}

std::optional<std::string> session_credential(const Request& request) {
  const auto header = request.headers.find("cookie");
  if (header == request.headers.end()) return std::nullopt;
  std::string_view rest = header->second;
  while (!rest.empty()) {
    const auto end = rest.find(';');
    const auto pair = trimmed(rest.substr(0, end));
    if (pair.starts_with(kName)) return std::string(pair.substr(kName.size()));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return std::nullopt;
}

}  // namespace paceline::api
