// SPDX-License-Identifier: Apache-2.0
// What may be wrong with an installation, before somebody notices it by a figure.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>

#include "cli/commands.h"
#include "cli/operator_only.h"
#include "cli/proof.h"
#include "json/json.h"

namespace paceline::cli {

/// warning: it works, and will not for ever. fault: it does not, or is not safe.
BOOST_DEFINE_ENUM_CLASS(Health, ok, warning, fault)

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kGibibyte = 1U << 30U;

struct Finding {
  std::string check;
  Health state = Health::ok;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (check, state, detail))

struct Diagnosis {
  bool ok = true;
  std::vector<Finding> items;
};
BOOST_DESCRIBE_STRUCT(Diagnosis, (), (ok, items))

Finding privacy_of(const std::string& folder) {
  struct stat found {};
  if (::stat(folder.c_str(), &found) != 0) return {"folder", Health::fault, folder + " is not there"};
  if ((found.st_mode & 077U) != 0)
    return {"folder", Health::fault, "others of this machine may look into it: chmod 700 " + folder};
  if (found.st_uid != ::geteuid())
    return {"folder", Health::warning, "it belongs to another user than this command runs as"};
  return {"folder", Health::ok, fs::absolute(folder).string()};
}

/// A backup and a restore need twice the database.
Finding room_of(const std::string& folder) {
  std::error_code absent;
  const auto size = fs::file_size(folder + "/paceline.db", absent);
  const auto room = fs::space(folder, absent).available;
  if (absent) return {"room", Health::fault, absent.message()};
  const std::string detail = std::to_string(room >> 20U) + " MB free, the database has " + std::to_string(size >> 20U);
  return {"room", room < std::max(kGibibyte, 2 * size) ? Health::warning : Health::ok, detail};
}

Finding backups_of(const std::string& folder) {
  std::error_code absent;
  std::optional<fs::file_time_type> newest;
  for (fs::directory_iterator file(folder + "/backups", absent), end; !absent && file != end; file.increment(absent)) {
    const bool is_backup = file->path().extension() == ".db" && file->is_regular_file() && file->file_size() > 0;
    if (is_backup && (!newest || file->last_write_time() > *newest)) newest = file->last_write_time();
  }
  if (!newest) return {"backups", Health::warning, "there is none in " + folder + "/backups"};
  const auto hours = std::chrono::duration_cast<std::chrono::hours>(fs::file_time_type::clock::now() - *newest).count();
  return {"backups", hours > 48 ? Health::warning : Health::ok,
          "the newest is " + std::to_string(hours) + " hours old"};
}

Finding jobs_of(const api::Backend& backend) {
  constexpr std::int64_t hour_s = 3600;
  const auto waiting = backend.unit.organisations_with_due_jobs(backend.clock.now().plus_seconds(-hour_s));
  if (!waiting) return {"jobs", Health::fault, waiting.error().code};
  if (waiting->empty()) return {"jobs", Health::ok, "none has waited for an hour"};
  return {"jobs", Health::warning, "some have waited for more than an hour: does no server run?"};
}

Finding counts_of(const api::Backend& backend) {
  const auto proof = prove(backend);
  if (!proof) return {"counts", Health::fault, proof.error().code};
  if (proof->differences > 0)
    return {"counts", Health::fault, std::to_string(proof->differences) + " differences: paceline verify names them"};
  return {"counts", Health::ok, "of " + std::to_string(proof->activities) + " activities all are proved"};
}

void look_into(Environment& environment, const Place& place, std::vector<Finding>& findings) {
  const auto read = environment.read(place, [&](const api::Backend& backend) -> Result<void> {
    findings.push_back({"database", Health::ok, "schema " + std::to_string(backend.schema)});
    findings.push_back(counts_of(backend));
    findings.push_back(jobs_of(backend));
    return {};
  });
  if (!read) findings.push_back({"database", Health::fault, read.error().code + " " + read.error().detail});
}

}  // namespace

int doctor(Environment& environment, const Place& place) {
  if (const int refused = require_operator(environment, place, Reach::everything); refused != kOk) return refused;
  Diagnosis diagnosis;
  if (place.database.empty()) {
    diagnosis.items = {privacy_of(place.data), room_of(place.data), backups_of(place.data)};
  }
  look_into(environment, place, diagnosis.items);
  for (const Finding& finding : diagnosis.items) diagnosis.ok = diagnosis.ok && finding.state != Health::fault;
  print(place.json, json::write(diagnosis));
  return diagnosis.ok ? kOk : kCheckFailed;
}

}  // namespace paceline::cli
