// SPDX-License-Identifier: Apache-2.0
#include "importer/json_elements.h"

#include <algorithm>

#include "text/delimited_reader.h"

namespace paceline {
namespace {

constexpr std::size_t kDeepest = 32;
constexpr std::size_t kLongestName = 1000;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace

void JsonElements::feed(std::string_view text) {
  for (const char c : text) {
    if (!fault_.empty() || where_ == Where::behind) return;
    if (where_ == Where::before)
      take_before(c);
    else
      take_inside(c);
  }
}

void JsonElements::end() {
  if (where_ == Where::inside) {
    give("import.json.unfinished");
  } else if (where_ == Where::before && fault_.empty()) {
    fault_ = "import.json.no_array";
  }
}

/// Whether the sign belongs to a string, or begins one.
bool JsonElements::take_in_string(char c) {
  if (!in_string_) {
    if (c == '"') name_.clear();
    in_string_ = c == '"';
    return in_string_;
  }
  if (escaped_) {
    escaped_ = false;
  } else if (c == '\\') {
    escaped_ = true;
  } else if (c == '"') {
    in_string_ = false;
    return true;
  }
  if (name_.size() < kLongestName) name_ += c;
  return true;
}

bool JsonElements::is_on_path() const {
  return levels_.size() == path_.size() &&
         std::all_of(levels_.begin(), levels_.end(), [](const Level& level) { return level.leads_on; });
}

void JsonElements::open(bool is_object) {
  if (!is_object && is_on_path()) {
    where_ = Where::inside;
    return;
  }
  if (levels_.size() == kDeepest) fault_ = "import.json.malformed";
  levels_.push_back({is_object, is_object, false});
}

void JsonElements::end_name() {
  Level& level = levels_.back();
  const std::size_t at = levels_.size() - 1;
  level.leads_on = at < path_.size() && name_ == path_[at];
  level.awaits_name = false;
}

void JsonElements::take_before(char c) {
  if (take_in_string(c)) {
    const bool ended = !in_string_ && !levels_.empty();
    if (ended && levels_.back().is_object && levels_.back().awaits_name) end_name();
    if (levels_.empty()) fault_ = "import.json.malformed";
    return;
  }
  if (c == '{' || c == '[') return open(c == '{');
  if (levels_.empty()) {
    if (!is_blank(c)) fault_ = "import.json.malformed";
    return;
  }
  if (c == ',' && levels_.back().is_object) levels_.back() = {true, true, false};
  if (c != '}' && c != ']') return;
  levels_.pop_back();
  if (levels_.empty()) fault_ = "import.json.no_array";
}

void JsonElements::add(char c) {
  if (element_.size() >= kLargestRow) too_large_ = true;
  if (too_large_) return element_.clear();
  element_ += c;
}

void JsonElements::take_inside(char c) {
  const bool empty = element_.empty() && !too_large_;
  if (take_in_string(c)) return add(c);
  if (depth_ == 0 && (c == ',' || c == ']')) {
    if (!empty) give({});
    if (c == ']') where_ = Where::behind;
    return;
  }
  if (c == '{' || c == '[') ++depth_;
  if ((c == '}' || c == ']') && depth_ > 0) --depth_;
  if (!empty || !is_blank(c)) add(c);
}

void JsonElements::give(std::string_view fault) {
  while (!element_.empty() && is_blank(element_.back())) element_.pop_back();
  take_({++given_, element_, too_large_ ? "import.row.too_large" : fault});
  element_.clear();
  too_large_ = false;
  depth_ = 0;
}

}  // namespace paceline
