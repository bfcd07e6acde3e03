// SPDX-License-Identifier: Apache-2.0
// The log of a server: one JSON object a line, of each request and each background job. Nothing that a client wrote is
// in it, but the method: no path, query, field, body, address; people and organisations are their ids.
//
// Worked example (tests/watch/request_log_test.cpp):
//   {"at":"2026-11-18T12:00:00Z","event":"request","id":"k3-7","method":"POST","route":"/api/v1/activities","status":201,
//    "duration_us":1834,"bytes":211,"org_id":"912118425619005675","user_id":"912118425619005676"}
//   {"at":"2026-11-18T12:00:00Z","event":"job","job":"closing","duration_us":5120,"org_id":"912118425619005675"}
#pragma once

#include <boost/describe/enum.hpp>
#include <string>

#include "app/jobs.h"
#include "app/ports/clock.h"
#include "http/server.h"

namespace paceline {

/// none; faults: answers of 500 and more, and jobs that failed; refused: and refusals; all.
BOOST_DEFINE_ENUM_CLASS(LogLevel, none, faults, refused, all)

/// Whether it is of that level; a request that was cut off counts as refused.
[[nodiscard]] bool is_logged(LogLevel level, const http::Answered& answered);
[[nodiscard]] bool is_logged(LogLevel level, const JobDone& job);

[[nodiscard]] std::string line_of(const http::Answered& answered, Instant now);
[[nodiscard]] std::string line_of(const JobDone& job, Instant now);
/// What somebody must look at: the text is the program's own.
[[nodiscard]] std::string line_of_fault(std::string_view what, Instant now);

}  // namespace paceline
