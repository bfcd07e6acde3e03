// SPDX-License-Identifier: Apache-2.0
// The command `appointment`: what it takes, and what it asks of the API.
#pragma once

#include <string>

#include "cli/command_group.h"

namespace paceline::cli {

/// Of a list, of one that is set or changed, or of free times: each takes what it knows. Empty: not said.
struct AppointmentOptions {
  std::string id, rep, opportunity, contact, account, kind, at, minutes, zone, purpose, place;
  std::string from, to, state, outcome, reason, next_step, due, unasked_reason;
  bool needs_outcome = false;
};

/// REQUIRES: the options outlive the group.
void add_appointment_commands(CLI::App& group, AppointmentOptions& options, const CommandRuns& runs);

}  // namespace paceline::cli
