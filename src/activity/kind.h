// SPDX-License-Identifier: Apache-2.0
// The kinds of activity and the outcomes that each may have: the built-in ones, and those that a company adds.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace paceline {

struct Outcome {
  std::string outcome;               ///< "no_answer"
  std::optional<std::string> label;  ///< the company's own word; none for the built-in ones
};

struct Kind {
  std::string kind;  ///< "call"
  std::optional<std::string> label;
  bool client_facing = true;
  bool has_direction = false;
  bool has_duration = false;
  std::vector<Outcome> outcomes;
};

inline constexpr std::string_view kCall = "call";

/// call, email, meeting, visit, demo, social, estimate, event; in this order on every screen.
[[nodiscard]] const std::vector<Kind>& built_in_kinds();

}  // namespace paceline
