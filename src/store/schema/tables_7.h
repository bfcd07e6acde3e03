// SPDX-License-Identifier: Apache-2.0
// Migration 7: what is fair. Never edited once released.
//
// organisation_setting: one row for an organisation that has settled something. monitoring: the profile from a moment
// on. look: who read whose figures, one row for each reader, kind of figure and day. leaderboard_entry: who asked to
// stand on it.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 4> kTables7{
    R"(CREATE TABLE organisation_setting (org_id BIGINT NOT NULL PRIMARY KEY, leaderboard BIGINT NOT NULL, notice_company TEXT,
       notice_contact TEXT, notice_ground TEXT))",
    R"(CREATE TABLE monitoring (org_id BIGINT NOT NULL, from_at BIGINT NOT NULL, monitoring TEXT NOT NULL, PRIMARY KEY (org_id, from_at)))",
    R"(CREATE TABLE look (org_id BIGINT NOT NULL, rep_id BIGINT NOT NULL, day BIGINT NOT NULL, viewer_id BIGINT NOT NULL, what TEXT NOT NULL,
       n BIGINT NOT NULL, last_at BIGINT NOT NULL, PRIMARY KEY (org_id, rep_id, day, viewer_id, what)))",
    R"(CREATE TABLE leaderboard_entry (org_id BIGINT NOT NULL, user_id BIGINT NOT NULL, first_name_only BIGINT NOT NULL,
       PRIMARY KEY (org_id, user_id)))",
};

}  // namespace paceline::store
