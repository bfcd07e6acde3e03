// SPDX-License-Identifier: Apache-2.0
// Proves the maintained counts: computes every cell again from the facts and names each difference.
#pragma once

#include "app/ports/unit_of_work.h"

namespace paceline {

struct Difference {
  std::string table;  ///< "count_day", "count_first", "activity_now", "contact_phone", "opportunity_now", "sale_now",
                      ///< "estimate_now", "trial_now", "activity_evidence",
                      ///< "appointment_now"
  std::string cell;   ///< its key, readable
  std::string stored;
  std::string computed;
};

struct Verification {
  std::int64_t count_day = 0;  ///< cells checked
  std::int64_t count_first = 0;
  std::int64_t activity_now = 0;
  std::int64_t contact_phone = 0;  ///< numbers by which calls find contacts
  std::int64_t opportunity_now = 0;
  std::int64_t sale_now = 0;
  std::int64_t estimate_now = 0;
  std::int64_t trial_now = 0;
  std::int64_t activity_evidence = 0;  ///< call records beside logged calls
  std::int64_t appointment_now = 0;
  std::vector<Difference> differences;
};

[[nodiscard]] Result<Verification> verify(Stores& stores);

}  // namespace paceline
