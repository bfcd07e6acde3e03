// SPDX-License-Identifier: Apache-2.0
// Sessions of browsers and tokens of programs. Only fingerprints are stored.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"

namespace paceline {

/// What a token may do at most: read; log activities and signals; manage teams and quotas; administer.
BOOST_DEFINE_ENUM_CLASS(Scope, read, log, manage, admin)

struct Session {
  std::string fingerprint;
  UserId user_id;
  std::string csrf_token;
  Instant expires_at;
};

struct Token {
  TokenId token_id;
  std::string fingerprint;
  UserId user_id;
  Scope scope = Scope::read;
};

/// How far somebody has come with signing in.
struct SignInState {
  UserId user_id;
  bool has_password = false;
};

class AccessStore {
 public:
  virtual ~AccessStore() = default;
  /// Of everybody, in order of user.
  [[nodiscard]] virtual Result<std::vector<SignInState>> sign_in_states() = 0;

  /// The same again is the same.
  [[nodiscard]] virtual Result<void> add_session(const Session& session, Instant at) = 0;
  [[nodiscard]] virtual Result<std::optional<Session>> find_session(std::string_view fingerprint) = 0;
  [[nodiscard]] virtual Result<void> end_session(std::string_view fingerprint) = 0;
  /// Those whose time is over, at most that many; returns how many.
  [[nodiscard]] virtual Result<std::int64_t> end_sessions_before(Instant at, int most) = 0;
  /// The same again is the same.
  [[nodiscard]] virtual Result<void> add_token(const Token& token, Instant at) = 0;
  /// Not one that was revoked.
  [[nodiscard]] virtual Result<std::optional<Token>> find_token(std::string_view fingerprint) = 0;
};

}  // namespace paceline
