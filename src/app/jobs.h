// SPDX-License-Identifier: Apache-2.0
// The jobs of every organisation, done by whichever server comes first: see ports/job_store.h.
#pragma once

#include "app/close_period.h"
#include "app/import_desk.h"
#include "app/ports/clock.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// How long a server may take for one part of a job before another one takes the job up.
inline constexpr std::int64_t kLeaseSeconds = 20;

/// Closing is looked after every hour, from the organisation's first quota on.
inline constexpr std::string_view kClosingJob = "closing";
inline constexpr std::int64_t kClosingSeconds = 3600;

/// One job, done or failed; for metrics and logs.
struct JobDone {
  OrgId org_id;
  std::string job_key;
  std::int64_t microseconds = 0;
  std::string code;  ///< of the fault; empty: done
};

/// What jobs ask of the outside.
struct JobTools {
  const Clock& clock;
  ClosingTools closing;
  ImportDesk* imports = nullptr;               ///< null: nobody imports here
  std::function<void(const JobDone&)> told{};  ///< of each job that was due; may be empty
};

/// So long a server works on imports before it looks what else is due.
inline constexpr std::int64_t kImportTurnSeconds = 2;

/// Has the jobs done that every organisation needs. Harmless when repeated.
[[nodiscard]] Result<void> add_standing_jobs(Instant now, JobStore& jobs);
/// The same for all of them, closing as well.
[[nodiscard]] Result<void> add_standing_jobs(Instant now, UnitOfWork& unit);

/// Does what is due and free, in turn, and returns how many jobs that were. `server`: a number that no other server
/// has.
[[nodiscard]] Result<int> do_due_jobs(std::int64_t server, const JobTools& tools, UnitOfWork& unit);

/// Does the imports of one organisation, and nothing else, until none is left or another server has them.
[[nodiscard]] Result<void> do_imports(std::int64_t server, OrgId org_id, const JobTools& tools, UnitOfWork& unit);

}  // namespace paceline
