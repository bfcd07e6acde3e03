// SPDX-License-Identifier: Apache-2.0
#include "store/jobs.h"

#include "store/columns.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(Lease, (), (job_key, due_at))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAdd{
    "job.add",
    "INSERT INTO job (org_id, job_key, due_at, lease_by, lease_until, runs) VALUES ($1, $2, $3, 0, 0, 0)"
    " ON CONFLICT (org_id, job_key) DO NOTHING"};
// Every case writes the row, so that it waits for a server that is about to finish, and finds it free then.
constexpr Statement kWake{
    "job.wake",
    "INSERT INTO job (org_id, job_key, due_at, lease_by, lease_until, runs) VALUES ($1, $2, $3, 0, 0, 0)"
    " ON CONFLICT (org_id, job_key) DO UPDATE SET due_at = CASE WHEN (job.lease_until <= excluded.due_at"
    " OR job.lease_until > $4) AND job.due_at > excluded.due_at THEN excluded.due_at ELSE job.due_at END"};
constexpr Statement kTake{
    "job.take",
    "UPDATE job SET lease_by = $2, lease_until = $4 WHERE org_id = $1 AND (due_at <= $3 OR due_at > $5)"
    " AND (lease_until <= $3 OR lease_until > $6) AND job_key IN"
    " (SELECT j.job_key FROM job j WHERE j.org_id = $1 AND (j.due_at <= $3 OR j.due_at > $5)"
    " AND (j.lease_until <= $3 OR j.lease_until > $6) ORDER BY j.due_at, j.job_key LIMIT 1) RETURNING job_key, due_at"};
constexpr Statement kTakeOnly{
    "job.take_only",
    "UPDATE job SET lease_by = $3, lease_until = $5 WHERE org_id = $1 AND job_key = $2"
    " AND (due_at <= $4 OR due_at > $6) AND (lease_until <= $4 OR lease_until > $7) RETURNING job_key, due_at"};
constexpr Statement kRenew{"job.renew",
                           "UPDATE job SET lease_until = $5"
                           " WHERE org_id = $1 AND job_key = $2 AND due_at = $3 AND lease_by = $4"};
constexpr Statement kLease{"job.lease",
                           "SELECT lease_until FROM job WHERE org_id = $1 AND job_key = $2 AND lease_until > $3"
                           " AND lease_until <= $4"};
constexpr Statement kFinish{"job.finish",
                            "UPDATE job SET due_at = $5, lease_until = 0, runs = runs + 1"
                            " WHERE org_id = $1 AND job_key = $2 AND due_at = $3 AND lease_by = $4"};

}  // namespace

Result<void> SqlJobStore::add(std::string_view job_key, Instant due_at) {
  PACELINE_CHECK(scope_.connection.execute(kAdd, params(scope_.org_id, job_key, due_at)));
  return {};
}

Result<void> SqlJobStore::wake(std::string_view job_key, Instant now) {
  PACELINE_CHECK(scope_.connection.execute(kWake, params(scope_.org_id, job_key, now, beyond_any_lease(now))));
  return {};
}

Result<std::optional<Lease>> SqlJobStore::take(std::int64_t server, Instant now, Instant until) {
  return query_one<Lease>(scope_.connection, kTake,
                          params(scope_.org_id, server, now, until, beyond_any_pause(now), beyond_any_lease(now)));
}

Result<std::optional<Lease>> SqlJobStore::take_only(std::string_view job_key, std::int64_t server, Instant now,
                                                    Instant until) {
  return query_one<Lease>(
      scope_.connection, kTakeOnly,
      params(scope_.org_id, job_key, server, now, until, beyond_any_pause(now), beyond_any_lease(now)));
}

Result<void> SqlJobStore::renew(const Lease& lease, std::int64_t server, Instant until) {
  return change(kRenew, lease, server, until);
}

Result<std::optional<Instant>> SqlJobStore::leased_until(std::string_view job_key, Instant now) {
  return query_one<Instant>(scope_.connection, kLease, params(scope_.org_id, job_key, now, beyond_any_lease(now)));
}

Result<void> SqlJobStore::finish(const Lease& lease, std::int64_t server, Instant next) {
  return change(kFinish, lease, server, next);
}

Result<void> SqlJobStore::change(const Statement& change, const Lease& lease, std::int64_t server, Instant at) {
  PACELINE_TRY(const auto changed,
               scope_.connection.execute(change, params(scope_.org_id, lease.job_key, lease.due_at, server, at)));
  if (changed == 0) return fail(Fault::conflict, "job.lease_lost");
  return {};
}

}  // namespace paceline::store
