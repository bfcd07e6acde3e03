// SPDX-License-Identifier: Apache-2.0
// The rows of a file of separated values by a mapping: its header, and as many values in each row as in the first
// ("import.row.columns"). Broken rows: the faults of DelimitedReader. A file whose first row has none of the columns
// (without a header: not as many), but would have them with another separator, is refused with
// "import.header.separator".
#pragma once

#include "importer/mapped_reader.h"
#include "text/delimited_reader.h"

namespace paceline {

class DelimitedRows final : public MappedReader {
 public:
  explicit DelimitedRows(Mapping mapping);

 private:
  void read(std::string_view bytes) override;
  void read_end() override;
  [[nodiscard]] bool take(const DelimitedRow& row);
  void refuse_first(const DelimitedRow& row);
  void keep_first_line(std::string_view text);
  [[nodiscard]] bool has_wanted(std::span<const std::string_view> values) const;
  /// The separator with which the first line has the columns; empty: none.
  [[nodiscard]] std::string other_separator() const;
  void bind_first(std::span<const std::string_view> values);
  void take_values(const DelimitedRow& row, FileRow& taken);

  TextDecoder decoder_;
  DelimitedReader reader_;
  std::string text_;
  std::string first_line_;  ///< of the file, or the beginning of it
  bool has_first_line_ = false;
  std::size_t columns_ = 0;  ///< of the first row; 0: it has not come
};

}  // namespace paceline
