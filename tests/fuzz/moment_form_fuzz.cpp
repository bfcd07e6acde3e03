// SPDX-License-Identifier: Apache-2.0
// Reading a moment by a form: any form and any text are a moment of a day or refused, and nothing else.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/importer/reader_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  paceline::testing_support::check_moment_form(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
