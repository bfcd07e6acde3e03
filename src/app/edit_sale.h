// SPDX-License-Identifier: Apache-2.0
// Orders from elsewhere as sales, and what happens to a sale later: cancelled, another day, other shares.
//
// Nothing of it changes in a period that is closed for one of its reps, in a quota that counts sales, unless the change
// says that it is an adjustment: then it is marked as one, and the closed report stays as it is. A day is asked for
// where it leaves and where it goes, shares of who has them and who gets them. Not asked are orders that come late, and
// what an opportunity's moves do: they say when they happened, and a file or another system could not answer. They are
// marked.
#pragma once

#include "app/edit_opportunity.h"

namespace paceline {

struct SaleDraft {
  std::optional<std::string> key;
  std::optional<AccountId> account_id;
  std::vector<AmountEdit> lines;  ///< each with an amount
  std::vector<SaleShare> shares;
  std::optional<Day> day;  ///< none: the day of occurred_at in the first rep's zone
  std::optional<Instant> occurred_at;
  std::optional<Instant> known_at;
};

struct SaleEdit {
  SaleChangeKind kind = SaleChangeKind::cancelled;
  std::optional<Day> day;
  std::vector<SaleShare> shares;
  bool adjustment = false;
  std::string reason;
};

/// Invalid "sale.lines.missing", "product_line.unknown", "opportunity.amount.missing" (a line without money),
/// "opportunity.amount.out_of_range", "sale.shares.sum", "sale.text.not_allowed", "opportunity.occurred_at.in_future",
/// "opportunity.known_at.in_future", "sale.day.in_future", "instant.out_of_range", "account.unknown"; conflict
/// "sale.key.taken".
[[nodiscard]] Checked<KnownSale> add_sale(const SaleDraft& draft, const EditContext& context, Stores& stores);

/// Takes the turns of those who share the sale or shall share it. Whoever changes it, or closes a period of theirs,
/// waits from then on: what is asked of it (is its day closed, whose part is lowered) holds until the end.
[[nodiscard]] Result<void> take_turns_of_sale(const Sale& sale, const std::vector<SaleShare>& shares, Stores& stores);

/// Not_found "sale.not_found". Invalid "sale.reason.missing", "sale.text.not_allowed", "sale.shares.sum",
/// "sale.day.in_future". Conflict "sale.cancelled", "sale.day.closed", "sale.changed".
[[nodiscard]] Result<KnownSale> edit_sale(SaleId sale_id, const SaleEdit& edit, const EditContext& context,
                                          Stores& stores);

}  // namespace paceline
