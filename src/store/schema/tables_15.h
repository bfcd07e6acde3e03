// SPDX-License-Identifier: Apache-2.0
// Migration 15: opportunities by import. Never edited once released.
//
// opportunity_source: what a file calls an opportunity, and what it said of it, so that the same row again changes
// nothing, whatever people did since. import_reading: as what a mapping read the words of a file, with how many rows.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 3> kTables15{
    R"(CREATE TABLE opportunity_source (org_id BIGINT NOT NULL, source TEXT NOT NULL, external_id TEXT NOT NULL, opportunity_id BIGINT NOT NULL,
       said TEXT NOT NULL, PRIMARY KEY (org_id, source, external_id)))",
    R"(CREATE INDEX opportunity_source_by_opportunity ON opportunity_source (org_id, opportunity_id))",
    R"(CREATE TABLE import_reading (org_id BIGINT NOT NULL, import_id BIGINT NOT NULL, column_name TEXT NOT NULL, said TEXT NOT NULL,
       read_as TEXT NOT NULL, row_count BIGINT NOT NULL, PRIMARY KEY (org_id, import_id, column_name, said)))",
};

}  // namespace paceline::store
