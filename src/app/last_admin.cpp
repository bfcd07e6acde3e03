// SPDX-License-Identifier: Apache-2.0
#include "app/last_admin.h"

#include <algorithm>

namespace paceline {
namespace {

bool is_admin_who_stays(const User& user) {
  return user.role == Role::admin && user.active && !user.left;
}

const char* member_at_fault(const User& after) {
  if (after.role != Role::admin) return "/role";
  return after.active ? "/left" : "/active";
}

}  // namespace

Result<void> keeps_an_admin(const User& before, const User& after, PeopleStore& people) {
  if (!is_admin_who_stays(before) || is_admin_who_stays(after)) return {};
  PACELINE_TRY(const auto users, people.users());
  const bool another = std::any_of(users.begin(), users.end(), [&](const User& user) {
    return user.user_id != before.user_id && is_admin_who_stays(user);
  });
  if (!another) return fail(Fault::conflict, "user.last_admin", member_at_fault(after));
  return {};
}

}  // namespace paceline
