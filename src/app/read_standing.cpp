// SPDX-License-Identifier: Apache-2.0
#include "app/read_standing.h"

#include <algorithm>
#include <cmath>

#include "app/opportunity_now.h"
#include "pipeline/tree.h"
#include "team/monitoring.h"

namespace paceline {
namespace {

constexpr double kShareParts = 1e9;

/// Collects the rows of one question.
class StandingReader {
 public:
  StandingReader(const StandingQuestion& question, AsOf when, const Zones& zones, Stores& stores, Currency currency)
      : question_(question), when_(when), zones_(zones), stores_(stores), answer_{{}, {}, currency, false, 0,
                                                                                  0,  0,  {},       {},    {}} {
    if (question.reps) reps_.emplace(question.reps->begin(), question.reps->end());
  }

  Result<StandingAnswer> read() {
    PACELINE_CHECK(read_surroundings());
    PACELINE_CHECK(read_sales());
    PACELINE_CHECK(read_open());
    std::int64_t sold = 0;
    std::vector<OpenValue> open;
    for (const StandingRow& row : answer_.rows) {
      if (!row.value_minor) continue;
      if (row.part == StandingPart::sold && __builtin_add_overflow(sold, *row.value_minor, &sold))
        return fail(Fault::invalid, "money.out_of_range");
      if (row.part != StandingPart::sold) open.push_back({*row.stage_id, row.customer, *row.value_minor});
    }
    PACELINE_TRY(answer_.standing, standing_of(question_.quota_minor, sold, open, answer_.shares));
    if (question_.quota_minor) PACELINE_CHECK(read_coverage(open));
    PACELINE_CHECK(read_balance());
    return std::move(answer_);
  }

 private:
  Result<void> read_surroundings() {
    PACELINE_TRY(const auto organisation, stores_.people.organisation());
    PACELINE_TRY(const LocalTime local, zones_.local(when_.as_of, organisation.zone));
    today_ = local.day;
    answer_.over = today_ >= question_.period.to;
    PACELINE_TRY(rates_, stores_.pipelines.currency_rates());
    PACELINE_TRY(company_, stores_.people.company());
    PACELINE_TRY(auto users, stores_.people.users());
    PACELINE_TRY(auto placements, stores_.people.placements_of(std::move(users)));
    for (Placement& each : placements) placements_.emplace(each.user.user_id, std::move(each));
    if (question_.product_line) {
      PACELINE_TRY(const auto all, stores_.pipelines.product_lines());
      lines_ = all_within(parents_of(all, &ProductLine::product_line_id), *question_.product_line);
    }
    if (!question_.territory) return {};
    PACELINE_TRY(const auto all, stores_.pipelines.territories());
    territories_ = all_within(parents_of(all, &Territory::territory_id), *question_.territory);
    PACELINE_TRY(rules_, stores_.pipelines.territory_rules());
    PACELINE_TRY(auto accounts, stores_.accounts.all());
    for (AccountProfile& each : accounts) accounts_.emplace(each.account_id, std::move(each));
    return {};
  }

  [[nodiscard]] bool is_of(RepId rep_id, Day day) const {
    if (reps_ && !reps_->contains(rep_id)) return false;
    if (!question_.team) return true;
    const auto placement = placements_.find(rep_id);
    const auto team = placement == placements_.end() ? std::nullopt : team_on(placement->second, day);
    return team && steps_up(company_, *team, *question_.team).has_value();
  }

  [[nodiscard]] bool is_there(const std::optional<AccountId>& account_id, Day day) const {
    if (!question_.territory) return true;
    const auto account = account_id ? accounts_.find(*account_id) : accounts_.end();
    const auto territory = account == accounts_.end() ? std::nullopt : territory_of(account->second, rules_, day);
    return territory && territories_.contains(*territory);
  }

  [[nodiscard]] bool is_line(const std::optional<ProductLineId>& line) const {
    return !question_.product_line || (line && lines_.contains(*line));
  }

  [[nodiscard]] bool is_customer(const std::optional<AccountId>& account_id, Day day, SaleId sale_id) const {
    const auto first = account_id ? first_sales_.find(*account_id) : first_sales_.end();
    return first != first_sales_.end() && first->second < std::pair(day, sale_id);
  }

  Result<void> read_sales() {
    PACELINE_TRY(auto sales, stores_.sales.all_as_of(when_.as_of));
    std::erase_if(sales, [](const KnownSale& each) { return each.now.cancelled; });
    std::stable_sort(sales.begin(), sales.end(),
                     [](const KnownSale& a, const KnownSale& b) { return a.now.day < b.now.day; });
    for (const KnownSale& each : sales) {
      if (each.sale.account_id) first_sales_.emplace(*each.sale.account_id, std::pair(each.now.day, each.sale.sale_id));
    }
    for (const KnownSale& each : sales) PACELINE_CHECK(read_sale(each));
    return {};
  }

