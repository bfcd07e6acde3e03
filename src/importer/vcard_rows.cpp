// SPDX-License-Identifier: Apache-2.0
#include "importer/vcard_rows.h"

#include <algorithm>

#include "base/enum_text.h"
#include "base/utf8.h"
#include "text/delimited_reader.h"

namespace paceline {
namespace {

constexpr char kBetween = '\x1F';

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

int digit_of_hex(char c) {
  if ('0' <= c && c <= '9') return c - '0';
  if ('A' <= c && c <= 'F') return c - 'A' + 10;
  return 'a' <= c && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string without_quoted_printable(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '=' && at + 2 < text.size() ? digit_of_hex(text[at + 1]) : -1;
    const int low = high >= 0 ? digit_of_hex(text[at + 2]) : -1;
    if (low < 0) {
      bytes += text[at];
      continue;
    }
    bytes += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return bytes;
}

/// The higher, the sooner it is taken; of equals the first.
int rank_of(const ContentLine& line) {
  int rank = 0;
  for (const ContentParameter& each : line.parameters) {
    const std::string word = in_small_letters(each.value);
    const auto has = [&](std::string_view part) { return word.find(part) != std::string::npos; };
    if (each.name == "PREF") rank = std::max(rank, 100);
    if (each.name != "TYPE") continue;
    if (has("pref")) rank = std::max(rank, 90);
    if (has("cell")) rank = std::max(rank, 30);
    if (has("work")) rank = std::max(rank, 20);
    if (has("fax") || has("pager")) rank -= 1000;
  }
  return rank;
}

std::string without_scheme(std::string value, std::string_view scheme) {
  if (!in_small_letters(value.substr(0, scheme.size())).starts_with(scheme)) return value;
  value.erase(0, scheme.size());
  return value.substr(0, value.find(';'));
}

bool is_base64(const ContentLine& line) {
  const std::string* encoding = line.parameter("ENCODING");
  const std::string word = encoding == nullptr ? std::string() : in_small_letters(*encoding);
  return word == "b" || word == "base64";
}

}  // namespace

VcardRows::VcardRows(Mapping given)
    : MappedReader(std::move(given)), lines_([this](const ContentLine& line) { take(line); }) {
  const Encoding encoding = mapping().encoding;
  if (encoding == Encoding::utf_16_le || encoding == Encoding::utf_16_be) decoder_.emplace(encoding);
  bind_wanted();
}

void VcardRows::read(std::string_view bytes) {
  if (decoder_) {
    text_.clear();
    decoder_->feed(bytes, text_);
    return lines_.feed(text_);
  }
  // The mark of UTF-8 may come in pieces.
  if (at_beginning_) {
    text_ += bytes;
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text_.size() < mark.size() && mark.starts_with(text_)) return;
    at_beginning_ = false;
    const std::string_view text = text_;
    return lines_.feed(text.substr(text.starts_with(mark) ? mark.size() : 0));
  }
  lines_.feed(bytes);
}

void VcardRows::read_end() {
  if (decoder_) {
    text_.clear();
    decoder_->end(text_);
    lines_.feed(text_);
  } else if (at_beginning_) {
    lines_.feed(text_);
  }
  lines_.end();
  if (depth_ > 0) refuse_row(begin_, size_ > kLargestRow ? "import.row.too_large" : "import.vcard.unfinished");
  if (!gave_rows()) refuse_file({0, {}, "import.vcard.no_card", {}});
}

void VcardRows::take(const ContentLine& line) {
  if (depth_ > 0) size_ += line.bytes;
  const bool of_card = !line.malformed && in_small_letters(trimmed(line.value)) == "vcard";
  if (of_card && line.name == "BEGIN") {
    if (++depth_ > 1) return;
    begin_ = line.number;
    size_ = 0;
    fault_.clear();
    in_base64_ = false;
    properties_.clear();
  } else if (of_card && line.name == "END" && depth_ > 0) {
    if (--depth_ == 0) give_card();
  } else if (depth_ == 1) {
    take_property(line);
  }
}

void VcardRows::take_property(const ContentLine& line) {
  if (!fault_.empty() || size_ > kLargestRow) return;
  if (line.malformed) {
    if (in_base64_ || trimmed(line.text).empty()) return;
    fault_ = "import.vcard.line_malformed";
    fault_detail_ = "line " + std::to_string(line.number);
    return;
  }
  in_base64_ = is_base64(line);
  if (in_base64_ || line.cut) return;
  const int rank = rank_of(line);
  const auto found = properties_.find(line.name);
  if (found != properties_.end() && found->second.rank >= rank) return;
  std::string value = decoded(line);
  if (!trimmed(value).empty()) properties_[line.name] = {std::move(value), rank};
}

/// What is not valid in its charset has U+FFFD, and refuses its row when it is read.
std::string VcardRows::decoded(const ContentLine& line) const {
  const std::string* encoding = line.parameter("ENCODING");
  const bool quoted = encoding != nullptr && in_small_letters(*encoding) == "quoted-printable";
  std::string bytes = quoted ? without_quoted_printable(line.value) : line.value;
  const std::string* charset = line.parameter("CHARSET");
  if (charset == nullptr && is_utf8(bytes)) return bytes;
  if (decoder_ && !quoted) return bytes;
  std::string name(charset == nullptr ? enum_text(mapping().encoding) : *charset);
  if (charset == nullptr) std::replace(name.begin(), name.end(), '_', '-');
  auto text = decoded_from(bytes, name);
  return text ? *std::move(text) : std::string(kUndecodable);
}

std::string VcardRows::cell_named(const std::string& column) const {
  const auto first_part = [](const std::string& value) { return unescaped(split_components(value).front()); };
  const auto found = properties_.find(column);
  const std::string value = found == properties_.end() ? std::string() : found->second.value;
  if (column == "ID") {
    const auto uid = properties_.find("UID");
    return uid != properties_.end() ? uid->second.value : cell_named("FN") + kBetween + cell_named("ORG");
  }
  if (column == "ORG") return first_part(value);
  if (column == "TEL") return without_scheme(unescaped(value), "tel:");
  if (column == "EMAIL") return without_scheme(unescaped(value), "mailto:");
  if (column == "N" && !value.empty()) {
    const auto parts = split_components(value);
    const std::string family = unescaped(parts.front());
    const std::string given = parts.size() > 1 ? unescaped(parts[1]) : std::string();
    return given.empty() || family.empty() ? given + family : given + " " + family;
  }
  if (column != "FN" || !trimmed(value).empty()) return unescaped(value);
  for (const char* other : {"N", "NICKNAME", "ORG", "EMAIL"}) {
    std::string name = cell_named(other);
    if (!trimmed(name).empty()) return name;
  }
  return {};
}

void VcardRows::give_card() {
  if (size_ > kLargestRow) return refuse_row(begin_, "import.row.too_large");
  if (!fault_.empty()) return refuse_row(begin_, fault_, fault_detail_);
  FileRow taken;
  taken.row = static_cast<std::int64_t>(begin_);
  std::vector<std::string> cells;
  cells.reserve(wanted().size());
  for (const std::string& column : wanted()) {
    cells.push_back(cell_named(column));
    taken.content += cells.back();
    taken.content += kBetween;
    const auto wrong = column == "ID" ? std::string_view() : fault_of_text(cells.back());
    if (!wrong.empty() && taken.faults.empty()) taken.faults.push_back({taken.row, column, std::string(wrong), {}});
  }
  const std::vector<std::string_view> values(cells.begin(), cells.end());
  if (taken.faults.empty()) fill(values, taken);
  give(std::move(taken));
}

}  // namespace paceline
