// SPDX-License-Identifier: Apache-2.0
// What the parts of apply() share: who applies with what, and the tally of what came of it.
#pragma once

#include <algorithm>

#include "app/apply.h"

namespace paceline {

enum class ItemOutcome { created, changed, unchanged };

struct ApplyContext {
  const Actor& actor;
  Instant now;
  const Zones& zones;
  const CountryCalendars& countries;
  Ids& ids;
  Stores& stores;
};

/// A Result of one item, with every fault that it has.
using ItemResult = Checked<ItemOutcome>;

[[nodiscard]] ItemResult apply_calendar(const CalendarDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_closing_days(const ClosingDays& days, const ApplyContext& context);
[[nodiscard]] ItemResult apply_team(const TeamDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_phase(const PhaseDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_ramp(const RampDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_part_time(const WorkWeekDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_leave(const LeaveDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_user(const UserDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_kind(const Kind& kind, const ApplyContext& context);
[[nodiscard]] ItemResult apply_product_line(const ProductLineDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_territory(const TerritoryDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_pipeline(const PipelineDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_currency_rate(const CurrencyRateDefinition& definition, const ApplyContext& context);
[[nodiscard]] ItemResult apply_quota(const QuotaDefinition& definition, const ApplyContext& context);

template <class T>
[[nodiscard]] const T* find_named(const std::vector<T>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& item) { return item.name == name; });
  return found == all.end() ? nullptr : &*found;
}

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
