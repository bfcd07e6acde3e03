// SPDX-License-Identifier: Apache-2.0
// Files of other programs: the rows of one, as its mapping reads them. What a mapping may say: docs/import.md.
#pragma once

#include <boost/describe/enum.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/written_moment.h"

namespace paceline {

/// What the rows of a file become, `into` of a mapping: app/import_records.h.
/// people: users and the teams that they belong to.
BOOST_DEFINE_ENUM_CLASS(ImportInto, activities, contacts, accounts, people, product_lines, opportunities)

/// Why a row was refused, or a whole file.
struct RowFault {
  std::int64_t row = 0;  ///< the line on which it begins, of an array its place; the first is 1
  std::string column;    ///< as the file's header calls it; empty: the row as a whole
  std::string code;
  std::string detail;
};

/// One row of a file of activities. A member that the mapping does not fill, or whose cell is empty, is absent or
/// empty.
struct ActivityCells {
  std::optional<std::string> rep;         ///< e-mail address
  std::optional<std::string> contact;     ///< the company's key
  std::optional<std::string> contact_id;  ///< of an export: the id that this program gave
  std::string kind;
  std::optional<std::string> direction;
  std::optional<std::string> outcome;
  std::optional<std::string> topic;
  std::optional<std::string> product_line;
  std::optional<std::string> lead_source;
  std::optional<std::string> relation;  ///< what the contact was then; this and the next two: absent: what it is now
  std::optional<std::string> temperature;
  std::optional<std::string> segment;
  std::optional<std::string> state;               ///< of an export: "voided" says that it is none
  std::optional<std::string> occurred_precision;  ///< "month", "day"; in place of what the form of its date says
  std::optional<std::string> note;
  std::optional<std::int64_t> duration_s;
  std::optional<WrittenMoment> occurred_at;
  std::optional<WrittenMoment> known_at;
  std::optional<std::string> from_number;  ///< of a call: who rings
  std::optional<std::string> to_number;    ///< and who is rung
  std::map<std::string, std::string> attributes;
};

/// One row of a file of contacts, likewise.
struct ContactCells {
  std::string name;
  std::optional<std::string> key;
  std::optional<std::string> account_name;
  std::optional<std::string> segment;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<std::string> relation;
  std::optional<std::string> temperature;
  std::optional<std::string> source;
  std::optional<std::string> owner;  ///< e-mail address
};

/// One row of a file of accounts, likewise.
struct AccountCells {
  std::string name;
  std::optional<std::string> key;
  std::optional<std::string> parent;  ///< its name
  std::optional<std::string> segment;
  std::optional<std::string> sector;
  std::optional<std::string> region;
  std::optional<std::string> country;
  std::optional<std::string> owner;  ///< e-mail address
  std::map<std::string, std::string> attributes;
};

/// One row of a file of people, likewise.
struct PersonCells {
  std::string name;
  std::optional<std::string> email;
  std::optional<std::string> email_domain;  ///< of an address that is made of the name
  std::optional<std::string> team;
  std::optional<std::string> parent_team;
  std::optional<std::string> manager;  ///< the name of who leads the team
};

/// One row of a file of product lines, likewise.
struct ProductLineCells {
  std::string name;
  std::optional<std::string> key;     ///< none: the name
  std::optional<std::string> parent;  ///< its key
  std::optional<std::string> list_price;
  std::optional<std::string> currency;
};

/// One row of a file of opportunities, likewise.
struct OpportunityCells {
  std::string name;
  std::optional<std::string> key;
  std::optional<std::string> rep;      ///< e-mail address, or the name of one person only
  std::optional<std::string> account;  ///< its key or name
  std::optional<std::string> contact;  ///< the company's key
  std::optional<std::string> pipeline;
  std::optional<std::string> product_line;
  std::optional<std::string> amount;
  std::optional<std::string> currency;
  std::optional<std::string> stage;
  std::optional<std::string> began_stage;
  std::optional<std::string> reason;
  std::optional<std::string> source;
  std::optional<WrittenMoment> began_at;
  std::optional<WrittenMoment> moved_at;  ///< into `stage`
  std::optional<WrittenMoment> close_day;
};

/// Of what the mapping's `into` says.
using RowCells =
    std::variant<ActivityCells, ContactCells, AccountCells, PersonCells, ProductLineCells, OpportunityCells>;

/// A word of a row and as what the mapping read it.
struct ReadWord {
  std::string column;
  std::string said;
  std::string read_as;
};

struct FileRow {
  std::int64_t row = 0;
  std::string content;             ///< every value of the row: what makes it this row
  std::optional<std::string> key;  ///< what its own system calls it; none: rows are known by their content
  RowCells cells;
  std::vector<RowFault> faults;   ///< none: the row can be used
  std::vector<ReadWord> words{};  ///< those of cells whose rule wants them reported
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
  /// Columns of the file that the mapping says nothing of, the first hundred: by name, or by number where there is no
  /// header. Known with its header; empty of a file whose rows are not of columns.
  [[nodiscard]] virtual const std::vector<std::string>& unused_columns() const = 0;
  /// The member of a draft that a cell filled wrongly ("/outcome"), as the column that it came from.
  [[nodiscard]] virtual std::string column_of(std::string_view pointer) const = 0;
  /// Does a cell that is no good for the member say nothing, in place of refusing its row?
  [[nodiscard]] virtual bool is_optional(std::string_view pointer) const = 0;
};

/// What a mapping says of the file as a whole.
struct MappingSummary {
  std::string name;
  ImportInto into = ImportInto::activities;
  std::string zone;                ///< of dates without one; empty: the organisation's
  std::optional<std::string> rep;  ///< of rows without one, an e-mail address
  bool match_numbers = false;      ///< rows are call records: of known contacts only, found by number
  bool exported = false;           ///< by Paceline: a key is an id that it gave
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
