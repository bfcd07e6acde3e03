// SPDX-License-Identifier: Apache-2.0
// From an error to its answer: the one place that knows which fault has which HTTP status.
//
// invalid 400, unauthenticated 401, forbidden 403, not_found 404, conflict 409, too_many 429, unavailable 503.
// Of several errors the status and the code are those of the first with the earliest of: unavailable, unauthenticated,
// forbidden, too_many, invalid, not_found, conflict. All of them are listed. A 401 says how to come in
// (WWW-Authenticate); the detail of a 429 is the seconds to wait, said in Retry-After as well.
#pragma once

#include "api/message.h"
#include "base/result.h"

namespace paceline::api {

[[nodiscard]] int status_of(Fault fault);

[[nodiscard]] Response problem(const Error& error);
/// REQUIRES: at least one.
[[nodiscard]] Response problem(const Errors& errors);
/// With a status that no fault has, such as 405, 413, 415.
[[nodiscard]] Response problem(int status, const Error& error);

}  // namespace paceline::api
