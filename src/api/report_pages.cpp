// SPDX-License-Identifier: Apache-2.0
#include "api/report_pages.h"

#include <algorithm>

#include "api/moments.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/cells.h"

namespace paceline::api {
namespace {

Result<std::optional<std::pair<Day, ReportId>>> place_before(const form::PageQuery& query) {
  if (!query.cursor) return std::nullopt;
  const std::string_view text = query.cursor->value;
  const auto dot = std::min(text.find('.'), text.size());
  const auto day = parse_id_value(text.substr(0, dot));
  const auto id = parse_id<ReportId>(text.substr(std::min(dot + 1, text.size())));
  if (!day || !id || *day > kLastDay.count()) return fail(Fault::invalid, "query.cursor.malformed", "?cursor");
  return std::optional(std::pair(Day(static_cast<std::int32_t>(*day)), *id));
}

void keep_only(std::vector<RepId> wanted, ReportPage& page) {
  if (page.reps) {
    std::erase_if(wanted, [&](RepId rep_id) {
      return std::find(page.reps->begin(), page.reps->end(), rep_id) == page.reps->end();
    });
  }
  page.reps = std::move(wanted);
}

}  // namespace

Instant said_until(AsOf when) {
  return when.is_now() ? kEver : when.as_of;
}

Result<ReportReader> reader_for(const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, backend.zones.local(backend.clock.now(), organisation.zone));
  return ReportReader::make(call.actor(), local.day, stores);
}

Result<ReportPage> page_for(Right right, const form::ReportsQuery& query, AsOf when, const Call& call,
                            ReportReader& reader, Stores& stores) {
  ReportPage page;
  PACELINE_TRY(page.before, place_before(query));
  page.limit = query.limit.value + 1;
  if (!when.is_now()) page.made_until = when.as_of;
  PACELINE_TRY(page.reps, reader.people(right));
  if (query.rep) {
    PACELINE_TRY(const User rep, user_for(query.rep->value, call, stores.people));
    const bool another = rep.user_id != call.actor().user_id;
    if (another && call.actor().role == Role::rep) return fail(Fault::forbidden, "access.forbidden");
    keep_only({rep.user_id}, page);
  }
  if (query.team) {
    PACELINE_TRY(const Team team, team_for(right, query.team->value, call, stores.people));
    PACELINE_TRY(auto members, reader.members_of(team.team_id));
    keep_only(std::move(members), page);
  }
  if (query.quota) {
    PACELINE_TRY(const Quota quota, quota_named(query.quota->value, stores.quotas));
    page.quota_id = quota.quota_id;
  }
  if (query.period) page.period_key = query.period->value;
  return page;
}

std::string cursor_after(const ReportHead& last) {
  return std::to_string(last.span.from.count()) + "." + to_text(last.report_id);
}

}  // namespace paceline::api
