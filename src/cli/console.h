// SPDX-License-Identifier: Apache-2.0
// How commands answer: one JSON object or readable text on standard output, messages on standard error, an exit code.
#pragma once

#include <string_view>

#include "api/message.h"
#include "base/result.h"

namespace paceline::cli {

inline constexpr int kOk = 0;
inline constexpr int kCheckFailed = 1;
inline constexpr int kUsage = 2;

/// invalid 3, not_found 4, conflict 5, unauthenticated and forbidden 6, too_many and unavailable 7.
[[nodiscard]] int exit_code_of(Fault fault);
/// The same for a status of the API.
[[nodiscard]] int exit_code_of_status(int status);

/// Prints JSON as it is, or as text: an object line by line, a list of objects as a table.
void print(bool as_json, std::string_view json);

/// Bytes as they are on standard output.
void write_bytes(std::string_view bytes);

/// Says every fault on standard error. Returns the exit code of the first.
int refuse(const Errors& errors);
int refuse(const Error& error);

/// Prints an answer of the API, or says what it refuses. Returns the exit code.
int answer(bool as_json, const Result<api::Response>& response);

}  // namespace paceline::cli
