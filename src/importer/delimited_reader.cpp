// SPDX-License-Identifier: Apache-2.0
#include "importer/delimited_reader.h"

#include <algorithm>

namespace paceline {
namespace {

/// Makes each doubled quote one, in the place where the value stands.
std::string_view without_doubled_quotes(char* value, std::size_t size) {
  char* kept = value;
  for (std::size_t i = 0; i < size; ++i) {
    *kept++ = value[i];
    if (value[i] == '"') ++i;
  }
  return {value, kept};
}

}  // namespace

bool DelimitedReader::feed(std::string_view text) {
  text_.erase(0, begin_);
  begin_ = 0;
  text_ += text;
  return take_rows();
}

bool DelimitedReader::end() {
  at_end_ = true;
  return take_rows();
}

bool DelimitedReader::take_rows() {
  while (begin_ < text_.size()) {
    if (!read_row()) return true;
    const bool goes_on = give_row();
    begin_ = at_;
    line_ += lines_;
    if (!goes_on) return false;
  }
  return true;
}

/// False when the text ends before the row does.
bool DelimitedReader::read_row() {
  row_ = {line_, std::move(row_.values), {}};
  row_.values.clear();
  doubled_.clear();
  at_ = begin_;
  lines_ = 0;
  Found found = Found::value;
  while (found == Found::value && row_.fault.empty()) found = read_value();
  if (row_.fault.empty() && found == Found::cut) {
    if (text_.size() - begin_ <= kLargestRow) return false;
    row_.fault = "import.row.too_large";
  }
  return row_.fault.empty() || leave_line();
}

/// The row is the line on which it began, whatever its quotes say. False when the text ends before the line does.
bool DelimitedReader::leave_line() {
  row_.values.clear();
  const std::size_t stop = std::min(text_.find_first_of("\r\n", begin_), text_.size());
  at_ = line_end_at(stop);
  if (at_ == text_.size() && !at_end_ && at_ - begin_ <= kLargestRow) return false;
  lines_ = at_ > stop ? 1 : 0;
  return true;
}

bool DelimitedReader::give_row() {
  if (row_.fault.empty() && row_.values.size() == 1 && row_.values.front().empty()) return true;
  for (const std::size_t i : doubled_) {
    char* const value = text_.data() + (row_.values[i].data() - text_.data());
    row_.values[i] = without_doubled_quotes(value, row_.values[i].size());
  }
  return take_(row_);
}

DelimitedReader::Found DelimitedReader::read_value() {
  if (row_.values.size() == kMostValues) {
    row_.fault = "import.row.too_many_values";
    return Found::row;
  }
  return at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_plain();
}

DelimitedReader::Found DelimitedReader::read_plain() {
  const std::size_t from = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
  row_.values.push_back(std::string_view(text_).substr(from, at_ - from));
  return after_value();
}

DelimitedReader::Found DelimitedReader::read_quoted() {
  const std::size_t from = ++at_;
  bool doubled = false;
  while (true) {
    const std::size_t stop = open_quotes_ < kMostOpenQuotes ? text_.find('"', at_) : text_.find_first_of("\"\r\n", at_);
    const bool closes = stop != std::string::npos && text_[stop] == '"';
    const bool may_go_on = stop == std::string::npos && !at_end_ && text_.size() - begin_ <= kLargestRow;
    if (may_go_on || (closes && stop + 1 == text_.size() && !at_end_)) return Found::cut;
    if (!closes) {
      ++open_quotes_;
      row_.fault = "import.row.quote_open";
      return Found::row;
    }
    at_ = stop + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    doubled = true;
    ++at_;
  }
  const std::string_view value = std::string_view(text_).substr(from, at_ - 1 - from);
  lines_ += static_cast<std::size_t>(std::count(value.begin(), value.end(), '\n'));
  if (doubled) doubled_.push_back(row_.values.size());
  row_.values.push_back(value);
  return after_value();
}

DelimitedReader::Found DelimitedReader::after_value() {
  if (at_ == text_.size()) return at_end_ ? Found::row : Found::cut;
  if (text_[at_] == separator_) {
    ++at_;
    return Found::value;
  }
  if (text_[at_] != '\n' && text_[at_] != '\r') {
    row_.fault = "import.row.after_quote";
    return Found::row;
  }
  if (text_[at_] == '\r' && at_ + 1 == text_.size() && !at_end_) return Found::cut;
  at_ = line_end_at(at_);
  ++lines_;
  return Found::row;
}

/// Behind the line end that begins there, if one does.
std::size_t DelimitedReader::line_end_at(std::size_t at) const {
  if (at < text_.size() && text_[at] == '\r') ++at;
  if (at < text_.size() && text_[at] == '\n') ++at;
  return at;
}

}  // namespace paceline
