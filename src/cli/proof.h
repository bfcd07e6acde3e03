// SPDX-License-Identifier: Apache-2.0
// What is proven of a whole database before something is built on it: all organisations, every maintained count.
#pragma once

#include "api/backend.h"

namespace paceline::cli {

struct Proof {
  std::int64_t organisations = 0;
  std::int64_t activities = 0;
  std::int64_t differences = 0;  ///< that `paceline verify` names
};

[[nodiscard]] Result<Proof> prove(const api::Backend& backend);

/// Returns conflict "backup.differs" unless every count is right.
[[nodiscard]] Result<Proof> require_sound(const api::Backend& backend);

}  // namespace paceline::cli
