// SPDX-License-Identifier: Apache-2.0
#include "app/apply_parts.h"
#include "app/check_quota.h"
#include "app/counted_facts.h"
#include "base/utf8.h"
#include "pipeline/tree.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestCompanyKey = 50;

bool is_company_key(const std::string& text) {
  return !text.empty() && is_plain_text(text, kLongestCompanyKey) && trimmed(text) == text;
}

template <class T>
const T* find_keyed(const std::vector<T>& all, std::string_view key) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& item) { return item.key == key; });
  return found == all.end() ? nullptr : &*found;
}

/// Key and name of a definition, with the faults that they have.
struct NamedDefinition {
  std::string name;
  Errors faults;
};

NamedDefinition named(const std::string& name, bool key_fits, std::string code) {
  NamedDefinition made;
  const auto parsed = parse_name(name);
  if (!key_fits) made.faults.push_back({Fault::invalid, std::move(code), "/key", {}});
  if (!parsed) made.faults.push_back({Fault::invalid, parsed.error().code, "/name", {}});
  if (parsed) made.name = *parsed;
  return made;
}

ItemResult stored_as(bool is_new) {
  return is_new ? ItemOutcome::created : ItemOutcome::changed;
}

Result<void> note_definition(const char* action, const std::string& key, const ApplyContext& context) {
  return context.stores.ledger.note({context.actor.user_id, action, key, {}, context.now});
}

Result<std::optional<Money>> list_price_of(const ProductLineDefinition& definition, PeopleStore& people) {
  if (!definition.list_price_minor) return std::optional<Money>();
  PACELINE_TRY(const auto organisation, people.organisation());
  PACELINE_TRY(const auto own, Currency::parse(organisation.currency));
  return std::optional(Money(*definition.list_price_minor, definition.list_price_currency.value_or(own)));
}

/// The stages as they will be: those that are named in their order, then those that are given up.
Checked<std::vector<Stage>> stages_of(const PipelineDefinition& definition, const Pipeline* known, Ids& ids) {
  std::vector<Stage> stages;
  Errors faults;
  for (const Stage& each : definition.stages) {
    const std::string pointer = "/stages/" + std::to_string(stages.size());
    const Stage* before = known == nullptr ? nullptr : find_keyed(known->stages, each.key);
    if (!is_key(each.key)) faults.push_back({Fault::invalid, "pipeline.stage.key.malformed", pointer + "/key", {}});
    if (find_keyed(stages, each.key) != nullptr)
      faults.push_back({Fault::invalid, "pipeline.stage.twice", pointer + "/key", {}});
    if (before != nullptr && before->ends != each.ends)
      faults.push_back({Fault::conflict, "pipeline.stage.fixed", pointer + "/ends", std::string(each.key)});
    const auto name = parse_name(each.name);
    if (!name) faults.push_back({Fault::invalid, name.error().code, pointer + "/name", {}});
    stages.push_back({before == nullptr ? StageId() : before->stage_id, each.key, name.value_or(""), each.ends, true});
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  for (Stage& each : stages) {
    if (!each.stage_id) each.stage_id = ids.make<StageId>();
  }
  if (known == nullptr) return stages;
  for (const Stage& each : known->stages) {
    if (find_keyed(definition.stages, each.key) == nullptr)
      stages.push_back({each.stage_id, each.key, each.name, each.ends, false});
  }
  return stages;
}

/// Did another rate hold so far on a day of a closed period? Its sums would move. A first rate moves none: without it
/// there was no sum.
Result<bool> moves_closed_periods(const CurrencyRate& made, const std::vector<CurrencyRate>& all, SaleStore& sales) {
  Day until = kLastDay;
  bool held_before = false;
  for (const CurrencyRate& each : all) {
    if (!(each.currency == made.currency)) continue;
    if (each.from <= made.from) held_before = true;
    if (each.from > made.from) until = std::min(until, each.from);
  }
  if (!held_before) return false;
  return sales.has_closed({made.from, until});
}

}  // namespace

ItemResult apply_product_line(const ProductLineDefinition& definition, const ApplyContext& context) {
  NamedDefinition made = named(definition.name, is_company_key(definition.key), "product_line.key.malformed");
  PACELINE_TRY_ITEM(const auto all, context.stores.pipelines.product_lines());
  const ProductLine* known = find_keyed(all, definition.key);
  const ProductLine* parent = definition.parent ? find_keyed(all, *definition.parent) : nullptr;
  if (definition.parent && parent == nullptr)
    made.faults.push_back({Fault::invalid, "product_line.parent.unknown", "/parent", {}});
  PACELINE_TRY_ITEM(const auto price, list_price_of(definition, context.stores.people));
  if (price && price->minor() < 0)
    made.faults.push_back({Fault::invalid, "product_line.list_price.negative", "/list_price", {}});
  if (!made.faults.empty()) return tl::unexpected(std::move(made.faults));
  ProductLine line{known == nullptr ? context.ids.make<ProductLineId>() : known->product_line_id,
                   definition.key,
                   made.name,
                   {},
                   price,
                   definition.active};
  if (parent != nullptr) line.parent_id = parent->product_line_id;
  if (makes_loop(parents_of(all, &ProductLine::product_line_id), line.product_line_id, line.parent_id))
    return refused({Fault::invalid, "product_line.parent.loop", "/parent", {}});
  if (known != nullptr && *known == line) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(context.stores.pipelines.put_product_line(line));
  const bool moved = known != nullptr && known->parent_id != line.parent_id;
  if (moved) PACELINE_CHECK_ITEM(recount_all_parts(context.stores));
  PACELINE_CHECK_ITEM(note_definition("product_line.put", line.key, context));
  return stored_as(known == nullptr);
}

