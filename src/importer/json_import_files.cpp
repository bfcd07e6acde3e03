// SPDX-License-Identifier: Apache-2.0
#include "importer/json_import_files.h"

#include "importer/mapped_reader.h"

namespace paceline {

Checked<MappingSummary> JsonImportFiles::check(std::string_view document) const {
  auto mapping = parse_mapping(document);
  if (!mapping) return tl::unexpected(std::move(mapping).error());
  return MappingSummary{mapping->name, mapping->into,          mapping->zone,
                        mapping->rep,  mapping->match_numbers, mapping->exported};
}

std::unique_ptr<RowReader> JsonImportFiles::open(std::string_view document) const {
  auto mapping = parse_mapping(document);
  PACELINE_ASSERT(mapping.has_value());
  return open_rows(*std::move(mapping));
}

}  // namespace paceline
