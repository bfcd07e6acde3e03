// SPDX-License-Identifier: Apache-2.0
#include "demo/past_reports.h"

#include <algorithm>
#include <functional>
#include <set>

#include "app/change_activity.h"
#include "app/close_due.h"
#include "app/decide_report.h"

namespace paceline::demo {
namespace {

constexpr std::int64_t kOfReports = 15;         // what a chance is about
constexpr std::int64_t kLooksAt = 20 * 60;      // seconds after midnight: a server looks every hour
constexpr std::int64_t kUntilVoid = 26 * 3600;  // seconds after the closing
constexpr int kMinutesOfHour = 60;
constexpr int kLongestAway = 60;
constexpr std::int64_t kDisputedWithin = 35 * kSecondsPerDay;

constexpr const char* kWaitsForRep = "calls";
constexpr const char* kWaitsForManager = "meetings";
constexpr const char* kVoided = "emails";
constexpr const char* kDisputed = "calls";
constexpr const char* kWhyVoided = "Sent to a colleague, not to a prospect.";
constexpr const char* kRemark = "Two mornings of this week went into the stand at the fair.";
constexpr const char* kWhyExcused = "The fair was agreed; it takes the place of calls.";

template <class T>
Result<void> done(const Checked<T>& checked) {
  if (!checked) return tl::unexpected(checked.error().front());
  return {};
}

/// A rep, and who decides about the rep.
struct Person {
  const TrueRep* rep = nullptr;
  User user;
  WorkTime time;
  std::optional<UserId> manager;
};

class Closer {
 public:
  Closer(const Past& past, IdsOfThen& ids, Stores& stores) : past_(past), ids_(ids), stores_(stores) {}

  Result<void> run() {
    PACELINE_TRY(quotas_, stores_.quotas.quotas());
    PACELINE_CHECK(know_people());
    PACELINE_TRY(const auto moments, moments_of_closing());
    for (const Instant moment : moments) {
      PACELINE_CHECK(do_until(moment));
      PACELINE_CHECK(close_at(moment));
    }
    return do_until(past_.now);
  }

 private:
  using Deed = std::function<Result<void>(Instant)>;

  Result<void> know_people() {
    const Day today = past_.truth.history.to - 1;
    std::map<TeamId, UserId> managers;
    for (const auto& [email, user] : past_.users) {
      if (user.role != Role::manager) continue;
      PACELINE_TRY(const auto team, stores_.people.team_on(user.user_id, today));
      if (team) managers.emplace(team->team_id, user.user_id);
    }
    for (const TrueRep& rep : past_.truth.reps) {
      const User& user = past_.users.at(rep.email);
      Person person{&rep, user, time_of(rep, past_.calendars.at(user.calendar_id)), {}};
      PACELINE_TRY(const auto team, stores_.people.team_on(user.user_id, today));
      const auto manager = team ? managers.find(team->team_id) : managers.end();
      if (manager != managers.end()) person.manager = manager->second;
      people_.emplace(user.user_id, std::move(person));
    }
    return {};
  }

  /// The first moment of the rep's own day on which the period may be closed, and some minutes.
  [[nodiscard]] Result<Instant> closes_at(const Person& person, Day to) const {
    PACELINE_TRY(const Instant midnight, past_.zones.start_of(closes_from(person.time.calendar, to), person.user.zone));
    return midnight.plus_seconds(kLooksAt);
  }

  [[nodiscard]] Result<std::set<Instant>> moments_of_closing() const {
    std::set<PeriodKind> kinds;
    for (const Quota& quota : quotas_) kinds.insert(quota.period_kind);
    std::set<std::pair<CalendarId, std::string>> seen;
    std::set<Instant> moments;
    for (const auto& [rep_id, person] : people_) {
      if (!seen.emplace(person.user.calendar_id, person.user.zone).second) continue;
      for (const PeriodKind kind : kinds) PACELINE_CHECK(add_moments(person, kind, moments));
    }
    return moments;
  }

  Result<void> add_moments(const Person& person, PeriodKind kind, std::set<Instant>& moments) const {
    const Weekday week_start = person.time.calendar.week_start;
    Period span = period_of(kind, past_.truth.history.from, week_start);
    for (; span.to < past_.truth.history.to; span = period_of(kind, span.to, week_start)) {
      PACELINE_TRY(const Instant at, closes_at(person, span.to));
      if (at <= past_.now) moments.insert(at);
    }
    return {};
  }

  Result<void> close_at(Instant moment) {
    ids_.set(moment);
    const ClosingTools tools{past_.zones, past_.secrets, ids_};
    for (bool more = true; more;) {
      PACELINE_TRY(more, close_what_is_due(moment, tools, stores_));
    }
    for (const Quota& quota : quotas_) {
      ReportPage newest;
      newest.quota_id = quota.quota_id;
      newest.limit = static_cast<int>(people_.size());
      PACELINE_TRY(const auto reports, stores_.reports.page(newest));
      for (const PeriodReport& report : reports) {
        if (report.head.closed_at == moment) PACELINE_CHECK(plan(report));
      }
    }
    return {};
  }

  Result<void> do_until(Instant moment) {
    while (!to_do_.empty() && to_do_.begin()->first <= moment) {
      const auto next = to_do_.extract(to_do_.begin());
      ids_.set(next.key());
      PACELINE_CHECK(next.mapped()(next.key()));
    }
    return {};
  }

