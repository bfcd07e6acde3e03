// SPDX-License-Identifier: Apache-2.0
// Migration 13: the pipeline. Never edited once released.
//
// opportunity_fact: what became known of an opportunity, numbered from 1; opportunity_now and opportunity_line are what
// the facts make of it. opportunity_text: answers in words, apart from the facts. sale_share: who shares a sale, with
// the number of the change that says so, 0 being the sale itself.
#pragma once

#include <array>
#include <string_view>

namespace paceline::store {

inline constexpr std::array<std::string_view, 41> kTables13{
    R"(ALTER TABLE account ADD COLUMN account_key TEXT)",
    R"(ALTER TABLE account ADD COLUMN parent_id BIGINT)",
    R"(CREATE UNIQUE INDEX account_by_key ON account (org_id, account_key))",
    R"(CREATE TABLE account_trait (org_id BIGINT NOT NULL, account_id BIGINT NOT NULL, trait TEXT NOT NULL, from_day BIGINT NOT NULL, value TEXT,
       actor_id BIGINT NOT NULL, stored_at BIGINT NOT NULL, PRIMARY KEY (org_id, account_id, trait, from_day)))",
    R"(CREATE TABLE account_owner (org_id BIGINT NOT NULL, account_id BIGINT NOT NULL, from_day BIGINT NOT NULL, owner_id BIGINT,
       actor_id BIGINT NOT NULL, stored_at BIGINT NOT NULL, PRIMARY KEY (org_id, account_id, from_day)))",
    R"(CREATE TABLE account_attribute (org_id BIGINT NOT NULL, account_id BIGINT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
       PRIMARY KEY (org_id, account_id, name)))",

    R"(CREATE TABLE product_line (org_id BIGINT NOT NULL, product_line_id BIGINT NOT NULL, product_line_key TEXT NOT NULL, name TEXT NOT NULL,
       parent_id BIGINT, list_price_minor BIGINT, list_price_currency TEXT, active BIGINT NOT NULL, PRIMARY KEY (org_id, product_line_id)))",
    R"(CREATE UNIQUE INDEX product_line_by_key ON product_line (org_id, product_line_key))",
    R"(CREATE TABLE territory (org_id BIGINT NOT NULL, territory_id BIGINT NOT NULL, territory_key TEXT NOT NULL, name TEXT NOT NULL,
       parent_id BIGINT, active BIGINT NOT NULL, PRIMARY KEY (org_id, territory_id)))",
    R"(CREATE UNIQUE INDEX territory_by_key ON territory (org_id, territory_key))",
    R"(CREATE TABLE territory_rule (org_id BIGINT NOT NULL, territory_id BIGINT NOT NULL, number BIGINT NOT NULL, place BIGINT NOT NULL,
       trait TEXT NOT NULL, value TEXT NOT NULL, from_day BIGINT NOT NULL, to_day BIGINT, PRIMARY KEY (org_id, territory_id, number)))",
    R"(CREATE TABLE pipeline (org_id BIGINT NOT NULL, pipeline_id BIGINT NOT NULL, pipeline_key TEXT NOT NULL, name TEXT NOT NULL,
       active BIGINT NOT NULL, PRIMARY KEY (org_id, pipeline_id)))",
    R"(CREATE UNIQUE INDEX pipeline_by_key ON pipeline (org_id, pipeline_key))",
    R"(CREATE TABLE stage (org_id BIGINT NOT NULL, stage_id BIGINT NOT NULL, pipeline_id BIGINT NOT NULL, stage_key TEXT NOT NULL,
       name TEXT NOT NULL, place BIGINT NOT NULL, ends TEXT NOT NULL, active BIGINT NOT NULL, PRIMARY KEY (org_id, stage_id)))",
    R"(CREATE UNIQUE INDEX stage_by_key ON stage (org_id, pipeline_id, stage_key))",
    R"(CREATE TABLE currency_rate (org_id BIGINT NOT NULL, currency TEXT NOT NULL, from_day BIGINT NOT NULL, rate_billionths BIGINT NOT NULL,
       PRIMARY KEY (org_id, currency, from_day)))",

    R"(CREATE TABLE opportunity (org_id BIGINT NOT NULL, opportunity_id BIGINT NOT NULL, opportunity_key TEXT, pipeline_id BIGINT NOT NULL,
       origin TEXT, PRIMARY KEY (org_id, opportunity_id)))",
    R"(CREATE UNIQUE INDEX opportunity_by_key ON opportunity (org_id, opportunity_key))",
    R"(CREATE TABLE opportunity_fact (org_id BIGINT NOT NULL, opportunity_id BIGINT NOT NULL, seq BIGINT NOT NULL, kind TEXT NOT NULL,
       stage_id BIGINT, ends TEXT, product_line_id BIGINT, amount_minor BIGINT, currency TEXT, assumed BIGINT, day BIGINT, rep_id BIGINT,
       account_id BIGINT, contact_id BIGINT, part TEXT, question TEXT, ground TEXT, text TEXT, reason TEXT, occurred_at BIGINT NOT NULL,
       known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL, actor_id BIGINT NOT NULL, PRIMARY KEY (org_id, opportunity_id, seq)))",
    R"(CREATE TABLE opportunity_text (org_id BIGINT NOT NULL, opportunity_id BIGINT NOT NULL, seq BIGINT NOT NULL, note TEXT NOT NULL,
       PRIMARY KEY (org_id, opportunity_id, seq)))",
    R"(CREATE TABLE opportunity_now (org_id BIGINT NOT NULL, opportunity_id BIGINT NOT NULL, name TEXT NOT NULL, account_id BIGINT,
       contact_id BIGINT, rep_id BIGINT NOT NULL, source TEXT, stage_id BIGINT NOT NULL, state TEXT NOT NULL, created_at BIGINT NOT NULL,
       stage_since BIGINT NOT NULL, ended_at BIGINT, end_reason TEXT, close_day BIGINT, pushes BIGINT NOT NULL, changed_at BIGINT NOT NULL,
       version BIGINT NOT NULL, PRIMARY KEY (org_id, opportunity_id)))",
    R"(CREATE INDEX opportunity_now_by_rep ON opportunity_now (org_id, rep_id, opportunity_id))",
    R"(CREATE INDEX opportunity_now_by_stage ON opportunity_now (org_id, stage_id, opportunity_id))",
    R"(CREATE INDEX opportunity_now_by_account ON opportunity_now (org_id, account_id, opportunity_id))",
    R"(CREATE TABLE opportunity_line (org_id BIGINT NOT NULL, opportunity_id BIGINT NOT NULL, number BIGINT NOT NULL, product_line_id BIGINT,
       amount_minor BIGINT NOT NULL, currency TEXT NOT NULL, assumed BIGINT NOT NULL, PRIMARY KEY (org_id, opportunity_id, number)))",

    R"(CREATE TABLE next_step (org_id BIGINT NOT NULL, next_step_id BIGINT NOT NULL, opportunity_id BIGINT, contact_id BIGINT, rep_id BIGINT NOT NULL,
       what TEXT NOT NULL, due_at BIGINT NOT NULL, state TEXT NOT NULL, known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL,
       actor_id BIGINT NOT NULL, ended_at BIGINT, ended_by BIGINT, PRIMARY KEY (org_id, next_step_id)))",
    R"(CREATE INDEX next_step_by_opportunity ON next_step (org_id, opportunity_id, due_at))",
    R"(CREATE INDEX next_step_by_rep ON next_step (org_id, rep_id, state, due_at))",

    R"(CREATE TABLE sale (org_id BIGINT NOT NULL, sale_id BIGINT NOT NULL, sale_key TEXT, opportunity_id BIGINT, account_id BIGINT, day BIGINT NOT NULL,
       occurred_at BIGINT NOT NULL, known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL, actor_id BIGINT NOT NULL, PRIMARY KEY (org_id, sale_id)))",
    R"(CREATE UNIQUE INDEX sale_by_key ON sale (org_id, sale_key))",
    R"(CREATE INDEX sale_by_opportunity ON sale (org_id, opportunity_id, sale_id))",
    R"(CREATE INDEX sale_by_account ON sale (org_id, account_id, sale_id))",
    R"(CREATE TABLE sale_line (org_id BIGINT NOT NULL, sale_id BIGINT NOT NULL, number BIGINT NOT NULL, product_line_id BIGINT,
       amount_minor BIGINT NOT NULL, currency TEXT NOT NULL, PRIMARY KEY (org_id, sale_id, number)))",
    R"(CREATE TABLE sale_change (org_id BIGINT NOT NULL, sale_id BIGINT NOT NULL, seq BIGINT NOT NULL, kind TEXT NOT NULL, day BIGINT,
       adjustment BIGINT NOT NULL, reason TEXT NOT NULL, known_at BIGINT NOT NULL, stored_at BIGINT NOT NULL, actor_id BIGINT NOT NULL,
       PRIMARY KEY (org_id, sale_id, seq)))",
    R"(CREATE TABLE sale_share (org_id BIGINT NOT NULL, sale_id BIGINT NOT NULL, seq BIGINT NOT NULL, number BIGINT NOT NULL, rep_id BIGINT NOT NULL,
       share_bp BIGINT NOT NULL, PRIMARY KEY (org_id, sale_id, seq, number)))",
    R"(CREATE TABLE sale_now (org_id BIGINT NOT NULL, sale_id BIGINT NOT NULL, day BIGINT NOT NULL, cancelled BIGINT NOT NULL,
       version BIGINT NOT NULL, PRIMARY KEY (org_id, sale_id)))",
    R"(CREATE INDEX sale_now_by_day ON sale_now (org_id, day, sale_id))",
    R"(CREATE INDEX opportunity_fact_by_contact ON opportunity_fact (org_id, contact_id))",
    R"(CREATE INDEX opportunity_fact_by_account ON opportunity_fact (org_id, account_id))",
    R"(CREATE INDEX next_step_by_contact ON next_step (org_id, contact_id))",
    R"(CREATE INDEX opportunity_fact_by_time ON opportunity_fact (org_id, known_at))",
};

}  // namespace paceline::store
