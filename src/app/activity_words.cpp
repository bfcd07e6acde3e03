// SPDX-License-Identifier: Apache-2.0
#include "app/activity_words.h"

#include <algorithm>

namespace paceline {
namespace {

bool has_outcome(const Kind& kind, const std::string& name) {
  return std::any_of(kind.outcomes.begin(), kind.outcomes.end(),
                     [&](const Outcome& outcome) { return outcome.outcome == name; });
}

}  // namespace

ToldWords changed_words(const Activity& before, const Activity& after) {
  const bool kind = before.kind != after.kind;
  return {kind, kind || before.direction != after.direction, kind || before.outcome != after.outcome};
}

Errors word_faults(const Activity& activity, const ToldWords& told, const std::vector<Kind>& kinds,
                   const std::string& root) {
  const auto fault = [&](const char* code, const char* member) {
    return Error{Fault::invalid, code, root + member, {}};
  };
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) { return k.kind == activity.kind; });
  if (kind == kinds.end()) return told.kind ? Errors{fault("activity.kind.unknown", "/kind")} : Errors();
  Errors faults;
  if (told.direction && activity.direction && !kind->has_direction)
    faults.push_back(fault("activity.direction.not_for_kind", "/direction"));
  if (told.outcome && activity.outcome && !has_outcome(*kind, *activity.outcome))
    faults.push_back(fault("activity.outcome.unknown", "/outcome"));
  return faults;
}

}  // namespace paceline
