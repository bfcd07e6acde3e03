// SPDX-License-Identifier: Apache-2.0
// The rows of one import, part by part, each with the name by which it is known again.
//
// A row with key columns is called by them. One without is called by its content and by how many equal rows came
// before it in the file, so that equal rows of one file are rows of their own and the same file twice is the same rows.
// Worked example: of the rows a, b, a without a key the names are H(a).0, H(b).0, H(a).1; a file of a, b, a, a has one
// more.
// A file may be made so that a row never ends, or that millions are in one part: what one transaction reads of it is
// bounded, and what one look gives.
// Memory: one part, the rows of some kilobytes beyond those that were asked for, and eight bytes or a little more for
// each row of the file.
#pragma once

#include <deque>
#include <map>

#include "app/ports/clock.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"
#include "app/told_keys.h"

namespace paceline {

/// Bytes of the file that one transaction reads at most. More than so many rows of a transaction ever have.
inline constexpr std::int64_t kReadAtOnce = 4 * 1024 * 1024;

/// How often each number came before. Exact for equal numbers; numbers that differ never meet.
class Occurrences {
 public:
  /// Counts it, and returns how many came before.
  std::int64_t add(std::uint64_t number);

 private:
  void grow();
  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1024);
  std::size_t used_ = 0;
  std::map<std::uint64_t, std::int64_t> repeated_;
};

struct NamedRow {
  FileRow row;
  std::string external_id;
};

class ImportRows {
 public:
  ImportRows(const Import& entry, const ImportFiles& files, const Secrets& secrets);

  [[nodiscard]] ImportId import_id() const { return import_id_; }
  [[nodiscard]] ImportState state() const { return state_; }
  [[nodiscard]] const RowReader& reader() const { return *reader_; }
  /// How many rows were taken so far.
  [[nodiscard]] std::int64_t taken() const { return taken_; }
  /// Bytes of the file that were read.
  [[nodiscard]] std::int64_t bytes_read() const { return bytes_read_; }

  /// Reads on until so many rows are at hand, the file ends, or kReadAtOnce bytes were read: then there may be no row.
  /// Harmless when repeated. Returns conflict "import.parts_missing".
  [[nodiscard]] Result<void> fill(std::size_t rows, ImportStore& imports);
  /// Leaves rows out until so many were taken. False: kReadAtOnce bytes were read, and there are more to leave out.
  [[nodiscard]] Result<bool> leave_out(std::int64_t rows, ImportStore& imports);
  [[nodiscard]] const std::deque<NamedRow>& at_hand() const { return at_hand_; }
  [[nodiscard]] bool ended() const { return ended_; }
  /// The first rows at hand were dealt with.
  void take(std::size_t rows);
  /// Of contacts and accounts, while the file is only checked.
  [[nodiscard]] ToldKeys& told_keys() { return told_keys_; }

 private:
  [[nodiscard]] Result<void> read_until(std::size_t rows, std::int64_t byte, ImportStore& imports);
  [[nodiscard]] Result<void> read_piece(ImportStore& imports);
  void name_rows();

  ImportId import_id_;
  ImportState state_;
  std::int64_t bytes_;
  std::unique_ptr<RowReader> reader_;
  const Secrets& secrets_;
  Occurrences seen_;
  std::vector<FileRow> read_;
  std::deque<NamedRow> at_hand_;
  std::int64_t taken_ = 0;
  std::int64_t next_part_ = 0;
  std::string part_;
  std::size_t part_at_ = 0;  ///< what was read of it
  std::int64_t bytes_read_ = 0;
  bool ended_ = false;
  ToldKeys told_keys_;
};

}  // namespace paceline
