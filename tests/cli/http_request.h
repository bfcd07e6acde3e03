// SPDX-License-Identifier: Apache-2.0
// A step of HTTP: "POST PATH FILE as TOKEN key KEY" on a connection of its own.
#pragma once

#include <string>

#include "tests/http/raw_client.h"

namespace paceline::cases {

/// FILE is found in `folder`. Throws at words that mean nothing, and when no answer comes.
[[nodiscard]] http::RawAnswer ask_over_http(int port, const std::string& words, const std::string& folder);

}  // namespace paceline::cases
