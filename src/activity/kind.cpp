// SPDX-License-Identifier: Apache-2.0
#include "activity/kind.h"

namespace paceline {
namespace {

std::vector<Outcome> outcomes(std::initializer_list<const char*> names) {
  std::vector<Outcome> list;
  for (const char* name : names) list.push_back(Outcome{name, std::nullopt});
  return list;
}

Kind held_kind(const char* name) {
  return Kind{name, std::nullopt, true, false, true, outcomes({"held", "no_show", "agreed", "refused", "call_back"})};
}

std::vector<Kind> make_kinds() {
  const bool facing = true;
  return {
      Kind{"call", std::nullopt, facing, true, true,
           outcomes({"no_answer", "busy", "wrong_number", "answered", "listened", "agreed", "refused", "call_back"})},
      Kind{"email", std::nullopt, facing, true, false, outcomes({"sent", "replied", "bounced"})},
      held_kind("meeting"),
      held_kind("visit"),
      held_kind("demo"),
      Kind{"social", std::nullopt, facing, false, false, outcomes({"sent", "reacted"})},
      Kind{"estimate", std::nullopt, facing, false, false, outcomes({"handed_in"})},
      Kind{"event", std::nullopt, !facing, false, true, outcomes({"attended"})},
  };
}

}  // namespace

const std::vector<Kind>& built_in_kinds() {
  static const std::vector<Kind> kinds = make_kinds();
  return kinds;
}

}  // namespace paceline
