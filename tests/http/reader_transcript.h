// SPDX-License-Identifier: Apache-2.0
// What a RequestReader makes of bytes, as text that can be compared: used by the tests and by the fuzz target.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/utf8.h"
#include "http/request_reader.h"

namespace paceline::http {

/// Limits that a few hundred bytes can run into.
inline Limits tiny() {
  Limits limits;
  limits.header_bytes = 1024;
  limits.target_bytes = 256;
  limits.header_fields = 16;
  limits.body_bytes = 512;
  limits.chunk_framing_bytes = 64;
  return limits;
}

/// One line for each event. `piece` says how many bytes to feed next, at least 1.
inline std::string transcript(std::string_view bytes, const std::function<std::size_t()>& piece,
                              const Limits& limits = tiny()) {
  RequestReader reader(limits);
  std::string told;
  for (;;) {
    switch (reader.next()) {
      case RequestReader::Event::need_more: {
        if (bytes.empty()) return told + "stage " + std::to_string(static_cast<int>(reader.stage())) + "\n";
        const std::string_view next = bytes.substr(0, piece());
        bytes.remove_prefix(next.size());
        reader.feed(next);
        break;
      }
      case RequestReader::Event::expects_continue: told += "continue\n"; break;
      case RequestReader::Event::refused:
        PACELINE_ASSERT(reader.next() == RequestReader::Event::refused);
        return told + "refused " + std::string(text_of(reader.refusal()).code) + "\n";
      case RequestReader::Event::request: {
        const api::Request request = reader.take();
        PACELINE_ASSERT(request.path.starts_with('/') && is_utf8(request.path));
        PACELINE_ASSERT(request.body.size() <= limits.body_bytes);
        told += std::to_string(static_cast<int>(request.method)) + " " + request.path + "\n";
        for (const auto& [name, value] : request.query) told += " ?" + name + "=" + value + "\n";
        for (const auto& [name, value] : request.headers) told += " " + name + ": " + value + "\n";
        told += " keep " + std::to_string(static_cast<int>(reader.keep_alive())) + " body " + request.body + "\n";
        break;
      }
    }
  }
}

/// Pieces of 1 to 64 bytes that look random and are the same each time.
inline std::function<std::size_t()> pieces(std::size_t seed) {
  return [state = seed * 2 + 1]() mutable {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return 1 + (state >> 58U);
  };
}

inline std::size_t all_at_once() {
  return std::string_view::npos;
}
inline std::size_t byte_by_byte() {
  return 1;
}

}  // namespace paceline::http
