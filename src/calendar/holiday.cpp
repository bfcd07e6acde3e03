// SPDX-License-Identifier: Apache-2.0
#include "calendar/holiday.h"

#include "base/utf8.h"

namespace paceline {

bool is_holiday_name(std::string_view text) {
  return !text.empty() && is_plain_text(text, kLongestHolidayName);
}

}  // namespace paceline