  /// How many weeks of the rep were closed after this one; none for other periods.
  [[nodiscard]] Result<std::optional<int>> weeks_since(const Person& person, const ReportHead& head) const {
    if (head.period_kind != PeriodKind::week) return std::nullopt;
    for (int weeks = 0;; ++weeks) {
      PACELINE_TRY(const Instant next, closes_at(person, head.span.to + 7 * (weeks + 1)));
      if (next > past_.now) return std::optional(weeks);
    }
  }

  /// What people do about a report that was just made.
  Result<void> plan(const PeriodReport& report) {
    const ReportHead& head = report.head;
    const Person& person = people_.at(head.rep_id);
    const int number = person.rep->number;
    PACELINE_TRY(const auto since, weeks_since(person, head));
    const int second = std::min<int>(1, static_cast<int>(people_.size()) - 1);
    if (!person.manager || (since == 0 && number == second && head.key == kWaitsForManager)) return {};
    Chance chance(past_.truth.seed, {kOfReports, number, head.span.from.count(), place_of(head.quota_id)});
    PACELINE_TRY(const Instant decided, moment_of(person, head.closed_at, false, chance));
    const Actor manager = actor(*person.manager, Role::manager);
    const std::optional<Excuse> excuse =
        report.proposal == Verdict::excused ? std::optional(Excuse::absent) : std::nullopt;
    to_do_.emplace(decided, [this, report, manager, excuse](Instant at) -> Result<void> {
      PACELINE_CHECK(done(decide_report(manager, report, {report.proposal, excuse, {}}, at, ids_, stores_)));
      return done(acknowledge_report(manager, report, Side::manager, {}, at, ids_, stores_));
    });
    if (since == 1 && !voids_ && head.key == kVoided && report.counted > 0) plan_void(head);
    if (since == 0 && number == 0 && head.key == kWaitsForRep) return {};
    return plan_seen(report, person, decided, chance);
  }

  Result<void> plan_seen(const PeriodReport& report, const Person& person, Instant decided, Chance& chance) {
    PACELINE_TRY(const Instant seen, moment_of(person, decided, true, chance));
    const bool lately = past_.now.microseconds_since(report.head.closed_at) < kDisputedWithin * kMicrosecondsPerSecond;
    const bool disputes = !disputed_ && lately && report.proposal == Verdict::missed && report.head.key == kDisputed;
    const std::optional<std::string> remark = disputes ? std::optional(std::string(kRemark)) : std::nullopt;
    const Actor rep = actor(person.user.user_id, Role::rep);
    to_do_.emplace(seen, [this, report, rep, remark](Instant at) {
      return done(acknowledge_report(rep, report, Side::rep, remark, at, ids_, stores_));
    });
    if (!disputes) return {};
    disputed_ = true;
    PACELINE_TRY(const Instant answered, moment_of(person, seen, false, chance));
    const Actor manager = actor(*person.manager, Role::manager);
    to_do_.emplace(answered, [this, report, manager](Instant at) {
      const DecisionDraft draft{Verdict::excused, Excuse::other_work, std::string(kWhyExcused)};
      return done(decide_report(manager, report, draft, at, ids_, stores_));
    });
    return {};
  }

  void plan_void(const ReportHead& head) {
    voids_ = true;
    const Actor rep = actor(head.rep_id, Role::rep);
    to_do_.emplace(head.closed_at.plus_seconds(kUntilVoid), [this, head, rep](Instant at) -> Result<void> {
      PACELINE_TRY(const auto rows, stores_.reports.rows_of(head.report_id));
      const auto counted = std::ranges::find_if(rows, [](const ReportRow& row) { return counts(row.reason); });
      if (counted == rows.end()) return {};
      return done(change_activity(rep, {counted->activity_id, true, {}, kWhyVoided}, at, ids_, stores_));
    });
  }

  /// In the first hours of a working day, after `since`; of the rep's own when the rep is asked.
  [[nodiscard]] Result<Instant> moment_of(const Person& person, Instant since, bool of_rep, Chance& chance) const {
    PACELINE_TRY(const LocalTime local, past_.zones.local(since, person.user.zone));
    Day day = local.day;
    for (int days = 0; days < kLongestAway && !is_there(person, day, of_rep); ++days) ++day;
    PACELINE_TRY(const Instant midnight, past_.zones.start_of(day, person.user.zone));
    const Instant begins = midnight.plus_seconds(person.time.calendar.day_start_minute * kMinutesOfHour);
    return std::max(begins, since).plus_seconds(chance.between(10, 150) * kMinutesOfHour);
  }

  static bool is_there(const Person& person, Day day, bool of_rep) {
    const auto work = paceline::work_day(person.time, day);
    return (of_rep ? work.present : work.calendar) > 0;
  }

  [[nodiscard]] std::int64_t place_of(QuotaId quota_id) const {
    return std::ranges::find(quotas_, quota_id, &Quota::quota_id) - quotas_.begin();
  }

  [[nodiscard]] Actor actor(UserId user_id, Role role) const {
    return {past_.org_id, user_id, role, {}, {}, {}, Monitoring::full};
  }

  const Past& past_;
  IdsOfThen& ids_;
  Stores& stores_;
  std::vector<Quota> quotas_;
  std::map<RepId, Person> people_;
  std::multimap<Instant, Deed> to_do_;
  bool disputed_ = false;
  bool voids_ = false;
};

}  // namespace

Result<void> close_the_past(const Past& past, IdsOfThen& ids, Stores& stores) {
  return Closer(past, ids, stores).run();
}

}  // namespace paceline::demo
