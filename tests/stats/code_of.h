// SPDX-License-Identifier: Apache-2.0
// The code that a function refused with, or "accepted".
#pragma once

#include <string>

#include "base/result.h"

namespace paceline {

template <class T>
[[nodiscard]] std::string code_of(const Result<T>& result) {
  return result ? "accepted" : result.error().code;
}

}  // namespace paceline
