// SPDX-License-Identifier: Apache-2.0
// Takes the chunked coding (RFC 9112 section 7.1) off a body, strictly and one byte at a time, so that the way in which
// the bytes arrive never changes the result.
//
// Not Beast's: 1.81 sets no limit on extensions and trailers, and counts a chunk against the body's limit again when
// a quoted extension arrives in pieces. Extensions and trailers are checked for control characters and dropped.
// Worked example: "4\r\nPace\r\n4;x=1\r\nline\r\n0\r\n\r\n" gives "Paceline".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paceline::http {

class ChunkedBody {
 public:
  enum class Outcome { need_more, done, malformed, too_large };

  ChunkedBody(std::size_t body_bytes, std::size_t framing_bytes)
      : body_left_(body_bytes), framing_left_(framing_bytes) {}

  /// Takes what belongs to the body off the front of `bytes` and appends its content to `body`. A chunk that would go
  /// over the limit is too_large as soon as its size has been read. REQUIRES: the last outcome was need_more.
  [[nodiscard]] Outcome take(std::string_view& bytes, std::string& body);

 private:
  enum class Part { size, extension, size_end, content, content_cr, content_lf, trailer, trailer_end };

  Outcome step(char c);
  Outcome end_of_size(char c);
  Outcome end_of_line();
  Outcome step_trailer(char c);

  std::uint64_t body_left_;
  std::size_t framing_left_;
  std::uint64_t chunk_left_ = 0;
  int digits_ = 0;
  std::size_t line_length_ = 0;  // of a trailer
  Part part_ = Part::size;
};

}  // namespace paceline::http
