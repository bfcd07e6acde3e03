// SPDX-License-Identifier: Apache-2.0
// Product lines, territories, pipelines and rates of apply's document, there and back.
#pragma once

#include "api/forms/pipeline.h"
#include "app/apply.h"

namespace paceline::api {

[[nodiscard]] ProductLineDefinition definition_of(const form::NewProductLine& form);
[[nodiscard]] TerritoryDefinition definition_of(const form::NewTerritory& form);
[[nodiscard]] PipelineDefinition definition_of(const form::NewPipeline& form);
[[nodiscard]] CurrencyRateDefinition definition_of(const form::NewCurrencyRate& form);

[[nodiscard]] form::NewProductLine definition_form(const ProductLineDefinition& definition);
[[nodiscard]] form::NewTerritory definition_form(const TerritoryDefinition& definition);
[[nodiscard]] form::NewPipeline definition_form(const PipelineDefinition& definition);
[[nodiscard]] form::NewCurrencyRate definition_form(const CurrencyRateDefinition& definition);

}  // namespace paceline::api
