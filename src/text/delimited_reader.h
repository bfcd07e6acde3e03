// SPDX-License-Identifier: Apache-2.0
// The rows of comma-separated values, piece by piece, as RFC 4180 quotes them and as programs really write them.
//
// A value that begins with a quote goes to its closing quote, over line ends too; a doubled quote is one. A quote in
// the middle of a plain value is a character like others. Lines end with LF, CRLF or CR; empty lines are no rows. A row
// that is broken is one row with a fault, and the next line is read as if nothing had happened: a quote that nobody
// closes costs the one line that it is in. After kMostOpenQuotes of them values end with their line, so that a file
// full of them is read in linear time. A row of more than kLargestRow bytes, its line end among them, is one row with
// a fault, and nothing of it is kept: the next row begins behind its next line end, or, when it has an open quote and a
// line end in its first kLargestRow bytes, with its second line. Memory: one piece and one row. Worked example:
// "a;\"b;\"\"c\"\"\"\r\nd" with ';' has the rows {"a", "b;\"c\""} of line 1 and {"d"} of line 2.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace paceline {

inline constexpr std::size_t kLargestRow = 1 << 20;  ///< bytes
inline constexpr std::size_t kMostValues = 1000;     ///< of a row
inline constexpr int kMostOpenQuotes = 100;

struct DelimitedRow {
  std::size_t line = 1;  ///< on which it begins
  std::vector<std::string_view> values;
  /// Empty when it can be used, else why not: "import.row.quote_open", "import.row.after_quote" (something other than
  /// a separator follows a closing quote), "import.row.too_large", "import.row.too_many_values".
  std::string_view fault;
};

class DelimitedReader {
 public:
  /// The row and its values live until the function returns; false: no further rows are wanted.
  using Take = std::function<bool(const DelimitedRow&)>;

  DelimitedReader(char separator, Take take) : separator_(separator), take_(std::move(take)) {}

  /// False when `take` wants no more.
  [[nodiscard]] bool feed(std::string_view text);
  /// The last row, whose line end may be missing.
  [[nodiscard]] bool end();

 private:
  enum class Found { value, row, cut };
  [[nodiscard]] bool take_rows();
  [[nodiscard]] bool read_row();
  [[nodiscard]] bool give_row();
  [[nodiscard]] bool leave_line();
  void refuse_as_too_large();
  void skip_rest_of_line();
  [[nodiscard]] std::string_view seen() const { return std::string_view(text_).substr(0, end_); }
  [[nodiscard]] Found read_value();
  [[nodiscard]] Found read_plain();
  [[nodiscard]] Found read_quoted();
  [[nodiscard]] Found after_value();
  [[nodiscard]] std::size_t line_end_at(std::size_t at) const;

  char separator_;
  Take take_;
  bool at_end_ = false;
  int open_quotes_ = 0;
  std::string text_;              ///< what is not read yet, from the beginning of a row on
  std::size_t begin_ = 0;         ///< of the row, in text_
  std::size_t at_ = 0;            ///< where reading it is
  std::size_t end_ = 0;           ///< of what the row may be, in text_
  bool nothing_follows_ = false;  ///< the file ends there
  bool in_quotes_ = false;        ///< the row ends there in a quoted value
  bool skipping_ = false;         ///< the rest of a row that was too large
  std::size_t line_ = 1;          ///< of the row
  std::size_t lines_ = 0;         ///< line ends inside of it and at its end
  DelimitedRow row_;
  std::vector<std::size_t> doubled_;  ///< values of the row with doubled quotes
};

}  // namespace paceline
