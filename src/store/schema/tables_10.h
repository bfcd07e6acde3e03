// SPDX-License-Identifier: Apache-2.0
// Migration 10: import. Never edited once released.
//
// import_part: the file until its import ends, in base64, since the databases keep text. import_row: what an import did
// to which activity, and for undo whether it was looked at. activity_attribute: further words of the company's files.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 9> kTables10{
    R"(ALTER TABLE activity ADD COLUMN occurred_precision TEXT)",
    R"(ALTER TABLE activity_now ADD COLUMN occurred_precision TEXT)",
    R"(CREATE TABLE activity_attribute (org_id BIGINT NOT NULL, activity_id BIGINT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
       PRIMARY KEY (org_id, activity_id, name)))",
    R"(CREATE TABLE import (org_id BIGINT NOT NULL, import_id BIGINT NOT NULL, file_name TEXT NOT NULL, bytes BIGINT NOT NULL,
       mapping_name TEXT NOT NULL, mapping TEXT NOT NULL, rep_id BIGINT, actor_id BIGINT NOT NULL, state TEXT NOT NULL,
       file_hash TEXT NOT NULL, row_count BIGINT NOT NULL, added BIGINT NOT NULL, changed BIGINT NOT NULL, unchanged BIGINT NOT NULL,
       refused BIGINT NOT NULL, bytes_done BIGINT NOT NULL, voided BIGINT NOT NULL, kept BIGINT NOT NULL, fault TEXT,
       created_at BIGINT NOT NULL, began_at BIGINT, ended_at BIGINT, PRIMARY KEY (org_id, import_id)))",
    R"(CREATE INDEX import_by_state ON import (org_id, state, import_id))",
    R"(CREATE TABLE import_part (org_id BIGINT NOT NULL, import_id BIGINT NOT NULL, part BIGINT NOT NULL, bytes BIGINT NOT NULL,
       fingerprint TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (org_id, import_id, part)))",
    R"(CREATE TABLE import_fault (org_id BIGINT NOT NULL, import_id BIGINT NOT NULL, place BIGINT NOT NULL, row_number BIGINT NOT NULL,
       column_name TEXT NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (org_id, import_id, place)))",
    R"(CREATE TABLE import_row (org_id BIGINT NOT NULL, import_id BIGINT NOT NULL, activity_id BIGINT NOT NULL, change_id BIGINT,
       undone BIGINT NOT NULL, kept TEXT, PRIMARY KEY (org_id, import_id, activity_id)))",
    R"(CREATE INDEX report_row_by_activity ON report_row (org_id, activity_id))",
};

}  // namespace paceline::store
