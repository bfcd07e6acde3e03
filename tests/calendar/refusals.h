// SPDX-License-Identifier: Apache-2.0
// What a reader of files refused, as one line to compare: "calendar.file.key_twice /lines/3; …", or "accepted".
#pragma once

#include <string>

#include "base/result.h"

namespace paceline::testing_support {

template <class T>
[[nodiscard]] std::string refusals(const Checked<T>& read) {
  if (read) return "accepted";
  std::string all;
  for (const Error& error : read.error())
    all += (all.empty() ? "" : "; ") + error.code + (error.field.empty() ? "" : ' ' + error.field);
  return all;
}

}  // namespace paceline::testing_support
