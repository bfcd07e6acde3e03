// SPDX-License-Identifier: Apache-2.0
// Migration 6: period reports. Never edited once released.
//
// A report and its parts, days, rows and adjustments are written once, together, and never changed; decisions and
// acknowledgements are added. checksum: of the report's canonical text (quota/report.h).
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 12> kTables6{
    R"(CREATE TABLE period_report (org_id BIGINT NOT NULL, report_id BIGINT NOT NULL, quota_id BIGINT NOT NULL, quota_key TEXT NOT NULL,
       name TEXT NOT NULL, rep_id BIGINT NOT NULL, period_kind TEXT NOT NULL, period_key TEXT NOT NULL, from_day BIGINT NOT NULL,
       to_day BIGINT NOT NULL, zone TEXT NOT NULL, closed_by BIGINT NOT NULL, closed_at BIGINT NOT NULL, amount BIGINT NOT NULL,
       floor_amount BIGINT, stretch_amount BIGINT, amount_full BIGINT NOT NULL, minutes BIGINT NOT NULL, minutes_full BIGINT NOT NULL,
       full_day_minutes BIGINT NOT NULL, excused BIGINT NOT NULL, counted BIGINT NOT NULL, adjustment BIGINT NOT NULL, grade TEXT,
       proposal TEXT NOT NULL, checksum TEXT NOT NULL, PRIMARY KEY (org_id, report_id)))",
    R"(CREATE UNIQUE INDEX period_report_once ON period_report (org_id, quota_id, rep_id, from_day))",
    R"(CREATE INDEX period_report_by_day ON period_report (org_id, from_day, report_id))",
    R"(CREATE INDEX period_report_by_rep ON period_report (org_id, rep_id, from_day, report_id))",
    R"(CREATE TABLE report_part (org_id BIGINT NOT NULL, report_id BIGINT NOT NULL, why TEXT NOT NULL, minutes BIGINT NOT NULL,
       PRIMARY KEY (org_id, report_id, why)))",
    R"(CREATE TABLE report_day (org_id BIGINT NOT NULL, report_id BIGINT NOT NULL, day BIGINT NOT NULL, started BIGINT NOT NULL,
       team_id BIGINT, amount BIGINT, floor_amount BIGINT, stretch_amount BIGINT, rule_id BIGINT, minutes_full BIGINT NOT NULL,
       minutes_calendar BIGINT NOT NULL, minutes_asked BIGINT NOT NULL, share_bp BIGINT NOT NULL, name TEXT, closing BIGINT NOT NULL,
       counted BIGINT NOT NULL, PRIMARY KEY (org_id, report_id, day)))",
    R"(CREATE TABLE report_row (org_id BIGINT NOT NULL, report_id BIGINT NOT NULL, activity_id BIGINT NOT NULL, occurred_at BIGINT NOT NULL,
       day BIGINT NOT NULL, kind TEXT NOT NULL, direction TEXT, outcome TEXT, duration_s BIGINT, topic TEXT, contact_id BIGINT,
       reason TEXT NOT NULL, counted_before BIGINT, PRIMARY KEY (org_id, report_id, activity_id)))",
    R"(CREATE TABLE report_adjustment (org_id BIGINT NOT NULL, report_id BIGINT NOT NULL, about_id BIGINT NOT NULL,
       activity_id BIGINT NOT NULL, occurred_at BIGINT NOT NULL, day BIGINT NOT NULL, change BIGINT NOT NULL, reason_before TEXT,
       reason TEXT NOT NULL, PRIMARY KEY (org_id, report_id, about_id, activity_id)))",
    R"(CREATE INDEX report_adjustment_about ON report_adjustment (org_id, about_id, report_id))",
    R"(CREATE TABLE report_decision (org_id BIGINT NOT NULL, report_id BIGINT NOT NULL, decision_id BIGINT NOT NULL, verdict TEXT NOT NULL,
       excuse TEXT, note TEXT, actor_id BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (org_id, report_id, decision_id)))",
    R"(CREATE TABLE report_acknowledgement (org_id BIGINT NOT NULL, report_id BIGINT NOT NULL, acknowledgement_id BIGINT NOT NULL,
       side TEXT NOT NULL, remark TEXT, actor_id BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (org_id, report_id, acknowledgement_id)))",
    R"(CREATE INDEX activity_change_by_intake ON activity_change (org_id, stored_at))",
};

}  // namespace paceline::store
