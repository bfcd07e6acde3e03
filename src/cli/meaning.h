// SPDX-License-Identifier: Apache-2.0
// What a code means, in words for people: the column "meaning" of docs/api/errors.md, which is part of the program.
// Worked example: "store.absent" is "there is no database in the folder".
#pragma once

#include <string_view>

namespace paceline::cli {

/// Empty for a code that is not listed.
[[nodiscard]] std::string_view meaning_of(std::string_view code);

/// docs/api/errors.md. Made by cmake/embed_errors.cmake.
[[nodiscard]] std::string_view errors_document();

}  // namespace paceline::cli
