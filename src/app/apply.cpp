// SPDX-License-Identifier: Apache-2.0
#include "app/apply.h"

#include "app/apply_parts.h"

namespace paceline {
namespace {

class Tally {
 public:
  explicit Tally(Applied& applied) : applied_(applied) {}

  /// Applies every item of a list; a database that fails ends the whole.
  template <class List, class ApplyItem>
  [[nodiscard]] Result<void> each(const char* list_name, const List& list, ApplyItem apply_item) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const ItemResult result = apply_item(list[i]);
      if (!result) {
        PACELINE_CHECK(refuse("/" + std::string(list_name) + "/" + std::to_string(i), result.error()));
      } else {
        add(*result);
      }
    }
    return {};
  }

  /// The same for what is there once.
  template <class Item, class ApplyItem>
  [[nodiscard]] Result<void> one(const char* name, const std::optional<Item>& item, ApplyItem apply_item) {
    if (!item) return {};
    const ItemResult result = apply_item(*item);
    if (!result) return refuse("/" + std::string(name), result.error());
    add(*result);
    return {};
  }

 private:
  void add(ItemOutcome outcome) {
    switch (outcome) {
      case ItemOutcome::created: ++applied_.created; break;
      case ItemOutcome::changed: ++applied_.changed; break;
      case ItemOutcome::unchanged: ++applied_.unchanged; break;
    }
  }
  Result<void> refuse(const std::string& pointer, const Errors& errors) {
    ++applied_.refused;
    for (Error error : errors) {
      if (error.fault == Fault::unavailable) return tl::unexpected(std::move(error));
      error.field = pointer + error.field;
      applied_.faults.push_back(std::move(error));
    }
    return {};
  }

  Applied& applied_;
};

ItemResult apply_contact(const ContactDraft& draft, const ApplyContext& context) {
  auto added = add_contact(context.actor, draft, context.now, context.zones, context.ids, context.stores);
  if (!added) return tl::unexpected(std::move(added).error());
  return added->added ? ItemOutcome::created : ItemOutcome::unchanged;
}

ItemResult apply_settings(const SettingsChange& change, const ApplyContext& context) {
  PACELINE_TRY_ITEM(const bool changed,
                    change_settings(context.actor, change, context.now, context.zones, context.stores));
  return changed ? ItemOutcome::changed : ItemOutcome::unchanged;
}

}  // namespace

Result<Applied> apply(const Actor& actor, const Definitions& definitions, Instant now, const Surroundings& outside,
                      Stores& stores) {
  const ApplyContext context{actor, now, outside.zones, outside.countries, outside.ids, stores};
  Applied applied;
  Tally tally(applied);
  const auto with = [&](auto apply_item) {
    return [&, apply_item](const auto& item) { return apply_item(item, context); };
  };
  PACELINE_CHECK(stores.people.take_turn_of_definitions());
  PACELINE_CHECK(tally.one("organisation", definitions.organisation, with(apply_settings)));
  PACELINE_CHECK(tally.each("calendars", definitions.calendars, with(apply_calendar)));
  PACELINE_CHECK(tally.one("closing_days", definitions.closing_days, with(apply_closing_days)));
  PACELINE_CHECK(tally.each("teams", definitions.teams, with(apply_team)));
  PACELINE_CHECK(tally.each("phases", definitions.phases, with(apply_phase)));
  PACELINE_CHECK(tally.each("ramps", definitions.ramps, with(apply_ramp)));
  PACELINE_CHECK(tally.each("users", definitions.users, with(apply_user)));
  PACELINE_CHECK(tally.each("part_time", definitions.part_time, with(apply_part_time)));
  PACELINE_CHECK(tally.each("leave", definitions.leave, with(apply_leave)));
  PACELINE_CHECK(tally.each("kinds", definitions.kinds, with(apply_kind)));
  PACELINE_CHECK(tally.each("product_lines", definitions.product_lines, with(apply_product_line)));
  PACELINE_CHECK(tally.each("territories", definitions.territories, with(apply_territory)));
  PACELINE_CHECK(tally.each("pipelines", definitions.pipelines, with(apply_pipeline)));
  PACELINE_CHECK(tally.each("currency_rates", definitions.currency_rates, with(apply_currency_rate)));
  PACELINE_CHECK(tally.each("contacts", definitions.contacts, with(apply_contact)));
  PACELINE_CHECK(tally.each("quotas", definitions.quotas, with(apply_quota)));
  PACELINE_CHECK(stores.ledger.tell("team", std::nullopt, now));
  PACELINE_CHECK(stores.ledger.note({actor.user_id, "apply", {}, {}, now}));
  return applied;
}

}  // namespace paceline
