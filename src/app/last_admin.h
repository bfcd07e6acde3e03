// SPDX-License-Identifier: Apache-2.0
// Somebody must stay who can administer: an organisation never loses its last admin.
#pragma once

#include "app/ports/people_store.h"

namespace paceline {

/// REQUIRES: the turn of definitions is taken. Returns conflict "user.last_admin" when `after` is no admin who stays,
/// `before` was one, and there is no other.
[[nodiscard]] Result<void> keeps_an_admin(const User& before, const User& after, PeopleStore& people);

}  // namespace paceline
