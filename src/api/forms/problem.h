// SPDX-License-Identifier: Apache-2.0
// The body of every refusal, application/problem+json (RFC 9457).
#pragma once

#include <string>
#include <vector>

#include "json/json.h"

namespace paceline::api::form {

struct ProblemFault {
  std::string pointer;  ///< JSON pointer into the body, "?name" of the query, "{name}" of the path; empty: the whole
  std::string code;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(ProblemFault, (), (pointer, code, detail))

struct Problem {
  std::string type = "about:blank";
  std::string title;  ///< the words of the status
  int status = 0;
  std::string code;  ///< of the fault that decided the status
  std::string detail;
  std::vector<ProblemFault> faults;  ///< all of them
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, detail, faults))

}  // namespace paceline::api::form
