// SPDX-License-Identifier: Apache-2.0
// What both engines keep alike.
#pragma once

#include <string_view>

#include "base/utf8.h"

namespace paceline::store {

/// PostgreSQL refuses any other text; SQLite would keep it and show it cut.
[[nodiscard]] inline bool is_portable_text(std::string_view text) {
  return is_printable_ascii(text) || (text.find('\0') == std::string_view::npos && is_utf8(text));
}

}  // namespace paceline::store
