// SPDX-License-Identifier: Apache-2.0
// Migration 9: the list of period reports is found by quota and by period. Never edited once released.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 2> kTables9{
    R"(CREATE INDEX period_report_by_quota ON period_report (org_id, quota_id, from_day, report_id))",
    R"(CREATE INDEX period_report_by_period ON period_report (org_id, period_key, from_day, report_id))",
};

}  // namespace paceline::store
