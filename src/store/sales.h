// SPDX-License-Identifier: Apache-2.0
// SaleStore on SQL.
#pragma once

#include "app/ports/sale_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlSaleStore : public SaleStore {
 public:
  explicit SqlSaleStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const Sale& sale) override;
  Result<void> add_change(const SaleChange& change, const SaleNow& now) override;
  Result<std::optional<Sale>> find(SaleId sale_id) override;
  Result<std::optional<Sale>> find_by_key(std::string_view key) override;
  Result<std::vector<SaleChange>> changes_of(SaleId sale_id) override;
  Result<std::vector<KnownSale>> of_opportunity(OpportunityId opportunity_id) override;
  Result<std::vector<KnownSale>> of_account(AccountId account_id) override;
  Result<std::vector<SaleId>> ids_within(Period period, AsOf when) override;
  Result<std::set<SaleId>> ids_ever_shared_by(const std::vector<RepId>& reps) override;
  Result<std::vector<KnownSale>> known_at(const std::vector<SaleId>& sales, AsOf when) override;
  Result<std::vector<KnownSale>> of_rep(RepId rep_id, Period period) override;
  Result<std::vector<KnownSale>> of_rep_as_of(RepId rep_id, Instant as_of) override;
  Result<std::vector<KnownSale>> all_as_of(Instant as_of) override;
  Result<std::vector<KnownSale>> all_now() override;
  Result<std::set<SaleId>> adjusting(const std::vector<SaleId>& sales, Instant as_of) override;
  Result<bool> has_closed(Period span) override;
  Result<bool> is_closed(RepId rep_id, Day day) override;

 private:
  /// Those that the statement finds, in its order.
  [[nodiscard]] Result<std::vector<KnownSale>> known(const Statement& ids_of, std::span<const Value> parameters);
  [[nodiscard]] Result<std::vector<KnownSale>> known_now(const std::vector<SaleId>& sales);
  [[nodiscard]] Result<std::vector<SaleId>> ids_within_then(Period period, Instant as_of);
  /// `all`: these are all that were known then.
  [[nodiscard]] Result<std::vector<KnownSale>> folded(const std::vector<SaleId>& sales, bool all, Instant as_of);
  [[nodiscard]] Result<void> add_shares(SaleId sale_id, std::int64_t seq, const std::vector<SaleShare>& shares);

  const OrgScope& scope_;
};

}  // namespace paceline::store
