// SPDX-License-Identifier: Apache-2.0
#include "json/parse.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <unordered_set>

#include "base/utf8.h"
#include "json/place.h"

namespace paceline::json {
namespace {

using boost::json::error_code;
using boost::json::string_view;

/// Builds the tree as the parser reads, and notes every name that an object has twice: Boost would keep the last one.
class TreeBuilder {
 public:
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);

  explicit TreeBuilder(const boost::json::storage_ptr& storage) { stack_.reset(storage); }

  [[nodiscard]] boost::json::value release() { return stack_.release(); }
  [[nodiscard]] Errors duplicates() && { return std::move(duplicates_).take(); }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_array_begin(error_code&) { return open(false); }
  bool on_object_begin(error_code&) { return open(true); }
  bool on_array_end(std::size_t size, error_code&) { return stack_.push_array(size), close(); }
  bool on_object_end(std::size_t size, error_code&) { return stack_.push_object(size), close(); }
  bool on_string_part(string_view part, std::size_t, error_code&) { return stack_.push_chars(part), true; }
  bool on_string(string_view last, std::size_t, error_code&) { return stack_.push_string(last), complete(); }
  bool on_key_part(string_view part, std::size_t, error_code&) {
    name_.append(part.data(), part.size());
    stack_.push_chars(part);
    return true;
  }
  bool on_key(string_view last, std::size_t, error_code&) {
    name_.append(last.data(), last.size());
    stack_.push_key(last);
    return name_read();
  }
  bool on_number_part(string_view part, error_code&) { return number_.append(part.data(), part.size()), true; }
  bool on_int64(std::int64_t value, string_view, error_code&) { return stack_.push_int64(value), number_read(); }
  bool on_uint64(std::uint64_t value, string_view, error_code&) { return stack_.push_uint64(value), number_read(); }
  bool on_double(double approximate, string_view last, error_code&) {
    number_.append(last.data(), last.size());
    double exact = approximate;  // Boost 1.81 can miss the nearest double by one
    std::from_chars(number_.data(), number_.data() + number_.size(), exact);
    stack_.push_double(exact);
    return number_read();
  }
  bool on_bool(bool value, error_code&) { return stack_.push_bool(value), complete(); }
  bool on_null(error_code&) { return stack_.push_null(), complete(); }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }

 private:
  struct Level {
    bool is_object;
    std::string name;                       // of the member that is being read
    std::size_t index = 0;                  // of the item that is being read
    std::unordered_set<std::string> names;  // of the members read so far
  };

  bool open(bool is_object) { return levels_.push_back({is_object, {}, 0, {}}), true; }
  bool close() { return levels_.pop_back(), complete(); }
  bool complete() {
    if (!levels_.empty()) ++levels_.back().index;
    return true;
  }
  bool number_read() { return number_.clear(), complete(); }
  bool name_read() {
    Level& level = levels_.back();
    level.name = std::move(name_);
    name_.clear();
    if (!level.names.insert(level.name).second) note_duplicate(Place(), 0);
    return true;
  }
  void note_duplicate(const Place& place, std::size_t depth) {
    if (depth == levels_.size()) return duplicates_.add(place, "member.duplicate");
    const Level& level = levels_[depth];
    note_duplicate(level.is_object ? place.member(level.name) : place.item(level.index), depth + 1);
  }

  boost::json::value_stack stack_;
  std::vector<Level> levels_;
  std::string name_;
  std::string number_;
  Faults duplicates_;
};

/// The values live in one block of memory that goes away at once.
struct Storage {
  boost::json::monotonic_resource memory;
  boost::json::value value;
};

Error refusal(const error_code& problem, std::size_t at) {
  const auto place = "at byte " + std::to_string(at);
  if (problem == boost::json::error::too_deep)
    return {Fault::invalid, "json.too_deep", {}, "deeper than " + std::to_string(kDeepestLevel) + " levels " + place};
  return {Fault::invalid, "json.malformed", {}, problem.message() + " " + place};
}

}  // namespace

Checked<Tree> parse(std::string_view text) {
  if (!is_utf8(text)) return tl::unexpected(Errors{{Fault::invalid, "json.invalid_utf8", {}, "the text is not UTF-8"}});
  auto storage = std::make_shared<Storage>();
  boost::json::parse_options options;
  options.max_depth = kDeepestLevel;
  boost::json::basic_parser<TreeBuilder> parser(options, boost::json::storage_ptr(&storage->memory));
  error_code problem;
  const auto used = parser.write_some(false, text.data(), text.size(), problem);
  if (!problem && used < text.size()) problem = boost::json::error::extra_data;
  if (problem) return tl::unexpected(Errors{refusal(problem, used)});
  // Assigning would copy into the default storage of the value that is there.
  storage->value.~value();
  new (&storage->value) boost::json::value(parser.handler().release());
  if (auto duplicates = std::move(parser.handler()).duplicates(); !duplicates.empty())
    return tl::unexpected(std::move(duplicates));
  return Tree(storage, &storage->value);
}

}  // namespace paceline::json
