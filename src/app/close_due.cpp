// SPDX-License-Identifier: Apache-2.0
#include "app/close_due.h"

#include <algorithm>
#include <memory>

#include "app/turns.h"

namespace paceline {
namespace {

/// A period of a rep that is over, with its grace.
struct Due {
  std::size_t quota = 0;  ///< in the book
  RepId rep_id;
  NamedPeriod period;
};

/// From which day on a rep's periods of the quota are closed by the system.
Day first_due(const Quota& quota, const std::map<RepId, Day>& closed, RepId rep_id, Day made, Day today) {
  const auto until = closed.find(rep_id);
  const Day begins = std::max({quota.versions.front().from, made, today - kLookedBackDays});
  return until == closed.end() ? begins : std::max(begins, until->second);
}

class Search {
 public:
  Search(const QuotaBook& book, Instant now, const Zones& zones, Stores& stores)
      : book_(book), now_(now), zones_(zones), stores_(stores) {}

  Result<std::vector<Due>> run() {
    std::vector<std::map<RepId, Day>> closed;
    for (const Quota& quota : book_.quotas) {
      PACELINE_TRY(auto until, stores_.reports.closed_until(quota.quota_id));
      closed.push_back(std::move(until));
    }
    PACELINE_TRY(const auto users, stores_.people.users());
    for (const User& user : users) {
      PACELINE_TRY(const RepTerms rep, terms_of(user.user_id, stores_));
      for (std::size_t i = 0; i < book_.quotas.size(); ++i) PACELINE_CHECK(add(i, rep, closed[i]));
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Due& a, const Due& b) { return a.period.span.to < b.period.span.to; });
    return std::move(found_);
  }

 private:
  Result<void> add(std::size_t which, const RepTerms& rep, const std::map<RepId, Day>& closed) {
    const Quota& quota = book_.quotas[which];
    const User& user = rep.placement.user;
    PACELINE_TRY(const LocalTime today, zones_.local(now_, user.zone));
    PACELINE_TRY(const LocalTime made, zones_.local(made_at(quota.quota_id.value()), user.zone));
    Day day = first_due(quota, closed, user.user_id, made.day, today.day);
    if (quota.span) day = std::max(day, quota.span->from);
    while (day < today.day) {
      const auto period = period_on(quota, day, rep.time.calendar.week_start);
      if (!period || closes_from(rep.time.calendar, period->span.to) > today.day) break;
      if (in_force(quota, book_, rep, *period)) found_.push_back({which, user.user_id, *period});
      day = period->span.to;
    }
    return {};
  }

  const QuotaBook& book_;
  Instant now_;
  const Zones& zones_;
  Stores& stores_;
  std::vector<Due> found_;
};

/// One quota's reps of the part, by its place in the book.
std::map<std::size_t, std::vector<RepId>> reps_by_quota(const std::vector<Due>& part) {
  std::map<std::size_t, std::vector<RepId>> reps;
  for (const Due& due : part) reps[due.quota].push_back(due.rep_id);
  return reps;
}

/// Of each quota by its place in the book. Quotas that were closed together last time are asked about together.
Result<std::map<std::size_t, std::shared_ptr<const TouchedDays>>> touched_by_quota(const QuotaBook& book,
                                                                                   const std::vector<Due>& part,
                                                                                   ReportStore& reports) {
  std::map<std::optional<TouchedSince>, std::shared_ptr<const TouchedDays>> read;
  std::map<std::size_t, std::shared_ptr<const TouchedDays>> touched;
  for (const auto& [which, reps] : reps_by_quota(part)) {
    PACELINE_TRY(const auto since, touched_since(book.quotas[which], book, reps, reports));
    auto& days = read[since];
    if (!days && !since) days = std::make_shared<const TouchedDays>();
    if (!days) {
      PACELINE_TRY(auto found, reports.touched_since(since->since, kLastDay, since->by));
      days = std::make_shared<const TouchedDays>(std::move(found));
    }
    touched[which] = days;
  }
  return touched;
}

}  // namespace

Result<bool> close_what_is_due(Instant now, const ClosingTools& tools, Stores& stores) {
  PACELINE_CHECK(stores.people.take_turn_of_definitions());
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  PACELINE_TRY(auto due, Search(book, now, tools.zones, stores).run());
  bool more = due.size() > kClosedAtOnce;
  if (more) due.resize(kClosedAtOnce);
  std::set<RepId> rep_ids;
  for (const Due& each : due) rep_ids.insert(each.rep_id);
  PACELINE_CHECK(take_turns({}, rep_ids, stores));
  PACELINE_TRY(const auto touched, touched_by_quota(book, due, stores.reports));
  PeriodFacts kept;
  std::size_t rows = 0;
  for (const Due& each : due) {
    if (rows >= kRowsAtOnce) {
      more = true;
      break;
    }
    PACELINE_TRY(const RepTerms rep, terms_of(each.rep_id, stores));
    const Closing closing{book.quotas[each.quota], book, UserId(), now, &kept};
    PACELINE_TRY(const Closed closed, close_one(closing, rep, each.period, *touched.at(each.quota), tools, stores));
    rows += closed.rows;
  }
  return more;
}

}  // namespace paceline
