// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <tuple>

#include "api/forms/standing.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/opportunity_forms.h"
#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "api/references.h"
#include "app/standing_quota.h"

namespace paceline::api {
namespace {

constexpr const char* kStandingMethod = "stage_win_share";

struct AskedStanding {
  StandingQuestion question;
  NamedPeriod period;
  AsOf when;
  bool one_rep = false;  ///< who is noted already
};

/// Of either query.
template <class Query>
Result<AskedStanding> standing_asked(const Query& query, const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, backend.zones.local(when.as_of, organisation.zone));
  AskedStanding asked{{}, {PeriodKind::quarter, period_of(PeriodKind::quarter, local.day)}, when, false};
  if (query.period) {
    const auto period = parse_period(query.period->value);
    if (!period) return fail(Fault::invalid, period.error().code, "?period");
    asked.period = *period;
  }
  asked.question.period = asked.period.span;
  if (query.rep) {
    PACELINE_TRY(const User rep, rep_for(Right::read_opportunities, query.rep->value, call, backend, stores.people));
    asked.question.reps.emplace({rep.user_id});
    if (rep.user_id != call.actor().user_id) PACELINE_CHECK(note_look(call, rep, Looked::activities, backend));
    asked.one_rep = true;
  }
  PACELINE_TRY(asked.question.shares_of, reps_seen(call, backend, stores.people));
  PACELINE_TRY(auto readable, readable_reps(call, backend, stores.people));
  if (!query.rep) asked.question.reps = std::move(readable);
  if (query.team) {
    PACELINE_TRY(const Team team, team_for(Right::read_opportunities, query.team->value, call, stores.people));
    asked.question.team = team.team_id;
  }
  if (query.territory) {
    PACELINE_TRY(const auto territories, stores.pipelines.territories());
    PACELINE_TRY(asked.question.territory, territory_named(query.territory->value, territories));
  }
  if (query.product_line) {
    PACELINE_TRY(const auto lines, stores.pipelines.product_lines());
    PACELINE_TRY(asked.question.product_line, product_line_named(query.product_line->value, lines));
  }
  return asked;
}

form::StageWinShare win_share_form(const WinShare& share) {
  form::StageWinShare form{share.entered, share.won, share.lost, share.open, share.share, share.low, share.high, {}};
  const std::int64_t closed = share.won + share.lost;
  if (closed > 0) form.won_of_closed = static_cast<double>(share.won) / static_cast<double>(closed);
  return form;
}

form::StandingExpected expected_form(const ExpectedRange& range, const Currency& currency) {
  const auto money = [&](std::int64_t minor) { return form::money_form(Money(minor, currency)); };
  return {money(range.mean_minor), money(range.low_minor), money(range.high_minor), kStandingMethod};
}

form::StandingCoverage coverage_form(const StandingCoverage& coverage, const Currency& currency) {
  form::StandingCoverage form;
  form.open_count = coverage.open_count;
  form.open = form::money_form(Money(coverage.open_minor, currency));
  form.to_sell = form::money_form(Money(coverage.to_sell_minor, currency));
  form.ratio = coverage.ratio;
  form.wins_needed = coverage.wins_needed;
  if (!coverage.estimates) return form;
  form.chance = coverage.estimates->chance;
  form.break_even = coverage.estimates->break_even;
  if (coverage.estimates->at80) {
    form.needed_80 = coverage.estimates->at80->estimates;
    form.coverage_80 = coverage.estimates->at80->coverage;
  }
  if (coverage.estimates->at95) {
    form.needed_95 = coverage.estimates->at95->estimates;
    form.coverage_95 = coverage.estimates->at95->coverage;
  }
  return form;
}

/// Key and name of a stage.
std::pair<std::string, std::string> stage_words(StageId stage_id, const std::vector<Pipeline>& pipelines) {
  for (const Pipeline& pipeline : pipelines) {
    if (const Stage* stage = find_stage(pipeline, stage_id)) return {stage->key, stage->name};
  }
  return {};
}

form::StageBalance balance_form(const StandingStage& stage, const Currency& currency,
                                const std::vector<Pipeline>& pipelines) {
  const auto money = [&](std::int64_t minor) { return form::money_form(Money(minor, currency)); };
  const StageBalance& balance = stage.balance;
  form::StageBalance form;
  form.stage_id = balance.stage_id;
  std::tie(form.stage, form.name) = stage_words(balance.stage_id, pipelines);
  for (const Pipeline& pipeline : pipelines) {
    if (pipeline.pipeline_id == stage.pipeline_id) form.pipeline = pipeline.name;
  }
  form.count = balance.count;
  form.without_value = stage.without_value;
  form.value = money(balance.value_minor);
  if (balance.mean_minor) form.expected = money(*balance.mean_minor);
  if (balance.needed_minor) form.needed = money(*balance.needed_minor);
  form.needed_count = balance.needed_count;
  return form;
}

/// Is it the stage of this key or id?
bool is_stage(const std::optional<StageId>& stage_id, const std::string& key, const std::string& name) {
  if (!stage_id) return false;
  return key == name || parse_id<StageId>(name) == *stage_id;
}

form::Standing standing_form(const StandingAnswer& answer, const AskedStanding& asked,
                             const std::vector<Pipeline>& pipelines) {
  const auto money = [&](std::int64_t minor) { return form::money_form(Money(minor, answer.currency)); };
  const Standing& standing = answer.standing;
  form::Standing form;
  form.period = period_key(asked.period);
  form.from = asked.period.span.from;
  form.to = asked.period.span.to;
  form.over = answer.over;
  form.as_of = asked.when.as_of;
  if (standing.quota_minor) form.quota = money(*standing.quota_minor);
  if (!standing.quota_minor) form.why_no_quota = "not_asked";
  form.sold = money(standing.sold_minor);
  form.expected = expected_form(standing.expected, answer.currency);
  form.book = expected_form(standing.book, answer.currency);
  if (standing.to_build_minor) form.to_build = money(*standing.to_build_minor);
  for (const StageStanding& each : standing.stages) {
    form::StageStanding& stage = form.stages.emplace_back();
    const auto words = stage_words(each.stage_id, pipelines);
    stage.stage_id = each.stage_id;
    stage.stage = words.first;
    stage.name = words.second;
    stage.customer = each.customer;
    stage.count = each.count;
    stage.value = money(each.value_minor);
    if (each.mean_minor) stage.expected = money(*each.mean_minor);
    for (const WinShare& share : answer.shares.stages) {
      if (share.stage_id == each.stage_id) stage.win_share = win_share_form(share);
    }
  }
  for (const StandingStage& each : answer.balance)
    form.balance.push_back(balance_form(each, answer.currency, pipelines));
  form.win_share = win_share_form(answer.shares.all);
  form.without_value = answer.without_value;
  form.closes_later = answer.closes_later;
  form.closes_earlier = answer.closes_earlier;
  if (answer.coverage) form.coverage = coverage_form(*answer.coverage, answer.currency);
  return form;
}

/// The one of these that is asked for, or the only one. null: none, or nobody says which.
Result<const StandingQuota*> chosen_quota(const std::vector<StandingQuota>& stored,
                                          const std::optional<form::ShortText>& name) {
  if (!name) return stored.size() == 1 ? &stored.front() : nullptr;
  const auto id = parse_id<QuotaId>(name->value);
  for (const StandingQuota& each : stored) {
    if (each.key == name->value || (id && each.quota_id == *id)) return &each;
  }
  return fail(Fault::not_found, "quota.not_found", "?quota");
}

Result<form::Standing> get_standing(const Call& call, const form::StandingQuery& query, const Backend& backend,
                                    Stores& stores) {
  PACELINE_TRY(auto asked, standing_asked(query, call, backend, stores));
  std::vector<StandingQuota> stored;
  const StandingQuota* chosen = nullptr;
  if (query.quota_minor) {
    asked.question.quota_minor = query.quota_minor->value;
  } else {
    PACELINE_TRY(const auto organisation, stores.people.organisation());
    PACELINE_TRY(const LocalTime local, backend.zones.local(asked.when.as_of, organisation.zone));
    PACELINE_TRY(stored, standing_quotas(asked.question, asked.period, local.day, stores));
    PACELINE_TRY(chosen, chosen_quota(stored, query.quota));
    if (chosen != nullptr) asked.question.quota_minor = chosen->minor;
  }
  PACELINE_TRY(const auto answer, read_standing(asked.question, asked.when, backend.zones, stores));
  std::set<RepId> reps;
  for (const StandingRow& row : answer.rows) reps.insert(row.rep_id);
  if (!asked.one_rep) PACELINE_CHECK(note_looks(call, reps, Looked::team, backend, stores.people));
  PACELINE_TRY(const auto pipelines, stores.pipelines.pipelines());
  form::Standing form = standing_form(answer, asked, pipelines);
  if (chosen != nullptr) form.quota_key = chosen->key;
  if (chosen == nullptr && !stored.empty()) form.why_no_quota = "several";
  for (const StandingQuota& each : stored)
    form.quotas.push_back({each.quota_id, each.key, each.name, form::money_form(Money(each.minor, answer.currency))});
  return form;
}

Result<form::List<form::StandingRow>> list_standing_rows(const Call& call, const form::StandingRowsQuery& query,
                                                         const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto asked, standing_asked(query, call, backend, stores));
  PACELINE_TRY(const auto answer, read_standing(asked.question, asked.when, backend.zones, stores));
  PACELINE_TRY(const auto pipelines, stores.pipelines.pipelines());
  PACELINE_TRY(const auto writer, OpportunityWriter::make(asked.when, backend, stores));
  std::set<AccountId> ids;
  for (const StandingRow& row : answer.rows) {
    if (row.account_id) ids.insert(*row.account_id);
  }
  PACELINE_TRY(const auto accounts, stores.accounts.names_of({ids.begin(), ids.end()}));
  std::vector<form::StandingRow> rows;
  for (const StandingRow& row : answer.rows) {
    const std::string stage = row.stage_id ? stage_words(*row.stage_id, pipelines).first : "";
    if (query.part && row.part != *query.part) continue;
    if (query.stage && !is_stage(row.stage_id, stage, query.stage->value)) continue;
    form::StandingRow& form = rows.emplace_back();
    form.part = row.part;
    form.sale_id = row.sale_id;
    form.opportunity_id = row.opportunity_id;
    form.name = row.name;
    if (row.account_id) form.account = form::AccountName{*row.account_id, accounts.at(*row.account_id)};
    form.rep = writer.owner_name(row.rep_id);
    if (row.stage_id) form.stage = stage;
    form.day = row.day;
    form.customer = row.customer;
    if (row.value_minor) form.value = form::money_form(Money(*row.value_minor, answer.currency));
    form.why_no_value = row.why_no_value;
    form.win_share = row.share;
  }
  auto page = page_of(std::move(rows), query);
  if (!page || asked.one_rep) return page;
  std::set<RepId> reps;
  for (const form::StandingRow& row : page->items) reps.insert(row.rep.rep_id);
  PACELINE_CHECK(note_looks(call, reps, Looked::activities, backend, stores.people));
  return page;
}

}  // namespace

void add_standing_handlers(Router& router, const Backend& backend) {
  router.on("get_standing", [&backend](const Call& call, const form::StandingQuery& query) {
    return reading<form::Standing>(call, backend,
                                   [&](Stores& stores) { return get_standing(call, query, backend, stores); });
  });
  router.on("list_standing_rows", [&backend](const Call& call, const form::StandingRowsQuery& query) {
    return reading<form::List<form::StandingRow>>(
        call, backend, [&](Stores& stores) { return list_standing_rows(call, query, backend, stores); });
  });
}

}  // namespace paceline::api
