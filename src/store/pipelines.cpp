// SPDX-License-Identifier: Apache-2.0
#include "store/pipelines.h"

#include "store/columns.h"
#include "store/money_columns.h"
#include "store/sql/insert_all.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(Territory, (), (territory_id, key, name, parent_id, active))
BOOST_DESCRIBE_STRUCT(TerritoryRule, (), (territory_id, place, trait, value, from, to))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kProductLines{
    "product_line.all",
    "SELECT product_line_id, product_line_key, name, parent_id, list_price_minor, list_price_currency, active"
    " FROM product_line WHERE org_id = $1 ORDER BY name, product_line_id"};
constexpr Statement kPutProductLine{
    "product_line.put",
    "INSERT INTO product_line (org_id, product_line_id, product_line_key, name, parent_id, list_price_minor,"
    " list_price_currency, active) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    " ON CONFLICT (org_id, product_line_id) DO UPDATE SET product_line_key = excluded.product_line_key,"
    " name = excluded.name, parent_id = excluded.parent_id, list_price_minor = excluded.list_price_minor,"
    " list_price_currency = excluded.list_price_currency, active = excluded.active"};

constexpr Statement kTerritories{
    "territory.all",
    "SELECT territory_id, territory_key, name, parent_id, active FROM territory WHERE org_id = $1"
    " ORDER BY name, territory_id"};
constexpr Statement kPutTerritory{
    "territory.put",
    "INSERT INTO territory (org_id, territory_id, territory_key, name, parent_id, active) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, territory_id) DO UPDATE SET territory_key = excluded.territory_key, name = excluded.name,"
    " parent_id = excluded.parent_id, active = excluded.active"};
constexpr Statement kTerritoryRules{
    "territory_rule.all",
    "SELECT territory_id, place, trait, value, from_day, to_day FROM territory_rule WHERE org_id = $1"
    " ORDER BY territory_id, number"};
constexpr Statement kClearTerritoryRules{"territory_rule.clear",
                                         "DELETE FROM territory_rule WHERE org_id = $1 AND territory_id = $2"};
