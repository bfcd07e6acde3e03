// SPDX-License-Identifier: Apache-2.0
#include "store/looks.h"

#include "store/columns.h"
#include "store/sql/insert_all.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(Look, (), (rep_id, day, viewer_id, what, count, last_at))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAdd{
    "look.add",
    "INSERT INTO look (org_id, rep_id, day, viewer_id, what, n, last_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
    " ON CONFLICT (org_id, rep_id, day, viewer_id, what) DO UPDATE SET n = look.n + excluded.n,"
    " last_at = CASE WHEN look.last_at > excluded.last_at THEN look.last_at ELSE excluded.last_at END"};
constexpr Statement kOfRep{"look.of_rep",
                           "SELECT rep_id, day, viewer_id, what, n, last_at FROM look WHERE org_id = $1 AND rep_id = $2"
                           " ORDER BY day DESC, last_at DESC, viewer_id, what"};
constexpr Statement kForget{
    "look.forget",
    "DELETE FROM look WHERE org_id = $1 AND (rep_id, day, viewer_id, what) IN"
    " (SELECT l.rep_id, l.day, l.viewer_id, l.what FROM look l WHERE l.org_id = $1 AND l.day < $2 LIMIT $3)"};

}  // namespace

Result<void> SqlLookStore::add(const std::vector<Look>& looks) {
  std::vector<Parameters> rows;
  rows.reserve(looks.size());
  for (const Look& look : looks) rows.push_back(std::move(Parameters().add(scope_.org_id).add_members(look)));
  PACELINE_CHECK(insert_all(scope_.connection, kAdd, rows));
  return {};
}

Result<std::vector<Look>> SqlLookStore::of_rep(RepId rep_id) {
  return query_all<Look>(scope_.connection, kOfRep, params(scope_.org_id, rep_id));
}

Result<std::int64_t> SqlLookStore::forget_before(Day day, int most) {
  return scope_.connection.execute(kForget, params(scope_.org_id, day, most));
}

}  // namespace paceline::store
