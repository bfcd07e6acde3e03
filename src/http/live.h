// SPDX-License-Identifier: Apache-2.0
// Tells changes to those who listen: at each tick one question, in which organisations there is something new; then one
// question per such organisation, however many listen, and each event to everybody who may see it, as server-sent
// events.
//
// Every listener has its own place in the sequence. The source is asked from the place furthest behind, and each
// listener skips what it had already; so one who comes back after a day catches up, and nobody gets an event twice.
// Before anything is told to a listener, its rights are looked at again: they may have ended since the stream began.
//
// Written form of an event: "id: 17\nevent: change\ndata: {...}\n\n" (a line feed in the data begins a new data line).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "api/message.h"
#include "http/limits.h"
#include "http/worker_pool.h"

namespace paceline::http {

/// Where the text of events goes: a connection.
class LiveReader {
 public:
  virtual ~LiveReader() = default;
  /// Both on the thread of the loop.
  virtual void deliver(std::string_view events) = 0;
  virtual void end() = 0;
};

class LiveHub {
 public:
  struct Surroundings {
    api::LiveSource* source = nullptr;  ///< null: nothing ever changes
    WorkerPool& workers;
    std::function<void(std::function<void()>)> post;  ///< runs something on the thread of the loop
    std::function<void(std::string_view)> on_fault;   ///< may be empty
  };
  LiveHub(Surroundings surroundings, const Limits& limits);

  /// Thread-safe, like all of this class. A reader that no longer exists is forgotten at the next tick.
  void add(api::LiveSubscription subscription, std::weak_ptr<LiveReader> reader);

  /// Begins the question about all organisations that have listeners, unless it is under way.
  void tick();

 private:
  struct Listener {
    api::LiveSubscription subscription;
    std::int64_t seen = 0;  // only the question under way touches it
    std::weak_ptr<LiveReader> reader;
  };
  using Listeners = std::vector<std::shared_ptr<Listener>>;
  struct Delivery {
    std::weak_ptr<LiveReader> reader;
    std::string events;
    bool last = false;  // the rights have ended: no events, and the stream ends
  };
  struct Organisation {
    Listeners listeners;
    bool asking = false;
  };

  void look();
  [[nodiscard]] std::vector<std::int64_t> followed();
  void ask_if_behind(std::int64_t org, std::int64_t newest);
  void ask(std::int64_t org);
  [[nodiscard]] Listeners present(std::int64_t org);
  bool tell(const Listeners& listeners, const std::vector<api::LiveEvent>& events);
  void hand_over(std::vector<Delivery> deliveries);
  [[nodiscard]] std::string events_for(Listener& listener, const std::vector<api::LiveEvent>& events,
                                       const std::vector<std::string>& written);

  [[nodiscard]] bool may_see(const Listener& listener, const api::LiveEvent& event);
  [[nodiscard]] bool holds(const Listener& listener);

  const Surroundings surroundings_;
  const Limits& limits_;
  std::mutex mutex_;
  std::unordered_map<std::int64_t, Organisation> organisations_;
  bool looking_ = false;
};

[[nodiscard]] std::string write_event(const api::LiveEvent& event);

}  // namespace paceline::http
