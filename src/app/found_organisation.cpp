// SPDX-License-Identifier: Apache-2.0
#include "app/found_organisation.h"

#include "app/jobs.h"
#include "base/money.h"

namespace paceline {
namespace {

Errors faults_of(const Founding& founding, Instant now, const Zones& zones) {
  Errors faults;
  const auto check = [&](const auto& parsed, const char* pointer) {
    if (!parsed) faults.push_back({Fault::invalid, parsed.error().code, pointer, {}});
  };
  check(parse_name(founding.name), "/name");
  check(zones.local(now, founding.zone), "/zone");
  check(Currency::parse(founding.currency), "/currency");
  check(parse_email(founding.admin_email), "/admin");
  check(parse_name(founding.admin_name), "/admin_name");
  return faults;
}

/// In an earlier run of the same work, whose COMMIT took place though nobody heard of it: the id is new.
Result<bool> is_founded(PeopleStore& people) {
  const auto organisation = people.organisation();
  if (organisation) return true;
  if (organisation.error().code == "organisation.not_found") return false;
  return tl::unexpected(organisation.error());
}

Result<void> add_all(const Organisation& organisation, const StoredCalendar& calendar, const User& admin, Instant now,
                     Stores& stores) {
  PACELINE_CHECK(stores.people.add_organisation(organisation, now));
  PACELINE_CHECK(stores.calendars.put_calendar(calendar));
  PACELINE_CHECK(stores.people.add_user(admin));
  PACELINE_CHECK(stores.people.add_membership({admin.user_id, kFirstDay, std::nullopt}));
  PACELINE_CHECK(add_standing_jobs(now, stores.jobs));
  return stores.ledger.note({UserId(), "organisation.found", to_text(organisation.org_id), {}, now});
}

}  // namespace

Checked<Founded> found_organisation(const Founding& founding, Instant now, const Zones& zones, const Secrets& secrets,
                                    Ids& ids, UnitOfWork& unit) {
  if (auto faults = faults_of(founding, now, zones); !faults.empty()) return tl::unexpected(std::move(faults));
  const Founded founded{ids.make<OrgId>(), ids.make<UserId>(), secrets.new_token().substr(0, 16)};
  const StoredCalendar calendar{ids.make<CalendarId>(), "Standard week", {}};
  const Organisation organisation{founded.org_id, *parse_name(founding.name), founding.zone, founding.currency,
                                  founding.demonstration};
  const User admin{founded.admin_id,
                   *parse_email(founding.admin_email),
                   *parse_name(founding.admin_name),
                   Role::admin,
                   founding.zone,
                   calendar.calendar_id,
                   true,
                   {},
                   {}};
  const auto hash = secrets.hash_password(founded.one_time_password);
  if (!hash) return tl::unexpected(Errors{hash.error()});
  const auto stored = unit.write(founded.org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const bool done_before, is_founded(stores.people));
    if (!done_before) PACELINE_CHECK(add_all(organisation, calendar, admin, now, stores));
    return stores.people.set_password_hash(admin.user_id, *hash);
  });
  if (!stored) return tl::unexpected(Errors{stored.error()});
  return founded;
}

}  // namespace paceline
