// SPDX-License-Identifier: Apache-2.0
// PipelineStore on SQL.
#pragma once

#include "app/ports/pipeline_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlPipelineStore : public PipelineStore {
 public:
  explicit SqlPipelineStore(const OrgScope& scope) : scope_(scope) {}

  Result<std::vector<ProductLine>> product_lines() override;
  Result<void> put_product_line(const ProductLine& line) override;
  Result<std::vector<Territory>> territories() override;
  Result<std::vector<TerritoryRule>> territory_rules() override;
  Result<void> put_territory(const Territory& territory, const std::vector<TerritoryRule>& rules) override;
  Result<std::vector<Pipeline>> pipelines() override;
  Result<void> put_pipeline(const Pipeline& pipeline) override;
  Result<std::vector<CurrencyRate>> currency_rates() override;
  Result<void> put_currency_rate(const CurrencyRate& rate) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
