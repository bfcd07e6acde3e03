// SPDX-License-Identifier: Apache-2.0
// Migration 16: the rest of the pipeline. Never edited once released.
//
// count_day.amount: what is counted by worth, in minor units; n is then of how many sales. report_row.worth: the same
// of one row. sale_share_by_rep, sale_change_by_intake: a rep's sales; what became known of sales since a report.
//
// appointment_fact: what became known of an appointment, numbered from 1; appointment_now is what the facts make of it.
// appointment_text: what it is for and where, apart from the facts, since both may name people. calendar_feed: the
// hash of the secret in the address of a rep's calendar.
//
// estimate, trial: what never changes of them; estimate_change, trial_change: what happened to them; estimate_now,
// trial_now: what that makes of them. An estimate has one next edition at most.
//
// account_change: what an account was called before, by which key, as a part of what; numbered from 1 by account.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 33> kTables16{
    R"(ALTER TABLE count_day ADD COLUMN amount BIGINT)",
    R"(ALTER TABLE report_row ADD COLUMN worth BIGINT)",
    R"(CREATE INDEX sale_share_by_rep ON sale_share (org_id, rep_id, sale_id))",
    R"(CREATE INDEX sale_change_by_intake ON sale_change (org_id, stored_at))",

    R"(CREATE TABLE appointment (org_id BIGINT NOT NULL, appointment_id BIGINT NOT NULL, kind TEXT NOT NULL, contact_id BIGINT,
       account_id BIGINT, opportunity_id BIGINT, rep_id BIGINT NOT NULL, PRIMARY KEY (org_id, appointment_id)))",
    R"(CREATE INDEX appointment_by_opportunity ON appointment (org_id, opportunity_id))",
    R"(CREATE INDEX appointment_by_contact ON appointment (org_id, contact_id))",
    R"(CREATE TABLE appointment_fact (org_id BIGINT NOT NULL, appointment_id BIGINT NOT NULL, seq BIGINT NOT NULL, kind TEXT NOT NULL,
       starts_at BIGINT, zone TEXT, minutes BIGINT, activity_id BIGINT, outcome TEXT, reason TEXT, rep_id BIGINT,
       known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL, actor_id BIGINT NOT NULL, PRIMARY KEY (org_id, appointment_id, seq)))",
    R"(CREATE TABLE appointment_text (org_id BIGINT NOT NULL, appointment_id BIGINT NOT NULL, purpose TEXT, place TEXT,
       PRIMARY KEY (org_id, appointment_id)))",
    R"(CREATE TABLE appointment_now (org_id BIGINT NOT NULL, appointment_id BIGINT NOT NULL, rep_id BIGINT NOT NULL, state TEXT NOT NULL,
       starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL, zone TEXT NOT NULL, minutes BIGINT NOT NULL, moves BIGINT NOT NULL,
       activity_id BIGINT, joined BIGINT NOT NULL, outcome TEXT, reason TEXT, changed_at BIGINT NOT NULL, version BIGINT NOT NULL,
       PRIMARY KEY (org_id, appointment_id)))",
    R"(CREATE INDEX appointment_now_by_rep ON appointment_now (org_id, rep_id, ends_at))",
    R"(CREATE INDEX appointment_now_by_activity ON appointment_now (org_id, activity_id))",
    R"(CREATE TABLE calendar_feed (org_id BIGINT NOT NULL, feed_id BIGINT NOT NULL, user_id BIGINT NOT NULL, token_hash TEXT NOT NULL,
       created_at BIGINT NOT NULL, revoked_at BIGINT, PRIMARY KEY (org_id, feed_id)))",
    R"(CREATE UNIQUE INDEX calendar_feed_by_hash ON calendar_feed (org_id, token_hash))",

    R"(CREATE INDEX appointment_by_account ON appointment (org_id, account_id))",
    R"(CREATE TABLE account_change (org_id BIGINT NOT NULL, account_id BIGINT NOT NULL, seq BIGINT NOT NULL, field TEXT NOT NULL,
       value_before TEXT, value_after TEXT, actor_id BIGINT NOT NULL, stored_at BIGINT NOT NULL, PRIMARY KEY (org_id, account_id, seq)))",
    R"(CREATE INDEX contact_by_account ON contact (org_id, account_id, contact_id))",

    R"(CREATE TABLE estimate (org_id BIGINT NOT NULL, estimate_id BIGINT NOT NULL, estimate_key TEXT, opportunity_id BIGINT NOT NULL,
       rep_id BIGINT NOT NULL, replaces BIGINT, edition BIGINT NOT NULL, currency TEXT NOT NULL, known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL,
       actor_id BIGINT NOT NULL, PRIMARY KEY (org_id, estimate_id)))",
    R"(CREATE UNIQUE INDEX estimate_by_key ON estimate (org_id, estimate_key))",
    R"(CREATE UNIQUE INDEX estimate_by_replaced ON estimate (org_id, replaces))",
    R"(CREATE INDEX estimate_by_opportunity ON estimate (org_id, opportunity_id, estimate_id))",
    R"(CREATE INDEX estimate_by_rep ON estimate (org_id, rep_id, estimate_id))",
    R"(CREATE TABLE estimate_line (org_id BIGINT NOT NULL, estimate_id BIGINT NOT NULL, number BIGINT NOT NULL, product_line_id BIGINT,
       description TEXT NOT NULL, quantity_milli BIGINT NOT NULL, unit_price_minor BIGINT NOT NULL, discount_bp BIGINT NOT NULL,
       PRIMARY KEY (org_id, estimate_id, number)))",
    R"(CREATE TABLE estimate_change (org_id BIGINT NOT NULL, estimate_id BIGINT NOT NULL, seq BIGINT NOT NULL, kind TEXT NOT NULL, day BIGINT NOT NULL,
       valid_until BIGINT, reason TEXT, occurred_at BIGINT NOT NULL, known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL, actor_id BIGINT NOT NULL,
       PRIMARY KEY (org_id, estimate_id, seq)))",
    R"(CREATE TABLE estimate_now (org_id BIGINT NOT NULL, estimate_id BIGINT NOT NULL, rep_id BIGINT NOT NULL, state TEXT NOT NULL, sent_day BIGINT,
       valid_until BIGINT, ended_day BIGINT, end_reason TEXT, version BIGINT NOT NULL, PRIMARY KEY (org_id, estimate_id)))",
    R"(CREATE INDEX estimate_now_by_day ON estimate_now (org_id, sent_day, estimate_id))",
    R"(CREATE INDEX estimate_now_by_rep ON estimate_now (org_id, rep_id, sent_day))",
    R"(CREATE INDEX estimate_change_by_intake ON estimate_change (org_id, stored_at))",
    R"(CREATE TABLE trial (org_id BIGINT NOT NULL, trial_id BIGINT NOT NULL, opportunity_id BIGINT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL,
       from_day BIGINT NOT NULL, to_day BIGINT NOT NULL, known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL, actor_id BIGINT NOT NULL,
       PRIMARY KEY (org_id, trial_id)))",
    R"(CREATE INDEX trial_by_opportunity ON trial (org_id, opportunity_id, trial_id))",
    R"(CREATE TABLE trial_change (org_id BIGINT NOT NULL, trial_id BIGINT NOT NULL, seq BIGINT NOT NULL, kind TEXT NOT NULL, day BIGINT NOT NULL,
       reason TEXT, known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL, actor_id BIGINT NOT NULL, PRIMARY KEY (org_id, trial_id, seq)))",
    R"(CREATE TABLE trial_now (org_id BIGINT NOT NULL, trial_id BIGINT NOT NULL, opportunity_id BIGINT NOT NULL, state TEXT NOT NULL, to_day BIGINT NOT NULL,
       extensions BIGINT NOT NULL, ended_day BIGINT, end_reason TEXT, version BIGINT NOT NULL, PRIMARY KEY (org_id, trial_id)))",
    R"(CREATE INDEX trial_now_by_end ON trial_now (org_id, state, to_day))",
};

}  // namespace paceline::store
