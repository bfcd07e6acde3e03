// SPDX-License-Identifier: Apache-2.0
#include "app/read_cross_sells.h"

#include <algorithm>

#include "app/opportunity_now.h"
#include "pipeline/exchange.h"
#include "pipeline/tree.h"
#include "team/monitoring.h"

namespace paceline {
namespace {

/// What a sale brought in one line, and who shares it.
struct SoldFor {
  std::int64_t minor = 0;
  const std::vector<SaleShare>* shares = nullptr;
};

class CrossSellReader {
 public:
  CrossSellReader(const SomeReps& readable, AsOf when, const Zones& zones, Stores& stores, Currency currency)
      : readable_(readable), when_(when), zones_(zones), stores_(stores), currency_(currency) {}

  Result<void> read(const std::string& zone) {
    PACELINE_TRY(const LocalTime local, zones_.local(when_.as_of, zone));
    today_ = local.day;
    PACELINE_TRY(lines_, stores_.pipelines.product_lines());
    parents_ = parents_of(lines_, &ProductLine::product_line_id);
    PACELINE_TRY(rates_, stores_.pipelines.currency_rates());
    PACELINE_CHECK(read_sales());
    PACELINE_CHECK(read_open());
    offer();
    return {};
  }

  [[nodiscard]] Result<CrossSells> of(AccountId account_id) const {
    const auto found = std::find_if(customers_.begin(), customers_.end(),
                                    [&](const Customer& each) { return each.account_id == account_id; });
    CrossSells answer{{}, currency_};
    if (found == customers_.end()) return answer;
    PACELINE_TRY(const auto account, stores_.accounts.find(account_id));
    const bool owned = account && owner_on(*account, today_);
    if (owned || may_read(sharers_.at(account_id))) answer.rows = not_being_sold(*found);
    return answer;
  }

  [[nodiscard]] Result<CrossSells> of_rep(RepId rep_id) const {
    PACELINE_TRY(const auto accounts, stores_.accounts.all());
    std::map<AccountId, std::optional<UserId>> owners;
    for (const AccountProfile& each : accounts) owners.emplace(each.account_id, owner_on(each, today_));
    CrossSells answer{{}, currency_};
    for (const Customer& customer : customers_) {
      if (!is_own(customer.account_id, owners.at(customer.account_id), rep_id)) continue;
      const auto rows = not_being_sold(customer);
      answer.rows.insert(answer.rows.end(), rows.begin(), rows.end());
    }
    std::sort(answer.rows.begin(), answer.rows.end(), is_better);
    return answer;
  }

 private:
  Result<void> read_sales() {
    PACELINE_TRY(sales_, when_.is_now() ? stores_.sales.all_now() : stores_.sales.all_as_of(when_.as_of));
    std::erase_if(sales_, [](const KnownSale& each) { return each.now.cancelled; });
    std::stable_sort(sales_.begin(), sales_.end(),
                     [](const KnownSale& a, const KnownSale& b) { return a.now.day < b.now.day; });
    std::map<AccountId, std::set<ProductLineId>> sold;
    for (const KnownSale& each : sales_) {
      note_amounts(each);
      if (!each.sale.account_id) continue;
      auto& has = sold[*each.sale.account_id];
      for (const SaleLine& line : each.sale.lines) add_around(line.product_line_id, has);
      sharers_[*each.sale.account_id] = each.now.shares;
    }
    for (auto& [account_id, has] : sold) customers_.push_back({account_id, std::move(has)});
    holdings_ = holdings_of(customers_);
    return {};
  }

  void note_amounts(const KnownSale& known) {
    for (const SaleLine& line : known.sale.lines) {
      if (!line.product_line_id) continue;
      const auto amount = in_currency(line.amount, currency_, rates_, known.now.day);
      if (amount) amounts_[*line.product_line_id].push_back({amount->minor(), &known.now.shares});
    }
  }

  /// The line, its parts, and what it is a part of.
  void add_around(std::optional<ProductLineId> line, std::set<ProductLineId>& has) {
    if (!line) return;
    std::set<ProductLineId>& around = around_[*line];
    if (around.empty()) {
      around = all_within(parents_, *line);
      for (const auto& [whole, parent] : parents_) {
        if (is_within(parents_, *line, whole)) around.insert(whole);
      }
    }
    has.insert(around.begin(), around.end());
  }

  Result<void> read_open() {
    if (!when_.is_now()) return read_open_then();
    PACELINE_TRY(const auto open, stores_.opportunities.open_lines());
    for (const OpenLine& each : open) add_around(each.product_line_id, being_sold_[each.account_id]);
    return {};
  }

