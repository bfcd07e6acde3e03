// SPDX-License-Identifier: Apache-2.0
// A link by which a user sets a password: for somebody new, and for somebody who forgot it.
//
// The text of an invitation is "ORG.USER.SECRET"; of the secret only a fingerprint is stored. It holds for 7 days and
// for one use, and a new one of the same user ends the old.
#pragma once

#include "app/sign_in.h"

namespace paceline {

inline constexpr std::int64_t kInvitationSeconds = 7 * kSecondsPerDay;
inline constexpr std::size_t kShortestPassword = 12;  ///< characters

struct MadeInvitation {
  std::string token;  ///< shown once
  Instant expires_at;
};

/// Returns not_found "user.not_found", conflict "user.inactive".
[[nodiscard]] Result<MadeInvitation> make_invitation(const Actor& actor, UserId user_id, const Identity& identity);

/// Sets the password, ends every earlier session of the user and signs in. Returns invalid "password.too_short" at
/// "/password", not_found "invitation.unknown" (also when it was used), conflict "invitation.expired".
[[nodiscard]] Result<SignedIn> join(const std::string& token, const std::string& password, const Identity& identity);

/// Whose invitation the text claims to be, "ORG.USER", for counting tries. Empty: it is no such text.
[[nodiscard]] std::string claimed_user(const std::string& token);

}  // namespace paceline
