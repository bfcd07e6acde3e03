// SPDX-License-Identifier: Apache-2.0
// Bytes as text that every database keeps as it is: base64 of RFC 4648, with padding.
// Worked example: base64_of("Ana") is "QW5h"; "An" is "QW4=".
#pragma once

#include <string>
#include <string_view>

namespace paceline::store {

[[nodiscard]] std::string base64_of(std::string_view bytes);
/// REQUIRES: a text that base64_of made.
[[nodiscard]] std::string bytes_of_base64(std::string_view text);

}  // namespace paceline::store
