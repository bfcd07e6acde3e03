// SPDX-License-Identifier: Apache-2.0
// What the portable layer costs: a single write and a batch of 100 through the ports, against the bare library of the
// engine doing the same work. Rates of the two in turn, in one run; the ratio is that of their medians.
//
// usage: store_bench [ROUNDS]; the engine is that of PACELINE_TEST_DATABASE
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "calendar/zone_files.h"
#include "language/icu_names.h"
#include "secret/sodium_secrets.h"
#include "store/schema/schema.h"
#include "store/unit_of_work.h"
#include "tests/bench/bare.h"
#include "tests/contract/statement_rules.h"

namespace paceline::bench {
namespace {

constexpr double kLevel = 0.8;
const OrgId kOrg(1);

Activity an_activity(std::int64_t id) {
  Activity activity;
  activity.activity_id = ActivityId(id);
  activity.rep_id = RepId(7);
  activity.contact_id = ContactId(11);
  activity.kind = "call";
  activity.direction = Direction::outbound;
  activity.duration_s = 180;
  activity.topic = "retirement planning";
  activity.occurred_at = Instant(1'700'000'000'000'000 + id);
  activity.known_at = activity.occurred_at;
  activity.day = Day(20'000);
  return activity;
}

std::vector<Cell> cells_of(const Activity& a) {
  const auto number = [](std::int64_t n) { return Cell(std::to_string(n)); };
  return {number(kOrg.value()),
          number(a.activity_id.value()),
          number(a.rep_id.value()),
          number(a.contact_id->value()),
          {},
          Cell(a.kind),
          Cell("outbound"),
          {},
          number(*a.duration_s),
          a.topic,
          {},
          {},
          {},
          {},
          {},
          number(a.occurred_at.microseconds()),
          number(a.known_at.microseconds()),
          number(a.day.count()),
          Cell("active"),
          {}};
}

std::string text_of(const std::string& name) {
  for (const auto& statement : store::all_statements()) {
    if (statement.name == name) return statement.text;
  }
  std::fprintf(stderr, "no statement %s\n", name.c_str());
  std::abort();
}

double per_second(int times, const std::function<void()>& act) {
  const auto began = std::chrono::steady_clock::now();
  for (int time = 0; time < times; ++time) act();
  return times / std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

class StoreBench {
 public:
  explicit StoreBench(int rounds) : rounds_(rounds) {
    const auto backup = [](int) { return Result<void>(); };
    PACELINE_ASSERT(store::migrate(*database_, store::migrations(), Instant(1), backup).has_value());
    bare_ = open_bare(place_, text_of("activity.add"), text_of("activity_now.put"));
  }

  /// Prints one line and returns whether the level is met.
  bool compare(const char* what, int rows, int times) {
    std::vector<double> ours, bares;
    for (int round = 0; round < rounds_; ++round) {
      ours.push_back(per_second(times, [&] { through_the_port(rows); }));
      bares.push_back(per_second(times, [&] { by_hand(rows); }));
    }
    const double ratio = median(ours) / median(bares);
    std::printf("%-10s %-14s ports %9.0f/s  bare %9.0f/s  ratio %.2f  level %.2f  %s\n",
                place_.on_postgres() ? "postgresql" : "sqlite", what, median(ours), median(bares), ratio, kLevel,
                ratio >= kLevel ? "met" : "MISSED");
    return ratio >= kLevel;
  }

 private:
  void through_the_port(int rows) {
    std::vector<NewActivity> activities;
    for (int row = 0; row < rows; ++row)
      activities.push_back({an_activity(++id_), {{}, {}, UserId(7), Instant(1), {}}});
    PACELINE_ASSERT(unit_.write(kOrg, [&](Stores& stores) { return stores.activities.add(activities); }).has_value());
  }
  void by_hand(int rows) {
    CellRows facts, projected;
    for (int row = 0; row < rows; ++row) {
      projected.push_back(cells_of(an_activity(++id_)));
      facts.push_back(projected.back());
      facts.back().insert(facts.back().end(), {{}, {}, Cell("7"), Cell("1")});
    }
    bare_->store(facts, projected);
  }

  int rounds_;
  TestDatabase place_;
  std::unique_ptr<store::Database> database_ = place_.open();
  IcuNames names_;
  SystemClock clock_;
  TimeOrderedIds ids_{clock_};
  store::SqlUnitOfWork unit_{*database_, names_, ids_};
  std::unique_ptr<Bare> bare_;
  std::int64_t id_ = 0;
};

}  // namespace
}  // namespace paceline::bench

int main(int argc, char** argv) {
  paceline::bench::StoreBench bench(argc > 1 ? std::atoi(argv[1]) : 9);
  const bool single = bench.compare("single write", 1, 200);
  const bool batch = bench.compare("batch of 100", 100, 20);
  return single && batch ? 0 : 1;
}
