// SPDX-License-Identifier: Apache-2.0
// Who asks: by the operator's word at the operator's door, else by a token, a webhook's signature, or the cookie of a
// session.
#pragma once

#include "api/backend.h"

namespace paceline::api {

/// Nobody when the request shows nothing. Returns unauthenticated "token.refused", "session.required", and what
/// actor_of_operator() and actor_of_webhook() return.
[[nodiscard]] Result<std::optional<Recognised>> authenticate(const Request& request, const Backend& backend);

}  // namespace paceline::api
