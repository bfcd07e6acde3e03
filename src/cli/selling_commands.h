// SPDX-License-Identifier: Apache-2.0
// The commands `opportunity`, `estimate` and `sale`: what they take, and what they ask of the API.
#pragma once

#include "cli/command_group.h"
#include "cli/commands.h"

namespace paceline::cli {

/// Each command takes what it knows. Empty: not said.
struct SellingOptions {
  OpportunityFilter opportunities;
  SalesChoice sales;
  std::string id, key, name, rep, pipeline, stage, origin, source, close_day, currency, at, reason;
  std::string account, account_key, account_name, contact, contact_key;
  std::string opportunity, replaces, valid_until, discount_bp, state, team, from, to, day;
  std::vector<std::string> set, lines, product_lines, shares;
  bool send = false;
  bool adjustment = false;
};

/// REQUIRES: the options outlive the groups.
void add_opportunity_commands(CLI::App& group, SellingOptions& options, const CommandRuns& runs);
void add_estimate_commands(CLI::App& group, SellingOptions& options, const CommandRuns& runs);
void add_sale_commands(CLI::App& group, SellingOptions& options, const CommandRuns& runs);

}  // namespace paceline::cli
