// SPDX-License-Identifier: Apache-2.0
#include "tests/product/company.h"

#include <algorithm>

#include "app/close_period.h"

namespace paceline::product {
namespace {

constexpr const char* kFirst = R"({
  'organisation': {'leaderboard': true},
  'teams': [{'name': 'East'}, {'name': 'West'}],
  'users': [
    {'email': 'ana@first.example', 'name': 'Ana Duarte', 'team': 'East'},
    {'email': 'boris@first.example', 'name': 'Boris Ilic', 'team': 'East'},
    {'email': 'mila@first.example', 'name': 'Mila Manager', 'role': 'manager', 'team': 'East'},
    {'email': 'olga@first.example', 'name': 'Olga Ops', 'role': 'ops', 'team': 'East'},
    {'email': 'adam@first.example', 'name': 'Adam Admin', 'role': 'admin', 'team': 'East'},
    {'email': 'carl@first.example', 'name': 'Carl Meyer', 'team': 'West'},
    {'email': 'wim@first.example', 'name': 'Wim Manager', 'role': 'manager', 'team': 'West'}],
  'quotas': [
    {'key': 'calls', 'name': 'Calls', 'period': 'week', 'amount': 50, 'rule': {'kinds': ['call']},
     'teams': ['East', 'West'], 'reps': ['mila@first.example', 'olga@first.example', 'adam@first.example', 'wim@first.example'],
     'from': '2026-01-01'},
    {'key': 'together', 'name': 'Together', 'period': 'week', 'amount': 9, 'rule': {'kinds': ['visit']},
     'subjects': [{'team': 'East', 'together': true}, {'team': 'West', 'together': true}], 'from': '2026-01-01'}]})";

constexpr const char* kOfSecond = R"({
  'organisation': {'leaderboard': true},
  'teams': [{'name': 'Remote'}],
  'users': [
    {'email': 'zoe@second.example', 'name': 'Zoe Other', 'team': 'Remote'},
    {'email': 'zed@second.example', 'name': 'Zed Manager', 'role': 'manager', 'team': 'Remote'}],
  'kinds': [{'kind': 'fair', 'label': 'Fair'}],
  'quotas': [
    {'key': 'dials', 'name': 'Dials', 'period': 'week', 'amount': 50, 'rule': {'kinds': ['call'], 'topics': ['secret topic']},
     'teams': ['Remote'], 'reps': ['zed@second.example'], 'from': '2026-01-01'}]})";

}  // namespace

Company::Company() : first(product.found("first")), second(product.found("second")) {
  product.apply(first, json(kFirst));
  product.apply(second, json(kOfSecond));
  ana = product.person(first, "ana@first.example");
  boris = product.person(first, "boris@first.example");
  mila = product.person(first, "mila@first.example");
  olga = product.person(first, "olga@first.example");
  adam = product.person(first, "adam@first.example");
  carl = product.person(first, "carl@first.example");
  wim = product.person(first, "wim@first.example");
  zoe = product.person(second, "zoe@second.example");
  zed = product.person(second, "zed@second.example");
  zoe_admin = product.person(second, "admin@second.example");
}

OrgId Company::org_of(const Person& person) const {
  return person.email.ends_with("@second.example") ? second : first;
}

TeamId Company::team(OrgId org_id, const std::string& name) {
  const auto teams = read_as<std::vector<Team>>(product.unit, org_id, [](Stores& s) { return s.people.teams(); });
  for (const Team& team : *teams) {
    if (team.name == name) return team.team_id;
  }
  return {};
}

QuotaId Company::quota(OrgId org_id, const std::string& key) {
  const auto quotas = read_as<std::vector<Quota>>(product.unit, org_id, [](Stores& s) { return s.quotas.quotas(); });
  for (const Quota& quota : *quotas) {
    if (quota.key == key) return quota.quota_id;
  }
  return {};
}

ReportId Company::report_of(const Person& rep) {
  const OrgId org_id = org_of(rep);
  const QuotaId quota_id = quota(org_id, org_id == first ? "calls" : "dials");
  ReportId found;
  product.write(org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto quotas, stores.quotas.quotas());
    const auto calls =
        std::find_if(quotas.begin(), quotas.end(), [&](const Quota& q) { return q.quota_id == quota_id; });
    Actor system;
    system.org_id = org_id;
    system.role = Role::system;
    PACELINE_TRY(const auto closed, close_period(system, *calls, {"2026-W40", {rep.user_id}}, product.clock.now(),
                                                 {product.zones, product.secrets, product.ids}, stores));
    found = closed.reports.front();
    return {};
  });
  return found;
}

}  // namespace paceline::product
