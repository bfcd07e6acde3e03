// SPDX-License-Identifier: Apache-2.0
// What the server refuses by itself, before or after the handler: one table of stable codes.
//
// Precedence within one request: the first fault in the order of its bytes while the fields are read (http.malformed,
// http.target_too_long, http.header_too_large, http.version_unknown, http.length_conflict), then the order of the
// enumeration below from length_conflict to body_too_large, then what the body shows, then host_not_allowed, then
// the page's or the handler's answer.
#pragma once

#include <string_view>

#include "api/message.h"

namespace paceline::http {

enum class Refusal {
  malformed,
  target_too_long,
  header_too_large,
  version_unknown,
  length_conflict,
  coding_unknown,
  host_missing,
  method_unknown,
  target_malformed,
  expectation_unknown,
  body_too_large,
  timeout,
  host_not_allowed,
  page_not_found,
  page_method,
  busy,
  live_too_many,
  fault,
};

struct RefusalText {
  int status;
  std::string_view code;    ///< stable
  std::string_view title;   ///< of the status
  std::string_view detail;  ///< for people
};

[[nodiscard]] const RefusalText& text_of(Refusal refusal);

/// The answer: application/problem+json with the members of every other error of the API.
[[nodiscard]] api::Response problem(Refusal refusal);

}  // namespace paceline::http
