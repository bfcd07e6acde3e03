// SPDX-License-Identifier: Apache-2.0
// ImportFiles with mappings as JSON documents, and those that come with the program, mappings/NAME.json.
#pragma once

#include "app/ports/import_files.h"

namespace paceline {

/// By name.
[[nodiscard]] const std::map<std::string, std::string>& shipped_mappings();

class JsonImportFiles final : public ImportFiles {
 public:
  [[nodiscard]] Checked<MappingSummary> check(std::string_view document) const override;
  [[nodiscard]] std::unique_ptr<RowReader> open(std::string_view document) const override;
  [[nodiscard]] const std::map<std::string, std::string>& shipped() const override { return shipped_mappings(); }
};

}  // namespace paceline
