// SPDX-License-Identifier: Apache-2.0
// Migration 14: signed webhooks. Never edited once released.
//
// webhook.secret is the secret itself and no hash of it: a signature cannot be checked otherwise. It is shown once, and
// no list or export reads it.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 1> kTables14{
    R"(CREATE TABLE webhook (org_id BIGINT NOT NULL, webhook_id BIGINT NOT NULL, source TEXT NOT NULL, user_id BIGINT NOT NULL,
       secret TEXT NOT NULL, created_at BIGINT NOT NULL, revoked_at BIGINT, PRIMARY KEY (org_id, webhook_id)))",
};

}  // namespace paceline::store
