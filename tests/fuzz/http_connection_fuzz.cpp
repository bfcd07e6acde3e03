// SPDX-License-Identifier: Apache-2.0
// Reading requests: any bytes, split anywhere, give the same requests and the same refusal.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/http/reader_transcript.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paceline::http;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string whole = transcript(bytes, all_at_once);
  PACELINE_ASSERT(transcript(bytes, byte_by_byte) == whole);
  PACELINE_ASSERT(transcript(bytes, pieces(size + (size == 0 ? 0 : data[size / 2]))) == whole);
  return 0;
}
