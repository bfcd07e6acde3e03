// SPDX-License-Identifier: Apache-2.0
// What is asked of all organisations at once: who signs in, which there are. The only statements that do not name one.
#pragma once

#include <span>

#include "app/ports/unit_of_work.h"
#include "store/sql/connection.h"

namespace paceline::store {

[[nodiscard]] Result<std::optional<OrgId>> organisation_of_login(std::string_view email, Connection& connection);

/// In the order in which they were founded.
[[nodiscard]] Result<std::vector<OrgId>> all_organisations(Connection& connection);

/// Those that have a job which is due and which no server has.
[[nodiscard]] Result<std::vector<OrgId>> organisations_with_due_jobs(Instant now, Connection& connection);

/// What is still to be done in the background.
struct Backlog {
  std::int64_t organisations = 0;
  Instant oldest_due;        ///< of the jobs that are due and that no server has; now when there is none
  std::int64_t imports = 0;  ///< that are being checked, stored or taken back
};
[[nodiscard]] Result<Backlog> backlog(Instant now, Connection& connection);

/// Of those that have told any.
[[nodiscard]] Result<std::vector<NewestChange>> newest_changes(std::span<const OrgId> organisations,
                                                               Connection& connection);

}  // namespace paceline::store
