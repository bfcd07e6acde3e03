// SPDX-License-Identifier: Apache-2.0
// Bytes in, requests out: the whole of reading HTTP, without a socket, so that it can be tested and fuzzed by itself.
//
// The fields are looked over byte by byte for limits and for what has been used to smuggle requests (a line end that is
// not CRLF, folded lines, control characters), then parsed in one go by Beast. How the bytes are split between calls
// of feed() never changes the result.
//
// Example: reader.feed("GET /api/v1/kinds HTTP/1.1\r\nHost: x\r\n\r\n"); reader.next() == Event::request;
// reader.take().
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/message.h"
#include "http/chunked_body.h"
#include "http/limits.h"
#include "http/refusals.h"

namespace paceline::http {

class RequestReader {
 public:
  enum class Event {
    need_more,         ///< feed more
    expects_continue,  ///< the client waits for "100 Continue" before it sends the body; told once, then go on
    request,           ///< take() it
    refused            ///< answer refusal() and close; nothing more comes out of this reader
  };
  /// What is being waited for, which decides the deadline.
  enum class Stage { between, header, body };

  /// `limits` outlives the reader.
  explicit RequestReader(const Limits& limits) : limits_(limits) {}

  void feed(std::string_view bytes);
  [[nodiscard]] Event next();

  /// REQUIRES: the last event was request. `peer` and `door` are for the caller to fill in. In a field that is not
  /// UTF-8 every byte beyond ASCII comes out as '?'. A field that stands twice is joined with ", " (cookies with "; ").
  [[nodiscard]] api::Request take();
  /// Whether the client of the last request wants to send another on this connection.
  [[nodiscard]] bool keep_alive() const { return keep_alive_; }
  /// REQUIRES: the last event was refused.
  [[nodiscard]] Refusal refusal() const { return *refusal_; }
  [[nodiscard]] Stage stage() const;

 private:
  bool scan_header();
  bool scan(char c);
  void parse_header();
  bool read_body();
  void refuse(Refusal refusal) { refusal_ = refusal; }

  const Limits& limits_;
  std::string pending_;    // fed and not yet used
  std::size_t begin_ = 0;  // of the current request, or of the rest of its body, in pending_
  std::optional<Refusal> refusal_;

  // the fields, while they are looked over
  std::size_t scanned_ = 0;  // position in pending_
  std::size_t header_bytes_ = 0;
  std::size_t lines_ = 0;
  std::size_t line_length_ = 0;
  std::size_t target_length_ = 0;
  int blanks_ = 0;
  char previous_ = '\0';

  // the request, once its fields are parsed
  bool in_body_ = false;
  bool expects_continue_ = false;
  bool keep_alive_ = false;
  std::uint64_t body_left_ = 0;
  std::optional<ChunkedBody> chunks_;
  api::Request request_;
};

}  // namespace paceline::http
