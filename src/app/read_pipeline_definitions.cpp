// SPDX-License-Identifier: Apache-2.0
#include "app/read_pipeline_definitions.h"

#include <algorithm>

#include "pipeline/tree.h"

namespace paceline {
namespace {

/// Those of a tree with the wholes before their parts; those of one depth stay in their order.
template <class T, class Id>
void put_wholes_first(std::vector<T>& all, Id T::*own) {
  const auto parents = parents_of(all, own);
  const auto depth = [&](const T& node) {
    return std::count_if(all.begin(), all.end(),
                         [&](const T& other) { return is_within(parents, node.*own, other.*own); });
  };
  std::map<Id, std::ptrdiff_t> depths;
  for (const T& each : all) depths.emplace(each.*own, depth(each));
  std::stable_sort(all.begin(), all.end(),
                   [&](const T& a, const T& b) { return depths.at(a.*own) < depths.at(b.*own); });
}

template <class T, class Id>
std::optional<std::string> parent_key(const std::vector<T>& all, const T& node, Id T::*own) {
  if (!node.parent_id) return std::nullopt;
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& each) { return each.*own == *node.parent_id; });
  return found == all.end() ? std::nullopt : std::optional(found->key);
}

}  // namespace

Result<void> add_pipeline_definitions(Definitions& definitions, PipelineStore& store) {
  PACELINE_TRY(auto lines, store.product_lines());
  put_wholes_first(lines, &ProductLine::product_line_id);
  for (const ProductLine& line : lines) {
    const auto minor = line.list_price ? std::optional(line.list_price->minor()) : std::nullopt;
    const auto currency = line.list_price ? std::optional(line.list_price->currency()) : std::nullopt;
    definitions.product_lines.push_back(
        {line.key, line.name, parent_key(lines, line, &ProductLine::product_line_id), minor, currency, line.active});
  }
  PACELINE_TRY(auto territories, store.territories());
  PACELINE_TRY(const auto rules, store.territory_rules());
  put_wholes_first(territories, &Territory::territory_id);
  for (const Territory& each : territories) {
    TerritoryDefinition definition{
        each.key, each.name, parent_key(territories, each, &Territory::territory_id), each.active, {}};
    std::copy_if(rules.begin(), rules.end(), std::back_inserter(definition.rules),
                 [&](const TerritoryRule& rule) { return rule.territory_id == each.territory_id; });
    definitions.territories.push_back(std::move(definition));
  }
  PACELINE_TRY(const auto pipelines, store.pipelines());
  for (const Pipeline& pipeline : pipelines) {
    PipelineDefinition definition{pipeline.key, pipeline.name, pipeline.active, {}};
    std::copy_if(pipeline.stages.begin(), pipeline.stages.end(), std::back_inserter(definition.stages),
                 [](const Stage& stage) { return stage.active; });
    definitions.pipelines.push_back(std::move(definition));
  }
  PACELINE_TRY(const auto rates, store.currency_rates());
  for (const CurrencyRate& rate : rates)
    definitions.currency_rates.push_back(
        {std::string(rate.currency.code()), rate.from, rate_text(rate.rate_billionths)});
  return {};
}

}  // namespace paceline
