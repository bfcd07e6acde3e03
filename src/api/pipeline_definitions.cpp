// SPDX-License-Identifier: Apache-2.0
#include "api/pipeline_definitions.h"

#include "api/references.h"

namespace paceline::api {
namespace {

std::optional<form::CompanyKey> key_form(const std::optional<std::string>& key) {
  return key ? std::optional(form::CompanyKey{*key}) : std::nullopt;
}

std::optional<Day> day_unless_always(Day day) {
  return day == kFirstDay ? std::nullopt : std::optional(day);
}

}  // namespace

ProductLineDefinition definition_of(const form::NewProductLine& form) {
  ProductLineDefinition definition{
      form.key.value, form.name.value, text_of(form.parent), {}, {}, form.active.value_or(true)};
  if (!form.list_price) return definition;
  definition.list_price_minor = form.list_price->amount_minor;
  definition.list_price_currency = form.list_price->currency;
  return definition;
}

TerritoryDefinition definition_of(const form::NewTerritory& form) {
  TerritoryDefinition definition{form.key.value, form.name.value, text_of(form.parent), form.active.value_or(true), {}};
  if (!form.rules) return definition;
  for (const form::NewTerritoryRule& rule : *form.rules) {
    definition.rules.push_back(
        {{}, rule.place ? rule.place->value : 0, rule.trait, rule.value.value, rule.from.value_or(kFirstDay), rule.to});
  }
  return definition;
}

PipelineDefinition definition_of(const form::NewPipeline& form) {
  PipelineDefinition definition{form.key.value, form.name.value, form.active.value_or(true), {}};
  for (const form::NewStage& stage : form.stages)
    definition.stages.push_back({{}, stage.key.value, stage.name.value, stage.ends.value_or(StageEnds::open), true});
  return definition;
}

CurrencyRateDefinition definition_of(const form::NewCurrencyRate& form) {
  return {form.currency.value, form.from.value_or(kFirstDay), form.rate.value};
}

form::NewProductLine definition_form(const ProductLineDefinition& definition) {
  form::NewProductLine form{{definition.key}, {definition.name}, key_form(definition.parent), {}, definition.active};
  if (definition.list_price_minor)
    form.list_price = form::NewMoney{*definition.list_price_minor, definition.list_price_currency};
  return form;
}

form::NewTerritory definition_form(const TerritoryDefinition& definition) {
  form::NewTerritory form{{definition.key}, {definition.name}, key_form(definition.parent), definition.active, {}};
  form.rules.emplace();
  for (const TerritoryRule& rule : definition.rules) {
    form.rules->push_back({rule.trait, {rule.value}, day_unless_always(rule.from), rule.to, {}});
    form.rules->back().place.emplace().value = rule.place;
  }
  return form;
}

form::NewPipeline definition_form(const PipelineDefinition& definition) {
  form::NewPipeline form{{definition.key}, {definition.name}, definition.active, {}};
  for (const Stage& stage : definition.stages) form.stages.push_back({{stage.key}, {stage.name}, stage.ends});
  return form;
}

form::NewCurrencyRate definition_form(const CurrencyRateDefinition& definition) {
  return {{definition.currency}, day_unless_always(definition.from), {definition.rate}};
}

}  // namespace paceline::api
