// SPDX-License-Identifier: Apache-2.0
// What the parts of apply() share: who applies with what, and the tally of what came of it.
#pragma once

#include "app/apply.h"

namespace paceline {

enum class ItemOutcome { created, changed, unchanged };

struct ApplyContext {
  const Actor& actor;
  Instant now;
  const Zones& zones;
  Ids& ids;
  Stores& stores;
};

/// A Result of one item, with every fault that it has.
using ItemResult = Checked<ItemOutcome>;

[[nodiscard]] ItemResult apply_calendar(const CalendarDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_team(const std::string& name, const ApplyContext& context);
[[nodiscard]] ItemResult apply_user(const UserDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_kind(const Kind& kind, const ApplyContext& context);
[[nodiscard]] ItemResult apply_quota(const QuotaDefinition& definition, const ApplyContext& context);

[[nodiscard]] inline auto refused(Error error) {
  return tl::unexpected(Errors{std::move(error)});
}

}  // namespace paceline

/// PACELINE_TRY for a Result inside a function that returns Checked.
#define PACELINE_TRY_ITEM(declaration, expression) PACELINE_TRY_ITEM_AT(declaration, expression, __LINE__)
#define PACELINE_TRY_ITEM_AT(declaration, expression, line) PACELINE_TRY_ITEM_AS(declaration, expression, line)
#define PACELINE_TRY_ITEM_AS(declaration, expression, line)                     \
  auto item_##line = (expression);                                              \
  if (!item_##line) return ::paceline::refused(std::move(item_##line).error()); \
  declaration = *std::move(item_##line)

#define PACELINE_CHECK_ITEM(expression)                                                                               \
  do {                                                                                                                \
    if (auto checked_item = (expression); !checked_item) return ::paceline::refused(std::move(checked_item).error()); \
  } while (false)
