// SPDX-License-Identifier: Apache-2.0
#include "app/looks.h"

#include <algorithm>
#include <utility>

namespace paceline {
namespace {

constexpr std::size_t kMostReadings = 200'000;

}  // namespace

void Looks::note(OrgId org_id, RepId rep_id, UserId viewer_id, Looked what, Day day, Instant at) {
  if (rep_id == viewer_id) return;
  const std::lock_guard lock(mutex_);
  if (counted_at_.size() > kMostReadings) counted_at_.clear();
  const auto [reading, first] = counted_at_.try_emplace({org_id, rep_id, viewer_id, what}, at);
  const std::int64_t age_s = at.microseconds_since(reading->second) / kMicrosecondsPerSecond;
  if (!first && 0 <= age_s && age_s < kOnceInSeconds) return;
  reading->second = at;
  add(org_id, {rep_id, day, viewer_id, what, 1, at});
}

bool Looks::empty() const {
  const std::lock_guard lock(mutex_);
  return waiting_.empty();
}

void Looks::take_over(Looks& other) {
  const std::scoped_lock both(mutex_, other.mutex_);
  for (const auto& [org_id, by_reading] : std::exchange(other.waiting_, {})) {
    for (const auto& [reading, look] : by_reading) add(org_id, look);
  }
}

Result<void> Looks::store(UnitOfWork& unit) {
  Waiting taken;
  {
    const std::lock_guard lock(mutex_);
    taken.swap(waiting_);
  }
  Result<void> stored;
  for (const auto& [org_id, by_reading] : taken) {
    std::vector<Look> looks;
    looks.reserve(by_reading.size());
    for (const auto& [reading, look] : by_reading) looks.push_back(look);
    const auto written = unit.write(org_id, [&](Stores& stores) { return stores.looks.add(looks); });
    if (written) continue;
    stored = written;
    const std::lock_guard lock(mutex_);
    for (const Look& look : looks) add(org_id, look);
  }
  return stored;
}

/// REQUIRES: the mutex is held.
void Looks::add(OrgId org_id, const Look& look) {
  const auto [place, first] = waiting_[org_id].try_emplace({look.rep_id, look.day, look.viewer_id, look.what}, look);
  if (first) return;
  place->second.count += look.count;
  place->second.last_at = std::max(place->second.last_at, look.last_at);
}

}  // namespace paceline
