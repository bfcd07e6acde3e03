// SPDX-License-Identifier: Apache-2.0
// The moment of a written date and time, on the clock of a zone.
//
// A time that a change of clocks skips is as long after the day's beginning as if there were no change: in
// Europe/Sofia 2026-03-29 03:30 is 04:30. A time that comes twice is the first one.
// Worked example: 2026-07-01 12:00 in Europe/Lisbon is 2026-07-01 11:00 UTC.
#pragma once

#include "app/ports/clock.h"
#include "base/written_moment.h"

namespace paceline {

/// Of precision day and month: the first moment of the day. Returns "zone.unknown", "instant.out_of_range".
[[nodiscard]] Result<Instant> instant_of(const WrittenMoment& written, std::string_view zone, const Zones& zones);

/// The first moment after what is written: of a day its end, of a month its end, else the moment itself.
[[nodiscard]] Result<Instant> end_of(const WrittenMoment& written, std::string_view zone, const Zones& zones);

}  // namespace paceline
