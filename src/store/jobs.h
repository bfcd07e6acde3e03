// SPDX-License-Identifier: Apache-2.0
// JobStore on SQL.
#pragma once

#include "app/ports/job_store.h"
#include "store/org_scope.h"

namespace paceline::store {

/// A job is due within a day of being done, and a lease lasts seconds. What lies further ahead was written by a clock
/// that was ahead itself: it is due, and nobody has it.
[[nodiscard]] inline Instant beyond_any_pause(Instant now) {
  return now.plus_seconds(2 * kSecondsPerDay);
}
[[nodiscard]] inline Instant beyond_any_lease(Instant now) {
  return now.plus_seconds(kSecondsPerDay / 24);
}

class SqlJobStore : public JobStore {
 public:
  explicit SqlJobStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(std::string_view job_key, Instant due_at) override;
  Result<void> wake(std::string_view job_key, Instant now) override;
  Result<std::optional<Lease>> take(std::int64_t server, Instant now, Instant until) override;
  Result<std::optional<Lease>> take_only(std::string_view job_key, std::int64_t server, Instant now,
                                         Instant until) override;
  Result<void> renew(const Lease& lease, std::int64_t server, Instant until) override;
  Result<std::optional<Instant>> leased_until(std::string_view job_key, Instant now) override;
  Result<void> finish(const Lease& lease, std::int64_t server, Instant next) override;

 private:
  [[nodiscard]] Result<void> change(const Statement& change, const Lease& lease, std::int64_t server, Instant at);

  const OrgScope& scope_;
};

}  // namespace paceline::store
