// SPDX-License-Identifier: Apache-2.0
#include "pipeline/estimate.h"

#include <map>

#include "base/rounding.h"

namespace paceline {
namespace {

Wide worth_of_line(const EstimateLine& line) {
  return Wide{line.unit_price_minor} * line.quantity_milli * (kWholeDiscountBp - line.discount_bp);
}

constexpr Wide kWorthDivisor = Wide{kOneInThousandths} * kWholeDiscountBp;

EstimateState state_after(EstimateChangeKind kind) {
  switch (kind) {
    case EstimateChangeKind::sent: return EstimateState::sent;
    case EstimateChangeKind::accepted: return EstimateState::accepted;
    case EstimateChangeKind::declined: return EstimateState::declined;
    case EstimateChangeKind::withdrawn: return EstimateState::withdrawn;
    case EstimateChangeKind::superseded: return EstimateState::superseded;
  }
  return EstimateState::sent;
}

void check_line(const EstimateLine& line, const std::string& pointer, Errors& faults) {
  if (line.quantity_milli < 1 || line.quantity_milli > kMostQuantityMilli)
    faults.push_back({Fault::invalid, "estimate.quantity.out_of_range", pointer + "/quantity_milli", {}});
  if (line.unit_price_minor < 0 || line.unit_price_minor > kMostEstimateMinor)
    faults.push_back({Fault::invalid, "estimate.unit_price.out_of_range", pointer + "/unit_price_minor", {}});
  if (line.discount_bp < 0 || line.discount_bp > kWholeDiscountBp)
    faults.push_back({Fault::invalid, "estimate.discount.out_of_range", pointer + "/discount_bp", {}});
}

}  // namespace

std::optional<EstimateNow> estimate_as_of(const Estimate& estimate, std::span<const EstimateChange> changes,
                                          Instant as_of) {
  if (as_of < estimate.known_at) return std::nullopt;
  EstimateNow now;
  now.estimate_id = estimate.estimate_id;
  for (const EstimateChange& change : changes) {
    if (as_of < change.known_at) break;
    now.state = state_after(change.kind);
    now.version = change.seq;
    if (change.kind == EstimateChangeKind::sent) {
      now.sent_day = change.day;
      now.valid_until = change.valid_until;
    } else {
      now.ended_day = change.day;
      now.end_reason = change.reason;
    }
  }
  return now;
}

EstimateState state_on(const EstimateNow& now, Day day) {
  const bool over = now.state == EstimateState::sent && now.valid_until && *now.valid_until < day;
  return over ? EstimateState::expired : now.state;
}

bool may_follow(EstimateState state, EstimateChangeKind kind) {
  if (state == EstimateState::draft) return kind == EstimateChangeKind::sent || kind == EstimateChangeKind::withdrawn;
  const bool waits = state == EstimateState::sent || state == EstimateState::expired;
  return waits && kind != EstimateChangeKind::sent;
}

bool counts_as_sent(const Estimate& estimate, const EstimateNow& now) {
  return !estimate.replaces && now.sent_day.has_value() && now.state != EstimateState::withdrawn;
}

Errors check_lines(std::span<const EstimateLine> lines) {
  Errors faults;
  if (lines.empty()) faults.push_back({Fault::invalid, "estimate.lines.missing", "/lines", {}});
  if (lines.size() > kMostEstimateLines)
    faults.push_back({Fault::invalid, "estimate.lines.too_many", "/lines", std::to_string(kMostEstimateLines)});
  for (std::size_t at = 0; at < lines.size(); ++at) check_line(lines[at], "/lines/" + std::to_string(at), faults);
  if (!faults.empty()) return faults;
  Wide sum = 0;
  for (const EstimateLine& line : lines) sum += worth_of_line(line) / kWorthDivisor + 1;
  if (sum > kMostEstimateMinor) faults.push_back({Fault::invalid, "money.out_of_range", "/lines", {}});
  return faults;
}

std::int64_t worth_minor(const EstimateLine& line) {
  return round_half_up(worth_of_line(line), kWorthDivisor);
}

Money worth_of(const Estimate& estimate) {
  std::int64_t sum = 0;
  for (const EstimateLine& line : estimate.lines) sum += worth_minor(line);
  return {sum, estimate.currency};
}

std::vector<EstimatePart> parts_of(const Estimate& estimate) {
  std::map<std::optional<ProductLineId>, std::int64_t> sums;
  for (const EstimateLine& line : estimate.lines) sums[line.product_line_id] += worth_minor(line);
  std::vector<EstimatePart> parts;
  parts.reserve(sums.size());
  for (const auto& [line_id, minor] : sums) parts.push_back({line_id, Money(minor, estimate.currency)});
  return parts;
}

Result<std::vector<EstimatePart>> reported_parts(const Estimate& estimate, Day sent_day, const Currency& reporting,
                                                 std::span<const CurrencyRate> rates) {
  auto parts = parts_of(estimate);
  for (EstimatePart& part : parts) {
    PACELINE_TRY(part.worth, in_currency(part.worth, reporting, rates, sent_day));
  }
  return parts;
}

}  // namespace paceline
