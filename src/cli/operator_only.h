// SPDX-License-Identifier: Apache-2.0
// Commands that are no request to the API: what else they may be told.
#pragma once

#include "cli/console.h"
#include "cli/environment.h"

namespace paceline::cli {

/// What a command is about. one_organisation: --org says which; everything: there is nothing to choose.
enum class Reach { one_organisation, everything };

/// Refuses --as-of, and --org where nothing is to choose, with kUsage; and --as of somebody who is no admin, with
/// "access.forbidden". kOk: the command may go on.
[[nodiscard]] int require_operator(Environment& environment, const Place& place, Reach reach);

}  // namespace paceline::cli
