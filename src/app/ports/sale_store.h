// SPDX-License-Identifier: Apache-2.0
// Sales, as they are stored: facts and their changes, and what they make of each as of now.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/as_of.h"
#include "base/period.h"
#include "pipeline/sale.h"

namespace paceline {

struct KnownSale {
  Sale sale;
  SaleNow now;
};

class SaleStore {
 public:
  virtual ~SaleStore() = default;

  /// Returns conflict "sale.key.taken".
  [[nodiscard]] virtual Result<void> add(const Sale& sale) = 0;
  /// `now`: what it makes of the sale. Returns conflict "sale.changed" when its number is taken.
  [[nodiscard]] virtual Result<void> add_change(const SaleChange& change, const SaleNow& now) = 0;

  [[nodiscard]] virtual Result<std::optional<Sale>> find(SaleId sale_id) = 0;
  [[nodiscard]] virtual Result<std::optional<Sale>> find_by_key(std::string_view key) = 0;
  /// In order of their number.
  [[nodiscard]] virtual Result<std::vector<SaleChange>> changes_of(SaleId sale_id) = 0;
  /// Also those that were cancelled, oldest first.
  [[nodiscard]] virtual Result<std::vector<KnownSale>> of_opportunity(OpportunityId opportunity_id) = 0;
  [[nodiscard]] virtual Result<std::vector<KnownSale>> of_account(AccountId account_id) = 0;
  /// Those whose day lay in the period, by day, without those that were cancelled by then.
  [[nodiscard]] virtual Result<std::vector<SaleId>> ids_within(Period period, AsOf when) = 0;
  /// Those that one of the reps has, or ever had, a share of.
  [[nodiscard]] virtual Result<std::set<SaleId>> ids_ever_shared_by(const std::vector<RepId>& reps) = 0;
  /// These, in their order. REQUIRES: they were known then.
  [[nodiscard]] virtual Result<std::vector<KnownSale>> known_at(const std::vector<SaleId>& sales, AsOf when) = 0;
  /// Those whose day lies in the period and that the rep has or had a share of, as they are now, also those that were
  /// cancelled.
  [[nodiscard]] virtual Result<std::vector<KnownSale>> of_rep(RepId rep_id, Period period) = 0;
  /// Those that the rep ever had a share of, each as it was known at a moment.
  [[nodiscard]] virtual Result<std::vector<KnownSale>> of_rep_as_of(RepId rep_id, Instant as_of) = 0;
  /// Each as it was known at a moment, by id, also those that were cancelled.
  [[nodiscard]] virtual Result<std::vector<KnownSale>> all_as_of(Instant as_of) = 0;
  /// Each as the projection has it, by id.
  [[nodiscard]] virtual Result<std::vector<KnownSale>> all_now() = 0;

  /// Of these, those of which something that was known at the moment (the sale, or a change of it) came after a period
  /// that it is about had been closed, of a quota that counts sales: the next report carries it.
  [[nodiscard]] virtual Result<std::set<SaleId>> adjusting(const std::vector<SaleId>& sales, Instant as_of) = 0;

  /// Does a day of the span lie in a closed period of anybody?
  [[nodiscard]] virtual Result<bool> has_closed(Period span) = 0;
  /// Does the day lie in a closed period of the rep, of a quota that counts sales, of whatever product lines?
  [[nodiscard]] virtual Result<bool> is_closed(RepId rep_id, Day day) = 0;
};

}  // namespace paceline
