// SPDX-License-Identifier: Apache-2.0
// What holds of reading any bytes as rows of separated values and as folded lines: for the fuzz targets, and for their
// corpora in the ordinary tests.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/content_lines.h"
#include "text/delimited_reader.h"

namespace paceline::testing_support {

inline std::vector<std::string> rows_of_text(std::string_view text, char separator, std::size_t piece) {
  std::vector<std::string> rows;
  std::size_t line = 0;
  DelimitedReader reader(separator, [&](const DelimitedRow& row) {
    PACELINE_ASSERT(row.line > line);
    PACELINE_ASSERT(row.fault.empty() ? !row.values.empty() : row.values.empty());
    PACELINE_ASSERT(row.values.size() <= kMostValues);
    line = row.line;
    std::string said = std::to_string(line) + std::string(row.fault);
    for (const std::string_view value : row.values) said.append(1, '\0').append(value);
    rows.push_back(std::move(said));
    return true;
  });
  for (std::size_t at = 0; at < text.size(); at += piece) PACELINE_ASSERT(reader.feed(text.substr(at, piece)));
  PACELINE_ASSERT(reader.end());
  return rows;
}

/// The first byte is the separator. The rows are the same however the text is cut.
inline void check_delimited_reader(std::string_view bytes) {
  if (bytes.empty()) return;
  const char separator = bytes.front();
  if (separator == '"' || separator == '\r' || separator == '\n') return;
  bytes.remove_prefix(1);
  const auto whole = rows_of_text(bytes, separator, std::max<std::size_t>(1, bytes.size()));
  PACELINE_ASSERT(whole == rows_of_text(bytes, separator, 1));
  PACELINE_ASSERT(whole == rows_of_text(bytes, separator, 3));
}

inline std::vector<ContentLine> lines_of_text(std::string_view text, std::size_t piece) {
  std::vector<ContentLine> lines;
  ContentLineReader reader([&](const ContentLine& line) { lines.push_back(line); });
  for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(text.substr(at, piece));
  reader.end();
  return lines;
}

/// The lines are the same however the text is cut, their numbers rise, none is kept beyond its bound, and all of them
/// together are no more than the text.
inline void check_content_lines(std::string_view bytes) {
  const auto whole = lines_of_text(bytes, std::max<std::size_t>(1, bytes.size()));
  const auto cut = lines_of_text(bytes, 3);
  PACELINE_ASSERT(whole.size() == cut.size());
  std::size_t number = 0;
  std::size_t size = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const ContentLine& line = whole[at];
    PACELINE_ASSERT(line.text == cut[at].text && line.value == cut[at].value && line.name == cut[at].name);
    PACELINE_ASSERT(line.number == cut[at].number && line.bytes == cut[at].bytes && line.cut == cut[at].cut);
    PACELINE_ASSERT(line.number > number);
    PACELINE_ASSERT(line.text.size() <= kLongestContentLine && line.text.size() <= line.bytes);
    PACELINE_ASSERT(unescaped(line.value).size() <= line.value.size());
    PACELINE_ASSERT(!split_components(line.value).empty());
    number = line.number;
    size += line.bytes;
  }
  PACELINE_ASSERT(size <= bytes.size());
}

}  // namespace paceline::testing_support
