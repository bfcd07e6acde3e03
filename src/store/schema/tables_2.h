// SPDX-License-Identifier: Apache-2.0
// Migration 2: several servers on one database. Never edited once released.
//
// change_number: the number of the newest change of an organisation. A counter, so that numbers follow the order in
// which transactions end (ADR 10). contact_version: what makes writers about one contact wait for each other, as
// cell_version does for one rep. job: what is done in the background, by whichever server has the lease.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 6> kTables2{
    R"(CREATE TABLE change_number (org_id BIGINT NOT NULL PRIMARY KEY, seq BIGINT NOT NULL))",
    R"(INSERT INTO change_number (org_id, seq) SELECT org_id, max(seq) FROM change GROUP BY org_id)",
    R"(CREATE INDEX change_by_age ON change (org_id, stored_at))",
    R"(CREATE TABLE contact_version (org_id BIGINT NOT NULL, contact_id BIGINT NOT NULL, version BIGINT NOT NULL,
       PRIMARY KEY (org_id, contact_id)))",
    R"(CREATE TABLE job (org_id BIGINT NOT NULL, job_key TEXT NOT NULL, due_at BIGINT NOT NULL, lease_by BIGINT NOT NULL,
       lease_until BIGINT NOT NULL, runs BIGINT NOT NULL, PRIMARY KEY (org_id, job_key)))",
    R"(CREATE INDEX job_by_due ON job (org_id, due_at))",
};

}  // namespace paceline::store
