// SPDX-License-Identifier: Apache-2.0
// What holds of reading any bytes by a mapping: for the fuzz target, and for its corpus in the ordinary tests.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "importer/mapped_reader.h"

namespace paceline::testing_support {

inline std::vector<FileRow> rows_of_bytes(std::string_view mapping, std::string_view bytes, std::size_t piece) {
  std::vector<FileRow> rows;
  MappedReader reader(*parse_mapping(mapping));
  for (std::size_t at = 0; at < bytes.size(); at += piece) reader.feed(bytes.substr(at, piece), rows);
  reader.end(rows);
  PACELINE_ASSERT(rows.empty() || reader.faults().empty());
  return rows;
}

/// The first line of the bytes is the mapping; none, or a bad one: a mapping of three columns. The rows are the same
/// however the rest is cut, their lines rise, and each has its members or a fault.
inline void check_import_file(std::string_view bytes) {
  constexpr std::string_view usual =
      R"({"name":"x","key":["1"],"header":false,"fields":{"kind":{"column":"2","values":{"c":"call"}},)"
      R"("occurred_at":{"column":"3","form":"d.M.yyyy"}},"attributes":{"a":{"column":"1"}}})";
  const std::string_view first = bytes.substr(0, bytes.find('\n'));
  const bool own = parse_mapping(first).has_value();
  const std::string_view mapping = own ? first : usual;
  if (own) bytes.remove_prefix(std::min(first.size() + 1, bytes.size()));
  const auto whole = rows_of_bytes(mapping, bytes, std::max<std::size_t>(1, bytes.size()));
  const auto cut = rows_of_bytes(mapping, bytes, 3);
  PACELINE_ASSERT(whole.size() == cut.size());
  std::int64_t line = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    PACELINE_ASSERT(whole[at].content == cut[at].content && whole[at].row == cut[at].row);
    PACELINE_ASSERT(whole[at].faults.size() == cut[at].faults.size());
    PACELINE_ASSERT(whole[at].row > line);
    line = whole[at].row;
    PACELINE_ASSERT(!whole[at].faults.empty() || !whole[at].activity.kind.empty());
  }
}

}  // namespace paceline::testing_support
