// SPDX-License-Identifier: Apache-2.0
#include "api/setting_forms.h"

#include "api/references.h"

namespace paceline::api {

SettingsChange change_of(const form::NewSettings& form) {
  SettingsChange change{form.monitoring, form.leaderboard, {}, {}, {}, text_of(form.phone_country)};
  if (form.notice) {
    change.notice_company = text_of(form.notice->company);
    change.notice_contact = text_of(form.notice->contact);
    change.notice_ground = text_of(form.notice->ground);
  }
  return change;
}

std::optional<form::ComingMonitoring> coming_of(const SettingsNow& now) {
  if (!now.coming) return std::nullopt;
  return form::ComingMonitoring{now.coming->from, now.coming->monitoring};
}

form::Settings settings_form(const SettingsNow& now) {
  const Settings& settings = now.settings;
  return {now.monitoring,
          coming_of(now),
          settings.leaderboard,
          {settings.notice_company, settings.notice_contact, settings.notice_ground},
          settings.phone_country};
}

}  // namespace paceline::api
