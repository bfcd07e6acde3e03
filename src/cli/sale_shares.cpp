// SPDX-License-Identifier: Apache-2.0
#include "cli/sale_shares.h"

#include <optional>

#include "cli/body.h"
#include "cli/whole_number.h"

namespace paceline::cli {
namespace {

std::optional<SaleShare> sale_share(const std::string& text) {
  const auto equals = text.rfind('=');
  if (equals == std::string::npos || equals == 0) return std::nullopt;
  const auto basis_points = whole_number_of(std::string_view(text).substr(equals + 1));
  return basis_points ? std::optional(SaleShare{text.substr(0, equals), *basis_points}) : std::nullopt;
}

}  // namespace

Checked<std::vector<SaleShare>> sale_shares_of(const std::vector<std::string>& texts) {
  std::vector<SaleShare> shares;
  Errors faults;
  for (std::size_t at = 0; at < texts.size(); ++at) {
    auto share = sale_share(texts[at]);
    if (share)
      shares.push_back(*std::move(share));
    else
      faults.push_back({Fault::invalid, "line.malformed", "/shares/" + std::to_string(at), texts[at]});
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return shares;
}

std::string sale_shares_json(const std::vector<SaleShare>& shares) {
  std::string items;
  for (const auto& [rep, basis_points] : shares)
    items += (items.empty() ? "" : ",") + body_of({{"rep", rep}}, {{"share_bp", std::to_string(basis_points)}});
  return items.empty() ? items : "[" + items + "]";
}

}  // namespace paceline::cli
