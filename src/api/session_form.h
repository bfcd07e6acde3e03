// SPDX-License-Identifier: Apache-2.0
// What somebody is told who has signed in.
#pragma once

#include "api/backend.h"
#include "api/forms/session.h"

namespace paceline::api {

[[nodiscard]] Result<form::Session> session_of(const Actor& actor, const std::string& csrf_token,
                                               const Backend& backend);

/// The same with the cookie.
[[nodiscard]] Result<Response> signed_in_answer(const Call& call, const SignedIn& signed_in, const Backend& backend);

}  // namespace paceline::api
