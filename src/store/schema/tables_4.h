// SPDX-License-Identifier: Apache-2.0
// Migration 4: the team. Never edited once released.
//
// Whom a quota asks becomes a part of its version. asks_*: 1 when the quota asks for that time all the same; NULL or 0
// when it is excused. leave has no reason: only that somebody is away.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 21> kTables4{
    R"(ALTER TABLE team ADD COLUMN parent_id BIGINT)",
    R"(ALTER TABLE member ADD COLUMN joined_day BIGINT)",
    R"(ALTER TABLE member ADD COLUMN left_day BIGINT)",
    R"(CREATE TABLE phase (org_id BIGINT NOT NULL, phase_id BIGINT NOT NULL, name TEXT NOT NULL, from_month BIGINT NOT NULL, to_month BIGINT,
       PRIMARY KEY (org_id, phase_id)))",
    R"(CREATE UNIQUE INDEX phase_by_name ON phase (org_id, name))",

    R"(CREATE TABLE closing_day (org_id BIGINT NOT NULL, day BIGINT NOT NULL, minutes BIGINT NOT NULL, name TEXT NOT NULL,
       PRIMARY KEY (org_id, day)))",
    R"(CREATE TABLE work_week (org_id BIGINT NOT NULL, user_id BIGINT NOT NULL, from_day BIGINT NOT NULL, monday BIGINT NOT NULL,
       tuesday BIGINT NOT NULL, wednesday BIGINT NOT NULL, thursday BIGINT NOT NULL, friday BIGINT NOT NULL, saturday BIGINT NOT NULL,
       sunday BIGINT NOT NULL, PRIMARY KEY (org_id, user_id, from_day)))",
    R"(CREATE TABLE leave (org_id BIGINT NOT NULL, user_id BIGINT NOT NULL, leave_id BIGINT NOT NULL, from_day BIGINT NOT NULL,
       to_day BIGINT NOT NULL, minutes BIGINT, PRIMARY KEY (org_id, user_id, leave_id)))",
    R"(CREATE TABLE ramp (org_id BIGINT NOT NULL, ramp_id BIGINT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (org_id, ramp_id)))",
    R"(CREATE UNIQUE INDEX ramp_by_name ON ramp (org_id, name))",
    R"(CREATE TABLE ramp_step (org_id BIGINT NOT NULL, ramp_id BIGINT NOT NULL, after_days BIGINT NOT NULL, share_bp BIGINT NOT NULL,
       PRIMARY KEY (org_id, ramp_id, after_days)))",
    R"(CREATE TABLE member_ramp (org_id BIGINT NOT NULL, user_id BIGINT NOT NULL, ramp_id BIGINT NOT NULL, from_day BIGINT NOT NULL,
       PRIMARY KEY (org_id, user_id)))",

    R"(ALTER TABLE quota_version ADD COLUMN floor_amount BIGINT)",
    R"(ALTER TABLE quota_version ADD COLUMN stretch_amount BIGINT)",
    R"(ALTER TABLE quota_version ADD COLUMN asks_holidays BIGINT)",
    R"(ALTER TABLE quota_version ADD COLUMN asks_part_time BIGINT)",
    R"(ALTER TABLE quota_version ADD COLUMN asks_leave BIGINT)",
    R"(ALTER TABLE quota_version ADD COLUMN asks_ramp BIGINT)",
    R"(CREATE TABLE quota_asked (org_id BIGINT NOT NULL, quota_id BIGINT NOT NULL, from_day BIGINT NOT NULL, subject_kind TEXT NOT NULL,
       subject_id BIGINT NOT NULL, amount BIGINT, floor_amount BIGINT, stretch_amount BIGINT,
       PRIMARY KEY (org_id, quota_id, from_day, subject_kind, subject_id)))",
    R"(INSERT INTO quota_asked (org_id, quota_id, from_day, subject_kind, subject_id)
       SELECT v.org_id, v.quota_id, v.from_day, s.subject_kind, s.subject_id
       FROM quota_version v JOIN quota_subject s ON s.org_id = v.org_id AND s.quota_id = v.quota_id)",
    R"(DROP TABLE quota_subject)",
};

}  // namespace paceline::store
