// SPDX-License-Identifier: Apache-2.0
// The company's definitions as the document that apply takes.
#pragma once

#include "api/forms/definitions.h"
#include "app/apply.h"

namespace paceline::api {

[[nodiscard]] form::DefinitionsNow definitions_form(const Definitions& definitions);

[[nodiscard]] form::CalendarDay day_form(Day day, const CalendarException& exception);

}  // namespace paceline::api
