// SPDX-License-Identifier: Apache-2.0
// Files of one JSON object a line, sent to a batch route in parts of 500.
#pragma once

#include "cli/environment.h"

namespace paceline::cli {

/// Sends every line of the file to the batch route, prints {"added","unchanged","refused","faults":[{"line",…}]} and
/// returns the exit code: 3 when a line was refused. Empty lines are passed over.
int send_lines(Environment& environment, const Place& place, const std::string& file, const std::string& path);

}  // namespace paceline::cli
