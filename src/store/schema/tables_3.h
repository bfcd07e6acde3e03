// SPDX-License-Identifier: Apache-2.0
// Migration 3: one account and one calendar of each name. Never edited once released.
//
// Two of one name, which two imports at once could make, stay two: the later ones get their id behind the name, so that
// no fact and no count moves. definition_version: what makes those who apply definitions wait for each other, as
// cell_version does for one rep.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 6> kTables3{
    R"(UPDATE account SET name = name || ' (' || CAST(account_id AS TEXT) || ')' WHERE EXISTS (SELECT 1 FROM account a
       WHERE a.org_id = account.org_id AND a.name = account.name AND a.account_id < account.account_id))",
    R"(DROP INDEX account_by_name)",
    R"(CREATE UNIQUE INDEX account_by_name ON account (org_id, name))",
    R"(UPDATE calendar SET name = name || ' (' || CAST(calendar_id AS TEXT) || ')' WHERE EXISTS (SELECT 1 FROM calendar c
       WHERE c.org_id = calendar.org_id AND c.name = calendar.name AND c.calendar_id < calendar.calendar_id))",
    R"(CREATE UNIQUE INDEX calendar_by_name ON calendar (org_id, name))",
    R"(CREATE TABLE definition_version (org_id BIGINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL))",
};

}  // namespace paceline::store
