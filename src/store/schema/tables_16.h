// SPDX-License-Identifier: Apache-2.0
// Migration 16: the rest of the pipeline. Never edited once released.
//
// count_day.amount: what is counted by worth, in minor units; n is then of how many sales. report_row.worth: the same
// of one row. sale_share_by_rep, sale_change_by_intake: a rep's sales; what became known of sales since a report.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 4> kTables16{
    R"(ALTER TABLE count_day ADD COLUMN amount BIGINT)",
    R"(ALTER TABLE report_row ADD COLUMN worth BIGINT)",
    R"(CREATE INDEX sale_share_by_rep ON sale_share (org_id, rep_id, sale_id))",
    R"(CREATE INDEX sale_change_by_intake ON sale_change (org_id, stored_at))",
};

}  // namespace paceline::store
