// SPDX-License-Identifier: Apache-2.0
// Migration 12: evidence of calls. Never edited once released.
//
// contact_phone: a contact's number in E.164, kept with the contact; contact_phone_whole: it has those of contacts from
// before this migration, too. member_phone: a user's own numbers, E.164 or an
// extension. activity_evidence: a call record that tells of an activity which somebody logged by hand; `record_id` is
// the activity that it was before, `change_id` the correction that it brought. activity_evidence_end: it was taken
// back.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 13> kTables12{
    R"(ALTER TABLE organisation_setting ADD COLUMN phone_country TEXT)",
    R"(ALTER TABLE import ADD COLUMN dropped BIGINT)",
    R"(ALTER TABLE import ADD COLUMN joined BIGINT)",
    R"(CREATE TABLE contact_phone (org_id BIGINT NOT NULL, e164 TEXT NOT NULL, contact_id BIGINT NOT NULL,
       PRIMARY KEY (org_id, e164, contact_id)))",
    R"(CREATE INDEX contact_phone_by_contact ON contact_phone (org_id, contact_id))",
    R"(CREATE TABLE contact_phone_whole (org_id BIGINT NOT NULL, PRIMARY KEY (org_id)))",
    R"(CREATE TABLE member_phone (org_id BIGINT NOT NULL, number TEXT NOT NULL, user_id BIGINT NOT NULL, PRIMARY KEY (org_id, number)))",
    R"(CREATE TABLE activity_evidence (org_id BIGINT NOT NULL, evidence_id BIGINT NOT NULL, activity_id BIGINT NOT NULL,
       source TEXT NOT NULL, external_id TEXT NOT NULL, occurred_at BIGINT NOT NULL, direction TEXT, duration_s BIGINT, outcome TEXT,
       record_id BIGINT, change_id BIGINT, actor_id BIGINT NOT NULL, known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL,
       PRIMARY KEY (org_id, evidence_id)))",
    R"(CREATE UNIQUE INDEX activity_evidence_by_key ON activity_evidence (org_id, source, external_id))",
    R"(CREATE INDEX activity_evidence_by_activity ON activity_evidence (org_id, activity_id))",
    R"(CREATE INDEX activity_evidence_by_record ON activity_evidence (org_id, record_id))",
    R"(CREATE TABLE activity_evidence_end (org_id BIGINT NOT NULL, evidence_id BIGINT NOT NULL, reason TEXT NOT NULL,
       actor_id BIGINT NOT NULL, known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL, PRIMARY KEY (org_id, evidence_id)))",
    R"(CREATE INDEX member_phone_by_user ON member_phone (org_id, user_id))",
};

}  // namespace paceline::store
