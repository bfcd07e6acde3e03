// SPDX-License-Identifier: Apache-2.0
// Reading a iCalendar file by a mapping: any bytes give rows in order or faults, and nothing else.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/importer/reader_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  paceline::testing_support::check_import_ics(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
