// SPDX-License-Identifier: Apache-2.0
// RowReader of a file of separated values, by its mapping.
//
// A row is refused, and the next one read, when it is broken (the faults of DelimitedReader), when it has another
// number of values than the first row ("import.row.columns"), when it has a character that means nothing in the
// encoding or a control character ("import.row.undecodable", "import.row.control_character"), or when a value is not
// what the mapping says: "import.value.unknown" (not in its table), "import.value.missing" (a kind without one),
// "import.value.number", and the codes of MomentForm::read. The file is refused when its header lacks a column or has
// one of that name twice
// ("import.header.column_missing", "import.header.column_twice"), or when it has no row ("import.file.empty").
#pragma once

#include "app/ports/import_files.h"
#include "importer/delimited_reader.h"
#include "importer/mapping.h"

namespace paceline {

class MappedReader final : public RowReader {
 public:
  explicit MappedReader(Mapping mapping);

  void feed(std::string_view bytes, std::vector<FileRow>& rows) override;
  void end(std::vector<FileRow>& rows) override;
  [[nodiscard]] const std::vector<RowFault>& faults() const override { return faults_; }
  [[nodiscard]] std::string column_of(std::string_view pointer) const override;

 private:
  /// A member of the record, with its column in this file.
  struct Source {
    std::string name;
    const CellRule* rule = nullptr;
    std::size_t column = 0;
    bool is_attribute = false;
  };

  [[nodiscard]] bool take(const DelimitedRow& row);
  void take_header(const DelimitedRow& row);
  void find_columns(const DelimitedRow& row, bool by_name);
  [[nodiscard]] std::size_t column_named(const std::string& name, const DelimitedRow& row, bool by_name);
  void take_values(const DelimitedRow& row, FileRow& taken);
  void fill(const Source& source, std::string_view cell, FileRow& taken);
  [[nodiscard]] std::optional<std::string_view> meaning(const Source& source, std::string_view cell, FileRow& taken);
  void fill_moment(const Source& source, std::string_view text, FileRow& taken);
  void fill_duration(const Source& source, std::string_view text, FileRow& taken);
  void refuse(const Source& source, std::string code, FileRow& taken, std::string detail = {}) const;

  Mapping mapping_;
  TextDecoder decoder_;
  DelimitedReader reader_;
  std::string text_;
  std::vector<FileRow>* rows_ = nullptr;  ///< where rows go while bytes are fed
  std::vector<RowFault> faults_;
  std::vector<Source> sources_;
  std::vector<std::size_t> key_;
  std::size_t columns_ = 0;  ///< of the first row; 0: it has not come
  int year_ = 0;             ///< of the last row whose form has none
  int month_ = 0;
};

}  // namespace paceline
