// SPDX-License-Identifier: Apache-2.0
#include "app/change_settings.h"

#include "app/phones.h"
#include "base/enum_text.h"
#include "contact/phone_number.h"

namespace paceline {
namespace {

void set_text(const std::optional<std::string>& changed, std::optional<std::string>& text) {
  if (!changed) return;
  text = changed->empty() ? std::nullopt : changed;
}

Result<Instant> start_of_tomorrow(Instant now, const Zones& zones, PeopleStore& people) {
  PACELINE_TRY(const Organisation organisation, people.organisation());
  PACELINE_TRY(const LocalTime local, zones.local(now, organisation.zone));
  return zones.start_of(local.day + 1, organisation.zone);
}

/// What will hold when nobody changes anything more.
Monitoring last_of(const SettingsNow& now) {
  return now.coming ? now.coming->monitoring : now.monitoring;
}

Result<bool> change_monitoring(const Actor& actor, Monitoring wanted, const SettingsNow& before, Instant now,
                               const Zones& zones, Stores& stores) {
  if (wanted == last_of(before)) return false;
  MonitoringFrom from{now, wanted};
  if (shows_more(wanted, before.monitoring)) {
    PACELINE_TRY(from.from, start_of_tomorrow(now, zones, stores.people));
  }
  PACELINE_CHECK(stores.settings.set_monitoring(from));
  const std::string detail = std::string(enum_text(wanted)) + " from " + to_text(from.from);
  PACELINE_CHECK(stores.ledger.note({actor.user_id, "monitoring.set", to_text(actor.org_id), detail, now}));
  return true;
}

std::string detail_of(const Settings& settings, const Settings& before) {
  std::string detail = settings.leaderboard ? "leaderboard on" : "leaderboard off";
  if (settings.phone_country != before.phone_country)
    detail += ", phone country " + settings.phone_country.value_or("none");
  return detail;
}

}  // namespace

Result<SettingsNow> read_settings(Instant now, Stores& stores) {
  SettingsNow result;
  PACELINE_TRY(result.settings, stores.settings.settings());
  PACELINE_TRY(result.monitoring, stores.settings.monitoring_at(now));
  PACELINE_TRY(result.coming, stores.settings.monitoring_after(now));
  return result;
}

Result<bool> change_settings(const Actor& actor, const SettingsChange& change, Instant now, const Zones& zones,
                             Stores& stores) {
  PACELINE_TRY(const SettingsNow before, read_settings(now, stores));
  bool changed = false;
  if (change.monitoring) {
    PACELINE_TRY(changed, change_monitoring(actor, *change.monitoring, before, now, zones, stores));
  }
  Settings settings = before.settings;
  settings.leaderboard = change.leaderboard.value_or(settings.leaderboard);
  set_text(change.notice_company, settings.notice_company);
  set_text(change.notice_contact, settings.notice_contact);
  set_text(change.notice_ground, settings.notice_ground);
  set_text(change.phone_country, settings.phone_country);
  if (settings.phone_country && !has_numbering_plan(*settings.phone_country))
    return fail(Fault::invalid, "settings.phone_country.unknown", "/phone_country");
  if (settings != before.settings) {
    changed = true;
    PACELINE_CHECK(stores.settings.put_settings(settings));
    if (settings.phone_country != before.settings.phone_country) PACELINE_CHECK(rebuild_phones(stores));
    PACELINE_CHECK(stores.ledger.note(
        {actor.user_id, "settings.change", to_text(actor.org_id), detail_of(settings, before.settings), now}));
  }
  if (changed) PACELINE_CHECK(stores.ledger.tell("settings", std::nullopt, now));
  return changed;
}

}  // namespace paceline