constexpr Statement kAddTerritoryRule{
    "territory_rule.add",
    "INSERT INTO territory_rule (org_id, number, territory_id, place, trait, value, from_day, to_day)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};

constexpr Statement kPipelines{
    "pipeline.all",
    "SELECT pipeline_id, pipeline_key, name, active FROM pipeline WHERE org_id = $1 ORDER BY pipeline_id"};
constexpr Statement kPutPipeline{
    "pipeline.put",
    "INSERT INTO pipeline (org_id, pipeline_id, pipeline_key, name, active) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (org_id, pipeline_id) DO UPDATE SET pipeline_key = excluded.pipeline_key, name = excluded.name,"
    " active = excluded.active"};
constexpr Statement kStages{"stage.all",
                            "SELECT pipeline_id, stage_id, stage_key, name, ends, active FROM stage WHERE org_id = $1"
                            " ORDER BY pipeline_id, place, stage_id"};
constexpr Statement kPutStage{
    "stage.put",
    "INSERT INTO stage (org_id, stage_id, pipeline_id, stage_key, name, place, ends, active)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (org_id, stage_id) DO UPDATE SET stage_key = excluded.stage_key,"
    " name = excluded.name, place = excluded.place, active = excluded.active"};

constexpr Statement kRates{
    "currency_rate.all",
    "SELECT currency, from_day, rate_billionths FROM currency_rate WHERE org_id = $1 ORDER BY currency, from_day"};
constexpr Statement kPutRate{
    "currency_rate.put",
    "INSERT INTO currency_rate (org_id, currency, from_day, rate_billionths) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (org_id, currency, from_day) DO UPDATE SET rate_billionths = excluded.rate_billionths"};

struct ProductLineRecord {
  ProductLineId product_line_id;
  std::string key;
  std::string name;
  std::optional<ProductLineId> parent_id;
  std::optional<std::int64_t> list_price_minor;
  std::optional<std::string> list_price_currency;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(ProductLineRecord, (),
                      (product_line_id, key, name, parent_id, list_price_minor, list_price_currency, active))

struct PipelineRecord {
  PipelineId pipeline_id;
  std::string key;
  std::string name;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(PipelineRecord, (), (pipeline_id, key, name, active))

struct StageRecord {
  PipelineId pipeline_id;
  StageId stage_id;
  std::string key;
  std::string name;
  StageEnds ends = StageEnds::open;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(StageRecord, (), (pipeline_id, stage_id, key, name, ends, active))

struct RateRecord {
  std::string currency;
  Day from;
  std::int64_t rate_billionths = 0;
};
BOOST_DESCRIBE_STRUCT(RateRecord, (), (currency, from, rate_billionths))

/// The one unique text of a definition is its key.
Result<void> put_keyed(Result<std::int64_t> put, const char* taken) {
  if (!put && put.error().code == "store.unique") return fail(Fault::conflict, taken, "/key");
  PACELINE_CHECK(put);
  return {};
}

}  // namespace

Result<std::vector<ProductLine>> SqlPipelineStore::product_lines() {
  PACELINE_TRY(auto records, query_all<ProductLineRecord>(scope_.connection, kProductLines, params(scope_.org_id)));
  std::vector<ProductLine> lines;
  lines.reserve(records.size());
  for (ProductLineRecord& r : records) {
    std::optional<Money> price;
    if (r.list_price_minor) price = stored_money(*r.list_price_minor, r.list_price_currency.value_or(""));
    lines.push_back({r.product_line_id, std::move(r.key), std::move(r.name), r.parent_id, price, r.active});
  }
  return lines;
}

Result<void> SqlPipelineStore::put_product_line(const ProductLine& line) {
  const auto minor = line.list_price ? std::optional(line.list_price->minor()) : std::nullopt;
  const auto currency = line.list_price ? std::optional(std::string(line.list_price->currency().code())) : std::nullopt;
  return put_keyed(
      scope_.connection.execute(kPutProductLine, params(scope_.org_id, line.product_line_id, line.key, line.name,
                                                        line.parent_id, minor, currency, line.active)),
      "product_line.key.taken");
}

Result<std::vector<Territory>> SqlPipelineStore::territories() {
  return query_all<Territory>(scope_.connection, kTerritories, params(scope_.org_id));
}

Result<std::vector<TerritoryRule>> SqlPipelineStore::territory_rules() {
  return query_all<TerritoryRule>(scope_.connection, kTerritoryRules, params(scope_.org_id));
}

Result<void> SqlPipelineStore::put_territory(const Territory& territory, const std::vector<TerritoryRule>& rules) {
  PACELINE_CHECK(
      put_keyed(scope_.connection.execute(kPutTerritory, Parameters().add(scope_.org_id).add_members(territory)),
                "territory.key.taken"));
  PACELINE_CHECK(scope_.connection.execute(kClearTerritoryRules, params(scope_.org_id, territory.territory_id)));
  std::vector<Parameters> rows;
  rows.reserve(rules.size());
  std::int64_t number = 0;
  for (const TerritoryRule& rule : rules)
    rows.push_back(std::move(Parameters().add(scope_.org_id, number++).add_members(rule)));
  PACELINE_CHECK(insert_all(scope_.connection, kAddTerritoryRule, rows));
  return {};
}

Result<std::vector<Pipeline>> SqlPipelineStore::pipelines() {
  PACELINE_TRY(auto records, query_all<PipelineRecord>(scope_.connection, kPipelines, params(scope_.org_id)));
  PACELINE_TRY(const auto stages, query_all<StageRecord>(scope_.connection, kStages, params(scope_.org_id)));
  std::vector<Pipeline> pipelines;
  pipelines.reserve(records.size());
  for (PipelineRecord& r : records) {
    Pipeline pipeline{r.pipeline_id, std::move(r.key), std::move(r.name), r.active, {}};
    for (const StageRecord& s : stages) {
      if (s.pipeline_id == r.pipeline_id) pipeline.stages.push_back({s.stage_id, s.key, s.name, s.ends, s.active});
    }
    pipelines.push_back(std::move(pipeline));
  }
  return pipelines;
}

Result<void> SqlPipelineStore::put_pipeline(const Pipeline& pipeline) {
  PACELINE_CHECK(put_keyed(
      scope_.connection.execute(
          kPutPipeline, params(scope_.org_id, pipeline.pipeline_id, pipeline.key, pipeline.name, pipeline.active)),
      "pipeline.key.taken"));
  std::int64_t place = 0;
  for (const Stage& stage : pipeline.stages) {
    PACELINE_CHECK(
        scope_.connection.execute(kPutStage, params(scope_.org_id, stage.stage_id, pipeline.pipeline_id, stage.key,
                                                    stage.name, place++, stage.ends, stage.active)));
  }
  return {};
}

Result<std::vector<CurrencyRate>> SqlPipelineStore::currency_rates() {
  PACELINE_TRY(const auto records, query_all<RateRecord>(scope_.connection, kRates, params(scope_.org_id)));
  std::vector<CurrencyRate> rates;
  rates.reserve(records.size());
  for (const RateRecord& r : records)
    rates.push_back({stored_money(0, r.currency).currency(), r.from, r.rate_billionths});
  return rates;
}

Result<void> SqlPipelineStore::put_currency_rate(const CurrencyRate& rate) {
  PACELINE_CHECK(scope_.connection.execute(
      kPutRate, params(scope_.org_id, rate.currency.code(), rate.from, rate.rate_billionths)));
  return {};
}

}  // namespace paceline::store
