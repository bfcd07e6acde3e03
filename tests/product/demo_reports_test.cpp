// SPDX-License-Identifier: Apache-2.0
// The closed past of a demonstration, whatever the day and the hour at which it is made.
#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "app/jobs.h"
#include "demo/demonstration.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

constexpr int kReps = 3;
constexpr int kDays = 60;

/// A demonstration that was made at a moment, seen by its administrator.
class MadeAt {
 public:
  explicit MadeAt(const char* moment, demo::Size size = {kReps, kDays, 1, 1}) {
    product.clock.set(*parse_instant(moment));
    const auto made =
        demo::make(size, {product.unit, product.secrets, product.zones, product.clock, product.countries, product.ids});
    PACELINE_ASSERT(made.has_value());
    org = made->made.org_id;
    admin = product.session(org, product.person(org, "admin@demo.paceline.example").user_id);
    list = product.get(admin, "/reports?limit=500");
  }

  [[nodiscard]] const boost::json::array& lines() const { return list.at("/items").as_array(); }
  [[nodiscard]] Answered whole(const boost::json::value& line) {
    return product.get(admin, "/reports/" + text(line, "/report_id"));
  }
  static std::string text(const boost::json::value& line, const char* pointer) {
    return std::string(line.at_pointer(pointer).as_string());
  }
  static Instant instant(const boost::json::value& line, const char* pointer) {
    return *parse_instant(text(line, pointer));
  }
  static Day day(const boost::json::value& line, const char* pointer) { return *parse_day(text(line, pointer)); }

  /// Of whom, of what, and what was said of it: without ids.
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> all;
    for (const auto& line : lines()) {
      all.push_back(text(line, "/rep_name") + " " + text(line, "/key") + " " + text(line, "/period/key") + " " +
                    std::to_string(line.at_pointer("/counted").as_int64()) + " " + text(line, "/verdict") + " " +
                    text(line, "/closed_at") + " " + (line.at_pointer("/confirmed").as_bool() ? "confirmed" : ""));
    }
    std::ranges::sort(all);
    return all;
  }
  int run_jobs() {
    const JobTools tools{product.clock, {product.zones, product.secrets, product.ids}};
    int done = 0;
    for (int i = 0; i < 3; ++i) done += do_due_jobs(1, tools, product.unit).value_or(-100);
    return done;
  }

  Product product;
  OrgId org;
  Caller admin;
  Answered list;
};

/// A Wednesday at noon; a Monday before work; a Thursday some minutes after what closes on it; a Sunday night; the
/// second day of a year; the morning after the clocks changed in March.
constexpr std::array<const char*, 6> kMoments{"2026-11-18T12:00:00Z", "2026-06-15T03:10:00Z", "2026-11-18T22:30:00Z",
                                              "2026-10-04T22:50:00Z", "2026-01-02T11:00:00Z", "2026-03-29T06:00:00Z"};

void expect_a_mix(MadeAt& demo) {
  ASSERT_GT(demo.lines().size(), std::size_t{kReps} * 4 * 6) << "weeks of four quotas";
  std::map<std::string, int> verdicts;
  int unconfirmed = 0;
  int unseen = 0;
  for (const auto& line : demo.lines()) {
    ++verdicts[MadeAt::text(line, "/verdict")];
    const bool confirmed = line.at_pointer("/confirmed").as_bool();
    const bool seen = !line.at_pointer("/seen_by_rep").is_null();
    unconfirmed += confirmed ? 0 : 1;
    unseen += seen ? 0 : 1;
    const Instant closed = MadeAt::instant(line, "/closed_at");
    EXPECT_LE(closed, demo.product.clock.now());
    EXPECT_GE(closed, *demo.product.zones.start_of(MadeAt::day(line, "/period/to") + kGraceDays, "Europe/Sofia"));
    EXPECT_TRUE(!seen || MadeAt::instant(line, "/seen_by_rep") > closed);
  }
  const auto all = static_cast<int>(demo.lines().size());
  EXPECT_GT(verdicts["met"], all / 5);
  EXPECT_GT(verdicts["missed"], all / 5);
  EXPECT_GE(unconfirmed, 1);
  EXPECT_GE(unseen, 2);
  EXPECT_LT(unseen, all / 3) << "most are seen";
}

