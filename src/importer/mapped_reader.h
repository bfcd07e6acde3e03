// SPDX-License-Identifier: Apache-2.0
// RowReader by a mapping, whatever the form of the file: a derived class finds the rows and their values, this one
// makes the members of a record of them.
//
// A row is refused, and the next one read, when it is broken (what that means the derived class says), when it has a
// character that means nothing in the encoding or a control character ("import.row.undecodable",
// "import.row.control_character"), or when a value is not what the mapping says: "import.value.unknown" (not in its
// table), "import.value.missing" (a record without its first member), "import.value.number", "import.value.words" (no
// JSON object of texts), "import.key.empty", and the codes of MomentForm::read. The file is refused when its header
// lacks a column that is not optional, or has one of that name twice (capital letters make no difference where no
// column has the very name)
// ("import.header.column_missing", "import.header.column_twice"), or when it has no row ("import.file.empty").
#pragma once

#include <span>

#include "app/ports/import_files.h"
#include "importer/mapping.h"
#include "importer/record_fields.h"

namespace paceline {

class MappedReader : public RowReader {
 public:
  void feed(std::string_view bytes, std::vector<FileRow>& rows) final;
  void end(std::vector<FileRow>& rows) final;
  [[nodiscard]] const std::vector<RowFault>& faults() const final { return faults_; }
  [[nodiscard]] const std::vector<std::string>& unused_columns() const final { return unused_; }
  [[nodiscard]] std::string column_of(std::string_view pointer) const final;
  [[nodiscard]] bool is_optional(std::string_view pointer) const final;

 protected:
  explicit MappedReader(Mapping mapping);

  virtual void read(std::string_view bytes) = 0;
  virtual void read_end() = 0;

  [[nodiscard]] const Mapping& mapping() const { return mapping_; }
  /// The columns of the file, as the rows will have them; `by_name`: else by their numbers.
  void bind(std::span<const std::string_view> columns, bool by_name);
  /// Those of the mapping, each row has them in this order; what a row lacks is empty.
  void bind_wanted();
  [[nodiscard]] const std::vector<std::string>& wanted() const { return wanted_; }
  /// Fills the record and the key, or adds faults. REQUIRES: bound, and as many values as columns.
  void fill(std::span<const std::string_view> values, FileRow& taken);
  void give(FileRow row);
  void refuse_row(std::size_t line, std::string_view code, std::string detail = {});
  void refuse_file(RowFault fault) { faults_.push_back(std::move(fault)); }
  [[nodiscard]] bool gave_rows() const { return gave_rows_; }

 private:
  /// A member of the record, with its columns in this file.
  struct Source {
    std::string name;
    const CellRule* rule = nullptr;
    std::vector<std::size_t> columns;
    const RecordField* field = nullptr;  ///< null: an attribute
  };

  /// Null: nothing fills the member.
  [[nodiscard]] const Source* source_of(std::string_view pointer) const;
  [[nodiscard]] std::size_t column_named(const std::string& name, std::span<const std::string_view> columns,
                                         bool by_name, bool optional);
  void note_unused(std::span<const std::string_view> columns, bool by_name);
  void take_key(std::span<const std::string_view> values, FileRow& taken) const;
  [[nodiscard]] std::string_view cell_of(const Source& source, std::span<const std::string_view> values);
  void take_cell(const Source& source, std::string_view cell, FileRow& taken);
  [[nodiscard]] std::optional<std::string_view> meaning(const Source& source, std::string_view cell, FileRow& taken);
  void take_moment(const Source& source, std::string_view text, FileRow& taken);
  void take_words(const Source& source, std::string_view text, FileRow& taken) const;
  void take_duration(const Source& source, std::string_view text, FileRow& taken);
  /// `cell`: what stands there, of which the fault shows the beginning.
  void refuse(const Source& source, std::string code, std::string_view cell, FileRow& taken) const;

  Mapping mapping_;
  const RecordFields& fields_;
  std::vector<FileRow>* rows_ = nullptr;  ///< where rows go while bytes are fed
  std::vector<RowFault> faults_;
  std::vector<std::string> wanted_;
  std::vector<std::string> unused_;
  std::vector<Source> sources_;
  std::vector<std::size_t> key_;
  std::string joined_;  ///< of several columns
  bool gave_rows_ = false;
  int year_ = 0;  ///< of the last row whose form has none
  int month_ = 0;
};

/// The code of what a value must not have; empty: nothing.
[[nodiscard]] std::string_view fault_of_text(std::string_view value);

/// By the mapping's format.
[[nodiscard]] std::unique_ptr<RowReader> open_rows(Mapping mapping);

}  // namespace paceline
