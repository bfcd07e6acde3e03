// SPDX-License-Identifier: Apache-2.0
// The members that a mapping may fill, for each word that `into` may have, and how a cell gets into its place.
#pragma once

#include <span>

#include "app/ports/import_files.h"

namespace paceline {

/// One of the four is there: how the cell is read.
struct RecordField {
  std::string_view name;
  void (*set_text)(RowCells& cells, std::string_view text) = nullptr;
  std::optional<WrittenMoment>& (*moment)(RowCells& cells) = nullptr;
  std::optional<std::int64_t>& (*seconds)(RowCells& cells) = nullptr;       ///< of a duration
  std::map<std::string, std::string>& (*words)(RowCells& cells) = nullptr;  ///< a JSON object of texts
};

struct RecordFields {
  std::span<const RecordField> fields;
  std::span<const std::string_view> needed;  ///< in every mapping
  std::string_view first;                    ///< a row where this one is empty is refused
  bool (*has_first)(const RowCells& cells) = nullptr;
  RowCells (*none)() = nullptr;                                                  ///< a record without any
  std::map<std::string, std::string>& (*attributes)(RowCells& cells) = nullptr;  ///< null: it has none

  /// Null: there is no such member.
  [[nodiscard]] const RecordField* find(std::string_view name) const;
};

[[nodiscard]] const RecordFields& fields_of(ImportInto into);

}  // namespace paceline
