// SPDX-License-Identifier: Apache-2.0
// Every page of a list as one answer.
#pragma once

#include "cli/environment.h"

namespace paceline::cli {

/// Asks for page after page: one list whose `next` is null, or the first answer that refuses.
[[nodiscard]] Result<api::Response> ask_all(Environment& environment, const Place& place, const api::Request& request);

/// Prints what ask_all() found. Returns the exit code.
int answer_all(Environment& environment, const Place& place, const api::Request& request);

}  // namespace paceline::cli
