// SPDX-License-Identifier: Apache-2.0
#include "pipeline/standing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "stats/interval.h"
#include "stats/survival.h"

namespace paceline {
namespace {

constexpr double kEightOfTen = 0.8;
constexpr double kMicrosecondsPerDay = 86'400'000'000.0;
constexpr double kMostMinor = 1e15;
// So far above what one sale may be that a mistaken one takes the standing from nobody.
constexpr double kMostSumMinor = 4e18;

struct Stays {
  std::vector<stats::Stay> all;
  std::set<RepId> people;
};

stats::Stay stay_since(Instant since, const OpportunityNow& now, Instant as_of) {
  const Instant until = now.ended_at.value_or(as_of);
  const auto microseconds = std::max<std::int64_t>(0, until.microseconds_since(since));
  int end = 0;
  if (now.ended_at) end = now.state == OpportunityState::won ? 1 : 2;
  return {static_cast<double>(microseconds) / kMicrosecondsPerDay, end, 0};
}

/// Where the opportunity ever was, with the moment when it first came there.
std::map<StageId, Instant> stages_entered(std::span<const OpportunityFact> facts, Instant as_of) {
  std::map<StageId, Instant> entered;
  for (const OpportunityFact& fact : facts) {
    if (as_of < fact.known_at) break;
    if (fact.kind == OpportunityFactKind::stage_move && fact.ends == StageEnds::open)
      entered.emplace(*fact.stage_id, fact.occurred_at);
  }
  return entered;
}

Result<WinShare> share_of(StageId stage_id, const Stays& stays) {
  WinShare share;
  share.stage_id = stage_id;
  share.entered = static_cast<std::int64_t>(stays.all.size());
  share.people = static_cast<std::int64_t>(stays.people.size());
  for (const stats::Stay& stay : stays.all) {
    if (stay.end == 0) ++share.open;
    if (stay.end == 1) ++share.won;
    if (stay.end == 2) ++share.lost;
  }
  const std::int64_t ended = share.won + share.lost;
  if (ended == 0) return share;
  PACELINE_TRY(const auto rows, stats::survival_rows(stays.all));
  share.share = rows.back().first_by;
  const auto trials = static_cast<double>(ended);
  PACELINE_TRY(const auto interval,
               stats::jeffreys_interval(std::min(*share.share, 1.0) * trials, trials, kEightOfTen));
  share.low = std::min(interval.low, *share.share);
  share.high = std::max(interval.high, *share.share);
  return share;
}

Result<std::int64_t> sum_of(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum) || std::abs(static_cast<double>(sum)) > kMostSumMinor)
    return fail(Fault::invalid, "money.out_of_range");
  return sum;
}

std::int64_t part(std::int64_t value_minor, double share) {
  return static_cast<std::int64_t>(std::floor(static_cast<double>(value_minor) * share + 0.5));
}

/// Of a stage from which nothing was ever won: none.
std::optional<double> won_from(StageId stage_id, const WinShares& shares) {
  for (const WinShare& each : shares.stages) {
    if (each.stage_id == stage_id && each.share && *each.share > 0) return each.share;
  }
  return std::nullopt;
}

void take_open_of(const Standing& standing, StageBalance& balance) {
  for (const StageStanding& each : standing.stages) {
    if (each.stage_id != balance.stage_id) continue;
    balance.count += each.count;
    balance.value_minor += each.value_minor;
    if (each.mean_minor) balance.mean_minor = balance.mean_minor.value_or(0) + *each.mean_minor;
  }
}

}  // namespace

Result<WinShares> win_shares(std::span<const OpportunityFact> facts, Instant as_of) {
  Stays all;
  std::map<StageId, Stays> by_stage;
  for (const auto own : by_opportunity(facts)) {
    const auto now = opportunity_as_of(own, as_of);
    if (!now || now->state == OpportunityState::voided) continue;
    all.all.push_back(stay_since(now->created_at, *now, as_of));
    all.people.insert(now->rep_id);
    for (const auto& [stage_id, since] : stages_entered(own, as_of)) {
      Stays& stays = by_stage[stage_id];
      stays.all.push_back(stay_since(since, *now, as_of));
      stays.people.insert(now->rep_id);
    }
  }
  WinShares shares;
  PACELINE_TRY(shares.all, share_of(StageId(), all));
  for (const auto& [stage_id, stays] : by_stage) {
    PACELINE_TRY(auto share, share_of(stage_id, stays));
    shares.stages.push_back(share);
  }
  return shares;
}

Result<Standing> standing_of(std::optional<std::int64_t> quota_minor, std::int64_t sold_minor,
                             std::span<const OpenValue> open, const WinShares& shares) {
  std::map<std::pair<StageId, bool>, StageStanding> groups;
  for (const OpenValue& each : open) {
    StageStanding& group = groups[{each.stage_id, each.customer}];
    group.stage_id = each.stage_id;
    group.customer = each.customer;
    ++group.count;
    PACELINE_TRY(group.value_minor, sum_of(group.value_minor, each.value_minor));
  }
  Standing standing;
  standing.quota_minor = quota_minor;
  standing.sold_minor = sold_minor;
  for (auto& [key, group] : groups) {
    const auto share = std::find_if(shares.stages.begin(), shares.stages.end(),
                                    [id = group.stage_id](const WinShare& each) { return each.stage_id == id; });
    if (share != shares.stages.end() && share->share) {
      group.mean_minor = part(group.value_minor, *share->share);
      group.low_minor = part(group.value_minor, *share->low);
      group.high_minor = part(group.value_minor, *share->high);
      ExpectedRange& range = group.customer ? standing.book : standing.expected;
      PACELINE_TRY(range.mean_minor, sum_of(range.mean_minor, *group.mean_minor));
      PACELINE_TRY(range.low_minor, sum_of(range.low_minor, *group.low_minor));
      PACELINE_TRY(range.high_minor, sum_of(range.high_minor, *group.high_minor));
    }
    standing.stages.push_back(group);
  }
  if (!quota_minor) return standing;
  PACELINE_TRY(const auto brought, sum_of(standing.expected.mean_minor, standing.book.mean_minor));
  PACELINE_TRY(const auto reached, sum_of(sold_minor, brought));
  standing.to_build_minor = std::max<std::int64_t>(0, *quota_minor - reached);
  return standing;
}

std::vector<StageBalance> balance_of(std::span<const StageId> stages, const Standing& standing, const WinShares& shares,
                                     std::optional<std::int64_t> to_sell_minor, double mean_sale_minor) {
  const auto winning = static_cast<double>(std::count_if(
      stages.begin(), stages.end(), [&](StageId stage_id) { return won_from(stage_id, shares).has_value(); }));
  std::vector<StageBalance> all;
  all.reserve(stages.size());
  for (const StageId stage_id : stages) {
    StageBalance& balance = all.emplace_back();
    balance.stage_id = stage_id;
    take_open_of(standing, balance);
    const auto share = won_from(stage_id, shares);
    if (!share || to_sell_minor.value_or(0) <= 0) continue;
    const double needed = static_cast<double>(*to_sell_minor) / winning / *share;
    if (needed > kMostMinor) continue;
    balance.needed_minor = static_cast<std::int64_t>(std::floor(needed + 0.5));
    if (mean_sale_minor >= 1) balance.needed_count = static_cast<std::int64_t>(std::ceil(needed / mean_sale_minor));
  }
  return all;
}

}  // namespace paceline
