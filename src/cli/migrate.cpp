// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include "api/count_forms.h"
#include "app/verify.h"
#include "cli/commands.h"
#include "cli/count_lines.h"
#include "json/json.h"

namespace paceline::cli {
namespace {

struct MigrateAnswer {
  std::int64_t tables = 0;
  std::int64_t rows = 0;
  std::int64_t activities = 0;
  std::int64_t seconds = 0;
  std::string verify = "ok";
  std::string counts = "equal";
};
BOOST_DESCRIBE_STRUCT(MigrateAnswer, (), (tables, rows, activities, seconds, verify, counts))

/// What is compared of the two databases.
struct Side {
  std::int64_t activities = 0;
  std::int64_t differences = 0;  ///< that verify names
  std::string counts;            ///< as `export counts` prints them
};

Result<void> look_at(OrgId org_id, UnitOfWork& unit, Side& side) {
  return unit.read(org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto found, verify(stores));
    PACELINE_TRY(const auto counts, api::count_forms(stores.counts));
    side.activities += found.activity_now;
    side.differences += static_cast<std::int64_t>(found.differences.size());
    side.counts += "organisation " + to_text(org_id) + "\n";
    for (const auto& count : counts) side.counts += csv_line(count) + "\n";
    return {};
  });
}

Result<Side> side_of(const api::Backend& backend) {
  Side side;
  PACELINE_TRY(const auto all, backend.unit.organisations());
  for (const OrgId org_id : all) PACELINE_CHECK(look_at(org_id, backend.unit, side));
  return side;
}

Result<void> require_same(const Side& sent, const Side& arrived) {
  if (arrived.differences > 0 || arrived.activities != sent.activities || arrived.counts != sent.counts)
    return fail(Fault::unavailable, "migrate.copy_differs", {}, "nothing was kept");
  return {};
}

Result<MigrateAnswer> moved(Environment& environment, const Place& place, const std::string& address) {
  Side sent;
  const auto before = [&](const api::Backend& source) -> Result<void> {
    PACELINE_TRY(sent, side_of(source));
    if (sent.differences == 0) return {};
    return fail(Fault::conflict, "migrate.source_differs", {},
                std::to_string(sent.differences) + " differences; paceline verify names them");
  };
  const auto after = [&](const api::Backend& destination) -> Result<void> {
    PACELINE_TRY(const Side arrived, side_of(destination));
    return require_same(sent, arrived);
  };
  const auto begun = std::chrono::steady_clock::now();
  PACELINE_TRY(const Moved moved, environment.move(place, address, before, after));
  const auto taken = std::chrono::ceil<std::chrono::seconds>(std::chrono::steady_clock::now() - begun);
  return MigrateAnswer{moved.tables, moved.rows, sent.activities, taken.count(), "ok", "equal"};
}

}  // namespace

int migrate_to(Environment& environment, const Place& place, const std::string& address) {
  if (!place.database.empty())
    return refuse({Fault::invalid, "migrate.source_not_a_folder", {}, "leave out --database and PACELINE_DATABASE"});
  const auto answer = moved(environment, place, address);
  if (!answer) return refuse(answer.error());
  print(place.json, json::write(*answer));
  return kOk;
}

}  // namespace paceline::cli
