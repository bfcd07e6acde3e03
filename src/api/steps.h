// SPDX-License-Identifier: Apache-2.0
// The steps of the router on the product's own ports: who asks, may they, and was it answered before.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "api/backend.h"
#include "api/router.h"

namespace paceline::api {

/// Tries to sign in, good and bad, by client and by e-mail address. In memory: a restart forgets them. Thread-safe.
class SignInTries {
 public:
  static constexpr int kMostOfClient = 100;  ///< many: a whole office may come from one address
  static constexpr int kMostOfEmail = 10;
  static constexpr std::int64_t kWindowSeconds = 900;

  /// Counts one try. Returns too_many "session.too_many_tries", the seconds to wait as detail, after `most` in the
  /// window.
  [[nodiscard]] Result<void> count(const std::string& who, int most, Instant now);

 private:
  struct Window {
    Instant began;
    int tries = 0;
  };
  std::mutex mutex_;
  std::map<std::string, Window> windows_;
};

using Report = std::function<void(const Request&, std::string_view what)>;

/// REQUIRES: the backend and the tries outlive the router. `report` hears of what nobody expected.
[[nodiscard]] Steps steps(const Backend& backend, SignInTries& tries, Report report);

}  // namespace paceline::api
