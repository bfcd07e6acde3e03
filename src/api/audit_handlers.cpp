// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include "api/forms/audit.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/subjects.h"

namespace paceline::api {
namespace {

/// The work of single reps, which a narrower profile keeps between a rep and nobody else.
bool tells_of_work(const AuditEntry& entry) {
  constexpr std::array<std::string_view, 4> work{"activity.", "opportunity.", "sale.", "report."};
  return std::any_of(work.begin(), work.end(), [&](std::string_view word) { return entry.action.starts_with(word); });
}

Result<form::List<form::AuditLine>> list_audit(const Call& call, const form::MomentPageQuery& query,
                                               const Backend& backend, Stores& stores) {
  PACELINE_CHECK(authorise(call.actor(), Right::administer, Whose::nobody));
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  std::optional<AuditId> before;
  if (query.cursor) {
    const auto id = parse_id<AuditId>(query.cursor->value);
    if (!id) return fail(Fault::invalid, "query.cursor.malformed", "?cursor");
    before = *id;
  }
  PACELINE_TRY(auto entries, stores.ledger.noted(before, when.as_of, query.limit.value + 1));
  form::List<form::AuditLine> page;
  if (entries.size() > static_cast<std::size_t>(query.limit.value)) {
    entries.pop_back();
    page.next = to_text(entries.back().audit_id);
  }
  PACELINE_TRY(const auto users, stores.people.users());
  std::map<UserId, std::string> names;
  for (const User& user : users) names.emplace(user.user_id, user.name);
  for (NotedEntry& each : entries) {
    const bool own = each.actor_id == call.actor().user_id;
    if (!own && tells_of_work(each) && !sees_single_reps(call.actor())) continue;
    form::AuditLine& line = page.items.emplace_back();
    line.audit_id = each.audit_id;
    line.at = each.at;
    const auto name = names.find(each.actor_id);
    if (name != names.end()) line.actor = form::Owner{each.actor_id, name->second};
    line.action = std::move(each.action);
    line.subject = std::move(each.subject);
    line.detail = std::move(each.detail);
  }
  return page;
}

}  // namespace

void add_audit_handlers(Router& router, const Backend& backend) {
  router.on("list_audit", [&backend](const Call& call, const form::MomentPageQuery& query) {
    return reading<form::List<form::AuditLine>>(
        call, backend, [&](Stores& stores) { return list_audit(call, query, backend, stores); });
  });
}

}  // namespace paceline::api
