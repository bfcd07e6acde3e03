// SPDX-License-Identifier: Apache-2.0
// Migration 11: import of contacts. Never edited once released.
//
// import_record takes the place of import_row: what an import did to which record, an activity or a contact.
// contact_source: what files call a contact. contact_change: what a later file made of a contact, field by field, so
// that undo can set it back; its values are personal data.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 6> kTables11{
    R"(CREATE TABLE import_record (org_id BIGINT NOT NULL, import_id BIGINT NOT NULL, record_id BIGINT NOT NULL, change_id BIGINT,
       undone BIGINT NOT NULL, kept TEXT, PRIMARY KEY (org_id, import_id, record_id)))",
    R"(INSERT INTO import_record (org_id, import_id, record_id, change_id, undone, kept)
       SELECT org_id, import_id, activity_id, change_id, undone, kept FROM import_row)",
    R"(DROP TABLE import_row)",
    R"(CREATE TABLE contact_source (org_id BIGINT NOT NULL, source TEXT NOT NULL, external_id TEXT NOT NULL, contact_id BIGINT NOT NULL,
       PRIMARY KEY (org_id, source, external_id)))",
    R"(CREATE INDEX contact_source_by_contact ON contact_source (org_id, contact_id))",
    R"(CREATE TABLE contact_change (org_id BIGINT NOT NULL, contact_id BIGINT NOT NULL, change_id BIGINT NOT NULL, field TEXT NOT NULL,
       value_before TEXT, value_after TEXT, reason TEXT NOT NULL, actor_id BIGINT NOT NULL, stored_at BIGINT NOT NULL,
       PRIMARY KEY (org_id, contact_id, change_id, field)))",
};

}  // namespace paceline::store
