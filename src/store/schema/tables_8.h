// SPDX-License-Identifier: Apache-2.0
// Migration 8: people come and go. Never edited once released.
//
// invitation: the one link by which a user may set a password, as a fingerprint. handed_over: days of a quota that were
// handed over, so that they are not handed over twice.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 5> kTables8{
    R"(ALTER TABLE member ADD COLUMN last_sign_in_at BIGINT)",
    R"(CREATE TABLE invitation (org_id BIGINT NOT NULL, user_id BIGINT NOT NULL, fingerprint TEXT NOT NULL, created_at BIGINT NOT NULL,
       expires_at BIGINT NOT NULL, PRIMARY KEY (org_id, user_id)))",
    R"(CREATE TABLE handed_over (org_id BIGINT NOT NULL, user_id BIGINT NOT NULL, quota_id BIGINT NOT NULL, from_day BIGINT NOT NULL,
       to_day BIGINT NOT NULL, successor_id BIGINT NOT NULL, actor_id BIGINT NOT NULL, stored_at BIGINT NOT NULL,
       PRIMARY KEY (org_id, user_id, quota_id, from_day)))",
    R"(CREATE INDEX session_by_user ON session (org_id, user_id))",
    R"(CREATE INDEX token_by_user ON token (org_id, user_id))",
};

}  // namespace paceline::store
