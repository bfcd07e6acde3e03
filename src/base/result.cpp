// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <cstdio>

namespace paceline {

void assertion_failed(std::string_view what, std::string_view file, int line) {
  std::fprintf(stderr, "paceline: broken invariant: %.*s (%.*s:%d)\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(file.size()), file.data(), line);
  std::abort();
}

}  // namespace paceline
