// SPDX-License-Identifier: Apache-2.0
// A demonstration organisation: a simulated company whose people call, write and meet up to this moment, from five reps
// to ten thousand. What is true of it stands in truth.h.
//
// The same seed, moment and size give the same people, contacts, days and activities (their ids differ).
#pragma once

#include "app/ports/clock.h"
#include "app/ports/country_calendars.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"
#include "demo/truth.h"

namespace paceline::demo {

/// Everybody's password. The demonstration is served on this machine only, so that it may be known.
inline constexpr std::string_view kPassword = "paceline-demo";

struct Made {
  OrgId org_id;
  std::int64_t users = 0;
  std::int64_t contacts = 0;
  std::int64_t signals = 0;
  std::int64_t activities = 0;
};

struct Demonstration {
  Made made;
  Truth truth;
};

/// What making it needs.
struct Tools {
  UnitOfWork& unit;
  const Secrets& secrets;
  const Zones& zones;
  const Clock& clock;
  const CountryCalendars& countries;
  Ids& ids;
};

/// Returns conflict "demo.not_empty" when some organisation is there already.
[[nodiscard]] Checked<Demonstration> make(const Size& size, const Tools& tools);

}  // namespace paceline::demo
