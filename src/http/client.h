// SPDX-License-Identifier: Apache-2.0
// Sends one request to a running server and waits for the answer. What the command line uses to reach the server that
// has the data folder open.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "api/message.h"
#include "base/result.h"

namespace paceline::http {

/// How long an answer may take. Long, because `verify` and imports work through everything.
inline constexpr std::chrono::seconds kPatience{600};

/// Through the socket file of a data folder: the operator's door.
/// Returns the answer, whatever its status; unavailable "server.unreachable" when nobody listens there (nothing was
/// done), or unavailable "server.answer_lost" when the server took the request and then no whole answer came within
/// the patience (it may have been done: repeat it with the same idempotency key).
[[nodiscard]] Result<api::Response> send(const std::string& socket_path, const api::Request& request,
                                         std::chrono::milliseconds patience = kPatience);

/// Through the network, to a numeric address. Same errors.
[[nodiscard]] Result<api::Response> send(const std::string& address, std::uint16_t port, const api::Request& request,
                                         std::chrono::milliseconds patience = kPatience);

}  // namespace paceline::http
