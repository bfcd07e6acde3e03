// SPDX-License-Identifier: Apache-2.0
// Closes a quota's period of a rep: freezes what was asked and counted into a period report (quota/report.h).
//
// A period may be closed once its grace is over: three working days of the rep's own calendar after its last day. The
// report carries, as adjustments, what became known since of the earlier reports of the same quota and rep, and did not
// stand in a report yet. Who closes takes the turn of definitions and that of the rep's cells: nothing that it freezes
// is written meanwhile, and two who close at once make one report.
//
// A transaction makes a part of many reports, since others wait for it: up to kClosedAtOnce, fewer where they have many
// rows. Closing the same period again goes on where it stopped, so nothing is lost when it is killed in between.
#pragma once

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/secrets.h"
#include "app/quotas_of.h"

namespace paceline {

/// What closing asks of the outside.
struct ClosingTools {
  const Zones& zones;
  const Secrets& secrets;
  Ids& ids;
};

/// The activities of one rep's period, kept for the next quota that is closed with it.
class PeriodFacts {
 public:
  /// All that these rules are about.
  [[nodiscard]] Result<std::vector<Activity>> of(const std::vector<const Rule*>& rules, RepId rep_id, Period span,
                                                 Stores& stores);

 private:
  std::optional<std::pair<RepId, Period>> whose_;
  std::vector<Activity> activities_;
};

/// The reps of one period, and what is the same for all of them.
struct Closing {
  const Quota& quota;
  const QuotaBook& book;
  UserId closed_by;  ///< 0: the system
  Instant now;
  PeriodFacts* kept = nullptr;  ///< none: no other quota is closed with this one
};

/// Days of which activities may have changed since some report was made: only reports of such days are compared.
using TouchedDays = std::map<RepId, std::set<Day>>;

struct Closed {
  ReportId report_id;
  bool made = false;  ///< false: it was closed before
  std::size_t rows = 0;
};

/// Reports made in one transaction, and the rows after which no further one is begun.
inline constexpr int kClosedAtOnce = 100;
inline constexpr std::size_t kRowsAtOnce = 10'000;

/// REQUIRES: both turns are taken. Returns not_found "quota.not_for_rep", conflict "period.not_over",
/// "period.in_grace" with the first day on which it may be closed as detail.
[[nodiscard]] Result<Closed> close_one(const Closing& closing, const RepTerms& rep, NamedPeriod period,
                                       const TouchedDays& touched, const ClosingTools& tools, Stores& stores);

struct WaitingRep {
  RepId rep_id;
  std::string code;  ///< why the rep's period cannot be closed yet
  Day from;          ///< the first day on which it can
};

struct ClosedPeriod {
  std::int64_t made = 0;
  std::int64_t left = 0;          ///< reports that are still to be made: close again
  std::vector<ReportId> reports;  ///< made now or before
  std::vector<WaitingRep> waiting;
};

/// Which periods, of whom.
struct PeriodChoice {
  std::string period_key;      ///< read by the week of each rep's own calendar
  std::vector<RepId> rep_ids;  ///< those whom the caller may close for
};

/// For each of these reps whom the quota asks in the period, as many as one transaction takes. Returns invalid
/// "period.malformed", "period.out_of_range", "quota.period.other_kind"; not_found "quota.not_for_rep" when it asks
/// none of them; the first reason to wait when all of them have to.
[[nodiscard]] Result<ClosedPeriod> close_period(const Actor& actor, const Quota& quota, const PeriodChoice& choice,
                                                Instant now, const ClosingTools& tools, Stores& stores);

/// Since when, and by what, the days are asked for.
struct TouchedSince {
  Instant since;
  Touching by;
  friend auto operator<=>(const TouchedSince&, const TouchedSince&) = default;
};

/// Since the oldest of the newest reports that these reps have of the quota, with some time to spare for clocks that
/// differ; none: they have none.
[[nodiscard]] Result<std::optional<TouchedSince>> touched_since(const Quota& quota, const QuotaBook& book,
                                                                const std::vector<RepId>& rep_ids,
                                                                ReportStore& reports);

/// The first day on which the period may be closed for the rep. Returns conflict as close_one().
[[nodiscard]] Result<void> may_close(const RepTerms& rep, Period span, Instant now, const Zones& zones);

}  // namespace paceline
