// SPDX-License-Identifier: Apache-2.0
#include "base/id.h"

#include <charconv>

namespace paceline {

Result<std::int64_t> parse_id_value(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || value <= 0 || text.front() == '0') return fail(Fault::invalid, "id.malformed");
  return value;
}

Instant made_at(std::int64_t id) {
  return Instant(((id >> kIdRandomBits) + kFirstIdMillisecond) * 1000);
}

std::int64_t id_before(Instant moment) {
  const std::int64_t millisecond = moment.microseconds() / 1000 - kFirstIdMillisecond;
  return millisecond <= 0 ? 0 : (millisecond << kIdRandomBits) - 1;
}

}  // namespace paceline
