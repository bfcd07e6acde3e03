// SPDX-License-Identifier: Apache-2.0
#include "http/live.h"

#include <algorithm>
#include <exception>
#include <limits>
#include <utility>

namespace paceline::http {
namespace {

constexpr int kMostQuestionsPerTick = 10;  // for a listener that is catching up

}  // namespace

LiveHub::LiveHub(Surroundings surroundings, const Limits& limits)
    : surroundings_(std::move(surroundings)), limits_(limits) {}

void LiveHub::add(api::LiveSubscription subscription, std::weak_ptr<LiveReader> reader) {
  auto listener = std::make_shared<Listener>();
  const std::int64_t org = subscription.org;
  listener->seen = subscription.after_seq;
  listener->subscription = std::move(subscription);
  listener->reader = std::move(reader);
  const std::lock_guard lock(mutex_);
  organisations_[org].listeners.push_back(std::move(listener));
}

void LiveHub::tick() {
  if (surroundings_.source == nullptr) return;
  const std::lock_guard lock(mutex_);
  if (looking_ || organisations_.empty()) return;
  looking_ = surroundings_.workers.try_submit([this] { look(); });
}

void LiveHub::look() {
  try {
    const auto orgs = followed();
    if (!orgs.empty()) {
      for (const auto& [org, seq] : surroundings_.source->newest(orgs)) ask_if_behind(org, seq);
    }
  } catch (const std::exception& fault) {
    if (surroundings_.on_fault) surroundings_.on_fault(fault.what());
  }
  const std::lock_guard lock(mutex_);
  looking_ = false;
}

// Of organisations with a question under way nothing is known yet.
std::vector<std::int64_t> LiveHub::followed() {
  const std::lock_guard lock(mutex_);
  std::vector<std::int64_t> orgs;
  for (auto& [org, organisation] : organisations_) {
    std::erase_if(organisation.listeners, [](const auto& listener) { return listener->reader.expired(); });
    if (!organisation.asking && !organisation.listeners.empty()) orgs.push_back(org);
  }
  std::erase_if(organisations_,
                [](const auto& entry) { return !entry.second.asking && entry.second.listeners.empty(); });
  return orgs;
}

void LiveHub::ask_if_behind(std::int64_t org, std::int64_t newest) {
  const std::lock_guard lock(mutex_);
  const auto found = organisations_.find(org);
  if (found == organisations_.end() || found->second.asking) return;
  const auto& listeners = found->second.listeners;
  const bool behind =
      std::any_of(listeners.begin(), listeners.end(), [&](const auto& listener) { return listener->seen < newest; });
  if (behind) found->second.asking = surroundings_.workers.try_submit([this, org] { ask(org); });
}

void LiveHub::ask(std::int64_t org) {
  try {
    for (int question = 0; question < kMostQuestionsPerTick; ++question) {
      const Listeners listeners = present(org);
      std::int64_t furthest_behind = std::numeric_limits<std::int64_t>::max();
      for (const auto& listener : listeners) furthest_behind = std::min(furthest_behind, listener->seen);
      if (listeners.empty()) break;
      const auto events = surroundings_.source->after(org, furthest_behind, limits_.live_batch);
      if (!tell(listeners, events)) break;
    }
  } catch (const std::exception& fault) {
    if (surroundings_.on_fault) surroundings_.on_fault(fault.what());
  }
  const std::lock_guard lock(mutex_);
  const auto found = organisations_.find(org);
  if (found == organisations_.end()) return;
  found->second.asking = false;
  if (found->second.listeners.empty()) organisations_.erase(found);
}

LiveHub::Listeners LiveHub::present(std::int64_t org) {
  const std::lock_guard lock(mutex_);
  Listeners& listeners = organisations_[org].listeners;
  std::erase_if(listeners, [](const auto& listener) { return listener->reader.expired(); });
  return listeners;
}

// Returns whether there may be more to ask for.
bool LiveHub::tell(const Listeners& listeners, const std::vector<api::LiveEvent>& events) {
  if (events.empty()) return false;
  std::vector<std::string> written;
  written.reserve(events.size());
  for (const api::LiveEvent& event : events) written.push_back(write_event(event));
  std::vector<Delivery> deliveries;
  for (const auto& listener : listeners) {
    std::string text = events_for(*listener, events, written);
    if (text.empty()) continue;
    if (holds(*listener)) {
      deliveries.push_back({listener->reader, std::move(text)});
    } else {
      deliveries.push_back({listener->reader, {}, true});
    }
  }
  hand_over(std::move(deliveries));
  return events.size() >= static_cast<std::size_t>(limits_.live_batch);
}

void LiveHub::hand_over(std::vector<Delivery> deliveries) {
  surroundings_.post([deliveries = std::move(deliveries)] {
    for (const auto& [reader, events, last] : deliveries) {
      const auto present = reader.lock();
      if (present && last) present->end();
      if (present && !last) present->deliver(events);
    }
  });
}

std::string LiveHub::events_for(Listener& listener, const std::vector<api::LiveEvent>& events,
                                const std::vector<std::string>& written) {
  std::string text;
  for (std::size_t at = 0; at < events.size(); ++at) {
    if (events[at].seq <= listener.seen) continue;
    listener.seen = events[at].seq;
    if (may_see(listener, events[at])) text += written[at];
  }
  return text;
}

bool LiveHub::may_see(const Listener& listener, const api::LiveEvent& event) {
  try {
    return !listener.subscription.may_see || listener.subscription.may_see(event);
  } catch (const std::exception& fault) {
    if (surroundings_.on_fault) surroundings_.on_fault(fault.what());
    return false;
  }
}

bool LiveHub::holds(const Listener& listener) {
  try {
    return !listener.subscription.holds || listener.subscription.holds();
  } catch (const std::exception& fault) {
    if (surroundings_.on_fault) surroundings_.on_fault(fault.what());
    return false;
  }
}

std::string write_event(const api::LiveEvent& event) {
  std::string text = "id: " + std::to_string(event.seq) + "\nevent: change\n";
  std::string_view rest = event.data;
  for (bool more = true; more;) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    text.append("data: ").append(rest.substr(0, end)).append("\n");
    more = end < rest.size();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return text.append("\n");
}

}  // namespace paceline::http
