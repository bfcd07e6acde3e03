// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cross_sell.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace paceline {
namespace {

/// How many of some customers have each line.
struct Holders {
  std::int64_t customers = 0;
  std::map<ProductLineId, std::int64_t> have;

  void add(const std::set<ProductLineId>& lines, std::int64_t count) {
    customers += count;
    for (const ProductLineId line : lines) have[line] += count;
  }
  [[nodiscard]] std::int64_t of(ProductLineId line) const {
    const auto found = have.find(line);
    return found == have.end() ? 0 : found->second;
  }
};

bool has_common(const std::set<ProductLineId>& a, const std::set<ProductLineId>& b) {
  return std::any_of(a.begin(), a.end(), [&](ProductLineId line) { return b.contains(line); });
}

}  // namespace

Holdings holdings_of(std::span<const Customer> customers) {
  Holdings holdings;
  for (const Customer& customer : customers) ++holdings[customer.has];
  return holdings;
}

std::vector<CrossSell> cross_sells(const Customer& customer, const Holdings& holdings,
                                   std::span<const OfferedLine> offered) {
  if (customer.has.empty()) return {};
  Holders all;
  Holders alike;
  for (const auto& [lines, count] : holdings) {
    const std::int64_t others = lines == customer.has ? count - 1 : count;
    all.add(lines, others);
    if (has_common(customer.has, lines)) alike.add(lines, others);
  }
  std::vector<CrossSell> found;
  for (const OfferedLine& line : offered) {
    const ProductLineId id = line.product_line_id;
    if (customer.has.contains(id)) continue;
    const double part = all.customers == 0 ? 0 : static_cast<double>(all.of(id)) / static_cast<double>(all.customers);
    CrossSell each{customer.account_id, id, alike.customers, alike.of(id), 0, line.usual_minor, {}};
    each.share = (static_cast<double>(each.alike_have) + kPriorCustomers * part) /
                 (static_cast<double>(each.alike) + kPriorCustomers);
    if (each.usual_minor) each.worth_minor = std::llround(each.share * static_cast<double>(*each.usual_minor));
    found.push_back(each);
  }
  std::sort(found.begin(), found.end(), is_better);
  return found;
}

bool is_better(const CrossSell& a, const CrossSell& b) {
  const auto worth = [](const CrossSell& each) { return each.worth_minor.value_or(-1); };
  if (worth(a) != worth(b)) return worth(a) > worth(b);
  if (a.share > b.share) return true;
  if (a.share < b.share) return false;
  return std::tie(a.account_id, a.product_line_id) < std::tie(b.account_id, b.product_line_id);
}

}  // namespace paceline
