// SPDX-License-Identifier: Apache-2.0
// Templates by trade, templates/NAME.json, inside the program: documents for apply, with kinds, outcomes and quotas.
#pragma once

#include <string_view>
#include <vector>

namespace paceline::api {

struct ShippedTemplate {
  std::string_view name;  ///< "software"
  std::string_view document;
};

/// By name.
[[nodiscard]] const std::vector<ShippedTemplate>& shipped_templates();

}  // namespace paceline::api
