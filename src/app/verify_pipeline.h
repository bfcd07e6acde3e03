// SPDX-License-Identifier: Apache-2.0
// Proves what is kept of opportunities and sales: makes each again from its facts and names each difference.
#pragma once

#include "app/verify.h"

namespace paceline {

/// Adds to what was checked and to the differences.
[[nodiscard]] Result<void> verify_pipeline(Stores& stores, Verification& result);

}  // namespace paceline
