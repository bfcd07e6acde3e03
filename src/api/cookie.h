// SPDX-License-Identifier: Apache-2.0
// The cookie of a browser's session: not readable by scripts, not sent from other sites.
#pragma once

#include <optional>
#include <string>

#include "api/message.h"

namespace paceline::api {

/// The value of Set-Cookie; 0 seconds removes it. The server adds "Secure" where it is behind TLS.
[[nodiscard]] std::string session_cookie(const std::string& credential, std::int64_t seconds);

/// What the request's cookie says; nothing without one.
[[nodiscard]] std::optional<std::string> session_credential(const Request& request);

}  // namespace paceline::api
