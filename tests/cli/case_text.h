// SPDX-License-Identifier: Apache-2.0
// Pieces of text that case files are made of.
#pragma once

#include <string>
#include <vector>

namespace paceline::cases {

/// Words as a shell splits them: blanks apart, '…' and "…" together.
[[nodiscard]] std::vector<std::string> split_words(const std::string& text);

/// The first example in JSON of a document. Throws when there is none.
[[nodiscard]] std::string example_of(const std::string& path);

/// "*3 a%" is "a1", "a2", "a3", a line each; any other line is itself.
[[nodiscard]] std::string repeated(const std::string& line);

}  // namespace paceline::cases
