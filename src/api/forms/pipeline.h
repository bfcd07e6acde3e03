// SPDX-License-Identifier: Apache-2.0
// What is sold, where and through which stages: product lines, territories, pipelines, rates of currencies.
#pragma once

#include "api/forms/list.h"
#include "api/forms/money.h"
#include "pipeline/product_line.h"
#include "pipeline/stage.h"
#include "pipeline/territory.h"

namespace paceline::api::form {

using CompanyKey = json::Text<1, 50>;

struct NewProductLine {
  CompanyKey key;
  Name name;
  std::optional<CompanyKey> parent;    ///< its key; absent: at the top
  std::optional<NewMoney> list_price;  ///< what an opportunity is assumed to be worth until somebody names an amount
  std::optional<bool> active;          ///< absent: true
};
BOOST_DESCRIBE_STRUCT(NewProductLine, (), (key, name, parent, list_price, active))

/// Asks one trait of an account for one value.
struct NewTerritoryRule {
  AccountTrait trait = AccountTrait::region;
  ShortText value;
  std::optional<Day> from;                       ///< absent: always
  std::optional<Day> to;                         ///< the first day after it; absent: for ever
  std::optional<json::Whole<0, 1000000>> place;  ///< of two rules about the same trait the smaller decides; absent: 0
};
BOOST_DESCRIBE_STRUCT(NewTerritoryRule, (), (trait, value, from, to, place))

struct NewTerritory {
  CompanyKey key;
  Name name;
  std::optional<CompanyKey> parent;
  std::optional<bool> active;
  std::optional<json::Items<NewTerritoryRule, 1000>> rules;  ///< all of them
};
BOOST_DESCRIBE_STRUCT(NewTerritory, (), (key, name, parent, active, rules))

struct NewStage {
  CompanyKey key;
  Name name;
  std::optional<StageEnds> ends;  ///< absent: open; never changes
};
BOOST_DESCRIBE_STRUCT(NewStage, (), (key, name, ends))

struct NewPipeline {
  CompanyKey key;
  Name name;
  std::optional<bool> active;
  json::Items<NewStage, 30> stages;  ///< in their order; one that is left out is given up
};
BOOST_DESCRIBE_STRUCT(NewPipeline, (), (key, name, active, stages))

struct NewCurrencyRate {
  json::Text<3, 3> currency;
  std::optional<Day> from;  ///< absent: always
  json::Text<1, 20> rate;   ///< decimal text: what one unit costs in the reporting currency
};
BOOST_DESCRIBE_STRUCT(NewCurrencyRate, (), (currency, from, rate))

struct ProductLine {
  ProductLineId product_line_id;
  std::string key;
  std::string name;
  std::optional<ProductLineId> parent_id;
  std::optional<Money> list_price;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(ProductLine, (), (product_line_id, key, name, parent_id, list_price, active))

struct TerritoryRule {
  AccountTrait trait = AccountTrait::region;
  std::string value;
  std::optional<Day> from;  ///< absent: always
  std::optional<Day> to;
  std::int64_t place = 0;
};
BOOST_DESCRIBE_STRUCT(TerritoryRule, (), (trait, value, from, to, place))

struct Territory {
  TerritoryId territory_id;
  std::string key;
  std::string name;
  std::optional<TerritoryId> parent_id;
  bool active = true;
  std::vector<TerritoryRule> rules;
};
BOOST_DESCRIBE_STRUCT(Territory, (), (territory_id, key, name, parent_id, active, rules))

struct Stage {
  StageId stage_id;
  std::string key;
  std::string name;
  StageEnds ends = StageEnds::open;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(Stage, (), (stage_id, key, name, ends, active))

/// How long opportunities stand in a stage. Days are whole; null: too few left it yet.
struct StageDays {
  StageId stage_id;
  std::string stage;  ///< its key
  std::string name;
  PipelineId pipeline_id;
  std::int64_t came = 0;                           ///< stays that began, also those that are not over
  std::int64_t left = 0;                           ///< those that are over
  std::int64_t fewest = 0;                         ///< of those that are over, so that anything is told
  std::optional<std::int64_t> usual_days;          ///< half of the stays are over within
  std::optional<std::int64_t> three_of_four_days;  ///< three of four: who stands there for longer is slow
};
BOOST_DESCRIBE_STRUCT(StageDays, (),
                      (stage_id, stage, name, pipeline_id, came, left, fewest, usual_days, three_of_four_days))

struct Pipeline {
  PipelineId pipeline_id;
  std::string key;
  std::string name;
  bool active = true;
  std::vector<Stage> stages;
};
BOOST_DESCRIBE_STRUCT(Pipeline, (), (pipeline_id, key, name, active, stages))

struct CurrencyRate {
  std::string currency;
  Day from;
  std::string rate;
};
BOOST_DESCRIBE_STRUCT(CurrencyRate, (), (currency, from, rate))

}  // namespace paceline::api::form
