// SPDX-License-Identifier: Apache-2.0
#include "http/request_target.h"

#include <algorithm>

#include "base/utf8.h"

namespace paceline::http {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decode(std::string_view text, bool plus_is_blank) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (c == '%') {
      if (text.size() - at < 3) return std::nullopt;
      const int high = hex_value(text[at + 1]);
      const int low = hex_value(text[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      if (c == '\0') return std::nullopt;
      at += 2;
    } else if (c == '+' && plus_is_blank) {
      c = ' ';
    }
    decoded.push_back(c);
  }
  if (!is_utf8(decoded)) return std::nullopt;
  return decoded;
}

bool decode_query(std::string_view text, std::vector<std::pair<std::string, std::string>>& query) {
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    if (part.empty()) continue;
    const std::size_t equals = std::min(part.find('='), part.size());
    auto name = decode(part.substr(0, equals), true);
    auto value = decode(part.substr(std::min(equals + 1, part.size())), true);
    if (!name || !value) return false;
    query.emplace_back(*std::move(name), *std::move(value));
  }
  return true;
}

// RFC 9112 section 3.2.2: servers must take the absolute form, though only proxies are sent it.
bool split_authority(std::string_view& text, Target& target) {
  if (text.starts_with('/')) return true;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!text.starts_with(scheme)) continue;
    text.remove_prefix(scheme.size());
    const std::size_t end = std::min(text.find_first_of("/?"), text.size());
    target.authority = text.substr(0, end);
    text.remove_prefix(end);
    return !target.authority.empty() && target.authority.find('@') == std::string::npos;
  }
  return false;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  const auto is_foreign = [](char c) { return c <= ' ' || c == 0x7f || c == '#'; };  // char is signed: also >= 0x80
  if (std::ranges::any_of(text, is_foreign)) return std::nullopt;
  Target target;
  if (!split_authority(text, target)) return std::nullopt;
  const std::size_t question = std::min(text.find('?'), text.size());
  auto path = decode(text.substr(0, question), false);
  if (!path || std::ranges::any_of(*path, is_control)) return std::nullopt;
  target.path = path->empty() ? "/" : *std::move(path);
  if (!decode_query(text.substr(std::min(question + 1, text.size())), target.query)) return std::nullopt;
  return target;
}

}  // namespace paceline::http
