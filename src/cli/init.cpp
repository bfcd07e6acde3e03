// SPDX-License-Identifier: Apache-2.0
#include "app/found_organisation.h"
#include "cli/commands.h"
#include "json/json.h"

namespace paceline::cli {
namespace {

struct FirstAccess {
  OrgId org_id;
  UserId admin_id;
  std::string one_time_password;
};
BOOST_DESCRIBE_STRUCT(FirstAccess, (), (org_id, admin_id, one_time_password))

}  // namespace

int init(Environment& environment, const Place& place, const InitOptions& options) {
  const Founding founding{options.name, options.zone, options.currency, options.admin, options.admin, false};
  Checked<Founded> founded = tl::unexpected(Errors{});
  const auto owned = environment.found(place, [&](const api::Backend& b) -> Result<void> {
    founded = found_organisation(founding, b.clock.now(), b.zones, b.secrets, b.ids, b.unit);
    return {};
  });
  if (!owned) return refuse(owned.error());
  if (!founded) return refuse(founded.error());
  print(place.json, json::write(FirstAccess{founded->org_id, founded->admin_id, founded->one_time_password}));
  return kOk;
}

}  // namespace paceline::cli
