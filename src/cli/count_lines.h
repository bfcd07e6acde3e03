// SPDX-License-Identifier: Apache-2.0
// A maintained count as a line of CSV: what `export counts` prints, and what `migrate-to` compares.
#pragma once

#include <string>
#include <string_view>

#include "api/forms/count.h"

namespace paceline::cli {

inline constexpr std::string_view kCountColumns =
    "table,rule_id,rep_id,day,n,amount,period_from,period_to,entity_id,activity_id";

[[nodiscard]] std::string csv_line(const api::form::Count& count);

}  // namespace paceline::cli
