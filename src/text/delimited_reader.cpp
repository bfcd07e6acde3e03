// SPDX-License-Identifier: Apache-2.0
#include "text/delimited_reader.h"

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
  if (skipping_) skip_rest_of_line();
  while (begin_ < text_.size() && !skipping_) {
    if (!read_row()) return true;
    const bool goes_on = give_row();
    begin_ = at_;
    line_ += lines_;
    if (!goes_on) return false;
    if (skipping_) skip_rest_of_line();
  }
  return true;
}

/// Of a row that was too large. What it skips is not kept, however much it is.
void DelimitedReader::skip_rest_of_line() {
  const std::size_t stop = std::min(text_.find_first_of("\r\n", begin_), text_.size());
  const bool may_go_on = stop + 1 >= text_.size() && !at_end_;
  const bool between_signs = may_go_on && stop < text_.size() && text_[stop] == '\r';
  begin_ = between_signs ? stop : line_end_at(stop);
  if (between_signs || stop == text_.size()) return;
  ++line_;
  skipping_ = false;
}

/// False when the text ends before the row does.
bool DelimitedReader::read_row() {
  row_ = {line_, std::move(row_.values), {}};
  row_.values.clear();
  doubled_.clear();
  at_ = begin_;
  lines_ = 0;
  in_quotes_ = false;
  // Whatever has come of the file already, a row is judged by its own first bytes.
  end_ = std::min(text_.size(), begin_ + kLargestRow);
  nothing_follows_ = at_end_ && end_ == text_.size();
  Found found = Found::value;
  while (found == Found::value && row_.fault.empty()) found = read_value();
  if (row_.fault.empty() && found == Found::cut) {
    if (text_.size() - begin_ <= kLargestRow) return false;
    if (!in_quotes_) {
      refuse_as_too_large();
      return true;
    }
    ++open_quotes_;
    row_.fault = "import.row.quote_open";
  }
  return row_.fault.empty() || leave_line();
}

void DelimitedReader::refuse_as_too_large() {
  row_.values.clear();
  doubled_.clear();
  row_.fault = "import.row.too_large";
  skipping_ = true;
}

/// The row is the line on which it began, whatever its quotes say. False when the text ends before the line does.
bool DelimitedReader::leave_line() {
  row_.values.clear();
  doubled_.clear();
  const std::size_t stop = std::min(seen().find_first_of("\r\n", begin_), end_);
  lines_ = 0;
  at_ = stop;
  const bool ends = stop + 1 < end_ || nothing_follows_ || (stop < end_ && text_[stop] == '\n');
  if (!ends) {
    if (text_.size() - begin_ <= kLargestRow) return false;
    refuse_as_too_large();
    return true;
  }
  at_ = line_end_at(stop);
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
  return at_ < end_ && text_[at_] == '"' ? read_quoted() : read_plain();
}

DelimitedReader::Found DelimitedReader::read_plain() {
  const std::size_t from = at_;
  while (at_ < end_ && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
  row_.values.push_back(seen().substr(from, at_ - from));
  return after_value();
}

DelimitedReader::Found DelimitedReader::read_quoted() {
  const std::size_t from = ++at_;
  bool doubled = false;
  while (true) {
    const std::size_t stop =
        open_quotes_ < kMostOpenQuotes ? seen().find('"', at_) : seen().find_first_of("\"\r\n", at_);
    const bool closes = stop != std::string::npos && text_[stop] == '"';
    if (!nothing_follows_ && (stop == std::string::npos || (closes && stop + 1 == end_))) {
      in_quotes_ = true;
      return Found::cut;
    }
    if (!closes) {
      ++open_quotes_;
      row_.fault = "import.row.quote_open";
      return Found::row;
    }
    at_ = stop + 1;
    if (at_ == end_ || text_[at_] != '"') break;
    doubled = true;
    ++at_;
  }
  const std::string_view value = seen().substr(from, at_ - 1 - from);
  lines_ += static_cast<std::size_t>(std::count(value.begin(), value.end(), '\n'));
  if (doubled) doubled_.push_back(row_.values.size());
  row_.values.push_back(value);
  return after_value();
}

DelimitedReader::Found DelimitedReader::after_value() {
  if (at_ == end_) return nothing_follows_ ? Found::row : Found::cut;
  if (text_[at_] == separator_) {
    ++at_;
    return Found::value;
  }
  if (text_[at_] != '\n' && text_[at_] != '\r') {
    row_.fault = "import.row.after_quote";
    return Found::row;
  }
  if (text_[at_] == '\r' && at_ + 1 == end_ && !nothing_follows_) return Found::cut;
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
