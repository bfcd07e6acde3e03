// SPDX-License-Identifier: Apache-2.0
// What the company sells, where and through which stages, as it is stored: product lines, territories, pipelines,
// rates.
#pragma once

#include <vector>

#include "pipeline/exchange.h"
#include "pipeline/product_line.h"
#include "pipeline/stage.h"
#include "pipeline/territory.h"

namespace paceline {

class PipelineStore {
 public:
  virtual ~PipelineStore() = default;

  /// By name.
  [[nodiscard]] virtual Result<std::vector<ProductLine>> product_lines() = 0;
  /// Puts it in place of the one with the same id. Returns conflict "product_line.key.taken".
  [[nodiscard]] virtual Result<void> put_product_line(const ProductLine& line) = 0;

  /// By name.
  [[nodiscard]] virtual Result<std::vector<Territory>> territories() = 0;
  /// Of all territories.
  [[nodiscard]] virtual Result<std::vector<TerritoryRule>> territory_rules() = 0;
  /// Puts it and its rules in place of what was there. Returns conflict "territory.key.taken".
  [[nodiscard]] virtual Result<void> put_territory(const Territory& territory,
                                                   const std::vector<TerritoryRule>& rules) = 0;

  /// By id, that is in the order of their making.
  [[nodiscard]] virtual Result<std::vector<Pipeline>> pipelines() = 0;
  /// Puts it and its stages in place of those with the same ids. Returns conflict "pipeline.key.taken".
  [[nodiscard]] virtual Result<void> put_pipeline(const Pipeline& pipeline) = 0;

  /// By currency, then by day.
  [[nodiscard]] virtual Result<std::vector<CurrencyRate>> currency_rates() = 0;
  /// In place of the one of the same day.
  [[nodiscard]] virtual Result<void> put_currency_rate(const CurrencyRate& rate) = 0;
};

}  // namespace paceline
