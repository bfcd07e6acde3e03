// SPDX-License-Identifier: Apache-2.0
#include "api/forms/pipeline.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "app/read_stage_days.h"

namespace paceline::api {
namespace {

form::ProductLine product_line_form(const ProductLine& line) {
  form::ProductLine form{line.product_line_id, line.key, line.name, line.parent_id, {}, line.active};
  if (line.list_price) form.list_price = form::money_form(*line.list_price);
  return form;
}

form::Pipeline pipeline_form(const Pipeline& pipeline) {
  form::Pipeline form{pipeline.pipeline_id, pipeline.key, pipeline.name, pipeline.active, {}};
  for (const Stage& stage : pipeline.stages)
    form.stages.push_back({stage.stage_id, stage.key, stage.name, stage.ends, stage.active});
  return form;
}

Result<std::vector<form::Territory>> territory_forms(PipelineStore& store) {
  PACELINE_TRY(const auto territories, store.territories());
  PACELINE_TRY(const auto rules, store.territory_rules());
  std::vector<form::Territory> forms;
  forms.reserve(territories.size());
  for (const Territory& each : territories) {
    form::Territory& form = forms.emplace_back();
    form = {each.territory_id, each.key, each.name, each.parent_id, each.active, {}};
    for (const TerritoryRule& rule : rules) {
      if (rule.territory_id != each.territory_id) continue;
      const auto from = rule.from == kFirstDay ? std::nullopt : std::optional(rule.from);
      form.rules.push_back({rule.trait, rule.value, from, rule.to, rule.place});
    }
  }
  return forms;
}

/// Of each open stage, also of one into which nothing ever came.
Result<form::List<form::StageDays>> stage_days(const Call& call, const form::MomentPageQuery& query,
                                               const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(const auto seen, reps_seen(call, backend, stores.people));
  PACELINE_TRY(const auto stays, read_stage_days(seen, when.as_of, stores));
  PACELINE_TRY(const auto pipelines, stores.pipelines.pipelines());
  std::vector<form::StageDays> forms;
  for (const Pipeline& pipeline : pipelines) {
    for (const Stage& stage : pipeline.stages) {
      if (stage.ends != StageEnds::open) continue;
      const UsualStay stay = stay_in(stays, stage.stage_id);
      forms.push_back({stage.stage_id, stage.key, stage.name, pipeline.pipeline_id, stay.came, stay.left, kFewestStays,
                       stay.half, stay.three_of_four});
    }
  }
  return page_of(std::move(forms), query);
}

}  // namespace

void add_pipeline_handlers(Router& router, const Backend& backend) {
  router.on("list_product_lines", [&backend](const Call& call, const form::PageQuery& query) {
    using Lines = form::List<form::ProductLine>;
    return reading<Lines>(call, backend, [&](Stores& stores) -> Result<Lines> {
      PACELINE_TRY(const auto lines, stores.pipelines.product_lines());
      std::vector<form::ProductLine> forms;
      forms.reserve(lines.size());
      for (const ProductLine& line : lines) forms.push_back(product_line_form(line));
      return page_of(std::move(forms), query);
    });
  });

  router.on("list_territories", [&backend](const Call& call, const form::PageQuery& query) {
    using Territories = form::List<form::Territory>;
    return reading<Territories>(call, backend, [&](Stores& stores) -> Result<Territories> {
      PACELINE_TRY(auto forms, territory_forms(stores.pipelines));
      return page_of(std::move(forms), query);
    });
  });

  router.on("list_pipelines", [&backend](const Call& call, const form::PageQuery& query) {
    using Pipelines = form::List<form::Pipeline>;
    return reading<Pipelines>(call, backend, [&](Stores& stores) -> Result<Pipelines> {
      PACELINE_TRY(const auto pipelines, stores.pipelines.pipelines());
      std::vector<form::Pipeline> forms;
      forms.reserve(pipelines.size());
      for (const Pipeline& pipeline : pipelines) forms.push_back(pipeline_form(pipeline));
      return page_of(std::move(forms), query);
    });
  });

  router.on("list_stage_days", [&backend](const Call& call, const form::MomentPageQuery& query) {
    using StagesDays = form::List<form::StageDays>;
    return reading<StagesDays>(call, backend, [&](Stores& stores) { return stage_days(call, query, backend, stores); });
  });

  router.on("list_currency_rates", [&backend](const Call& call, const form::PageQuery& query) {
    using Rates = form::List<form::CurrencyRate>;
    return reading<Rates>(call, backend, [&](Stores& stores) -> Result<Rates> {
      PACELINE_TRY(const auto rates, stores.pipelines.currency_rates());
      std::vector<form::CurrencyRate> forms;
      forms.reserve(rates.size());
      for (const CurrencyRate& rate : rates)
        forms.push_back({std::string(rate.currency.code()), rate.from, rate_text(rate.rate_billionths)});
      return page_of(std::move(forms), query);
    });
  });
}

}  // namespace paceline::api
