// SPDX-License-Identifier: Apache-2.0
// What is done in the background, by whichever server takes the lease.
//
// A job is known by its key, "housekeeping", and is due again and again. Taking it gives the server a lease. It is done
// in parts, each a transaction of what the part does and `renew`, the last one of that and `finish`; both fail when the
// lease is another's by now. So whatever happens to servers, each part is done once, and each time that it is due the
// job is finished once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"

namespace paceline {

struct Lease {
  std::string job_key;
  Instant due_at;
};

class JobStore {
 public:
  virtual ~JobStore() = default;
  /// Has the job done from then on. Nothing happens when it is there already.
  [[nodiscard]] virtual Result<void> add(std::string_view job_key, Instant due_at) = 0;
  /// Due now, unless a server has it: that one looks once more at what there is to do before it finishes.
  [[nodiscard]] virtual Result<void> wake(std::string_view job_key, Instant now) = 0;
  /// A job that is due and that no server has, until then. `server` is a number that no other server has.
  [[nodiscard]] virtual Result<std::optional<Lease>> take(std::int64_t server, Instant now, Instant until) = 0;
  /// The same, of one job.
  [[nodiscard]] virtual Result<std::optional<Lease>> take_only(std::string_view job_key, std::int64_t server,
                                                               Instant now, Instant until) = 0;
  /// Keeps the lease until then. Returns conflict "job.lease_lost".
  [[nodiscard]] virtual Result<void> renew(const Lease& lease, std::int64_t server, Instant until) = 0;
  /// Until when some server has the job; nothing: none has it, or there is none.
  [[nodiscard]] virtual Result<std::optional<Instant>> leased_until(std::string_view job_key, Instant now) = 0;
  /// Due again at that moment. Returns conflict "job.lease_lost".
  [[nodiscard]] virtual Result<void> finish(const Lease& lease, std::int64_t server, Instant next) = 0;
};

}  // namespace paceline
