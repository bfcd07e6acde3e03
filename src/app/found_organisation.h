// SPDX-License-Identifier: Apache-2.0
// Founds an organisation: its name, zone and currency, a first working calendar, and the first admin.
#pragma once

#include "app/ports/clock.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

struct Founding {
  std::string name;
  std::string zone;
  std::string currency;
  std::string admin_email;
  std::string admin_name;
  bool demonstration = false;
};

struct Founded {
  OrgId org_id;
  UserId admin_id;
  std::string one_time_password;
};

/// All faults at once: the codes of parse_name, parse_email and Currency::parse, "zone.unknown"; conflict
/// "user.email.taken".
[[nodiscard]] Checked<Founded> found_organisation(const Founding& founding, Instant now, const Zones& zones,
                                                  const Secrets& secrets, Ids& ids, UnitOfWork& unit);

}  // namespace paceline
