// SPDX-License-Identifier: Apache-2.0
#include "commission/draw.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr std::int64_t kLargestMinor = 1'000'000'000'000'000;

Result<void> check(std::int64_t minor, const char* field) {
  if (minor < 0 || minor > kLargestMinor) return fail(Fault::invalid, "commission.draw.out_of_range", field);
  return {};
}

}  // namespace

Result<DrawPay> pay_with_draw(std::span<const std::int64_t> earned_minor, std::int64_t draw_minor,
                              bool forgive_at_end) {
  PACELINE_CHECK(check(draw_minor, "/draw"));
  DrawPay pay;
  for (const std::int64_t earned : earned_minor) {
    PACELINE_CHECK(check(earned, "/earned"));
    const std::int64_t recovered = std::min(pay.balance_minor, std::max<std::int64_t>(earned - draw_minor, 0));
    const std::int64_t advanced = std::max<std::int64_t>(draw_minor - earned, 0);
    pay.balance_minor += advanced - recovered;
    pay.paid_minor.push_back(earned + advanced - recovered);
    pay.total_minor += pay.paid_minor.back();
    if (pay.total_minor > kLargestMinor) return fail(Fault::invalid, "commission.sales.out_of_range", "/earned");
  }
  if (forgive_at_end) pay.balance_minor = 0;
  return pay;
}

}  // namespace paceline
