// SPDX-License-Identifier: Apache-2.0
#include "api/forms/call_record.h"
#include "api/handlers.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/take_call_records.h"

namespace paceline::api {
namespace {

Checked<CallRecordDraft> record_draft(const form::NewCallRecord& form, const Call& call, const Backend& backend) {
  CallRecordDraft draft;
  draft.external_id = form.external_id.value;
  draft.began_at = form.began_at;
  draft.direction = form.direction;
  draft.from = text_of(form.from);
  draft.to = text_of(form.to);
  if (form.duration_s) draft.duration_s = form.duration_s->value;
  if (form.hangup_cause) draft.hangup_cause = static_cast<int>(form.hangup_cause->value);
  draft.outcome = text_of(form.outcome);
  if (!form.rep) return draft;
  auto rep = rep_for(Right::log_activity, name_of(form.rep), call, backend, call.stores().people);
  if (!rep) {
    rep.error().field = "/rep";
    return tl::unexpected(Errors{std::move(rep).error()});
  }
  draft.rep_id = rep->user_id;
  return draft;
}

void count_record(const PutRow& put, form::CallRecordResult& result) {
  switch (put.put) {
    case Put::added: ++result.added; break;
    case Put::joined: ++result.joined; break;
    case Put::changed: ++result.changed; break;
    case Put::unchanged: ++result.unchanged; break;
    case Put::dropped: ++result.dropped; break;
  }
}

Checked<form::CallRecordResult> take(const Call& call, const form::NewCallRecords& form, const Backend& backend) {
  const auto& sender = call.caller->source;
  if (sender && *sender != form.source.value)
    return tl::unexpected(
        Errors{{Fault::invalid, "webhook.source_differs", "/source", "the webhook is of " + *sender}});
  std::vector<Checked<CallRecordDraft>> drafts;
  drafts.reserve(form.items.size());
  for (const auto& item : form.items)
    drafts.push_back(item ? record_draft(*item, call, backend)
                          : Checked<CallRecordDraft>(tl::unexpected(item.error())));
  const auto taken = take_call_records(call.actor(), form.source.value, drafts, backend.clock.now(), backend.zones,
                                       backend.ids, call.stores());
  if (!taken) return tl::unexpected(Errors{taken.error()});
  form::CallRecordResult result;
  std::int64_t line = 0;
  for (const auto& put : *taken) {
    ++line;
    if (put) {
      count_record(*put, result);
      continue;
    }
    ++result.refused;
    for (const Error& error : put.error()) result.faults.push_back({line, error.field, error.code, error.detail});
  }
  return result;
}

}  // namespace

void add_call_record_handlers(Router& router, const Backend& backend) {
  router.on("take_call_records",
            [&backend](const Call& call, const form::NewCallRecords& form) { return take(call, form, backend); });
}

}  // namespace paceline::api
