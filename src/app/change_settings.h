// SPDX-License-Identifier: Apache-2.0
// Changes what an organisation has settled for all: the monitoring profile, the leaderboard, the words of the notice.
//
// A profile that shows less holds at once. One that shows more holds from the beginning of the next day (of the
// organisation's zone), so that everybody can read the new notice first; it then shows all days, also those before:
// figures of one rep that are open up to a day and closed before it could not be read as one number, and a rep sees
// the change announced and every look.
#pragma once

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// None: stays as it is.
struct SettingsChange {
  std::optional<Monitoring> monitoring;
  std::optional<bool> leaderboard;
  // Empty text: not said any more.
  std::optional<std::string> notice_company;
  std::optional<std::string> notice_contact;
  std::optional<std::string> notice_ground;
  std::optional<std::string> phone_country;
};

/// What holds now, and what is to come.
struct SettingsNow {
  Settings settings;
  Monitoring monitoring = Monitoring::full;
  std::optional<MonitoringFrom> coming;
};

[[nodiscard]] Result<SettingsNow> read_settings(Instant now, Stores& stores);

/// Returns whether anything was changed; each change is noted in the audit. Another country of telephone numbers reads
/// those of all contacts again. Returns invalid "settings.phone_country.unknown" at "/phone_country".
[[nodiscard]] Result<bool> change_settings(const Actor& actor, const SettingsChange& change, Instant now,
                                           const Zones& zones, Stores& stores);

}  // namespace paceline
