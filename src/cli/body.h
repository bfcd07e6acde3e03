// SPDX-License-Identifier: Apache-2.0
// Bodies of requests as commands make them.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace paceline::cli {

using Members = std::vector<std::pair<std::string, std::string>>;

/// An object of the texts and of the values, which are JSON already; what is empty is left out.
[[nodiscard]] std::string body_of(const Members& texts, const Members& values = {});

}  // namespace paceline::cli
