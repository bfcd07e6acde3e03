// SPDX-License-Identifier: Apache-2.0
// Migration 1: the first tables. Never edited once released; what comes later is a migration of its own.
//
// BIGINT and TEXT only; times are microseconds UTC, days are days since 1970, booleans 0 or 1. The organisation is
// first in every key. `login` is one of the few global tables: an address signs in to one organisation only.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 46> kTables1{
    R"(CREATE TABLE login (email TEXT NOT NULL PRIMARY KEY, org_id BIGINT NOT NULL, user_id BIGINT NOT NULL))",

    R"(CREATE TABLE organisation (org_id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, zone TEXT NOT NULL, currency TEXT NOT NULL,
       demonstration BIGINT NOT NULL, created_at BIGINT NOT NULL))",

    R"(CREATE TABLE calendar (org_id BIGINT NOT NULL, calendar_id BIGINT NOT NULL, name TEXT NOT NULL, monday BIGINT NOT NULL,
       tuesday BIGINT NOT NULL, wednesday BIGINT NOT NULL, thursday BIGINT NOT NULL, friday BIGINT NOT NULL, saturday BIGINT NOT NULL,
       sunday BIGINT NOT NULL, day_start_minute BIGINT NOT NULL, week_start BIGINT NOT NULL, PRIMARY KEY (org_id, calendar_id)))",
    R"(CREATE TABLE calendar_day (org_id BIGINT NOT NULL, calendar_id BIGINT NOT NULL, day BIGINT NOT NULL, minutes BIGINT NOT NULL,
       name TEXT NOT NULL, PRIMARY KEY (org_id, calendar_id, day)))",

    R"(CREATE TABLE member (org_id BIGINT NOT NULL, user_id BIGINT NOT NULL, email TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL,
       role TEXT NOT NULL, zone TEXT NOT NULL, calendar_id BIGINT NOT NULL, active BIGINT NOT NULL, password_hash TEXT NOT NULL,
       PRIMARY KEY (org_id, user_id)))",
    R"(CREATE UNIQUE INDEX member_by_email ON member (org_id, email))",
    R"(CREATE TABLE team (org_id BIGINT NOT NULL, team_id BIGINT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (org_id, team_id)))",
    R"(CREATE UNIQUE INDEX team_by_name ON team (org_id, name))",
    R"(CREATE TABLE membership (org_id BIGINT NOT NULL, user_id BIGINT NOT NULL, from_day BIGINT NOT NULL, team_id BIGINT,
       PRIMARY KEY (org_id, user_id, from_day)))",
    R"(CREATE INDEX membership_by_team ON membership (org_id, team_id, user_id))",

    R"(CREATE TABLE session (org_id BIGINT NOT NULL, fingerprint TEXT NOT NULL, user_id BIGINT NOT NULL, csrf_token TEXT NOT NULL,
       created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, PRIMARY KEY (org_id, fingerprint)))",
    R"(CREATE TABLE token (org_id BIGINT NOT NULL, fingerprint TEXT NOT NULL, token_id BIGINT NOT NULL, user_id BIGINT NOT NULL,
       scope TEXT NOT NULL, created_at BIGINT NOT NULL, revoked_at BIGINT, PRIMARY KEY (org_id, fingerprint)))",

    R"(CREATE TABLE account (org_id BIGINT NOT NULL, account_id BIGINT NOT NULL, name TEXT NOT NULL, segment TEXT,
       PRIMARY KEY (org_id, account_id)))",
    R"(CREATE INDEX account_by_name ON account (org_id, name))",
    R"(CREATE TABLE contact (org_id BIGINT NOT NULL, contact_id BIGINT NOT NULL, contact_key TEXT, account_id BIGINT, relation TEXT NOT NULL,
       temperature TEXT NOT NULL, source TEXT, owner_id BIGINT, created_at BIGINT NOT NULL,
       PRIMARY KEY (org_id, contact_id)))",
    R"(CREATE UNIQUE INDEX contact_by_key ON contact (org_id, contact_key))",
    R"(CREATE INDEX contact_by_owner ON contact (org_id, owner_id, contact_id))",
    R"(CREATE TABLE contact_detail (org_id BIGINT NOT NULL, contact_id BIGINT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, phone TEXT,
       email TEXT, PRIMARY KEY (org_id, contact_id)))",
    R"(CREATE TABLE contact_word (org_id BIGINT NOT NULL, word TEXT NOT NULL, contact_id BIGINT NOT NULL,
       PRIMARY KEY (org_id, word, contact_id)))",

    R"(CREATE TABLE kind (org_id BIGINT NOT NULL, kind TEXT NOT NULL, label TEXT, client_facing BIGINT NOT NULL, has_direction BIGINT NOT NULL,
       has_duration BIGINT NOT NULL, PRIMARY KEY (org_id, kind)))",
    R"(CREATE TABLE kind_outcome (org_id BIGINT NOT NULL, kind TEXT NOT NULL, place BIGINT NOT NULL, outcome TEXT NOT NULL, label TEXT,
       PRIMARY KEY (org_id, kind, place)))",

    R"(CREATE TABLE activity (org_id BIGINT NOT NULL, activity_id BIGINT NOT NULL, rep_id BIGINT NOT NULL, contact_id BIGINT, account_id BIGINT,
       kind TEXT NOT NULL, direction TEXT, outcome TEXT, duration_s BIGINT, topic TEXT, product_line TEXT, relation TEXT, temperature TEXT,
       lead_source TEXT, segment TEXT, occurred_at BIGINT NOT NULL, known_at BIGINT NOT NULL, day BIGINT NOT NULL, state TEXT NOT NULL,
       source TEXT, external_id TEXT, actor_id BIGINT NOT NULL, stored_at BIGINT NOT NULL, PRIMARY KEY (org_id, activity_id)))",
    R"(CREATE UNIQUE INDEX activity_by_evidence ON activity (org_id, source, external_id))",
    R"(CREATE INDEX activity_by_day ON activity (org_id, rep_id, day, occurred_at, activity_id))",
    R"(CREATE TABLE activity_now (org_id BIGINT NOT NULL, activity_id BIGINT NOT NULL, rep_id BIGINT NOT NULL, contact_id BIGINT, account_id BIGINT,
       kind TEXT NOT NULL, direction TEXT, outcome TEXT, duration_s BIGINT, topic TEXT, product_line TEXT, relation TEXT, temperature TEXT,
       lead_source TEXT, segment TEXT, occurred_at BIGINT NOT NULL, known_at BIGINT NOT NULL, day BIGINT NOT NULL, state TEXT NOT NULL,
       PRIMARY KEY (org_id, activity_id)))",
    R"(CREATE INDEX activity_now_by_day ON activity_now (org_id, rep_id, day, occurred_at, activity_id))",
    R"(CREATE INDEX activity_now_by_contact ON activity_now (org_id, contact_id, occurred_at))",
    R"(CREATE INDEX activity_now_by_account ON activity_now (org_id, account_id, occurred_at))",
    R"(CREATE TABLE activity_change (org_id BIGINT NOT NULL, activity_id BIGINT NOT NULL, change_id BIGINT NOT NULL, voids BIGINT NOT NULL,
       reason TEXT NOT NULL, actor_id BIGINT NOT NULL, known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL,
       PRIMARY KEY (org_id, activity_id, change_id)))",
    R"(CREATE TABLE activity_change_field (org_id BIGINT NOT NULL, activity_id BIGINT NOT NULL, change_id BIGINT NOT NULL, field TEXT NOT NULL,
       value TEXT, PRIMARY KEY (org_id, activity_id, change_id, field)))",
    R"(CREATE TABLE activity_text (org_id BIGINT NOT NULL, activity_id BIGINT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (org_id, activity_id)))",

    R"(CREATE TABLE signal (org_id BIGINT NOT NULL, signal_id BIGINT NOT NULL, contact_id BIGINT NOT NULL, kind TEXT NOT NULL, topic TEXT,
       occurred_at BIGINT NOT NULL, known_at BIGINT NOT NULL, source TEXT, external_id TEXT, actor_id BIGINT NOT NULL, stored_at BIGINT NOT NULL,
       PRIMARY KEY (org_id, signal_id)))",
    R"(CREATE UNIQUE INDEX signal_by_evidence ON signal (org_id, source, external_id))",
    R"(CREATE INDEX signal_by_contact ON signal (org_id, contact_id, occurred_at))",

    R"(CREATE TABLE rule (org_id BIGINT NOT NULL, rule_id BIGINT NOT NULL, unit TEXT NOT NULL, min_duration_s BIGINT NOT NULL,
       repeat_window_s BIGINT NOT NULL, signal_within_days BIGINT, stored_at BIGINT NOT NULL, PRIMARY KEY (org_id, rule_id)))",
    R"(CREATE TABLE rule_value (org_id BIGINT NOT NULL, rule_id BIGINT NOT NULL, quality TEXT NOT NULL, value TEXT NOT NULL,
       PRIMARY KEY (org_id, rule_id, quality, value)))",
    R"(CREATE TABLE quota (org_id BIGINT NOT NULL, quota_id BIGINT NOT NULL, quota_key TEXT NOT NULL, name TEXT NOT NULL, period_kind TEXT NOT NULL,
       PRIMARY KEY (org_id, quota_id)))",
    R"(CREATE UNIQUE INDEX quota_by_key ON quota (org_id, quota_key))",
    R"(CREATE TABLE quota_version (org_id BIGINT NOT NULL, quota_id BIGINT NOT NULL, from_day BIGINT NOT NULL, rule_id BIGINT NOT NULL,
       amount BIGINT NOT NULL, actor_id BIGINT NOT NULL, stored_at BIGINT NOT NULL, PRIMARY KEY (org_id, quota_id, from_day)))",
    R"(CREATE TABLE quota_subject (org_id BIGINT NOT NULL, quota_id BIGINT NOT NULL, subject_kind TEXT NOT NULL, subject_id BIGINT NOT NULL,
       PRIMARY KEY (org_id, quota_id, subject_kind, subject_id)))",

    R"(CREATE TABLE cell_version (org_id BIGINT NOT NULL, rep_id BIGINT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (org_id, rep_id)))",
    R"(CREATE TABLE count_day (org_id BIGINT NOT NULL, rule_id BIGINT NOT NULL, rep_id BIGINT NOT NULL, day BIGINT NOT NULL, n BIGINT NOT NULL,
       PRIMARY KEY (org_id, rule_id, rep_id, day)))",
    R"(CREATE TABLE count_first (org_id BIGINT NOT NULL, rule_id BIGINT NOT NULL, rep_id BIGINT NOT NULL, period_from BIGINT NOT NULL,
       period_to BIGINT NOT NULL, entity_id BIGINT NOT NULL, activity_id BIGINT NOT NULL, day BIGINT NOT NULL,
       PRIMARY KEY (org_id, rule_id, rep_id, period_from, period_to, entity_id)))",

    R"(CREATE TABLE change (org_id BIGINT NOT NULL, seq BIGINT NOT NULL, word TEXT NOT NULL, rep_id BIGINT, stored_at BIGINT NOT NULL,
       PRIMARY KEY (org_id, seq)))",
    R"(CREATE TABLE idempotency (org_id BIGINT NOT NULL, actor_id BIGINT NOT NULL, idempotency_key TEXT NOT NULL, body_hash TEXT NOT NULL,
       status BIGINT NOT NULL, body TEXT NOT NULL, stored_at BIGINT NOT NULL, PRIMARY KEY (org_id, actor_id, idempotency_key)))",
    R"(CREATE TABLE audit (org_id BIGINT NOT NULL, audit_id BIGINT NOT NULL, actor_id BIGINT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
       detail TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (org_id, audit_id)))",
};

}  // namespace paceline::store
