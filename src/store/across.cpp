// SPDX-License-Identifier: Apache-2.0
#include "store/across.h"

#include "store/jobs.h"
#include "store/sql/in_list.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(NewestChange, (), (org_id, seq))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kOrganisationOfLogin{"login.organisation", "SELECT org_id FROM login WHERE email = $1"};
constexpr Statement kOrganisations{"organisation.all", "SELECT org_id FROM organisation ORDER BY org_id"};
constexpr Statement kDueJobs{
    "job.due",
    "SELECT DISTINCT org_id FROM job WHERE (due_at <= $1 OR due_at > $2) AND (lease_until <= $1 OR lease_until > $3) ORDER BY org_id"};
constexpr Statement kOldestDue{"job.oldest_due",
                               "SELECT coalesce(min(due_at), $1) FROM job WHERE due_at <= $1 AND lease_until <= $1"};
constexpr Statement kImportsAtWork{"import.at_work",
                                   "SELECT count(*) FROM import WHERE state IN ('checking', 'importing', 'undoing')"};
constexpr Statement kNewestChanges{"change_number.newest",
                                   "SELECT org_id, seq FROM change_number WHERE org_id IN ($1)"};

}  // namespace

Result<std::optional<OrgId>> organisation_of_login(std::string_view email, Connection& connection) {
  return query_one<OrgId>(connection, kOrganisationOfLogin, params(email));
}

Result<std::vector<OrgId>> all_organisations(Connection& connection) {
  return query_all<OrgId>(connection, kOrganisations, params());
}

Result<std::vector<OrgId>> organisations_with_due_jobs(Instant now, Connection& connection) {
  return query_all<OrgId>(connection, kDueJobs, params(now, beyond_any_pause(now), beyond_any_lease(now)));
}

Result<Backlog> backlog(Instant now, Connection& connection) {
  PACELINE_TRY(const auto organisations, all_organisations(connection));
  PACELINE_TRY(const auto oldest, query_one<Instant>(connection, kOldestDue, params(now)));
  PACELINE_TRY(const auto imports, query_one<std::int64_t>(connection, kImportsAtWork, params()));
  return Backlog{static_cast<std::int64_t>(organisations.size()), oldest.value_or(now), imports.value_or(0)};
}

Result<std::vector<NewestChange>> newest_changes(std::span<const OrgId> organisations, Connection& connection) {
  return query_list<NewestChange>(connection, kNewestChanges, {}, organisations);
}

}  // namespace paceline::store
