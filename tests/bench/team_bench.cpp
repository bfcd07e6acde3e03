// SPDX-License-Identifier: Apache-2.0
// The page of a team of 1,000 reps with 6 quotas: what the server takes for it with few and with many stored
// activities, and what plain SQL on the facts takes for the counts alone. Processor time, so that what else runs does
// not count; medians of one run; a level that is missed is printed.
//
// usage: team_bench [MILLIONS [REPS]]; beside 0.1 million activities, 2 when it is left out. The full pair is 10.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "demo/demonstration.h"
#include "store/sql/rows.h"
#include "tests/product/product.h"

namespace paceline::bench {
namespace {

constexpr double kMostRatio = 1.2;
constexpr double kLeastFaster = 50;
constexpr int kDays = 60;
constexpr double kActivitiesOfRepDay = 31;  ///< of the demonstration, over all days
constexpr int kRounds = 7;

template <class Act>
double milliseconds(Act act) {
  const std::clock_t began = std::clock();
  act();
  return static_cast<double>(std::clock() - began) * 1e3 / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// As somebody would count who has no cells: six statements on the facts.
constexpr const char* kPlain[] = {
    "SELECT rep_id, day, count(*) FROM activity_now WHERE org_id = $1 AND day >= $2 AND state <> 'voided'"
    " AND kind = 'call' AND direction = 'outbound' GROUP BY rep_id, day",
    "SELECT rep_id, day, count(*) FROM activity_now WHERE org_id = $1 AND day >= $2 AND state <> 'voided'"
    " AND kind = 'call' AND duration_s >= 60 GROUP BY rep_id, day",
    "SELECT a.rep_id, count(DISTINCT a.contact_id) FROM activity_now a WHERE a.org_id = $1 AND a.day >= $2"
    " AND a.state <> 'voided' AND a.kind IN ('call', 'meeting') AND EXISTS (SELECT 1 FROM signal s WHERE s.org_id = $1"
    " AND s.contact_id = a.contact_id AND s.kind = 'comment' AND s.occurred_at < a.occurred_at) GROUP BY a.rep_id",
    "SELECT rep_id, day, count(*) FROM activity_now WHERE org_id = $1 AND day >= $2 AND state <> 'voided'"
    " AND kind IN ('meeting', 'visit', 'demo') AND outcome IN ('held', 'agreed') GROUP BY rep_id, day",
    "SELECT rep_id, day, count(*) FROM activity_now WHERE org_id = $1 AND day >= $2 AND state <> 'voided'"
    " AND kind = 'estimate' GROUP BY rep_id, day",
    "SELECT rep_id, day, count(*) FROM activity_now WHERE org_id = $1 AND day >= $2 AND state <> 'voided'"
    " AND kind = 'email' AND outcome IN ('sent', 'replied') GROUP BY rep_id, day"};

/// A company of so many reps and activities, and its top team.
class Stored {
 public:
  Stored(int reps, double activities) {
    const double usual = reps * kActivitiesOfRepDay * kDays;
    const double scale = std::min(1.0, activities / usual);
    const int days = std::max(kDays, static_cast<int>(kDays * activities / usual));
    const double seconds = milliseconds([&] {
                             const auto made =
                                 demo::make({reps, days, 1, scale}, {product_.unit, product_.secrets, product_.zones,
                                                                     product_.clock, product_.countries, product_.ids});
                             PACELINE_ASSERT(made.has_value());
                             made_ = made->made;
                             team_ = made->truth.teams.front().name;
                           }) /
                           1000;
    std::printf("%lld activities of %d reps stored in %.0f s\n", static_cast<long long>(made_.activities), reps,
                seconds);
    const auto admin = product_.person(made_.org_id, "admin@demo.paceline.example");
    caller_ = product_.session(made_.org_id, admin.user_id);
  }

  /// Every page of the table, as the screen asks for it.
  double page() {
    return median_of([&] {
      std::string cursor;
      std::size_t reps = 0;
      double all = 0;
      do {
        const auto answer = product_.get(caller_, "/teams/" + team_ + "/pace?limit=500" + cursor);
        PACELINE_ASSERT(answer.status == 200);
        all += answer.handling_ms;
        reps += answer.at("/items").as_array().size();
        const auto& next = answer.at("/next");
        cursor = next.is_null() ? "" : "&cursor=" + std::string(next.as_string());
      } while (!cursor.empty());
      reps_ = reps;
      return all;
    });
  }
  double totals() {
    return median_of([&] {
      const auto answer = product_.get(caller_, "/teams/" + team_ + "/totals");
      PACELINE_ASSERT(answer.status == 200);
      return answer.handling_ms;
    });
  }
  double plain() {
    const std::int64_t month = *parse_day("2026-11-01") - kFirstDay;
    return milliseconds([&] {
      for (std::size_t at = 0; at < std::size(kPlain); ++at) {
        const std::string name = "plain." + std::to_string(at);
        std::int64_t rows = 0;
        const auto read = product_.database().read([&](store::Connection& connection) {
          return connection.each({name, kPlain[at]}, store::params(made_.org_id, month),
                                 [&](const store::Row&) { ++rows; });
        });
        PACELINE_ASSERT(read.has_value() && rows > 0);
      }
    });
  }
  [[nodiscard]] std::size_t reps() const { return reps_; }

 private:
  template <class Act>
  static double median_of(Act act) {
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) times.push_back(act());
    return median(times);
  }

  product::Product product_;
  demo::Made made_;
  std::string team_;
  product::Caller caller_;
  std::size_t reps_ = 0;
};

bool told(const char* what, double value, double level, bool met) {
  std::printf("%-46s %8.2f  level %.1f  %s\n", what, value, level, met ? "met" : "MISSED");
  return met;
}

}  // namespace
}  // namespace paceline::bench

int main(int argc, char** argv) {
  using namespace paceline::bench;
  (void)std::setvbuf(stdout, nullptr, _IOLBF, 0);
  const double millions = argc > 1 ? std::atof(argv[1]) : 2;
  const int reps = argc > 2 ? std::atoi(argv[2]) : 1000;
  double few = 0;
  double few_totals = 0;
  {
    Stored stored(reps, std::min(1e5, millions * 1e6));
    few = stored.page();
    few_totals = stored.totals();
    std::printf("page of %zu reps: %.0f ms, totals %.0f ms\n", stored.reps(), few, few_totals);
  }
  Stored stored(reps, millions * 1e6);
  const double many = stored.page();
  const double many_totals = stored.totals();
  const double plain = stored.plain();
  std::printf("page of %zu reps: %.0f ms, totals %.0f ms; plain SQL on the facts: %.0f ms\n", stored.reps(), many,
              many_totals, plain);
  bool met = told("page, many activities / few", many / few, kMostRatio, many / few <= kMostRatio);
  met = told("plain SQL / page", plain / many, kLeastFaster, plain / many >= kLeastFaster) && met;
  return met ? 0 : 1;
}
