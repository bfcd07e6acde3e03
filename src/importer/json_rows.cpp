// SPDX-License-Identifier: Apache-2.0
#include "importer/json_rows.h"

#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "base/utf8.h"
#include "text/delimited_reader.h"

namespace paceline {
namespace {

constexpr std::size_t kDeepestElement = 32;

std::string text_of(const boost::json::value& value) {
  switch (value.kind()) {
    case boost::json::kind::null: return {};
    case boost::json::kind::string: return std::string(value.as_string());
    case boost::json::kind::double_: {
      std::array<char, 32> digits{};
      const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value.as_double());
      return {digits.data(), end.ptr};
    }
    default: return boost::json::serialize(value);
  }
}

/// REQUIRES: an object.
std::string cell_named(const std::string& column, const boost::json::value& row) {
  const auto* member = row.as_object().if_contains(column);
  if (member == nullptr && column.starts_with('/')) {
    boost::json::error_code none;
    member = row.find_pointer(column, none);
  }
  return member == nullptr ? std::string() : text_of(*member);
}

}  // namespace

JsonRows::JsonRows(Mapping given)
    : MappedReader(std::move(given)),
      decoder_(mapping().encoding),
      by_line_(mapping().format == FileFormat::jsonl),
      elements_(mapping().records, [this](const JsonElement& element) { take(element); }) {
  bind_wanted();
  cells_.resize(wanted().size());
}

void JsonRows::read(std::string_view bytes) {
  text_.clear();
  decoder_.feed(bytes, text_);
  take_text();
}

void JsonRows::read_end() {
  text_.clear();
  decoder_.end(text_);
  take_text();
  if (by_line_) {
    if (!line_.empty() || line_too_large_) take_line();
    if (!gave_rows()) refuse_file({0, {}, "import.file.empty", {}});
    return;
  }
  if (!faults().empty()) return;
  elements_.end();
  if (!elements_.fault().empty()) refuse_file({0, {}, std::string(elements_.fault()), {}});
}

void JsonRows::take_text() {
  if (!by_line_) {
    elements_.feed(text_);
    if (!elements_.fault().empty() && faults().empty()) refuse_file({0, {}, std::string(elements_.fault()), {}});
    return;
  }
  std::string_view rest = text_;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    line_ += rest.substr(0, end);
    if (line_.size() > kLargestRow) line_too_large_ = true;
    if (line_too_large_) line_.clear();
    if (end == std::string_view::npos) return;
    take_line();
    rest.remove_prefix(end + 1);
  }
}

void JsonRows::take_line() {
  ++lines_;
  if (line_.ends_with('\r')) line_.pop_back();
  const std::string_view text = trimmed(line_);
  if (!text.empty() || line_too_large_) take({lines_, text, line_too_large_ ? "import.row.too_large" : ""});
  line_.clear();
  line_too_large_ = false;
}

void JsonRows::take(const JsonElement& element) {
  if (!element.fault.empty()) return refuse_row(element.number, element.fault);
  boost::json::parse_options options;
  options.max_depth = kDeepestElement;
  boost::json::error_code fault;
  const auto value = boost::json::parse({element.text.data(), element.text.size()}, fault, {}, options);
  if (fault) return refuse_row(element.number, "import.json.malformed", fault.message());
  if (!value.is_object()) return refuse_row(element.number, "import.json.not_an_object");
  FileRow taken;
  taken.row = static_cast<std::int64_t>(element.number);
  taken.content = element.text;
  std::vector<std::string_view> values;
  values.reserve(cells_.size());
  for (std::size_t at = 0; at < cells_.size(); ++at) {
    cells_[at] = cell_named(wanted()[at], value);
    values.emplace_back(cells_[at]);
    if (const auto wrong = fault_of_text(cells_[at]); !wrong.empty() && taken.faults.empty())
      taken.faults.push_back({taken.row, wanted()[at], std::string(wrong), {}});
  }
  if (taken.faults.empty()) fill(values, taken);
  give(std::move(taken));
}

}  // namespace paceline
