// SPDX-License-Identifier: Apache-2.0
// Reading a telephone number: any bytes are a number in E.164 or not possible, and nothing else.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/contact/phone_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  paceline::testing_support::check_phone_number(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