  Result<void> read_sale(const KnownSale& known) {
    const Day day = known.now.day;
    StandingRow row;
    bool asked = false;
    std::int64_t value = 0;
    for (const SaleLine& line : known.sale.lines) {
      if (!is_line(line.product_line_id)) continue;
      const auto whole = in_currency(line.amount, answer_.currency, rates_, day);
      if (!whole) row.why_no_value = whole.error().code;
      const auto parts = parts_of(whole ? *whole : line.amount, known.now.shares);
      for (std::size_t at = 0; at < parts.size(); ++at) {
        if (!is_of(known.now.shares[at].rep_id, day)) continue;
        if (!asked) row.rep_id = known.now.shares[at].rep_id;
        asked = true;
        if (__builtin_add_overflow(value, parts[at].minor(), &value)) row.why_no_value = "money.out_of_range";
      }
    }
    if (!asked || !is_there(known.sale.account_id, day)) return {};
    if (!row.why_no_value) {
      ++sales_counted_;
      sales_minor_ += static_cast<double>(value);
      row.value_minor = value;
    }
    if (!question_.period.contains(day)) return {};
    if (row.why_no_value) ++answer_.without_value;
    row.sale_id = known.sale.sale_id;
    row.opportunity_id = known.sale.opportunity_id;
    row.account_id = known.sale.account_id;
    row.day = day;
    row.customer = is_customer(known.sale.account_id, day, known.sale.sale_id);
    answer_.rows.push_back(std::move(row));
    return {};
  }

  Result<void> read_open() {
    PACELINE_TRY(const auto moves, stores_.opportunities.moves_as_of(when_.as_of));
    PACELINE_TRY(answer_.shares, win_shares(moves, when_.as_of));
    if (question_.shares_of) PACELINE_CHECK(hide_few(moves));
    if (answer_.over) return {};
    const auto open = open_opportunities(moves, when_.as_of, [&](RepId rep_id) { return is_of(rep_id, today_); });
    PACELINE_TRY(const auto all, opportunities_at(open, when_, stores_.opportunities));
    for (const KnownOpportunity& each : all) {
      if (each.now.state == OpportunityState::open) take_open(each.now);
    }
    return {};
  }

  /// No share gives away how fewer than five fared: that of the asker's own stands in its place.
  Result<void> hide_few(const std::vector<OpportunityFact>& moves) {
    const std::set<RepId> seen(question_.shares_of->begin(), question_.shares_of->end());
    std::vector<OpportunityFact> own;
    for (const auto one : by_opportunity(moves)) {
      const auto now = opportunity_as_of(one, when_.as_of);
      if (now && seen.contains(now->rep_id)) own.insert(own.end(), one.begin(), one.end());
    }
    PACELINE_TRY(const auto own_shares, win_shares(own, when_.as_of));
    if (answer_.shares.all.people < kFewestPeople) answer_.shares.all = own_shares.all;
    for (WinShare& each : answer_.shares.stages) {
      if (each.people >= kFewestPeople) continue;
      const auto same = std::find_if(own_shares.stages.begin(), own_shares.stages.end(),
                                     [&](const WinShare& other) { return other.stage_id == each.stage_id; });
      WinShare none;
      none.stage_id = each.stage_id;
      each = same == own_shares.stages.end() ? none : *same;
    }
    return {};
  }

  void take_open(const OpportunityNow& now) {
    if (!is_there(now.account_id, today_)) return;
    const bool of_line =
        !question_.product_line || std::any_of(now.amounts.begin(), now.amounts.end(),
                                               [&](const LineAmount& each) { return is_line(each.product_line_id); });
    if (!of_line) return;
    if (now.close_day && *now.close_day >= question_.period.to) {
      ++answer_.closes_later;
      return;
    }
    const bool to_come = question_.period.from > today_;  // what is overdue counts where we are
    if (to_come && now.close_day && *now.close_day < question_.period.from) {
      ++answer_.closes_earlier;
      return;
    }
    StandingRow row;
    std::int64_t value = 0;
    if (now.amounts.empty()) row.why_no_value = "no_amount";
    for (const LineAmount& each : now.amounts) {
      if (!is_line(each.product_line_id)) continue;
      const auto money = in_currency(each.amount, answer_.currency, rates_, today_);
      if (!money) row.why_no_value = money.error().code;
      if (money && __builtin_add_overflow(value, money->minor(), &value)) row.why_no_value = "money.out_of_range";
    }
    if (!row.why_no_value) row.value_minor = value;
    if (row.why_no_value) ++answer_.without_value;
    row.customer = is_customer(now.account_id, today_ + 1, SaleId());
    row.part = row.customer ? StandingPart::book : StandingPart::expected;
    row.opportunity_id = now.opportunity_id;
    row.name = now.name;
    row.account_id = now.account_id;
    row.rep_id = now.rep_id;
    row.stage_id = now.stage_id;
    for (const WinShare& each : answer_.shares.stages) {
      if (each.stage_id == now.stage_id) row.share = each.share;
    }
    answer_.rows.push_back(std::move(row));
  }

