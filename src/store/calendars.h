// SPDX-License-Identifier: Apache-2.0
// CalendarStore on SQL.
#pragma once

#include "app/ports/calendar_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlCalendarStore : public CalendarStore {
 public:
  explicit SqlCalendarStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> put_calendar(const StoredCalendar& calendar) override;
  Result<std::vector<StoredCalendar>> calendars() override;
  Result<WorkingCalendar> calendar_of(UserId user_id) override;
  Result<void> put_closing_days(const ClosingDays& days) override;
  Result<ClosingDays> closing_days() override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
