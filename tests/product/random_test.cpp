// SPDX-License-Identifier: Apache-2.0
// Ten thousand random requests, as a careless company would send them: late, twice, corrected, voided. After each
// thousand `verify` finds nothing, and the counts are those of a model that knows only what was acknowledged.
// The seed is printed with a failure; PACELINE_SEED=N repeats the run, PACELINE_OPERATIONS=N makes it shorter.
#include <charconv>
#include <set>

#include "tests/product/careless_run.h"

namespace paceline::product {
namespace {

std::string key_of(const PlainQuota& quota, PlainSpan span) {
  return period_key({*parse_period_kind(quota.period), Period{Day(span.from), Day(span.to)}});
}

/// Asks the product for one figure and compares it with the model.
void expect_same(CarelessRun& run, const PlainQuota& quota, int rep, int day,
                 std::optional<std::int64_t> as_of_us = {}) {
  const PlainSpan span = span_of(quota.period, day);
  std::string path = "/quotas/" + quota.key + "/pace?rep=" + kReps[rep].email + "&period=" + key_of(quota, span);
  if (as_of_us) path += "&as_of=" + to_text(Instant(*as_of_us));
  const auto pace = run.product.get(run.admin, path);
  if (const PlainSpan asked = asked_of(quota, span); asked.from >= asked.to) {
    ASSERT_EQ(pace.told(), "404 quota.not_for_rep") << path;
    return;
  }
  ASSERT_EQ(pace.status, 200) << path << pace.text;
  const auto counted = run.model.count(quota.rule, rep, asked_of(quota, span), as_of_us.value_or(INT64_MAX));
  EXPECT_EQ(pace.number_at("/counted"), counted) << path;
}

/// Every quota of every rep in the periods of as many days before now, a few of them at hand.
void expect_all_same(CarelessRun& run, int days_back, int step) {
  for (int rep = 0; rep < kRepCount; ++rep) {
    const int today = day_of_rep(rep, run.now_us());
    for (const auto& quota : run.quotas) {
      std::set<int> begun;
      for (int day = today - days_back; day <= today; day += step) {
        if (begun.insert(span_of(quota.period, day).from).second) expect_same(run, quota, rep, day);
      }
    }
  }
}

void expect_same_evidence(CarelessRun& run) {
  for (const auto& quota : run.quotas) {
    const std::string of_rep = "?rep=" + std::string(kReps[1].email);
    const auto evidence = run.product.get(run.admin, "/quotas/" + quota.key + "/evidence" + of_rep);
    const auto pace = run.product.get(run.admin, "/quotas/" + quota.key + "/pace" + of_rep);
    ASSERT_EQ(evidence.told(), pace.told()) << quota.key;  // one that has not begun asks nothing of anybody
    if (pace.status != 200) continue;
    EXPECT_EQ(evidence.number_at("/counted"), pace.number_at("/counted")) << quota.key;
  }
}

void expect_same_then(CarelessRun& run, std::int64_t begun_us) {
  for (int i = 0; i < 20; ++i) {
    const std::int64_t as_of_us = run.chance.between(begun_us, run.now_us());
    for (const auto& quota : run.quotas) {
      const int rep = static_cast<int>(run.chance.between(0, kRepCount - 1));
      expect_same(run, quota, rep, day_of_rep(rep, as_of_us), as_of_us);
      expect_same(run, quota, rep, day_of_rep(rep, as_of_us) - static_cast<int>(run.chance.between(0, 60)), as_of_us);
    }
  }
}

/// Alters one stored value: `verify` names it and nothing else. Then puts it back.
void expect_named(CarelessRun& run, const std::string& table, const std::string& cell, const std::string& there,
                  const std::string& alter, const std::string& put_back) {
  const std::string update = "UPDATE " + table + " SET ";
  const std::string where = " WHERE org_id = " + to_text(run.org_id) + " AND " + there;
  ASSERT_EQ(run.product.alter(update + alter + where), 1) << where;
  const auto found = run.product.differences(run.org_id);
  ASSERT_EQ(found.size(), 1U) << table;
  EXPECT_TRUE(found.front().starts_with(table + " | " + cell + " | ")) << found.front() << " is not " << cell;
  ASSERT_EQ(run.product.alter(update + put_back + where), 1);
  EXPECT_EQ(run.product.differences(run.org_id), std::vector<std::string>());
}

void expect_every_alteration_named(CarelessRun& run) {
  const auto value = [&](const std::string& table, const std::string& column) {
    const std::string rest = table == "activity_now" ? "activity_id"
                             : table == "count_day"  ? "rule_id"
                                                     : "rule_id, period_from, period_to, entity_id";
    const std::string last = " FROM " + table + " ORDER BY rep_id, day DESC, " + rest + " LIMIT 1 OFFSET 7";
    return run.product.number("SELECT " + column + last);
  };
  const auto text = [](std::int64_t number) { return std::to_string(number); };
  const auto rule = text(value("count_day", "rule_id"));
  const auto rep = text(value("count_day", "rep_id"));
  const auto day = value("count_day", "day");
  expect_named(run, "count_day", "rule " + rule + " rep " + rep + " day " + to_text(Day(static_cast<int>(day))),
               "rule_id = " + rule + " AND rep_id = " + rep + " AND day = " + text(day), "n = n + 1", "n = n - 1");
  std::map<std::string, std::int64_t> first;
  std::string there = "1 = 1";
  for (const char* column : {"rule_id", "rep_id", "period_from", "period_to", "entity_id"}) {
    first[column] = value("count_first", column);
    there += std::string(" AND ") + column + " = " + text(first[column]);
  }
  const auto day_text = [&](const char* column) { return to_text(Day(static_cast<int>(first[column]))); };
  expect_named(run, "count_first",
               "rule " + text(first["rule_id"]) + " rep " + text(first["rep_id"]) + " period " +
                   day_text("period_from") + " to " + day_text("period_to") + " entity " + text(first["entity_id"]),
               there, "activity_id = activity_id + 1", "activity_id = activity_id - 1");
  const auto activity = text(value("activity_now", "activity_id"));
  expect_named(run, "activity_now", activity, "activity_id = " + activity, "occurred_at = occurred_at + 1",
               "occurred_at = occurred_at - 1");
}

TEST(RandomRun, IsCountedAsTheModelCountsIt) {
  CarelessRun run;
  const std::int64_t begun_us = run.now_us();
  int operations = 10'000;
  if (const char* wished = std::getenv("PACELINE_OPERATIONS"))
    std::from_chars(wished, wished + std::string_view(wished).size(), operations);
  for (int done = 1; done <= operations && !testing::Test::HasFailure(); ++done) {
    run.one_operation();
    if (done == operations / 2) run.add_quotas(quotas_later());
    if (done % 1000 != 0) continue;
    EXPECT_EQ(run.product.differences(run.org_id), std::vector<std::string>()) << "after " << done;
    expect_all_same(run, 14, 7);
  }
  expect_all_same(run, 160, 6);
  expect_same_evidence(run);
  expect_same_then(run, begun_us);
  expect_every_alteration_named(run);
  EXPECT_EQ(run.product.reports, std::vector<std::string>());
  for (const char* what :
       {"activity", "correct", "void", "repeated key", "reused key", "repeated external id", "signals"})
    EXPECT_GT(run.done[what], operations / 250) << what;
  EXPECT_EQ(run.product.number("SELECT count(*) FROM activity"),
            static_cast<std::int64_t>(run.model.activities.size()));
  EXPECT_EQ(run.product.number("SELECT count(*) FROM signal"), static_cast<std::int64_t>(run.model.signals.size()));
}

}  // namespace
}  // namespace paceline::product
