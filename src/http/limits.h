// SPDX-License-Identifier: Apache-2.0
// How much, how many and how long the server puts up with. Every limit of the HTTP side stands here and nowhere else.
//
// Deadlines are looked at once every `sweep_interval`, so each may run over by that much.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace paceline::http {

/// Limits::live_poll of a server that shares its database with others: what they store is seen within a second.
inline constexpr std::chrono::milliseconds kLivePollOfMany{250};

struct Limits {
  // one request
  std::size_t header_bytes = 16 * 1024;              ///< request line and fields; more is 431 http.header_too_large
  std::size_t target_bytes = 8 * 1024;               ///< more is 414 http.target_too_long
  std::size_t header_fields = 100;                   ///< more is 431 http.header_too_large
  std::size_t body_bytes = 1024 * 1024;              ///< more is 413 http.body_too_large
  std::size_t chunk_framing_bytes = 16 * 1024;       ///< chunk extensions and trailers of one body; more is 400
  std::size_t discarded_bytes = 1024 * 1024;         ///< read and thrown away after a refusal, so that it can be read
  std::chrono::milliseconds linger_time{2'000};      ///< how long that may last
  std::chrono::milliseconds handshake_time{10'000};  ///< from a connection's beginning to the end of its handshake
  std::chrono::milliseconds header_time{10'000};     ///< from the first byte of a request to the end of its fields
  std::chrono::milliseconds body_time{30'000};       ///< from there to the end of its body
  std::chrono::milliseconds idle_time{75'000};       ///< between requests
  std::chrono::milliseconds write_time{30'000};      ///< without a byte taken by the client

  // all of them
  std::size_t connections = 20'000;
  std::size_t connections_per_peer = 0;  ///< 0: no limit; behind a proxy every peer is the proxy
  std::size_t queued_requests = 1'024;   ///< waiting for a worker; more is 503 server.busy
  std::chrono::milliseconds sweep_interval{1'000};
  std::chrono::milliseconds certificate_look{60'000};  ///< between two looks whether it was renewed
  std::chrono::milliseconds stop_time{10'000};         ///< for requests in flight when the server is told to stop

  // live streams
  std::size_t live_streams = 10'000;            ///< more is 503 live.too_many
  std::size_t live_buffer_bytes = 64 * 1024;    ///< a reader that is further behind is dropped
  int live_batch = 200;                         ///< changes asked of the source at once
  std::chrono::milliseconds live_poll{500};     ///< between two questions to the source
  std::chrono::milliseconds heartbeat{15'000};  ///< a comment line in a stream that had nothing to say
  std::chrono::milliseconds live_age{15 *
                                     60'000};  ///< then the stream ends, and the browser comes back signed in or not
};

}  // namespace paceline::http
