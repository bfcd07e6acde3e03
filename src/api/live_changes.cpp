// SPDX-License-Identifier: Apache-2.0
#include "api/live_changes.h"

#include "json/json.h"

namespace paceline::api {
namespace {

struct Told {
  std::string seq;
  std::vector<std::string> words;
  std::optional<UserId> rep_id;
};
BOOST_DESCRIBE_STRUCT(Told, (), (seq, words, rep_id))

}  // namespace

std::map<std::int64_t, std::int64_t> LiveChanges::newest(const std::vector<std::int64_t>& orgs) {
  const std::vector<OrgId> organisations(orgs.begin(), orgs.end());
  const auto changes = unit_.newest_changes(organisations);
  std::map<std::int64_t, std::int64_t> newest;
  if (!changes) return newest;  // asked again in a moment
  for (const auto& [org_id, seq] : *changes) newest[org_id.value()] = seq;
  return newest;
}

std::vector<LiveEvent> LiveChanges::after(std::int64_t org, std::int64_t seq, int limit) {
  const auto changes = read_as<std::vector<Change>>(
      unit_, OrgId(org), [&](Stores& stores) { return stores.ledger.changes_after(seq, limit); });
  std::vector<LiveEvent> events;
  if (!changes) return events;  // asked again in a moment
  for (const Change& change : *changes) {
    const Told told{std::to_string(change.seq), {change.word}, change.rep_id};
    events.push_back({change.seq, change.rep_id.value_or(UserId()).value(), json::write(told)});
  }
  return events;
}

}  // namespace paceline::api
