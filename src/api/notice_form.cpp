// SPDX-License-Identifier: Apache-2.0
#include "api/notice_form.h"

#include <algorithm>

#include "api/setting_forms.h"
#include "app/housekeeping.h"
#include "app/quotas_of.h"

namespace paceline::api {
namespace {

form::Sight sight_of(Role role, Whose whose, Monitoring monitoring) {
  const Actor actor{OrgId(), UserId(), role, {}, {}, {}, monitoring};
  if (authorise(actor, Right::read_figures, whose)) return form::Sight::figures;
  if (authorise(actor, Right::read_verdicts, whose)) return form::Sight::verdicts;
  if (authorise(actor, Right::read_sums, whose)) return form::Sight::sums;
  return form::Sight::nothing;
}

std::vector<form::NoticeReader> readers_under(Monitoring monitoring) {
  constexpr std::pair<Role, Whose> all[] = {{Role::rep, Whose::own},          {Role::rep, Whose::own_team},
                                            {Role::manager, Whose::own_team}, {Role::manager, Whose::other_team},
                                            {Role::ops, Whose::other_team},   {Role::admin, Whose::other_team},
                                            {Role::system, Whose::other_team}};
  std::vector<form::NoticeReader> readers;
  readers.reserve(std::size(all));
  for (const auto& [role, whose] : all) readers.push_back({role, whose, sight_of(role, whose, monitoring)});
  return readers;
}

std::vector<form::NoticeRecord> records() {
  using enum form::Recorded;
  constexpr int session_days = static_cast<int>(kSessionSeconds / kSecondsPerDay);
  return {{activities, {}}, {notes, {}},  {contacts, {}}, {signals, {}},           {working_time, {}},
          {leave, {}},      {people, {}}, {changes, {}},  {sign_in, session_days}, {looks, kLookDays}};
}

form::NoticeQuota quota_form(const QuotaInForce& in_force) {
  const Quota& quota = in_force.quota;
  const QuotaVersion* version = version_on(quota, asked_span(in_force.days).to - 1);
  const std::int64_t amount = version != nullptr ? version->amounts.quota : 0;
  return {quota.quota_id, quota.key, quota.name, in_force.rule, quota.period_kind, amount};
}

Result<std::vector<form::NoticeQuota>> quotas_asking(UserId user_id, Day day, Stores& stores) {
  PACELINE_TRY(const auto in_force, quotas_of(user_id, day, stores));
  std::vector<form::NoticeQuota> forms;
  forms.reserve(in_force.size());
  for (const QuotaInForce& quota : in_force) forms.push_back(quota_form(quota));
  return forms;
}

}  // namespace

Result<form::Notice> notice_of(const Actor& reader, const Backend& backend, Stores& stores) {
  const Instant now = backend.clock.now();
  PACELINE_TRY(const Organisation organisation, stores.people.organisation());
  PACELINE_TRY(const SettingsNow settings, read_settings(now, stores));
  PACELINE_TRY(const LocalTime local, backend.zones.local(now, organisation.zone));
  form::Notice notice;
  notice.company = settings.settings.notice_company.value_or(organisation.name);
  notice.contact = settings.settings.notice_contact;
  notice.ground = settings.settings.notice_ground;
  notice.monitoring = settings.monitoring;
  notice.coming = coming_of(settings);
  notice.leaderboard = settings.settings.leaderboard;
  notice.recorded = records();
  notice.readers = readers_under(settings.monitoring);
  notice.day = local.day;
  PACELINE_TRY(const auto users, stores.people.users());
  for (const User& user : users) {
    if (user.active && user.role == Role::admin) notice.admins.push_back({user.name, user.email});
  }
  if (reader.role != Role::system) {
    PACELINE_TRY(notice.quotas, quotas_asking(reader.user_id, local.day, stores));
  }
  return notice;
}

}  // namespace paceline::api