void expect_reports_as_their_weeks(MadeAt& demo) {
  int compared = 0;
  for (const auto& line : demo.lines()) {
    if (MadeAt::text(line, "/key") != "calls") continue;
    const auto pace = demo.product.get(demo.admin, "/quotas/calls/pace?rep=" + MadeAt::text(line, "/rep_id") +
                                                       "&period=" + MadeAt::text(line, "/period/key"));
    EXPECT_EQ(pace.number_at("/counted"), line.at_pointer("/counted").as_int64());
    EXPECT_EQ(pace.number_at("/amount"), line.at_pointer("/amount").as_int64());
    ++compared;
  }
  EXPECT_GT(compared, kReps * 5);
}

/// A voided activity with its reason, and a remark that was answered.
void expect_something_to_look_at(MadeAt& demo) {
  int adjusted = 0;
  int answered = 0;
  for (const auto& line : demo.lines()) {
    const bool missed = MadeAt::text(line, "/proposal") == "missed";
    const bool excused = MadeAt::text(line, "/verdict") == "excused";
    if (line.at_pointer("/adjustment").as_int64() != 0) {
      const auto report = demo.whole(line);
      EXPECT_EQ(report.number_at("/adjustments/0/change"), -1);
      EXPECT_EQ(report.text_at("/adjustments/0/reason"), "voided");
      ++adjusted;
    }
    if (!missed || !excused) continue;
    const auto report = demo.whole(line);
    EXPECT_EQ(report.at("/decisions").as_array().size(), 2U);
    EXPECT_NE(report.text.find("the stand at the fair"), std::string::npos) << "the remark of the rep";
    ++answered;
  }
  EXPECT_EQ(adjusted, 1);
  EXPECT_EQ(answered, 1);
}

TEST(DemoReports, OfEveryWeekAreThereOnAnyDayAndHour) {
  for (const char* moment : kMoments) {
    SCOPED_TRACE(moment);
    MadeAt demo(moment);
    EXPECT_EQ(demo.product.differences(demo.org), std::vector<std::string>());
    expect_a_mix(demo);
    expect_reports_as_their_weeks(demo);
    expect_something_to_look_at(demo);
    EXPECT_GE(demo.run_jobs(), 1);
    EXPECT_EQ(demo.product.get(demo.admin, "/reports?limit=500").at("/items").as_array().size(), demo.lines().size())
        << "a server that starts then closes nothing";
  }
}

TEST(DemoReports, AreTheSameForTheSameSeed) {
  const MadeAt one(kMoments.front());
  const MadeAt again(kMoments.front());
  const MadeAt other(kMoments.front(), {kReps, kDays, 2, 1});
  EXPECT_EQ(one.told(), again.told());
  EXPECT_NE(one.told(), other.told());
}

TEST(DemoReports, StandBesideALeaderboardOfThoseWhoWantIt) {
  MadeAt demo(kMoments.front());
  const auto boards = demo.product.get(demo.admin, "/teams/North/leaderboard");
  ASSERT_GE(boards.at("/items").as_array().size(), 4U) << "a quota each";
  EXPECT_EQ(boards.at("/items/0/places").as_array().size(), 2U) << "two of three joined";
}

TEST(DemoReports, AShortHistoryAndOneRepAreEnough) {
  MadeAt demo(kMoments.front(), {1, 10, 1, 1});
  EXPECT_EQ(demo.product.differences(demo.org), std::vector<std::string>());
  EXPECT_EQ(demo.lines().size(), 4U) << "the week that ended on Sunday is in its grace";
}

TEST(DemoReports, ALargeCompanyHasNoneAndItsServerMakesNone) {
  MadeAt demo(kMoments.front(), {101, 9, 1, 0.1});
  EXPECT_TRUE(demo.lines().empty());
  EXPECT_GE(demo.run_jobs(), 1);
  EXPECT_TRUE(demo.product.get(demo.admin, "/reports").at("/items").as_array().empty());
}

}  // namespace
}  // namespace paceline::product
