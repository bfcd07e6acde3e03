// SPDX-License-Identifier: Apache-2.0
// What a command line says, before it is known which command says it.
#pragma once

#include <string>
#include <vector>

#include "cli/appointment_commands.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/selling_commands.h"

namespace paceline::cli {

/// Every word that the command line may carry, and the exit code of the command that was called.
struct Words {
  Place place;
  ServeOptions serve;
  std::string listen, metrics;
  InitOptions init;
  ActivityFilter filter;
  QuotaChoice quota;
  SellingOptions selling;
  AppointmentOptions appointment;
  StandingChoice standing;
  LeaveOptions leave;
  ReportChoice report;
  DecisionOptions decision;
  LeadsToChoice leads_to;
  HandOverOptions hand_over;
  ImportOptions importing;
  NewContactOptions contact;
  DemoOptions demo;
  std::string file, id, reason, user, scope, prefix, team, address, name;
  bool totals = false;
  bool together = false;
  ExportOptions exporting;
  std::vector<std::string> set;
  bool no_address = false;  ///< --database was given without one
  int exit_code = kOk;
};

}  // namespace paceline::cli
