// SPDX-License-Identifier: Apache-2.0
// A workbook of one sheet, as Office Open XML. Rows go to a file as they come, so memory stays small whatever their
// number; text is always text, never a formula. The same rows give the same bytes.
#pragma once

#include <memory>

#include "base/result.h"
#include "sheet/cell.h"

namespace paceline::sheet {

/// What the format allows, the header included.
inline constexpr std::int64_t kMostSheetRows = 1'048'576;

class Workbook {
 public:
  /// In the folder for temporary files. Returns unavailable "export.no_room".
  [[nodiscard]] static Result<std::unique_ptr<Workbook>> make(const std::string& name,
                                                              std::int64_t most_rows = kMostSheetRows);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// Returns invalid "export.too_many_rows".
  [[nodiscard]] Result<void> add(const Row& row);
  /// No row comes any more. Returns unavailable "export.no_room".
  [[nodiscard]] Result<void> close();
  /// The next piece of the file; empty: that was all. REQUIRES: it is closed.
  [[nodiscard]] Result<std::string> read();

 private:
  struct File;
  explicit Workbook(std::unique_ptr<File> file);
  std::unique_ptr<File> file_;
};

}  // namespace paceline::sheet
