// SPDX-License-Identifier: Apache-2.0
// With whom a simulated rep's activities are: how often each outcome comes does not depend on it.
#include "demo/work_day.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "demo/ids_of_then.h"

namespace paceline::demo {
namespace {

constexpr int kManyDays = 400;
constexpr int kContactsOfOne = 110;
constexpr std::array<int, kKinds> kOnADay{36, 9, 2, 2, 2};

/// All that one rep does in many days, in order.
struct LongTime {
  std::vector<Contact> contacts;
  std::vector<Activity> activities;
  int met_as_agreed = 0;  ///< meetings with somebody who had agreed to one
  int meetings = 0;

  LongTime() {
    for (int i = 1; i <= kContactsOfOne; ++i) contacts.emplace_back().contact_id = ContactId(i);
    Ties ties;
    Chance chance(4);
    for (int n = 0; n < kManyDays; ++n) {
      const Day day = *parse_day("2026-01-05") + n;
      const WorkDay of_rep{day, Instant().plus_seconds(std::int64_t{day.count()} * kSecondsPerDay), 8 * 3600, ties};
      const auto today = activities_on(of_rep, kOnADay, RepId(1), contacts, chance);
      for (const Activity& each : today) {
        const bool meets = each.kind == "meeting" || each.kind == "demo";
        meetings += meets ? 1 : 0;
        met_as_agreed += meets && std::ranges::find(ties.agreed, each.contact_id, [](const Contact* contact) {
                                    return contact->contact_id;
                                  }) != ties.agreed.end();
      }
      change_ties(today, contacts, ties);
      activities.insert(activities.end(), today.begin(), today.end());
    }
  }

  /// Of the activities with this outcome, those with a contact who is hard to reach.
  [[nodiscard]] double share_hard_to_reach(const std::string& outcome) const {
    int all = 0;
    int hard = 0;
    for (const Activity& each : activities) {
      if (each.kind != "call" || each.outcome != outcome) continue;
      ++all;
      hard += (each.contact_id->value() - 1) % 5 < 2 ? 1 : 0;
    }
    return static_cast<double>(hard) / all;
  }
};

TEST(WorkDays, HaveTheOutcomesThatAreTrueOfThem) {
  const LongTime time;
  std::map<std::pair<std::string, std::string>, int> found;
  std::map<std::string, int> of_kind;
  for (const Activity& each : time.activities) {
    const std::string kind = each.kind == "demo" ? "meeting" : each.kind;
    ++found[{kind, *each.outcome}];
    ++of_kind[kind];
  }
  for (const TrueOutcome& each : outcomes()) {
    const std::string kind = kKindWords.at(static_cast<std::size_t>(each.kind));
    const double n = of_kind[kind];
    const double spread = std::sqrt(each.probability * (1 - each.probability) / n);
    EXPECT_NEAR(found[std::pair(kind, std::string(each.outcome))] / n, each.probability, 4 * spread + 1e-9)
        << kind << " " << each.outcome;
  }
}

TEST(WorkDays, AreWithWhomTheirOutcomesSuit) {
  const LongTime time;
  EXPECT_GT(time.share_hard_to_reach("no_answer"), 0.75);
  EXPECT_LT(time.share_hard_to_reach("answered"), 0.25);
  EXPECT_LT(time.share_hard_to_reach("agreed"), 0.25);
  EXPECT_GT(time.met_as_agreed, time.meetings / 2);
}

TEST(WorkDays, NobodySpendsMinutesWithWhoDidNotCome) {
  int missed = 0;
  for (const Activity& each : LongTime().activities) {
    if (each.outcome != "no_show") continue;
    EXPECT_EQ(each.duration_s, std::nullopt);
    ++missed;
  }
  EXPECT_GT(missed, 20);
}

/// Counts from a million.
class CountedIds : public Ids {
 public:
  [[nodiscard]] std::int64_t next() override { return ++last_; }

 private:
  std::int64_t last_ = 1'000'000;
};

TEST(IdsOfThen, SayWhenTheirRowsWereStored) {
  CountedIds present;
  IdsOfThen ids(present, true);
  const Instant then = *parse_instant("2026-10-05T07:30:00.123Z");
  ids.set(then);
  const std::int64_t first = ids.next();
  const std::int64_t second = ids.next();
  EXPECT_EQ(made_at(first), then);
  EXPECT_EQ(made_at(second), then);
  EXPECT_NE(first, second);
  ids.set(then.plus_seconds(1));
  EXPECT_GT(ids.next(), std::max(first, second));
}

TEST(IdsOfThen, AreThoseOfThePresentWhereNoPastIsClosed) {
  CountedIds present;
  IdsOfThen ids(present, false);
  ids.set(*parse_instant("2026-10-05T07:30:00Z"));
  EXPECT_EQ(ids.next(), 1'000'002) << "one was asked when it was made";
}

}  // namespace
}  // namespace paceline::demo
