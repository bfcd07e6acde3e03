// SPDX-License-Identifier: Apache-2.0
#include "commission/activity_bonus.h"
#include "commission/draw.h"
#include "commission/tiers.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

namespace {

Result<CommissionPlan> read_plan(const json::object& input) {
  CommissionPlan plan;
  PACELINE_TRY(plan.quota_minor, read_count(input, "quota_cents"));
  PACELINE_TRY(const auto tiers, read_count_rows_of(2, input, "tiers"));
  for (const auto& tier : tiers) plan.tiers.push_back({.from_percent = tier[0], .rate_bp = tier[1]});
  return plan;
}

Answer each(const std::vector<std::int64_t>& sales, const CommissionPlan& plan) {
  json::array paid;
  for (const auto sold : sales) {
    PACELINE_TRY(const auto commission, commission_on(sold, plan));
    paid.emplace_back(commission);
  }
  return paid;
}

}  // namespace

Answer commission_tiers_topic(const json::object& input) {
  PACELINE_TRY(auto plan, read_plan(input));
  PACELINE_TRY(const auto sales, read_counts(input, "sales_cents"));
  PACELINE_TRY(const auto marginal, each(sales, plan));
  CommissionPlan capped = plan;
  if (has(input, "cap_cents")) {
    PACELINE_TRY(capped.cap_minor, read_count(input, "cap_cents"));
  }
  PACELINE_TRY(const auto held, each(sales, capped));
  plan.kind = TierKind::retroactive;
  PACELINE_TRY(const auto retroactive, each(sales, plan));
  return json::object{{"marginal", marginal}, {"marginal_capped", held}, {"retroactive", retroactive}};
}

Answer clawback_split_topic(const json::object& input) {
  PACELINE_TRY(const auto plan, read_plan(input));
  PACELINE_TRY(const auto sales, read_counts(input, "deals_cents"));
  PACELINE_TRY(const auto cancelled, read_counts(input, "cancelled"));
  PACELINE_TRY(const auto shares, read_counts(input, "shares_bp"));
  PACELINE_TRY(const auto found, clawback(sales, cancelled, plan));
  PACELINE_TRY(const auto parts, split_payment(found.due_minor, shares));
  return json::object{{"paid", found.paid_minor},
                      {"recomputed", found.due_minor},
                      {"clawback", found.clawback_minor},
                      {"split", all_of(parts)},
                      {"average_rate_clawback", found.average_rate_minor}};
}

Answer draw_topic(const json::object& input) {
  PACELINE_TRY(const auto earned, read_counts(input, "earned"));
  PACELINE_TRY(const auto draw, read_count(input, "draw_cents"));
  PACELINE_TRY(const bool forgive, read_flag_or(input, "forgive_at_end", false));
  PACELINE_TRY(const auto pay, pay_with_draw(earned, draw, forgive));
  return json::object{
      {"paid", all_of(pay.paid_minor)}, {"balance", pay.balance_minor}, {"total_paid", pay.total_minor}};
}

namespace {

Result<std::int64_t> read_level(const json::object& input, const char* name) {
  PACELINE_TRY(const double level, read_real(input, name));
  return billionths_of(level);
}

}  // namespace

Answer activity_bonus_topic(const json::object& input) {
  PACELINE_TRY(const auto done, read_counts(input, "done"));
  PACELINE_TRY(const auto quota, read_counts(input, "quota"));
  PACELINE_TRY(const auto weights, read_reals(input, "weights"));
  PACELINE_CHECK(stats::check_same_length(done.size(), quota.size(), "/quota"));
  PACELINE_CHECK(stats::check_same_length(done.size(), weights.size(), "/weights"));
  BonusPlan plan;
  PACELINE_TRY(plan.start, read_level(input, "start"));
  PACELINE_TRY(plan.full, read_level(input, "full"));
  PACELINE_TRY(plan.cap, read_level(input, "cap"));
  PACELINE_TRY(plan.gate, read_level(input, "gate"));
  PACELINE_TRY(plan.bonus_minor, read_count(input, "bonus_cents"));
  std::vector<BonusKind> kinds;
  for (std::size_t i = 0; i < done.size(); ++i) {
    PACELINE_TRY(const auto weight, billionths_of(weights[i]));
    kinds.push_back({.done = done[i], .quota = quota[i], .weight = weight});
  }
  PACELINE_TRY(const auto bonus, activity_bonus(kinds, plan));
  return json::object{{"index", bonus.index}, {"gate_met", bonus.gate_met}, {"bonus_cents", bonus.bonus_minor}};
}

}  // namespace paceline::vectors
