// SPDX-License-Identifier: Apache-2.0
// Whether an answer is the expected one, and where not.
//
// A real x meets an expected e when |x - e| <= rel_tol max(1e-12, |e|) + 1e-12; two whole numbers, two texts, two truth
// values and two nulls only when they are the same. Lists must be as long; members that are not expected are not
// looked at.
// Worked example: expected {"q": [1, 2.0]}, answer {"q": [1, 2.1]} at 1e-6: one line, "/q/1: expected 2E0, got 2.1E0".
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

namespace paceline::vectors {

/// One line for each difference, which begins with its JSON pointer. REQUIRES: rel_tol >= 0.
[[nodiscard]] std::vector<std::string> differences(const boost::json::value& expected, const boost::json::value& answer,
                                                   double rel_tol);

}  // namespace paceline::vectors
