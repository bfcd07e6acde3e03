// SPDX-License-Identifier: Apache-2.0
// What a backup brings back that must not come back: access that was ended since it was taken. And what it does not
// bring back: files that waited for their import.
#pragma once

#include <optional>
#include <set>

#include "app/ports/unit_of_work.h"

namespace paceline {

/// What programs show, and nobody revoked.
struct OpenAccess {
  std::set<TokenId> tokens;
  std::set<WebhookId> webhooks;
  std::set<CalendarFeedId> feeds;
};
[[nodiscard]] Result<OpenAccess> open_access(Stores& stores);

/// Ends every session and every invitation of what was restored, and revokes tokens, webhooks and addresses of
/// calendars that are not in `still_open` any more (absent: what was there before is not known, and all of them stay).
/// Writes the audit.
[[nodiscard]] Result<void> end_access_after_restore(const std::optional<OpenAccess>& still_open, Instant now,
                                                    Stores& restored);

/// An import that waited, and whose file is not in the backup, receives it again, from its first part on. One that was
/// under way has failed with "import.parts_missing": what it has stored can be undone, and the same file imported anew
/// adds the rest.
[[nodiscard]] Result<void> ask_for_files_again(Instant now, Stores& restored);

}  // namespace paceline
