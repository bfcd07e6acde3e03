// SPDX-License-Identifier: Apache-2.0
// The changes that live streams tell, read from the ledger.
#pragma once

#include "api/message.h"
#include "app/ports/unit_of_work.h"

namespace paceline::api {

/// Thread-safe. REQUIRES: the unit outlives it.
class LiveChanges : public LiveSource {
 public:
  explicit LiveChanges(UnitOfWork& unit) : unit_(unit) {}
  std::map<std::int64_t, std::int64_t> newest(const std::vector<std::int64_t>& orgs) override;
  std::vector<LiveEvent> after(std::int64_t org, std::int64_t seq, int limit) override;

 private:
  UnitOfWork& unit_;
};

}  // namespace paceline::api
