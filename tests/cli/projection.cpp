// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/projection.h"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <sstream>
#include <stdexcept>

namespace paceline::cases {
namespace {

namespace json = boost::json;

std::vector<std::string> parts_of(const std::string& text, char end) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, end);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

json::value parsed(const std::string& text) {
  boost::system::error_code error;
  json::value value = json::parse(json::string_view(text.data(), text.size()), error);
  if (error) throw std::runtime_error("not JSON: " + text);
  return value;
}

const json::value* step_into(const json::value& value, const std::string& name) {
  if (value.is_object()) return value.as_object().if_contains(name);
  const bool place = value.is_array() && name.find_first_not_of("0123456789") == std::string::npos;
  return place ? value.as_array().if_contains(std::stoul(name)) : nullptr;
}

const json::value* find(const json::value& from, const std::string& path) {
  const json::value* found = &from;
  for (const std::string& name : parts_of(path, '.')) {
    if (found != nullptr) found = step_into(*found, name);
  }
  return found;
}

std::string kind_of(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null: return "null";
    case json::kind::bool_: return "truth";
    case json::kind::int64:
    case json::kind::uint64: return "whole";
    case json::kind::double_: return "number";
    case json::kind::string: return "text";
    case json::kind::array: return "list";
    case json::kind::object: return "object";
  }
  return "unknown";
}

std::string text_of(const json::value& value) {
  if (value.is_double()) return fmt::format("{:.6g}", value.as_double());
  if (!value.is_string()) return json::serialize(value);
  std::string text(value.as_string());
  return text.empty() || text.find(' ') != std::string::npos ? json::serialize(value) : text;
}

std::string shown(const json::value& from, std::string word, const Header& header) {
  if (word.starts_with('@')) {
    const std::string value = header(word.substr(1));
    return value.empty() ? "absent" : value;
  }
  const char mark = word.back();
  if (mark == '?' || mark == '#') word.pop_back();
  const json::value* value = find(from, word);
  if (value == nullptr) return "absent";
  if (mark == '?') return kind_of(*value);
  if (mark == '#') return value->is_array() ? std::to_string(value->as_array().size()) : "no-list";
  return text_of(*value);
}

std::string line_of(const json::value& from, const std::vector<std::string>& words, const Header& header) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + shown(from, word, header);
  return line;
}

}  // namespace

std::vector<std::string> project(const std::string& answer, const std::string& projection, const Header& header) {
  const auto colon = projection.find(": ");
  if (colon == std::string::npos) return {line_of(parsed(answer), parts_of(projection, ' '), header)};
  const std::string list = projection.substr(0, colon);
  const auto words = parts_of(projection.substr(colon + 2), ' ');
  std::vector<std::string> lines;
  if (list == "lines") {
    for (const std::string& line : parts_of(answer, '\n')) lines.push_back(line_of(parsed(line), words, header));
    return lines;
  }
  const json::value whole = parsed(answer);
  const json::value* items = find(whole, list);
  if (items == nullptr || !items->is_array()) throw std::runtime_error("no list " + list + " in " + answer);
  for (const json::value& item : items->as_array()) lines.push_back(line_of(item, words, header));
  return lines;
}

std::string member_of(const std::string& answer, const std::string& path) {
  const json::value whole = parsed(answer);
  const json::value* value = find(whole, path);
  if (value == nullptr) throw std::runtime_error("no " + path + " in " + answer);
  return value->is_string() ? std::string(value->as_string()) : json::serialize(*value);
}

}  // namespace paceline::cases
