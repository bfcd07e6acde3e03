// SPDX-License-Identifier: Apache-2.0
// Secrets and ids by libsodium and the random source of the system.
#pragma once

#include <mutex>

#include "app/ports/clock.h"
#include "app/ports/secrets.h"

namespace paceline {

/// Argon2id with 19 MiB and 2 passes (OWASP's smallest recommended), at most two at a time: a hash costs memory.
class SodiumSecrets : public Secrets {
 public:
  SodiumSecrets();
  [[nodiscard]] Result<std::string> hash_password(std::string_view password) const override;
  [[nodiscard]] bool password_matches(std::string_view password, std::string_view hash) const override;
  [[nodiscard]] std::string new_token() const override;
  [[nodiscard]] bool is_same(std::string_view a, std::string_view b) const override;
  [[nodiscard]] std::string signature(std::string_view secret, std::string_view text) const override;
  [[nodiscard]] std::string fingerprint(std::string_view text) const override;
};

/// 41 bits of milliseconds since 2020, 22 bits that rise by one from a random start in every millisecond.
class TimeOrderedIds : public Ids {
 public:
  explicit TimeOrderedIds(const Clock& clock) : clock_(clock) {}
  [[nodiscard]] std::int64_t next() override;

 private:
  const Clock& clock_;
  std::mutex mutex_;
  std::int64_t last_ = 0;
};

}  // namespace paceline
