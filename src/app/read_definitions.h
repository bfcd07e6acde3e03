// SPDX-License-Identifier: Apache-2.0
// The company's definitions as they are, as the document that apply() takes: applied again it changes nothing.
//
// Left out are secrets, contacts, and versions of quotas that are over: what was asked then cannot be asked again
// without a reason. Calendars have all their days by themselves, also those that came from a country.
#pragma once

#include "app/apply.h"

namespace paceline {

/// In an order in which an empty organisation could take them: a team after the one that it is a part of.
[[nodiscard]] Result<Definitions> read_definitions(Instant now, const Zones& zones, Stores& stores);

}  // namespace paceline
