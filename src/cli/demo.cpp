// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "cli/commands.h"
#include "cli/demo_truth.h"
#include "demo/demonstration.h"
#include "json/json.h"

namespace paceline::demo {

BOOST_DESCRIBE_STRUCT(Made, (), (org_id, users, contacts, signals, activities))

}  // namespace paceline::demo

namespace paceline::cli {
namespace {

struct AccountOfDemo {
  std::string email;
  std::string password;
  std::string name;
  Role role = Role::rep;
};
BOOST_DESCRIBE_STRUCT(AccountOfDemo, (), (email, password, name, role))

struct Accounts {
  std::vector<AccountOfDemo> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(Accounts, (), (items, next))

struct Removed {
  bool removed = true;
};
BOOST_DESCRIBE_STRUCT(Removed, (), (removed))

/// Returns conflict "demo.not_a_demonstration" when some real organisation is in the folder.
Result<OrgId> demonstration(const api::Backend& backend) {
  PACELINE_TRY(const auto all, backend.unit.organisations());
  if (all.empty()) return fail(Fault::not_found, "demo.absent");
  for (const OrgId org_id : all) {
    PACELINE_TRY(const auto organisation, read_as<Organisation>(backend.unit, org_id, [](Stores& stores) {
                   return stores.people.organisation();
                 }));
    if (!organisation.demonstration) return fail(Fault::conflict, "demo.not_a_demonstration", {}, organisation.name);
  }
  return all.front();
}

int make_demo(Environment& environment, const Place& place, const DemoOptions& options) {
  std::ofstream truth;
  if (!options.truth.empty()) {
    truth.open(options.truth);
    if (!truth) return refuse({Fault::unavailable, "file.not_writable", {}, options.truth});
  }
  Checked<demo::Demonstration> made = tl::unexpected(Errors{});
  const auto owned = environment.found(place, [&](const api::Backend& b) -> Result<void> {
    made = demo::make({options.reps, options.days, options.seed, 1},
                      {b.unit, b.secrets, b.zones, b.clock, b.countries, b.ids});
    return {};
  });
  if (!owned) return refuse(owned.error());
  if (!made) return refuse(made.error());
  if (truth.is_open() && !(truth << truth_document(made->truth) << std::endl))
    return refuse({Fault::unavailable, "file.not_writable", {}, options.truth});
  print(place.json, json::write(made->made));
  return kOk;
}

int list_accounts(Environment& environment, const Place& place) {
  Accounts accounts;
  const auto read = environment.read(place, [&](const api::Backend& backend) -> Result<void> {
    PACELINE_TRY(const OrgId org_id, demonstration(backend));
    PACELINE_TRY(const auto users, read_as<std::vector<User>>(backend.unit, org_id,
                                                              [](Stores& stores) { return stores.people.users(); }));
    for (const User& user : users)
      accounts.items.push_back({user.email, std::string(demo::kPassword), user.name, user.role});
    return {};
  });
  if (!read) return refuse(read.error());
  print(place.json, json::write(accounts));
  return kOk;
}

/// A PostgreSQL database may hold others beside it, so that one is chosen.
int remove_rows(Environment& environment, const Place& place) {
  std::optional<OrgId> chosen;
  const auto read = environment.read(place, [&](const api::Backend& backend) -> Result<void> {
    PACELINE_TRY(const auto all, backend.unit.organisations());
    if (all.empty()) return fail(Fault::not_found, "demo.absent");
    PACELINE_TRY(chosen, operators_organisation(place.org, backend.identity()));
    return {};
  });
  if (!read) return refuse(read.error());
  const auto removed = environment.remove_demonstration(place, *chosen);
  if (!removed) return refuse(removed.error());
  print(place.json, json::write(Removed{}));
  return kOk;
}

int remove_folder(Environment& environment, const Place& place) {
  const auto owned = environment.own(place, [&](const api::Backend& backend) -> Result<void> {
    PACELINE_CHECK(demonstration(backend));
    return {};
  });
  if (!owned) return refuse(owned.error());
  for (const char* name : {"paceline.db", "paceline.db-wal", "paceline.db-shm"}) {
    std::error_code ignored;
    std::filesystem::remove(std::filesystem::path(place.data) / name, ignored);
  }
  print(place.json, json::write(Removed{}));
  return kOk;
}

}  // namespace

int demo(Environment& environment, const Place& place, const DemoOptions& options) {
  if (options.accounts) return list_accounts(environment, place);
  if (options.remove)
    return place.database.empty() ? remove_folder(environment, place) : remove_rows(environment, place);
  return make_demo(environment, place, options);
}

}  // namespace paceline::cli
