// SPDX-License-Identifier: Apache-2.0
// The names that a list of activities shows, asked once for the list.
#include <map>
#include <set>
#include <tuple>

#include "store/activities.h"
#include "store/columns.h"
#include "store/sql/in_list.h"

namespace paceline::store {
namespace {

constexpr Statement kRepNames{"activity.rep_names",
                              "SELECT user_id, email, name FROM member WHERE org_id = $1 AND user_id IN ($2)"};
constexpr Statement kContactNames{
    "activity.contact_names",
    "SELECT c.contact_id, d.name, a.name FROM contact c JOIN contact_detail d ON d.org_id = $1"
    " AND d.contact_id = c.contact_id LEFT JOIN account a ON a.org_id = $1 AND a.account_id = c.account_id"
    " WHERE c.org_id = $1 AND c.contact_id IN ($2)"};

struct RepNames {
  UserId user_id;
  std::string email;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(RepNames, (), (user_id, email, name))

struct ContactNames {
  ContactId contact_id;
  std::string name;
  std::optional<std::string> account_name;
};
BOOST_DESCRIBE_STRUCT(ContactNames, (), (contact_id, name, account_name))

template <class Names, class IdType>
Result<std::map<IdType, Names>> names_by_id(const OrgScope& scope, const Statement& statement,
                                            const std::set<IdType>& ids, IdType Names::*id_of) {
  const std::vector<IdType> list(ids.begin(), ids.end());
  PACELINE_TRY(auto found,
               query_list<Names>(scope.connection, statement, params(scope.org_id), std::span<const IdType>(list)));
  std::map<IdType, Names> names;
  for (Names& each : found) {
    const IdType id = each.*id_of;
    names.emplace(id, std::move(each));
  }
  return names;
}

}  // namespace

Result<std::vector<ActivityRow>> SqlActivityStore::named(std::vector<Activity> activities) {
  std::set<UserId> reps;
  std::set<ContactId> contacts;
  for (const Activity& activity : activities) {
    reps.insert(activity.rep_id);
    if (activity.contact_id) contacts.insert(*activity.contact_id);
  }
  PACELINE_TRY(const auto rep_names, names_by_id<RepNames>(scope_, kRepNames, reps, &RepNames::user_id));
  PACELINE_TRY(const auto contact_names,
               names_by_id<ContactNames>(scope_, kContactNames, contacts, &ContactNames::contact_id));
  std::vector<ActivityRow> rows;
  rows.reserve(activities.size());
  for (Activity& activity : activities) {
    ActivityRow row;
    const auto rep = rep_names.find(activity.rep_id);
    if (rep != rep_names.end()) std::tie(row.rep_email, row.rep_name) = std::tie(rep->second.email, rep->second.name);
    const auto contact = activity.contact_id ? contact_names.find(*activity.contact_id) : contact_names.end();
    if (contact != contact_names.end()) {
      row.contact_name = contact->second.name;
      row.account_name = contact->second.account_name;
    }
    row.activity = std::move(activity);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace paceline::store
