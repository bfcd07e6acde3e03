// SPDX-License-Identifier: Apache-2.0
// Cross-selling: which product lines a customer does not have yet, the most worth first.
//
// Two customers are alike when they have a line in common. Of n others who are alike k have the line; of all others a
// part p has it. Few alike say little, so p counts like five more of them:
//   share = (k + 5 p) / (n + 5)        (the mean of a beta-binomial with a prior worth five customers)
//   worth = share x the usual sale of the line
// It orders whom to ask; it is no probability that this customer buys.
// Worked example (tests/pipeline/cross_sell_test.cpp): A and B have life and savings, C life, D travel. For C: savings
// 2 of 2 alike and 2 of 3 others, so (2 + 10/3) / 7 = 16/21; travel 0 of 2 and 1 of 3, so (5/3) / 7 = 5/21.
#pragma once

#include <map>
#include <set>
#include <span>
#include <vector>

#include "pipeline/account_profile.h"
#include "pipeline/product_line.h"

namespace paceline {

/// How many customers the part of all others counts for.
inline constexpr double kPriorCustomers = 5;

struct Customer {
  AccountId account_id;
  std::set<ProductLineId> has;
};

struct OfferedLine {
  ProductLineId product_line_id;
  std::optional<std::int64_t> usual_minor;  ///< of a sale of it; none: nobody can tell
};

struct CrossSell {
  AccountId account_id;
  ProductLineId product_line_id;
  std::int64_t alike = 0;       ///< other customers who have a line in common with this one
  std::int64_t alike_have = 0;  ///< those of them who have this line
  double share = 0;             ///< 0 to 1
  std::optional<std::int64_t> usual_minor;
  std::optional<std::int64_t> worth_minor;  ///< rounded
};

/// How many customers have the same lines: there are far fewer such sets than customers.
using Holdings = std::map<std::set<ProductLineId>, std::int64_t>;
[[nodiscard]] Holdings holdings_of(std::span<const Customer> customers);

/// What of the offered lines the customer does not have, the most worth first; where nobody can tell the worth, last,
/// by share. Nothing for who has nothing: not a customer. REQUIRES: `holdings` of all customers, this one among them.
[[nodiscard]] std::vector<CrossSell> cross_sells(const Customer& customer, const Holdings& holdings,
                                                 std::span<const OfferedLine> offered);

/// The order of cross_sells(), over several customers.
[[nodiscard]] bool is_better(const CrossSell& a, const CrossSell& b);

}  // namespace paceline
