// SPDX-License-Identifier: Apache-2.0
#include "json/type_name.h"

namespace paceline::json {

std::string component_name(std::string_view type) {
  const auto bracket = type.find('<');
  auto own = type.substr(0, bracket);
  if (const auto colons = own.rfind("::"); colons != std::string_view::npos) own.remove_prefix(colons + 2);
  if (bracket == std::string_view::npos) return std::string(own);
  const auto held = type.substr(bracket + 1, type.rfind('>') - bracket - 1);
  return component_name(held) + std::string(own);
}

}  // namespace paceline::json
