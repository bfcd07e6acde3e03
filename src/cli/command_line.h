// SPDX-License-Identifier: Apache-2.0
// The words of the command line: which commands there are, and what each may be told. docs/operating/commands.md.
#pragma once

#include "cli/environment.h"

namespace paceline::cli {

/// Runs one command. Returns its exit code; 2 when the words are wrong.
int run(int argc, const char* const* argv, Environment& environment);

}  // namespace paceline::cli
