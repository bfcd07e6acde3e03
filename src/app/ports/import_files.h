// SPDX-License-Identifier: Apache-2.0
// Files of other programs: the rows of one, as its mapping reads them. What a mapping may say: docs/import.md.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/written_moment.h"

namespace paceline {

/// Why a row was refused, or a whole file.
struct RowFault {
  std::int64_t row = 0;  ///< the line on which it begins; the first line of the file is 1
  std::string column;    ///< as the file's header calls it; empty: the row as a whole
  std::string code;
  std::string detail;
};

/// One row of a file of activities. A member that the mapping does not fill, or whose cell is empty, is absent.
struct ActivityCells {
  std::optional<std::string> rep;      ///< e-mail address
  std::optional<std::string> contact;  ///< the company's key
  std::string kind;
  std::optional<std::string> direction;
  std::optional<std::string> outcome;
  std::optional<std::string> topic;
  std::optional<std::string> product_line;
  std::optional<std::string> lead_source;
  std::optional<std::string> note;
  std::optional<std::int64_t> duration_s;
  std::optional<WrittenMoment> occurred_at;
  std::optional<WrittenMoment> known_at;
  std::map<std::string, std::string> attributes;
};

struct FileRow {
  std::int64_t row = 0;
  std::string content;             ///< every value of the row: what makes it this row
  std::optional<std::string> key;  ///< what its own system calls it; none: rows are known by their content
  ActivityCells activity;
  std::vector<RowFault> faults;  ///< none: the row can be used
};

/// Reads one file, piece by piece. Not thread-safe.
class RowReader {
 public:
  virtual ~RowReader() = default;
  /// Appends the rows that end in these bytes.
  virtual void feed(std::string_view bytes, std::vector<FileRow>& rows) = 0;
  virtual void end(std::vector<FileRow>& rows) = 0;
  /// Why the file as a whole cannot be read, known with its header; then no row comes.
  [[nodiscard]] virtual const std::vector<RowFault>& faults() const = 0;
  /// The member of a draft that a cell filled wrongly ("/outcome"), as the column that it came from.
  [[nodiscard]] virtual std::string column_of(std::string_view pointer) const = 0;
};

/// What a mapping says of the file as a whole.
struct MappingSummary {
  std::string name;
  std::string zone;                ///< of dates without one; empty: the organisation's
  std::optional<std::string> rep;  ///< of rows without one, an e-mail address
};

/// Mappings as JSON documents. Thread-safe.
class ImportFiles {
 public:
  virtual ~ImportFiles() = default;
  /// Returns every fault, with pointers into the document: docs/import.md lists the codes "import.mapping.*".
  [[nodiscard]] virtual Checked<MappingSummary> check(std::string_view document) const = 0;
  /// REQUIRES: a document that check() accepts.
  [[nodiscard]] virtual std::unique_ptr<RowReader> open(std::string_view document) const = 0;
  /// The mappings that come with the program, by name.
  [[nodiscard]] virtual const std::map<std::string, std::string>& shipped() const = 0;
};

}  // namespace paceline
