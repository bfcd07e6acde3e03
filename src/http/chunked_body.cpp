// SPDX-License-Identifier: Apache-2.0
#include "http/chunked_body.h"

#include <algorithm>

namespace paceline::http {
namespace {

constexpr int kMostSizeDigits = 16;  // of a 64-bit number

bool is_text(char c) {
  return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

ChunkedBody::Outcome ChunkedBody::take(std::string_view& bytes, std::string& body) {
  while (!bytes.empty()) {
    if (part_ == Part::content) {
      const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(chunk_left_, bytes.size()));
      body.append(bytes.substr(0, taken));
      bytes.remove_prefix(taken);
      chunk_left_ -= taken;
      if (chunk_left_ == 0) part_ = Part::content_cr;
      continue;
    }
    const Outcome outcome = step(bytes.front());
    bytes.remove_prefix(1);
    if (outcome != Outcome::need_more) return outcome;
  }
  return Outcome::need_more;
}

ChunkedBody::Outcome ChunkedBody::step(char c) {
  switch (part_) {
    case Part::size:
      if (const int digit = hex_value(c); digit >= 0) {
        if (++digits_ > kMostSizeDigits) return Outcome::malformed;
        chunk_left_ = chunk_left_ * 16 + static_cast<std::uint64_t>(digit);
        return Outcome::need_more;
      }
      return end_of_size(c);
    case Part::extension:
      if (c == '\r') {
        part_ = Part::size_end;
        return Outcome::need_more;
      }
      return is_text(c) && framing_left_-- > 0 ? Outcome::need_more : Outcome::malformed;
    case Part::size_end: return c == '\n' ? end_of_line() : Outcome::malformed;
    case Part::content_cr: part_ = Part::content_lf; return c == '\r' ? Outcome::need_more : Outcome::malformed;
    case Part::content_lf:
      part_ = Part::size;
      digits_ = 0;
      return c == '\n' ? Outcome::need_more : Outcome::malformed;
    case Part::trailer:
    case Part::trailer_end: return step_trailer(c);
    case Part::content: break;
  }
  return Outcome::malformed;
}

ChunkedBody::Outcome ChunkedBody::end_of_size(char c) {
  if (digits_ == 0 || (c != '\r' && c != ';' && c != ' ' && c != '\t')) return Outcome::malformed;
  if (chunk_left_ > body_left_) return Outcome::too_large;
  body_left_ -= chunk_left_;
  part_ = c == '\r' ? Part::size_end : Part::extension;
  return Outcome::need_more;
}

ChunkedBody::Outcome ChunkedBody::end_of_line() {
  part_ = chunk_left_ == 0 ? Part::trailer : Part::content;
  return Outcome::need_more;
}

ChunkedBody::Outcome ChunkedBody::step_trailer(char c) {
  if (part_ == Part::trailer_end) {
    if (c != '\n') return Outcome::malformed;
    if (line_length_ == 0) return Outcome::done;
    line_length_ = 0;
    part_ = Part::trailer;
    return Outcome::need_more;
  }
  if (c == '\r') {
    part_ = Part::trailer_end;
    return Outcome::need_more;
  }
  ++line_length_;
  return is_text(c) && framing_left_-- > 0 ? Outcome::need_more : Outcome::malformed;
}

}  // namespace paceline::http
