// SPDX-License-Identifier: Apache-2.0
// Passwords, tokens and ids: what must not be guessed. Thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace paceline {

class Secrets {
 public:
  virtual ~Secrets() = default;
  /// A slow hash (Argon2id) with its own salt. Returns unavailable "password.hash_unavailable" when memory is short.
  [[nodiscard]] virtual Result<std::string> hash_password(std::string_view password) const = 0;
  /// Takes as long for an unknown user (empty hash) as for a wrong password.
  [[nodiscard]] virtual bool password_matches(std::string_view password, std::string_view hash) const = 0;
  /// 256 random bits in 43 characters that need no escaping.
  [[nodiscard]] virtual std::string new_token() const = 0;
  /// Takes as long whatever differs.
  [[nodiscard]] virtual bool is_same(std::string_view a, std::string_view b) const = 0;
  /// HMAC-SHA256 (RFC 2104) of the text, 64 hexadecimal digits in small letters.
  [[nodiscard]] virtual std::string signature(std::string_view secret, std::string_view text) const = 0;
  /// A fast one-way hash for tokens (they are long and random) and for the bodies of requests, 64 hexadecimal digits.
  [[nodiscard]] virtual std::string fingerprint(std::string_view text) const = 0;
};

/// Makes ids in order of time; two callers never get the same.
class Ids {
 public:
  virtual ~Ids() = default;
  [[nodiscard]] virtual std::int64_t next() = 0;

  template <class IdType>
  [[nodiscard]] IdType make() {
    return IdType(next());
  }
};

}  // namespace paceline
