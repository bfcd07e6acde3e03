// SPDX-License-Identifier: Apache-2.0
// Reading the bytes of any encoding: they are UTF-8 then, and the same however they come.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/importer/reader_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  paceline::testing_support::check_text_decoder(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
