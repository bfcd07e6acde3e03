// SPDX-License-Identifier: Apache-2.0
// The elements of an array in a JSON text, piece by piece, each as its own text, so that a broken one costs itself and
// memory is bounded whatever the size of the file.
//
// Only brackets and quotes are read here; what an element says is read by whoever takes it. Worked example: with the
// path {"value"} the text {"next": [1], "value": [{"a": "]"}, 7]} has the elements {"a": "]"} and 7.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace paceline {

struct JsonElement {
  std::size_t number = 1;  ///< the first is 1: a file of one line has no other way to say where
  std::string_view text;   ///< without spaces at its ends
  std::string_view fault;  ///< "import.row.too_large", "import.json.unfinished"; empty: it can be read
};

class JsonElements {
 public:
  using Take = std::function<void(const JsonElement&)>;
  /// `path`: the names on the way to the array; none: the text is one.
  JsonElements(std::vector<std::string> path, Take take) : path_(std::move(path)), take_(std::move(take)) {}

  void feed(std::string_view text);
  void end();
  /// Why there can be no element: "import.json.malformed" (no JSON, or nested too deep), at the end
  /// "import.json.no_array". Empty: none so far.
  [[nodiscard]] std::string_view fault() const { return fault_; }

 private:
  enum class Where { before, inside, behind };
  struct Level {
    bool is_object = false;
    bool awaits_name = false;
    bool leads_on = false;  ///< its member at hand is the one on the path
  };

  void take_before(char c);
  void take_inside(char c);
  [[nodiscard]] bool take_in_string(char c);
  void open(bool is_object);
  void end_name();
  [[nodiscard]] bool is_on_path() const;
  void add(char c);
  void give(std::string_view fault);

  std::vector<std::string> path_;
  Take take_;
  Where where_ = Where::before;
  std::string_view fault_;
  std::vector<Level> levels_;
  bool in_string_ = false;
  bool escaped_ = false;
  std::string name_;  ///< the string at hand, with its escapes
  std::string element_;
  bool too_large_ = false;
  std::size_t depth_ = 0;  ///< in the element
  std::size_t given_ = 0;
};

}  // namespace paceline