ItemResult apply_territory(const TerritoryDefinition& definition, const ApplyContext& context) {
  NamedDefinition made = named(definition.name, is_company_key(definition.key), "territory.key.malformed");
  PACELINE_TRY_ITEM(const auto all, context.stores.pipelines.territories());
  PACELINE_TRY_ITEM(const auto all_rules, context.stores.pipelines.territory_rules());
  const Territory* known = find_keyed(all, definition.key);
  const Territory* parent = definition.parent ? find_keyed(all, *definition.parent) : nullptr;
  if (definition.parent && parent == nullptr)
    made.faults.push_back({Fault::invalid, "territory.parent.unknown", "/parent", {}});
  Territory territory{known == nullptr ? context.ids.make<TerritoryId>() : known->territory_id,
                      definition.key,
                      made.name,
                      {},
                      definition.active};
  if (parent != nullptr) territory.parent_id = parent->territory_id;
  std::vector<TerritoryRule> rules = definition.rules;
  for (std::size_t at = 0; at < rules.size(); ++at) {
    rules[at].territory_id = territory.territory_id;
    const std::string pointer = "/rules/" + std::to_string(at);
    const bool fits = !rules[at].value.empty() && is_plain_text(rules[at].value);
    if (!fits) made.faults.push_back({Fault::invalid, "text.not_allowed", pointer + "/value", {}});
    if (rules[at].to && *rules[at].to <= rules[at].from)
      made.faults.push_back({Fault::invalid, "territory.rule.span.empty", pointer + "/to", {}});
  }
  if (!made.faults.empty()) return tl::unexpected(std::move(made.faults));
  if (makes_loop(parents_of(all, &Territory::territory_id), territory.territory_id, territory.parent_id))
    return refused({Fault::invalid, "territory.parent.loop", "/parent", {}});
  std::vector<TerritoryRule> before;
  std::copy_if(all_rules.begin(), all_rules.end(), std::back_inserter(before),
               [&](const TerritoryRule& rule) { return rule.territory_id == territory.territory_id; });
  if (known != nullptr && *known == territory && before == rules) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(context.stores.pipelines.put_territory(territory, rules));
  PACELINE_CHECK_ITEM(note_definition("territory.put", territory.key, context));
  return stored_as(known == nullptr);
}

ItemResult apply_pipeline(const PipelineDefinition& definition, const ApplyContext& context) {
  NamedDefinition made = named(definition.name, is_key(definition.key), "pipeline.key.malformed");
  PACELINE_TRY_ITEM(const auto all, context.stores.pipelines.pipelines());
  const Pipeline* known = find_keyed(all, definition.key);
  auto stages = stages_of(definition, known, context.ids);
  if (!stages) made.faults.insert(made.faults.end(), stages.error().begin(), stages.error().end());
  if (!made.faults.empty()) return tl::unexpected(std::move(made.faults));
  const Pipeline pipeline{known == nullptr ? context.ids.make<PipelineId>() : known->pipeline_id, definition.key,
                          made.name, definition.active, *std::move(stages)};
  PACELINE_CHECK_ITEM(check_stages(pipeline));
  if (known != nullptr && *known == pipeline) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(context.stores.pipelines.put_pipeline(pipeline));
  PACELINE_CHECK_ITEM(note_definition("pipeline.put", pipeline.key, context));
  return stored_as(known == nullptr);
}

ItemResult apply_currency_rate(const CurrencyRateDefinition& definition, const ApplyContext& context) {
  Errors faults;
  const auto currency = Currency::parse(definition.currency);
  if (!currency) faults.push_back({Fault::invalid, currency.error().code, "/currency", {}});
  const auto rate = parse_rate(definition.rate);
  if (!rate) faults.push_back({Fault::invalid, rate.error().code, "/rate", rate.error().detail});
  PACELINE_TRY_ITEM(const auto organisation, context.stores.people.organisation());
  if (definition.currency == organisation.currency)
    faults.push_back({Fault::invalid, "currency.rate.own", "/currency", "the reporting currency needs none"});
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  const CurrencyRate made{*currency, definition.from, *rate};
  PACELINE_TRY_ITEM(const auto all, context.stores.pipelines.currency_rates());
  const auto known = std::find_if(all.begin(), all.end(), [&](const CurrencyRate& each) {
    return each.currency == made.currency && each.from == made.from;
  });
  if (known != all.end() && *known == made) return ItemOutcome::unchanged;
  PACELINE_TRY_ITEM(const bool moves_closed, moves_closed_periods(made, all, context.stores.sales));
  if (moves_closed)
    return refused({Fault::conflict, "currency.rate.closed", "/rate", "a period with such a day is closed"});
  PACELINE_CHECK_ITEM(context.stores.pipelines.put_currency_rate(made));
  PACELINE_CHECK_ITEM(recount_all_parts(context.stores));
  const std::string before = known == all.end() ? "" : rate_text(known->rate_billionths) + " -> ";
  PACELINE_CHECK_ITEM(note_definition(
      "currency_rate.put",
      definition.currency + " " + to_text(made.from) + ": " + before + rate_text(made.rate_billionths), context));
  return stored_as(known == all.end());
}

}  // namespace paceline
