// SPDX-License-Identifier: Apache-2.0
#include "calendar/ics_lines.h"

#include <algorithm>
#include <optional>

#include "calendar/file_lines.h"

namespace paceline {
namespace {

struct Unfolded {
  std::string text;
  std::size_t number = 0;
};

std::vector<Unfolded> unfold(const std::vector<std::string_view>& lines) {
  std::vector<Unfolded> unfolded;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::string_view line = lines[at];
    const bool more = line.starts_with(' ') || line.starts_with('\t');
    if (more && !unfolded.empty())
      unfolded.back().text += line.substr(1);
    else if (!line.empty())
      unfolded.push_back({std::string(line), at + 1});
  }
  return unfolded;
}

// A parameter in quotes may have colons: ALTREP="https://…".
std::size_t colon_in(std::string_view line) {
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '"') quoted = !quoted;
    if (line[at] == ':' && !quoted) return at;
  }
  return std::string_view::npos;
}

bool is_name_character(char c) {
  return ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-';
}

std::optional<IcsLine> parse_line(const Unfolded& line) {
  const std::string_view text = line.text;
  const std::size_t colon = colon_in(text);
  if (colon == std::string_view::npos) return std::nullopt;
  std::string name(text.substr(0, std::min(text.find(';'), colon)));
  for (char& c : name)
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (name.empty() || !std::ranges::all_of(name, is_name_character)) return std::nullopt;
  return IcsLine{std::move(name), std::string(text.substr(colon + 1)), line.number};
}

}  // namespace

Checked<std::vector<IcsLine>> ics_lines(std::string_view text) {
  std::vector<IcsLine> lines;
  Errors faults;
  for (const Unfolded& line : unfold(file_lines(text))) {
    if (auto parsed = parse_line(line))
      lines.push_back(*std::move(parsed));
    else
      faults.push_back(Error{Fault::invalid, "calendar.ics.line_malformed", line_pointer(line.number),
                             "a line has a name, a colon and a value"});
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return lines;
}

std::string ics_text(std::string_view value) {
  std::string text;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool escaped = value[at] == '\\' && at + 1 < value.size();
    if (escaped) ++at;
    const bool line_end = escaped && (value[at] == 'n' || value[at] == 'N');
    text += line_end ? ' ' : value[at];
  }
  return text;
}

}  // namespace paceline
