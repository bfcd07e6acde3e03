// SPDX-License-Identifier: Apache-2.0
// The editor of quotas: one at a time, many at once, previews, copies and ends.
#include "api/apply_context.h"
#include "api/figures.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/pages.h"
#include "api/quota_definition.h"
#include "api/quota_sight.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/many_quotas.h"
#include "app/preview_quota.h"
#include "app/quota_versions.h"
#include "app/read_history.h"

namespace paceline::api {
namespace {

constexpr int kUsualHistory = 12;

Result<form::QuotaDetail> detail_named(std::string_view name, const Call& call, const Backend& backend,
                                       Stores& stores) {
  PACELINE_TRY(const QuotaSight sight, QuotaSight::of(call, backend, stores));
  PACELINE_TRY(const Quota quota, sight.named(name));
  return sight.detail_of(quota);
}

/// What is another one when somebody has made a version hold since, or given the quota another name.
std::string entity_tag_of(const form::QuotaDetail& quota, const Secrets& secrets) {
  constexpr std::size_t enough = 16;
  std::string text = quota.name;
  for (const form::QuotaVersion& version : quota.versions)
    text += '\n' + to_text(version.from) + ' ' + to_text(version.set.at) + ' ' + to_text(version.set.user_id);
  return '"' + secrets.fingerprint(text).substr(0, enough) + '"';
}

/// If-Match, when the caller sends one. Returns conflict "quota.changed": who was there since, and when.
Result<void> as_the_caller_saw_it(const form::QuotaDetail& quota, const Call& call, const Backend& backend) {
  const auto seen = call.header("if-match");
  if (!seen || *seen == "*" || *seen == entity_tag_of(quota, backend.secrets)) return {};
  const bool quoted = seen->size() > 2 && seen->front() == '"' && seen->back() == '"';
  if (!quoted) return fail(Fault::invalid, "request.if_match.malformed", {}, "the ETag of the quota, in quotes");
  const auto last =
      std::max_element(quota.versions.begin(), quota.versions.end(),
                       [](const form::QuotaVersion& a, const form::QuotaVersion& b) { return a.set.at < b.set.at; });
  const form::Signed by = last == quota.versions.end() ? form::Signed{} : last->set;
  return fail(Fault::conflict, "quota.changed", {}, by.name + ' ' + to_text(by.at));
}

template <class Detail>
Response tagged(const Call& call, const Detail& detail, const Backend& backend) {
  if (!detail) return problem(detail.error());
  Response response = answer_with(call, *detail);
  response.headers.emplace_back("ETag", entity_tag_of(*detail, backend.secrets));
  return response;
}

bool has_key(const std::vector<Quota>& quotas, const std::string& key) {
  return std::any_of(quotas.begin(), quotas.end(), [&](const Quota& quota) { return quota.key == key; });
}

Checked<form::QuotaDetail> add_quota(const Call& call, const form::NewQuota& form, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_CHECK_ITEM(stores.people.take_turn_of_definitions());
  PACELINE_TRY_ITEM(const auto all, stores.quotas.quotas());
  if (has_key(all, form.key.value)) return refused({Fault::conflict, "quota.key.taken", "/key", {}});
  const auto outcome = apply_quota(definition_of(form), apply_context(call, backend, stores));
  if (!outcome) return tl::unexpected(outcome.error());
  PACELINE_TRY_ITEM(auto detail, detail_named(form.key.value, call, backend, stores));
  return detail;
}

Checked<form::QuotaDetail> put_quota(const Call& call, const form::NewQuota& form, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_CHECK_ITEM(stores.people.take_turn_of_definitions());
  PACELINE_TRY_ITEM(const QuotaSight sight, QuotaSight::of(call, backend, stores));
  PACELINE_TRY_ITEM(const Quota quota, sight.named(call.path_text("quota")));
  if (quota.key != form.key.value) return refused({Fault::conflict, "quota.key.fixed", "/key", {}});
  PACELINE_TRY_ITEM(const auto before, sight.detail_of(quota));
  PACELINE_CHECK_ITEM(as_the_caller_saw_it(before, call, backend));
  const auto outcome = apply_quota(definition_of(form), apply_context(call, backend, stores));
  if (!outcome) return tl::unexpected(outcome.error());
  PACELINE_TRY_ITEM(auto detail, detail_named(quota.key, call, backend, stores));
  return detail;
}

form::PreviewRep form_of(const PreviewRep& rep) {
  return {rep.rep.user_id,
          rep.rep.name,
          period_form(rep.period),
          rep.asked.amount,
          rep.asked.floor,
          rep.asked.stretch,
          rep.asked.amount_full,
          rep.asked.excused,
          rep.asked.parts,
          {period_form(rep.before), rep.asked_before.amount, rep.asked_before.excused, rep.counted_before,
           rep.grade_before}};
}

Checked<form::QuotaPreview> preview(const Call& call, const form::NewQuota& form, const Backend& backend) {
  std::optional<Checked<QuotaPreview>> preview;
  PACELINE_CHECK_ITEM(backend.unit.read(call.actor().org_id, [&](Stores& stores) -> Result<void> {
    preview = preview_quota(definition_of(form), apply_context(call, backend, stores));
    return {};
  }));
  if (!*preview) return tl::unexpected(preview->error());
  form::QuotaPreview answer{(*preview)->from, (*preview)->is_new, {}};
  for (const PreviewRep& rep : (*preview)->reps) {
    answer.reps.push_back(form_of(rep));
    const bool own = rep.rep.user_id == call.actor().user_id;
    if (own || sees_single_reps(call.actor())) {
      PACELINE_CHECK_ITEM(note_look(call, rep.rep, Looked::team, backend));
      continue;
    }
    answer.reps.back().before.counted.reset();
    answer.reps.back().before.grade.reset();
  }
  return answer;
}

ManyQuotas many_of(const form::ManyQuotas& form) {
  ManyQuotas many{{}, {}, form.percent.value_or(0), form.from, text_of(form.reason)};
  if (form.quotas) {
    for (const form::NewQuota& quota : *form.quotas) many.definitions.push_back(definition_of(quota));
  }
  if (form.scaled) {
    for (const form::ShortText& key : *form.scaled) many.scaled.push_back(key.value);
  }
  return many;
}

using ChangedQuotas = form::List<form::ChangedQuota>;

Checked<ChangedQuotas> change_all(const Call& call, const form::ManyQuotas& form, const Backend& backend,
                                  Stores& stores) {
  const auto outcomes = change_many(many_of(form), apply_context(call, backend, stores));
  if (!outcomes) return tl::unexpected(outcomes.error());
  PACELINE_TRY_ITEM(const QuotaSight sight, QuotaSight::of(call, backend, stores));
  ChangedQuotas list;
  for (const ManyOutcome& each : *outcomes) {
    PACELINE_TRY_ITEM(const Quota quota, sight.named(each.key));
    PACELINE_TRY_ITEM(auto detail, sight.detail_of(quota));
    list.items.push_back({each.key, each.outcome, std::move(detail)});
  }
  return list;
}

/// Does all of it, and takes it back.
Checked<ChangedQuotas> try_all(const Call& call, const form::ManyQuotas& form, const Backend& backend) {
  std::optional<Checked<ChangedQuotas>> tried;
  const auto undone = backend.unit.write(call.actor().org_id, [&](Stores& stores) -> Result<void> {
    tried = change_all(call, form, backend, stores);
    return fail(Fault::conflict, "only_tried");
  });
  if (undone.error().code != "only_tried") return refused(undone.error());
  return *std::move(tried);
}

Checked<form::QuotaDetail> copy(const Call& call, const form::CopyQuota& form, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_TRY_ITEM(const QuotaSight sight, QuotaSight::of(call, backend, stores));
  PACELINE_TRY_ITEM(const Quota source, sight.named(call.path_text("quota")));
  const auto span = form.span ? std::optional(Period{form.span->from, form.span->to}) : std::nullopt;
  const bool own = form.amounts == form::CopiedAmounts::as_asked;
  const QuotaCopy copy{source.key, form.key.value, form.name.value, span, form.from, own};
  const auto copied = copy_quota(copy, apply_context(call, backend, stores));
  if (!copied) return tl::unexpected(copied.error());
  PACELINE_TRY_ITEM(auto detail, detail_named(form.key.value, call, backend, stores));
  return detail;
}

Result<form::QuotaDetail> end(const Call& call, const form::EndQuota& form, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_CHECK(stores.people.take_turn_of_definitions());
  PACELINE_TRY(const QuotaSight sight, QuotaSight::of(call, backend, stores));
  PACELINE_TRY(const Quota quota, sight.named(call.path_text("quota")));
  PACELINE_TRY(const auto before, sight.detail_of(quota));
  PACELINE_CHECK(as_the_caller_saw_it(before, call, backend));
  PACELINE_CHECK(end_quota(quota, form.from, text_of(form.reason), apply_context(call, backend, stores)));
  return detail_named(quota.key, call, backend, stores);
}

Result<form::List<form::PastPeriod>> history(const Call& call, const form::HistoryQuery& query, const Backend& backend,
                                             Stores& stores) {
  PACELINE_TRY(const User rep, rep_for(Right::read_figures, name_of(query.rep), call, backend, stores.people));
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(const Quota quota, quota_named(call.path_text("quota"), stores.quotas));
  const int periods = query.periods ? static_cast<int>(query.periods->value) : kUsualHistory;
  PACELINE_TRY(const auto past, read_history(quota, rep, periods, when, backend.zones, stores));
  PACELINE_CHECK(note_look(call, rep, Looked::pace, backend));
  form::List<form::PastPeriod> list;
  for (const PastPeriod& each : past) {
    list.items.push_back({period_form(each.period), each.asked.amount, each.asked.floor, each.asked.stretch,
                          each.asked.excused, each.counted, each.attainment, each.grade});
  }
  return list;
}

}  // namespace

void add_quota_change_handlers(Router& router, const Backend& backend) {
  router.on("get_quota", [&backend](const Call& call) {
    const auto detail = reading<form::QuotaDetail>(
        call, backend, [&](Stores& stores) { return detail_named(call.path_text("quota"), call, backend, stores); });
    return tagged(call, detail, backend);
  });
  router.on("add_quota",
            [&backend](const Call& call, const form::NewQuota& form) { return add_quota(call, form, backend); });
  router.on("put_quota", [&backend](const Call& call, const form::NewQuota& form) {
    return tagged(call, put_quota(call, form, backend), backend);
  });
  router.on("preview_quota",
            [&backend](const Call& call, const form::NewQuota& form) { return preview(call, form, backend); });
  router.on("change_quotas", [&backend](const Call& call, const form::ManyQuotas& form) {
    return change_all(call, form, backend, call.stores());
  });
  router.on("preview_quotas",
            [&backend](const Call& call, const form::ManyQuotas& form) { return try_all(call, form, backend); });
  router.on("copy_quota",
            [&backend](const Call& call, const form::CopyQuota& form) { return copy(call, form, backend); });
  router.on("end_quota", [&backend](const Call& call, const form::EndQuota& form) {
    return tagged(call, end(call, form, backend), backend);
  });
  router.on("get_quota_history", [&backend](const Call& call, const form::HistoryQuery& query) {
    return reading<form::List<form::PastPeriod>>(call, backend,
                                                 [&](Stores& stores) { return history(call, query, backend, stores); });
  });
}

}  // namespace paceline::api