  Result<void> read_open_then() {
    PACELINE_TRY(const auto moves, stores_.opportunities.moves_as_of(when_.as_of));
    const auto open = open_opportunities(moves, when_.as_of, [](RepId) { return true; });
    PACELINE_TRY(const auto all, stores_.opportunities.as_of(open, when_.as_of));
    for (const auto& [opportunity, now] : all) {
      if (!now.account_id) continue;
      for (const LineAmount& line : now.amounts) add_around(line.product_line_id, being_sold_[*now.account_id]);
    }
    return {};
  }

  void offer() {
    std::set<ProductLineId> wholes;
    for (const ProductLine& line : lines_) {
      if (line.active && line.parent_id) wholes.insert(*line.parent_id);
    }
    for (const ProductLine& line : lines_) {
      if (line.active && !wholes.contains(line.product_line_id))
        offered_.push_back({line.product_line_id, usual_minor(line)});
    }
  }

  [[nodiscard]] std::optional<std::int64_t> usual_minor(const ProductLine& line) {
    std::vector<SoldFor> all;
    for (const ProductLineId part : all_within(parents_, line.product_line_id)) {
      const auto& amounts = amounts_[part];
      all.insert(all.end(), amounts.begin(), amounts.end());
    }
    if (sold_by_few(all)) std::erase_if(all, [&](const SoldFor& each) { return !may_read(*each.shares); });
    if (!all.empty()) {
      const auto middle = all.begin() + static_cast<std::ptrdiff_t>((all.size() - 1) / 2);
      std::nth_element(all.begin(), middle, all.end(),
                       [](const SoldFor& a, const SoldFor& b) { return a.minor < b.minor; });
      return middle->minor;
    }
    if (!line.list_price) return std::nullopt;
    const auto price = in_currency(*line.list_price, currency_, rates_, today_);
    return price ? std::optional(price->minor()) : std::nullopt;
  }

  [[nodiscard]] bool may_read(const std::vector<SaleShare>& shares) const {
    return std::any_of(shares.begin(), shares.end(),
                       [&](const SaleShare& share) { return is_one_of(readable_, share.rep_id); });
  }

  [[nodiscard]] static bool sold_by_few(const std::vector<SoldFor>& sold) {
    std::set<RepId> people;
    for (const SoldFor& each : sold) {
      for (const SaleShare& share : *each.shares) people.insert(share.rep_id);
    }
    return people.size() < kFewestPeople;
  }

  [[nodiscard]] std::vector<CrossSell> not_being_sold(const Customer& customer) const {
    auto rows = cross_sells(customer, holdings_, offered_);
    const auto open = being_sold_.find(customer.account_id);
    if (open == being_sold_.end()) return rows;
    std::erase_if(rows, [&](const CrossSell& row) { return open->second.contains(row.product_line_id); });
    return rows;
  }

  [[nodiscard]] bool is_own(AccountId account_id, std::optional<UserId> owner, RepId rep_id) const {
    if (owner) return *owner == rep_id;
    const auto& shares = sharers_.at(account_id);
    return std::any_of(shares.begin(), shares.end(), [&](const SaleShare& share) { return share.rep_id == rep_id; });
  }

  const SomeReps& readable_;
  AsOf when_;
  const Zones& zones_;
  Stores& stores_;
  Currency currency_;
  Day today_;
  std::vector<ProductLine> lines_;
  Parents<ProductLineId> parents_;
  std::vector<CurrencyRate> rates_;
  std::vector<KnownSale> sales_;  ///< by day
  std::map<ProductLineId, std::set<ProductLineId>> around_;
  std::vector<Customer> customers_;
  Holdings holdings_;                                        ///< of them
  std::map<AccountId, std::vector<SaleShare>> sharers_;      ///< of the newest sale
  std::map<ProductLineId, std::vector<SoldFor>> amounts_;    ///< of all sales of the line itself
  std::map<AccountId, std::set<ProductLineId>> being_sold_;  ///< by open opportunities
  std::vector<OfferedLine> offered_;
};

Result<CrossSellReader> reader_of(const SomeReps& readable, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto currency, Currency::parse(organisation.currency));
  CrossSellReader reader(readable, when, zones, stores, currency);
  PACELINE_CHECK(reader.read(organisation.zone));
  return reader;
}

}  // namespace

Result<CrossSells> cross_sells_of_account(AccountId account_id, const SomeReps& readable, AsOf when, const Zones& zones,
                                          Stores& stores) {
  PACELINE_TRY(const auto reader, reader_of(readable, when, zones, stores));
  return reader.of(account_id);
}

Result<CrossSells> cross_sells_of_rep(RepId rep_id, const SomeReps& readable, AsOf when, const Zones& zones,
                                      Stores& stores) {
  PACELINE_TRY(const auto reader, reader_of(readable, when, zones, stores));
  return reader.of_rep(rep_id);
}

}  // namespace paceline