  Result<void> read_coverage(const std::vector<OpenValue>& open) {
    StandingCoverage coverage;
    coverage.open_count = static_cast<std::int64_t>(open.size());
    for (const OpenValue& each : open) {
      if (__builtin_add_overflow(coverage.open_minor, each.value_minor, &coverage.open_minor))
        return fail(Fault::invalid, "money.out_of_range");
    }
    coverage.to_sell_minor = std::max<std::int64_t>(0, *question_.quota_minor - answer_.standing.sold_minor);
    if (coverage.to_sell_minor > 0) {
      coverage.ratio = static_cast<double>(coverage.open_minor) / static_cast<double>(coverage.to_sell_minor);
    }
    const WinShare& all = answer_.shares.all;
    const double mean = mean_sale();
    if (mean > 0)
      coverage.wins_needed = static_cast<std::int64_t>(std::ceil(static_cast<double>(coverage.to_sell_minor) / mean));
    if (all.share && coverage.wins_needed.value_or(0) > 0 && coverage.open_count > 0) {
      // The share itself, not the nearest number of wins that so few ends would allow.
      const auto wins = static_cast<std::int64_t>(std::llround(std::clamp(*all.share, 0.0, 1.0) * kShareParts));
      const double times = static_cast<double>(coverage.open_count) / static_cast<double>(*coverage.wins_needed);
      PACELINE_TRY(coverage.estimates,
                   coverage_of({wins, static_cast<std::int64_t>(kShareParts)}, *coverage.wins_needed, times));
    }
    answer_.coverage = coverage;
    return {};
  }

  [[nodiscard]] double mean_sale() const {
    return sales_counted_ == 0 ? 0 : sales_minor_ / static_cast<double>(sales_counted_);
  }

  [[nodiscard]] bool is_open_in(StageId stage_id) const {
    return std::any_of(answer_.rows.begin(), answer_.rows.end(),
                       [&](const StandingRow& row) { return row.stage_id == stage_id; });
  }

  /// Stages that were given up are left out when nothing stands in them.
  [[nodiscard]] std::vector<StageId> open_stages(const Pipeline& pipeline) const {
    std::vector<StageId> stages;
    bool any = false;
    for (const Stage& stage : pipeline.stages) {
      const bool here = is_open_in(stage.stage_id);
      any = any || here;
      if (here || (stage.active && stage.ends == StageEnds::open)) stages.push_back(stage.stage_id);
    }
    if (!any) stages.clear();
    return stages;
  }

  /// The pipelines of what is open share what is still to sell.
  Result<void> read_balance() {
    PACELINE_TRY(const auto pipelines, stores_.pipelines.pipelines());
    std::vector<StageId> stages;
    std::map<StageId, PipelineId> pipeline_of;
    for (const Pipeline& pipeline : pipelines) {
      for (const StageId stage_id : open_stages(pipeline)) {
        stages.push_back(stage_id);
        pipeline_of.emplace(stage_id, pipeline.pipeline_id);
      }
    }
    const auto to_sell = answer_.coverage ? std::optional(answer_.coverage->to_sell_minor) : std::nullopt;
    for (const StageBalance& balance : balance_of(stages, answer_.standing, answer_.shares, to_sell, mean_sale())) {
      StandingStage& stage = answer_.balance.emplace_back();
      stage.pipeline_id = pipeline_of.at(balance.stage_id);
      stage.balance = balance;
      stage.without_value = std::count_if(answer_.rows.begin(), answer_.rows.end(), [&](const StandingRow& row) {
        return row.stage_id == stage.balance.stage_id && row.why_no_value;
      });
    }
    return {};
  }

  const StandingQuestion& question_;
  AsOf when_;
  const Zones& zones_;
  Stores& stores_;
  StandingAnswer answer_;
  std::optional<std::set<RepId>> reps_;
  Day today_;
  std::vector<CurrencyRate> rates_;
  Company company_;
  std::map<UserId, Placement> placements_;
  std::set<ProductLineId> lines_;
  std::set<TerritoryId> territories_;
  std::vector<TerritoryRule> rules_;
  std::map<AccountId, AccountProfile> accounts_;
  std::map<AccountId, std::pair<Day, SaleId>> first_sales_;
  std::int64_t sales_counted_ = 0;
  double sales_minor_ = 0;
};

}  // namespace

Result<StandingAnswer> read_standing(const StandingQuestion& question, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto currency, Currency::parse(organisation.currency));
  return StandingReader(question, when, zones, stores, currency).read();
}

}  // namespace paceline
