// SPDX-License-Identifier: Apache-2.0
#include "cli/meaning.h"

#include <string>

namespace paceline::cli {

std::string_view meaning_of(std::string_view code) {
  const std::string_view document = errors_document();
  const auto row = document.find("\n| `" + std::string(code) + "` | ");
  if (row == std::string_view::npos) return {};
  const auto status = document.find(" | ", row + 1);
  const auto begin = document.find(" | ", status + 1) + 3;
  return document.substr(begin, document.find(" | ", begin) - begin);
}

}  // namespace paceline::cli
