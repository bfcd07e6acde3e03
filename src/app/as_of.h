// SPDX-License-Identifier: Apache-2.0
// When a figure is asked for.
#pragma once

#include "base/instant.h"

namespace paceline {

/// `now` and `as_of` are equal for the present: then the maintained counts answer.
struct AsOf {
  Instant as_of;
  Instant now;
  [[nodiscard]] bool is_now() const { return as_of >= now; }
};

}  // namespace paceline
