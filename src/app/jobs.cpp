// SPDX-License-Identifier: Apache-2.0
#include "app/jobs.h"

#include "app/begin_import.h"
#include "app/close_due.h"
#include "app/housekeeping.h"

namespace paceline {
namespace {

constexpr std::string_view kHousekeeping = "housekeeping";

Result<std::optional<Lease>> take_one(std::int64_t server, OrgId org_id, Instant now, UnitOfWork& unit) {
  return write_as<std::optional<Lease>>(
      unit, org_id, [&](Stores& stores) { return stores.jobs.take(server, now, now.plus_seconds(kLeaseSeconds)); });
}

/// Returns whether there is more to do.
Result<bool> do_part_of(std::string_view job_key, Instant now, const JobTools& tools, Stores& stores) {
  if (job_key == kHousekeeping) return forget_what_is_over(now, stores);
  if (job_key == kClosingJob) return close_what_is_due(now, tools.closing, stores);
  return false;
}

/// What the database says of itself passes, and what somebody else did is looked at anew; what the program refuses it
/// refuses each time.
bool comes_again(const Error& error) {
  const bool of_others = error.code == "job.lease_lost" || error.code == "import.state";
  const bool of_the_store = error.fault == Fault::unavailable && error.code.starts_with("store.");
  return !of_others && !of_the_store;
}

/// Returns nothing: what comes next is looked for anew.
Result<std::optional<bool>> give_up_import(const Error& why, const Lease& lease, std::int64_t server, OrgId org_id,
                                           const JobTools& tools, UnitOfWork& unit) {
  PACELINE_CHECK(unit.write(org_id, [&](Stores& stores) -> Result<void> {
    const Instant now = tools.clock.now();
    PACELINE_CHECK(stores.jobs.renew(lease, server, now.plus_seconds(kLeaseSeconds)));
    return tools.imports->give_up(why, now, stores);
  }));
  return std::nullopt;
}

/// One transaction of it. The job's row is written first: whoever wants an import now waits, and finds either a server
/// that has yet to look, or a job that is free. Returns whether there may be more; nothing when the import was wanted
/// otherwise meanwhile.
Result<std::optional<bool>> do_part_of_import(const Lease& lease, std::int64_t server, OrgId org_id,
                                              const JobTools& tools, bool last, UnitOfWork& unit) {
  bool more = false;
  const auto written = unit.write(org_id, [&](Stores& stores) -> Result<void> {
    const Instant now = tools.clock.now();
    PACELINE_CHECK(stores.jobs.renew(lease, server, now.plus_seconds(kLeaseSeconds)));
    PACELINE_TRY(more, tools.imports->do_part(org_id, now, stores));
    if (more && !last) return {};
    return stores.jobs.finish(lease, server, more ? now : now.plus_seconds(kSecondsPerDay));
  });
  if (written) tools.imports->stored();
  if (!written && comes_again(written.error()))
    return give_up_import(written.error(), lease, server, org_id, tools, unit);
  const bool wanted_otherwise = !written && written.error().code == "import.state";
  if (!written && !wanted_otherwise) return tl::unexpected(written.error());
  return wanted_otherwise ? std::nullopt : std::optional(more);
}

Result<void> do_import(const Lease& lease, std::int64_t server, OrgId org_id, const JobTools& tools, UnitOfWork& unit) {
  const Instant end = tools.clock.now().plus_seconds(kImportTurnSeconds);
  while (true) {
    const bool last = tools.clock.now() >= end;
    PACELINE_TRY(const auto more, do_part_of_import(lease, server, org_id, tools, last, unit));
    if (more && (last || !*more)) return {};
  }
}

Result<void> do_one(const Lease& lease, std::int64_t server, OrgId org_id, const JobTools& tools, UnitOfWork& unit) {
  if (lease.job_key == kImportJob && tools.imports != nullptr) return do_import(lease, server, org_id, tools, unit);
  const std::int64_t pause = lease.job_key == kClosingJob ? kClosingSeconds : kSecondsPerDay;
  for (bool more = true; more;) {
    PACELINE_CHECK(unit.write(org_id, [&](Stores& stores) -> Result<void> {
      const Instant now = tools.clock.now();
      PACELINE_TRY(more, do_part_of(lease.job_key, now, tools, stores));
      if (more) return stores.jobs.renew(lease, server, now.plus_seconds(kLeaseSeconds));
      return stores.jobs.finish(lease, server, now.plus_seconds(pause));
    }));
  }
  return {};
}

/// A lease that another server has taken meanwhile is neither done nor failed here.
void tell(const Lease& lease, OrgId org_id, Instant begun, const Result<void>& outcome, const JobTools& tools) {
  if (!tools.told || (!outcome && outcome.error().code == "job.lease_lost")) return;
  tools.told({org_id, lease.job_key, tools.clock.now().microseconds_since(begun), outcome ? "" : outcome.error().code});
}

Result<void> add_all(Instant now, JobStore& jobs) {
  PACELINE_CHECK(add_standing_jobs(now, jobs));
  return jobs.add(kClosingJob, now);
}

}  // namespace

Result<void> add_standing_jobs(Instant now, JobStore& jobs) {
  return jobs.add(kHousekeeping, now);
}

Result<void> add_standing_jobs(Instant now, UnitOfWork& unit) {
  PACELINE_TRY(const auto organisations, unit.organisations());
  for (const OrgId org_id : organisations) {
    PACELINE_CHECK(unit.write(org_id, [&](Stores& stores) { return add_all(now, stores.jobs); }));
  }
  return {};
}

Result<int> do_due_jobs(std::int64_t server, const JobTools& tools, UnitOfWork& unit) {
  const Clock& clock = tools.clock;
  PACELINE_TRY(const auto organisations, unit.organisations_with_due_jobs(clock.now()));
  int done = 0;
  for (const OrgId org_id : organisations) {
    PACELINE_TRY(const auto lease, take_one(server, org_id, clock.now(), unit));
    if (!lease) continue;
    const Instant begun = clock.now();
    const auto outcome = do_one(*lease, server, org_id, tools, unit);
    tell(*lease, org_id, begun, outcome, tools);
    if (outcome) ++done;
    const bool another_server_did_it = !outcome && outcome.error().code == "job.lease_lost";
    if (!outcome && !another_server_did_it) return tl::unexpected(outcome.error());
  }
  return done;
}

Result<void> do_imports(std::int64_t server, OrgId org_id, const JobTools& tools, UnitOfWork& unit) {
  PACELINE_ASSERT(tools.imports != nullptr);
  while (true) {
    const Instant now = tools.clock.now();
    PACELINE_TRY(const auto lease, write_as<std::optional<Lease>>(unit, org_id, [&](Stores& stores) {
                   return stores.jobs.take_only(kImportJob, server, now, now.plus_seconds(kLeaseSeconds));
                 }));
    if (!lease) return {};
    PACELINE_CHECK(do_import(*lease, server, org_id, tools, unit));
  }
}

}  // namespace paceline
