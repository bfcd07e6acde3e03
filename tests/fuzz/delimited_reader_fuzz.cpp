// SPDX-License-Identifier: Apache-2.0
// Reading rows of separated values: any bytes are the same rows however they come.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/text/text_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  paceline::testing_support::check_delimited_reader(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
