// SPDX-License-Identifier: Apache-2.0
// What holds of reading any bytes by a mapping: for the fuzz target, and for its corpus in the ordinary tests.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "importer/mapped_reader.h"
#include "importer/moment_form.h"
#include "importer/text_decoder.h"

namespace paceline::testing_support {

inline std::vector<FileRow> rows_of_bytes(std::string_view mapping, std::string_view bytes, std::size_t piece) {
  std::vector<FileRow> rows;
  const auto reader = open_rows(*parse_mapping(mapping));
  for (std::size_t at = 0; at < bytes.size(); at += piece) reader->feed(bytes.substr(at, piece), rows);
  reader->end(rows);
  PACELINE_ASSERT(rows.empty() || reader->faults().empty());
  return rows;
}

/// The rows are the same however the bytes are cut, their numbers rise, and each has its first member or a fault.
inline void check_rows(std::string_view mapping, std::string_view bytes) {
  const auto whole = rows_of_bytes(mapping, bytes, std::max<std::size_t>(1, bytes.size()));
  const auto cut = rows_of_bytes(mapping, bytes, 3);
  const RecordFields& fields = fields_of(parse_mapping(mapping)->into);
  PACELINE_ASSERT(whole.size() == cut.size());
  std::int64_t row = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    PACELINE_ASSERT(whole[at].content == cut[at].content && whole[at].row == cut[at].row);
    PACELINE_ASSERT(whole[at].faults.size() == cut[at].faults.size() && whole[at].key == cut[at].key);
    PACELINE_ASSERT(whole[at].row > row);
    row = whole[at].row;
    PACELINE_ASSERT(!whole[at].faults.empty() || fields.has_first(whole[at].cells));
  }
}

/// The first line of the bytes is the mapping; none, or a bad one: a mapping of three columns.
inline void check_import_file(std::string_view bytes) {
  constexpr std::string_view usual =
      R"({"name":"x","key":["1"],"header":false,"fields":{"kind":{"column":"2","values":{"c":"call"}},)"
      R"("occurred_at":{"column":"3","form":"d.M.yyyy"}},"attributes":{"a":{"column":"1"}}})";
  const std::string_view first = bytes.substr(0, bytes.find('\n'));
  const bool own = parse_mapping(first).has_value();
  if (own) bytes.remove_prefix(std::min(first.size() + 1, bytes.size()));
  check_rows(own ? first : usual, bytes);
}

inline void check_import_json(std::string_view bytes) {
  constexpr std::string_view fields =
      R"("fields":{"kind":{"column":"/k/0"},"occurred_at":{"column":"at","form":"epoch"},"note":{"column":"n"}}})";
  check_rows(R"({"name":"x","format":"json","records":"/value",)" + std::string(fields), bytes);
  check_rows(R"({"name":"x","format":"jsonl","key":["n"],)" + std::string(fields), bytes);
}

inline void check_import_ics(std::string_view bytes) {
  check_rows(R"({"name":"x","format":"ics","key":["UID","RECURRENCE-ID"],"fields":{"kind":{"constant":"meeting"},)"
             R"("occurred_at":{"column":"DTSTART","form":"ics"},"duration_s":{"column":"DURATION"},)"
             R"("note":{"column":"SUMMARY"}}})",
             bytes);
}

inline void check_import_vcard(std::string_view bytes) {
  check_rows(R"({"name":"x","into":"contacts","format":"vcard","key":["ID"],"fields":{"name":{"column":"FN"},)"
             R"("account_name":{"column":"ORG"},"phone":{"column":"TEL"},"email":{"column":"EMAIL"}}})",
             bytes);
}

/// A mapping is taken, and opens a reader of any file, or every fault has its code.
inline void check_import_mapping(std::string_view bytes) {
  const auto mapping = parse_mapping(bytes);
  if (!mapping) {
    PACELINE_ASSERT(!mapping.error().empty());
    for (const Error& error : mapping.error()) PACELINE_ASSERT(!error.code.empty());
    return;
  }
  for (const std::string& column : columns_of(*mapping)) PACELINE_ASSERT(!column.empty() || mapping->header);
  check_rows(bytes, "a,b\n1,2\n");
}

/// The first line is a form, the second a text. What is read is a moment of a day from 1970 to 9999.
inline void check_moment_form(std::string_view bytes) {
  const std::string_view first = bytes.substr(0, bytes.find('\n'));
  const auto form = MomentForm::parse(first);
  if (!form) return;
  bytes.remove_prefix(std::min(first.size() + 1, bytes.size()));
  const auto moment = form->read(bytes);
  if (!moment) return;
  constexpr std::int64_t microseconds_of_day = 86'400'000'000;
  PACELINE_ASSERT(0 <= moment->microsecond && moment->microsecond < microseconds_of_day);
  PACELINE_ASSERT(moment->precision == Precision::second || moment->microsecond == 0);
  PACELINE_ASSERT(date_of(moment->day).year <= 9999);
}

/// The first byte says which encoding. The text is UTF-8, and the same however the bytes are cut.
inline void check_text_decoder(std::string_view bytes) {
  constexpr std::array encodings{Encoding::utf_8,        Encoding::utf_16_le,    Encoding::utf_16_be,
                                 Encoding::windows_1250, Encoding::windows_1251, Encoding::windows_1252,
                                 Encoding::windows_1256};
  if (bytes.empty()) return;
  const Encoding encoding = encodings.at(static_cast<unsigned char>(bytes.front()) % encodings.size());
  bytes.remove_prefix(1);
  const auto decoded = [&](std::size_t piece) {
    std::string text;
    TextDecoder decoder(encoding);
    for (std::size_t at = 0; at < bytes.size(); at += piece) decoder.feed(bytes.substr(at, piece), text);
    decoder.end(text);
    return text;
  };
  const std::string whole = decoded(std::max<std::size_t>(1, bytes.size()));
  PACELINE_ASSERT(is_utf8(whole));
  PACELINE_ASSERT(whole == decoded(1) && whole == decoded(3));
}

}  // namespace paceline::testing_support
