// SPDX-License-Identifier: Apache-2.0
// The target of a request ("/api/v1/contacts?prefix=M%C3%BCl&limit=8") as a decoded path and query.
//
// In the path "%2F" becomes a slash like any other. In the query '+' is a blank, as browsers write it.
// Refused: a target that does not begin with '/' (but "http://host/path" is taken apart), a byte outside the printable
// ASCII, '#', a '%' without two hexadecimal digits, bytes that are not UTF-8 once decoded, a NUL anywhere, and any
// other control character in the path.
// Worked example: parse_target("/a%20b?x=1+2&y") gives path "/a b", query {{"x", "1 2"}, {"y", ""}}.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paceline::http {

struct Target {
  std::string authority;  ///< "host:port" of the absolute form, else empty
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;
};

/// Returns nothing when the target is refused.
[[nodiscard]] std::optional<Target> parse_target(std::string_view text);

}  // namespace paceline::http
