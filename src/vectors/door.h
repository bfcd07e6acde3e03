// SPDX-License-Identifier: Apache-2.0
// The door for test vectors: every vector of a file through the product's own functions, compared with what it expects.
//
// A file is one JSON object whose "vectors" is a list of {"id", "topic", "input", "expected", "rel_tol"}; rel_tol is
// 1e-6 where it is left out, other members are for people. A vector that expects {"error": code} passes when its input
// is refused with that code; any other refusal is a failure.
// Worked example: two vectors of funnel_rates, one with a wrong rate, and one of an unknown topic "x": passed 1,
// failed 1, skipped {"x": 1}.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paceline::vectors {

struct Report {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::vector<std::string> failures;           ///< one line for each difference: id, place, expected, got
  std::map<std::string, std::size_t> skipped;  ///< how many vectors of each topic that is not served
};

/// Returns invalid "vectors.file.malformed" with the place of the fault.
[[nodiscard]] Result<Report> run_vectors(std::string_view text);

}  // namespace paceline::vectors
