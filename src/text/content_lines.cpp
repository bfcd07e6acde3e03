// SPDX-License-Identifier: Apache-2.0
#include "text/content_lines.h"

#include <algorithm>

namespace paceline {
namespace {

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals)
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return capitals;
}

/// The first of the signs that stands in no quotes.
std::size_t find_outside_quotes(std::string_view text, std::string_view signs) {
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (!quoted && signs.find(text[at]) != std::string_view::npos) return at;
  }
  return std::string_view::npos;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-' || c == '_';
  });
}

ContentParameter parameter_of(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    const std::string word = in_capitals(text);
    const bool encoding = word == "QUOTED-PRINTABLE" || word == "BASE64" || word == "8BIT" || word == "7BIT";
    return {encoding ? "ENCODING" : "TYPE", word};
  }
  std::string value(text.substr(equals + 1));
  std::erase(value, '"');
  return {in_capitals(text.substr(0, equals)), std::move(value)};
}

ContentLine parse(std::string text, std::size_t number, bool cut, std::size_t bytes) {
  ContentLine line;
  line.number = number;
  line.cut = cut;
  line.bytes = bytes;
  const std::size_t colon = find_outside_quotes(text, ":");
  line.malformed = colon == std::string::npos;
  std::string_view head = std::string_view(text).substr(0, std::min(colon, text.size()));
  std::size_t end = std::min(find_outside_quotes(head, ";"), head.size());
  line.name = in_capitals(head.substr(0, end));
  if (const std::size_t dot = line.name.rfind('.'); dot != std::string::npos) {
    line.group = head.substr(0, dot);
    line.name.erase(0, dot + 1);
    if (line.group.empty()) line.malformed = true;
  }
  if (!is_name(line.name)) line.malformed = true;
  head.remove_prefix(end);
  while (!line.malformed && !head.empty()) {
    head.remove_prefix(1);
    end = std::min(find_outside_quotes(head, ";"), head.size());
    line.parameters.push_back(parameter_of(head.substr(0, end)));
    head.remove_prefix(end);
  }
  if (!line.malformed) line.value = text.substr(colon + 1);
  line.text = std::move(text);
  return line;
}

/// Adds as much as is kept; false: it was not all.
bool append(std::string& text, std::string_view more) {
  const std::size_t room = kLongestContentLine - std::min(text.size(), kLongestContentLine);
  text += more.substr(0, room);
  return more.size() <= room;
}

}  // namespace

const std::string* ContentLine::parameter(std::string_view wanted) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const ContentParameter& each) { return each.name == wanted; });
  return found == parameters.end() ? nullptr : &found->value;
}

void ContentLineReader::feed(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    add_to_line(text.substr(0, end));
    if (end == std::string_view::npos) return;
    end_line();
    text.remove_prefix(end + 1);
  }
}

void ContentLineReader::end() {
  if (!line_.empty()) end_line();
  give();
}

void ContentLineReader::add_to_line(std::string_view text) {
  line_bytes_ += text.size();
  if (!append(line_, text)) line_cut_ = true;
  const std::size_t last = text.find_last_not_of('\r');
  if (last != std::string_view::npos) line_goes_on_ = text[last] == '=';
}

void ContentLineReader::end_line() {
  ++lines_;
  std::string_view line = line_;
  while (line.ends_with('\r')) line.remove_suffix(1);  // some programs write two
  const bool soft = has_line_ && goes_on_ && quoted_printable_;
  const bool folded = has_line_ && (line.starts_with(' ') || line.starts_with('\t'));
  if (soft || folded) {
    if (soft && !cut_) unfolded_.pop_back();
    if (!append(unfolded_, soft ? line : line.substr(1)) || line_cut_) cut_ = true;
    bytes_ += line_bytes_;
  } else if (!line.empty()) {
    give();
    unfolded_ = line;
    cut_ = line_cut_;
    bytes_ = line_bytes_;
    number_ = lines_;
    has_line_ = true;
  }
  goes_on_ = cut_ ? line_goes_on_ : unfolded_.ends_with('=');
  read_head();
  line_.clear();
  line_bytes_ = 0;
  line_cut_ = false;
  line_goes_on_ = false;
}

/// What stands before the colon says whether a "=" at the end of a line goes on. Each byte is looked at once, and those
/// before it that may begin the word again, however often the line goes on.
void ContentLineReader::read_head() {
  constexpr std::string_view word = "QUOTED-PRINTABLE";
  if (head_ended_) return;
  const std::size_t from = std::min(head_read_, unfolded_.size());
  const std::string_view head = std::string_view(unfolded_).substr(from - std::min(from, word.size() - 1));
  const std::size_t colon = head.find(':');
  head_ended_ = colon != std::string_view::npos;
  head_read_ = unfolded_.size();
  if (in_capitals(head.substr(0, colon)).find(word) != std::string::npos) quoted_printable_ = true;
}

void ContentLineReader::give() {
  if (has_line_) take_(parse(std::move(unfolded_), number_, cut_, bytes_));
  unfolded_.clear();
  has_line_ = false;
  head_ended_ = false;
  head_read_ = 0;
  quoted_printable_ = false;
}

std::string unescaped(std::string_view value) {
  std::string text;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool escaped = value[at] == '\\' && at + 1 < value.size();
    if (escaped) ++at;
    const bool line_end = escaped && (value[at] == 'n' || value[at] == 'N');
    text += line_end ? '\n' : value[at];
  }
  return text;
}

std::vector<std::string> split_components(std::string_view value) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] == ';') {
      parts.emplace_back();
      continue;
    }
    parts.back() += value[at];
    if (value[at] == '\\' && at + 1 < value.size()) parts.back() += value[++at];
  }
  return parts;
}

}  // namespace paceline
