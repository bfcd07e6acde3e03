// SPDX-License-Identifier: Apache-2.0
// Every command, in its own file; what each needs stands in its signature. All return the exit code.
#pragma once

#include "cli/console.h"
#include "cli/environment.h"

namespace paceline::cli {

struct InitOptions {
  std::string name, zone, currency, admin;
};

struct ActivityFilter {
  std::string rep, from, to;
};

struct OpportunityFilter {
  std::string rep, team, stage, state, product_line, territory;
};

struct SalesChoice {
  std::string by, from, to, rep, team;
};

struct StandingChoice {
  std::string rep, team, territory, product_line, period, quota_minor, quota, part, stage;
};

struct QuotaChoice {
  std::string quota, rep, team, period;
  bool all_kinds = true;
};

struct ReportChoice {
  std::string quota, rep, period, format, team;
  bool late = false;
};

struct DecisionOptions {
  std::string verdict, excuse, note;
};

struct ImportOptions {
  std::string file, mapping, rep;
  bool dry_run = false;
};

/// What is not said is left out: then a table is of everybody who may be seen.
struct ExportOptions {
  std::string table, format = "csv", rep, team, quota, report, import, period, from, to;
  std::string opportunity, account, stage, state, product_line, territory, by, part;
};

struct LeadsToChoice {
  std::string rep, team, from, to, within_days;
};

struct NewContactOptions {
  std::string name, account, phone, email, key;
};

/// Of leave: `id` of one that is removed; the rest of one that is entered.
struct LeaveOptions {
  std::string rep, id, from, to, minutes, team;
};

/// Of somebody who leaves (`day`: the last one) or hands over (`day`: the first one of the successor).
struct HandOverOptions {
  std::string user, to, day;
  bool no_contacts = false, no_quotas = false;
};

struct DemoOptions {
  int reps = 5;
  int days = 60;
  std::int64_t seed = 1;
  std::string truth;  ///< the file for what is true of it; empty: none
  bool remove = false;
  bool accounts = false;
};

// clang-format off
int serve            (Environment& environment, const Place& place, const ServeOptions& options);
int init             (Environment& environment, const Place& place, const InitOptions& options);
int apply_file       (Environment& environment, const Place& place, const std::string& file);
int definitions      (Environment& environment, const Place& place);
int calendar_read    (Environment& environment, const Place& place, const std::string& file);
int leave_list       (Environment& environment, const Place& place, const LeaveOptions& options);
int leave_add        (Environment& environment, const Place& place, const LeaveOptions& options);
int leave_remove     (Environment& environment, const Place& place, const LeaveOptions& options);
int user_invite      (Environment& environment, const Place& place, const std::string& user);
int user_depart      (Environment& environment, const Place& place, const HandOverOptions& options);
int user_hand_over   (Environment& environment, const Place& place, const HandOverOptions& options);
int user_stay        (Environment& environment, const Place& place, const std::string& user);
int user_list        (Environment& environment, const Place& place);
int user_token       (Environment& environment, const Place& place, const std::string& user, const std::string& scope);
int webhook_add      (Environment& environment, const Place& place, const std::string& source);
int webhook_list     (Environment& environment, const Place& place);
int webhook_renew    (Environment& environment, const Place& place, const std::string& id);
int webhook_revoke   (Environment& environment, const Place& place, const std::string& id);
int user_password    (Environment& environment, const Place& place, const std::string& user);
int activity_add     (Environment& environment, const Place& place, const std::string& file);
int activity_list    (Environment& environment, const Place& place, const ActivityFilter& filter);
int activity_void    (Environment& environment, const Place& place, const std::string& id, const std::string& reason);
int activity_correct (Environment& environment, const Place& place, const std::string& id, const std::vector<std::string>& set, const std::string& reason);
int signal_add       (Environment& environment, const Place& place, const std::string& file);
int import_file      (Environment& environment, const Place& place, const ImportOptions& options);
int import_list      (Environment& environment, const Place& place);
int import_show      (Environment& environment, const Place& place, const std::string& id);
int import_cancel    (Environment& environment, const Place& place, const std::string& id);
int import_undo      (Environment& environment, const Place& place, const std::string& id);
int contact_add      (Environment& environment, const Place& place, const NewContactOptions& options);
int contact_find     (Environment& environment, const Place& place, const std::string& prefix);
int opportunity_list (Environment& environment, const Place& place, const OpportunityFilter& filter);
int opportunity_set  (Environment& environment, const Place& place, const std::string& id, const std::vector<std::string>& set);
int sale_list        (Environment& environment, const Place& place, const SalesChoice& choice);
int standing         (Environment& environment, const Place& place, const StandingChoice& choice);
int quota_list       (Environment& environment, const Place& place);
int quota_show       (Environment& environment, const Place& place, const QuotaChoice& choice);
int quota_evidence   (Environment& environment, const Place& place, const QuotaChoice& choice);
int quota_history    (Environment& environment, const Place& place, const QuotaChoice& choice);
int template_list    (Environment& environment, const Place& place);
int template_show    (Environment& environment, const Place& place, const std::string& name);
int team_quotas      (Environment& environment, const Place& place, const std::string& team);
int team_pace        (Environment& environment, const Place& place, const std::string& team);
int team_totals      (Environment& environment, const Place& place, const std::string& team);
int period_close     (Environment& environment, const Place& place, const ReportChoice& choice);
int period_report    (Environment& environment, const Place& place, const ReportChoice& choice);
int period_evidence  (Environment& environment, const Place& place, const ReportChoice& choice);
int period_history   (Environment& environment, const Place& place, const ReportChoice& choice);
int period_verdicts  (Environment& environment, const Place& place, const ReportChoice& choice);
int period_decide    (Environment& environment, const Place& place, const ReportChoice& choice, const DecisionOptions& decision);
int settings         (Environment& environment, const Place& place);
int notice           (Environment& environment, const Place& place);
int looks            (Environment& environment, const Place& place, const std::string& rep);
int leads_to         (Environment& environment, const Place& place, const LeadsToChoice& choice);
int leaderboard      (Environment& environment, const Place& place, const std::string& team);
int verify_counts    (Environment& environment, const Place& place);
int export_table     (Environment& environment, const Place& place, const ExportOptions& options);
int doctor           (Environment& environment, const Place& place);
int backup           (Environment& environment, const Place& place, const std::string& file);
int restore          (Environment& environment, const Place& place, const std::string& file);
int roll_back        (Environment& environment, const Place& place);
int migrate_to       (Environment& environment, const Place& place, const std::string& address);
int demo             (Environment& environment, const Place& place, const DemoOptions& options);
int openapi          ();
// clang-format on

}  // namespace paceline::cli
