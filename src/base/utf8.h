// SPDX-License-Identifier: Apache-2.0
// Is a text something to store and to show? UTF-8 as RFC 3629 has it, without control characters.
// Worked example: is_plain_text("Ана Duarte") is true; "\xC3(", "\xED\xA0\x80" (a surrogate) and "a\nb" are not.
#pragma once

#include <cstddef>
#include <string_view>

namespace paceline {

/// Nothing but U+0020 to U+007E, as nearly every text.
[[nodiscard]] bool is_printable_ascii(std::string_view text);
[[nodiscard]] bool is_utf8(std::string_view text);
/// UTF-8 and no character below U+0020, no U+007F to U+009F.
[[nodiscard]] bool is_plain_text(std::string_view text);
/// That, in no more bytes than these.
[[nodiscard]] bool is_plain_text(std::string_view text, std::size_t most_bytes);
/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace paceline
