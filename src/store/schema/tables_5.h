// SPDX-License-Identifier: Apache-2.0
// Migration 5: quotas in full. Never edited once released.
//
// span_from, span_to: of a quota whose period is one span of days, half-open. proposed_by: who proposed what the
// version asks; actor_id is who made it hold. quota_agreement: somebody who is asked agrees to a version as it was
// stored at version_stored_at, so that agreeing to one amount is never agreeing to another. quota_proposal: own amounts
// of one rep that hold once the other side has agreed; quota_decision: that answer, once.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 6> kTables5{
    R"(ALTER TABLE quota ADD COLUMN span_from BIGINT)",
    R"(ALTER TABLE quota ADD COLUMN span_to BIGINT)",
    R"(ALTER TABLE quota_version ADD COLUMN proposed_by BIGINT)",
    R"(CREATE TABLE quota_agreement (org_id BIGINT NOT NULL, quota_id BIGINT NOT NULL, from_day BIGINT NOT NULL,
       version_stored_at BIGINT NOT NULL, user_id BIGINT NOT NULL, agreed_at BIGINT NOT NULL,
       PRIMARY KEY (org_id, quota_id, from_day, version_stored_at, user_id)))",
    R"(CREATE TABLE quota_proposal (org_id BIGINT NOT NULL, proposal_id BIGINT NOT NULL, quota_id BIGINT NOT NULL, rep_id BIGINT NOT NULL,
       amount BIGINT NOT NULL, floor_amount BIGINT, stretch_amount BIGINT, from_day BIGINT, note TEXT NOT NULL,
       proposed_by BIGINT NOT NULL, proposed_at BIGINT NOT NULL, PRIMARY KEY (org_id, proposal_id)))",
    R"(CREATE TABLE quota_decision (org_id BIGINT NOT NULL, proposal_id BIGINT NOT NULL, agreed BIGINT NOT NULL, note TEXT NOT NULL,
       decided_by BIGINT NOT NULL, decided_at BIGINT NOT NULL, PRIMARY KEY (org_id, proposal_id)))",
};

}  // namespace paceline::store
