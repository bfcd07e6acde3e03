// SPDX-License-Identifier: Apache-2.0
// Reading an iCalendar file: any bytes give days in order or faults, and nothing else.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/calendar/reader_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  paceline::testing_support::check_holiday_ics(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
