// SPDX-License-Identifier: Apache-2.0
#include "store/across.h"

#include "store/sql/in_list.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(NewestChange, (), (org_id, seq))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kOrganisationOfLogin{"login.organisation", "SELECT org_id FROM login WHERE email = $1"};
constexpr Statement kOrganisations{"organisation.all", "SELECT org_id FROM organisation ORDER BY org_id"};
constexpr Statement kDueJobs{
    "job.due", "SELECT DISTINCT org_id FROM job WHERE due_at <= $1 AND lease_until <= $1 ORDER BY org_id"};
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
  return query_all<OrgId>(connection, kDueJobs, params(now));
}

Result<std::vector<NewestChange>> newest_changes(std::span<const OrgId> organisations, Connection& connection) {
  return query_list<NewestChange>(connection, kNewestChanges, {}, organisations);
}

}  // namespace paceline::store
