// SPDX-License-Identifier: Apache-2.0
// The lines of iCalendar and vCard files (RFC 5545 and RFC 6350, section 3), piece by piece:
// "group.NAME;PARAMETER=x:VALUE", folded where a line begins with a space or a tab. vCard 2.1 goes on behind a "=" at
// the end of a quoted-printable line, too, and writes parameters without their names.
//
// Worked example: "item1.tel;CELL;pref=1:12\r\n 3\r\n" is one line of number 1, with the group "item1", the name "TEL",
// the parameters TYPE=CELL and PREF=1 and the value "123".
// Memory: one piece, and one line of at most kLongestContentLine bytes; the rest of a longer one (a photo) is left out.
// Time: that of the bytes, also of a line that is continued for ever.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace paceline {

inline constexpr std::size_t kLongestContentLine = 64 * 1024;  ///< bytes that are kept

struct ContentParameter {
  std::string name;   ///< in capital letters; of a bare word "TYPE" or "ENCODING"
  std::string value;  ///< without quotes
};

struct ContentLine {
  std::size_t number = 0;  ///< of the first of the lines that it was folded into, from 1
  bool malformed = false;  ///< no colon, or no name: only `text` says something
  std::string group;
  std::string name;  ///< in capital letters
  std::vector<ContentParameter> parameters;
  std::string value;      ///< as it stands in the file, with its escapes
  std::string text;       ///< the whole line, unfolded
  bool cut = false;       ///< it was longer than what is kept
  std::size_t bytes = 0;  ///< of all of it in the file, without its line ends

  /// The first of the name; null: there is none.
  [[nodiscard]] const std::string* parameter(std::string_view name) const;
};

class ContentLineReader {
 public:
  using Take = std::function<void(const ContentLine&)>;
  explicit ContentLineReader(Take take) : take_(std::move(take)) {}

  void feed(std::string_view text);
  /// The last line, whose end may be missing.
  void end();

 private:
  void add_to_line(std::string_view text);
  void end_line();
  void read_head();
  void give();

  Take take_;
  std::string line_;            ///< as far as it is read
  std::string unfolded_;        ///< the line that may still go on
  std::size_t bytes_ = 0;       ///< of `unfolded_`, with what is not kept
  std::size_t line_bytes_ = 0;  ///< of `line_`, likewise
  bool cut_ = false;            ///< of `unfolded_`
  bool line_cut_ = false;       ///< of `line_`
  bool goes_on_ = false;        ///< a "=" is the last sign of `unfolded_`
  bool line_goes_on_ = false;   ///< of `line_`
  bool head_ended_ = false;     ///< the colon of `unfolded_` has come
  std::size_t head_read_ = 0;
  bool quoted_printable_ = false;  ///< `unfolded_`
  bool has_line_ = false;          ///< there is something in `unfolded_`
  std::size_t number_ = 0;         ///< of `unfolded_`
  std::size_t lines_ = 0;
};

/// The value of a property of type TEXT: "Tag\\, an dem" is "Tag, an dem"; "\\n" is a line end.
[[nodiscard]] std::string unescaped(std::string_view value);

/// The parts between semicolons that are not escaped, with their escapes.
[[nodiscard]] std::vector<std::string> split_components(std::string_view value);

}  // namespace paceline
