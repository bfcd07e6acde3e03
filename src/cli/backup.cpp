// SPDX-License-Identifier: Apache-2.0
// Backup, restore, and the way back from an upgrade.
#include <algorithm>
#include <filesystem>

#include "app/after_restore.h"
#include "cli/commands.h"
#include "cli/operator_only.h"
#include "cli/proof.h"
#include "json/json.h"

namespace paceline::cli {

BOOST_DESCRIBE_STRUCT(RolledBack, (), (schema_before, schema, activities_since, opportunities_since, sales_since, kept))

namespace {

struct BackedUp {
  std::string file;
  std::int64_t bytes = 0;
  int schema = 0;
  std::int64_t organisations = 0;
  std::int64_t activities = 0;
  std::string verify = "ok";
};
BOOST_DESCRIBE_STRUCT(BackedUp, (), (file, bytes, schema, organisations, activities, verify))

struct Restored {
  std::int64_t organisations = 0;
  std::int64_t activities = 0;
  std::string verify = "ok";
};
BOOST_DESCRIBE_STRUCT(Restored, (), (organisations, activities, verify))

/// Of an organisation that is there as well.
Result<std::optional<OpenAccess>> still_open(OrgId org_id, const api::Backend* present) {
  if (present == nullptr) return std::optional<OpenAccess>();
  PACELINE_TRY(const auto all, present->unit.organisations());
  if (std::find(all.begin(), all.end(), org_id) == all.end()) return std::optional<OpenAccess>();
  PACELINE_TRY(auto open, read_as<OpenAccess>(present->unit, org_id, open_access));
  return std::optional(std::move(open));
}

Result<void> end_what_must_not_come_back(OrgId org_id, const api::Backend& restored, const api::Backend* present) {
  PACELINE_TRY(const auto open, still_open(org_id, present));
  return restored.unit.write(org_id, [&](Stores& stores) -> Result<void> {
    const Instant now = restored.clock.now();
    PACELINE_CHECK(ask_for_files_again(now, stores));
    return end_access_after_restore(open, now, stores);
  });
}

Result<void> end_what_must_not_come_back(const api::Backend& restored, const api::Backend* present) {
  PACELINE_TRY(const auto all, restored.unit.organisations());
  for (const OrgId org_id : all) PACELINE_CHECK(end_what_must_not_come_back(org_id, restored, present));
  return {};
}

}  // namespace

int backup(Environment& environment, const Place& place, const std::string& file) {
  if (const int refused = require_operator(environment, place, Reach::everything); refused != kOk) return refused;
  BackedUp answer;
  const auto done = environment.back_up(place, file, [&](const api::Backend& copy) -> Result<void> {
    PACELINE_TRY(const Proof proof, require_sound(copy));
    answer = {file, 0, copy.schema, proof.organisations, proof.activities, "ok"};
    return {};
  });
  if (!done) return refuse(done.error());
  answer.bytes = static_cast<std::int64_t>(std::filesystem::file_size(file));
  print(place.json, json::write(answer));
  return kOk;
}

int restore(Environment& environment, const Place& place, const std::string& file) {
  if (const int refused = require_operator(environment, place, Reach::everything); refused != kOk) return refused;
  Restored answer;
  const auto change = [&](const api::Backend& restored, const api::Backend* present) -> Result<void> {
    PACELINE_TRY(const Proof proof, require_sound(restored));
    answer = {proof.organisations, proof.activities, "ok"};
    return end_what_must_not_come_back(restored, present);
  };
  const auto done = environment.restore(place, file, change);
  if (!done) return refuse(done.error());
  print(place.json, json::write(answer));
  return kOk;
}

int roll_back(Environment& environment, const Place& place) {
  if (const int refused = require_operator(environment, place, Reach::everything); refused != kOk) return refused;
  const auto done = environment.roll_back(place);
  if (!done) return refuse(done.error());
  print(place.json, json::write(*done));
  return kOk;
}

}  // namespace paceline::cli
