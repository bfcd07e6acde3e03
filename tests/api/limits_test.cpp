// SPDX-License-Identifier: Apache-2.0
// docs/operating/limits.md against the source: each row says what stands there, and no row says what nobody looked up.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace paceline::api {
namespace {

/// What a row says, beside what the file says.
struct Held {
  const char* row;   ///< its beginning
  const char* says;  ///< stands in the row
  const char* file;
  const char* code;  ///< stands in the file
};

constexpr const char* kHttpLimits = "src/http/limits.h";

constexpr Held kHeld[] = {
    {"request line and fields", "16 kB", kHttpLimits, "header_bytes = 16 * 1024;"},
    {"request line and fields", "100 fields", kHttpLimits, "header_fields = 100;"},
    {"request line and fields", "a path of 8 kB", kHttpLimits, "target_bytes = 8 * 1024;"},
    {"request line and fields", "431 `http.header_too_large`", "src/http/refusals.cpp",
     "431, \"http.header_too_large\""},
    {"request line and fields", "414 `http.target_too_long`", "src/http/refusals.cpp", "414, \"http.target_too_long\""},
    {"body of a request", "| 1 MB |", kHttpLimits, "body_bytes = 1024 * 1024;"},
    {"body of a request", "413 `http.body_too_large`", "src/http/refusals.cpp", "413, \"http.body_too_large\""},
    {"time for a handshake", "| 10 s, 10 s, 30 s, 30 s |", kHttpLimits, "handshake_time{10'000};"},
    {"time for a handshake", "| 10 s, 10 s, 30 s, 30 s |", kHttpLimits, "header_time{10'000};"},
    {"time for a handshake", "| 10 s, 10 s, 30 s, 30 s |", kHttpLimits, "body_time{30'000};"},
    {"time for a handshake", "| 10 s, 10 s, 30 s, 30 s |", kHttpLimits, "write_time{30'000};"},
    {"time for a handshake", "408 `http.timeout`", "src/http/refusals.cpp", "408, \"http.timeout\""},
    {"connections |", "20,000", kHttpLimits, "connections = 20'000;"},
    {"connections |", "idle for 75 s", kHttpLimits, "idle_time{75'000};"},
    {"connections |", "503 `server.busy`", "src/http/refusals.cpp", "503, \"server.busy\""},
    {"requests that wait for a worker", "1,024", kHttpLimits, "queued_requests = 1'024;"},
    {"live streams", "10,000;", kHttpLimits, "live_streams = 10'000;"},
    {"live streams", "64 kB behind", kHttpLimits, "live_buffer_bytes = 64 * 1024;"},
    {"live streams", "503 `live.too_many`", "src/http/refusals.cpp", "503, \"live.too_many\""},
    {"tries to sign in within 15 minutes", "10 for an address", "src/api/steps.h", "kMostOfEmail = 10;"},
    {"tries to sign in within 15 minutes", "100 from a client", "src/api/steps.h", "kMostOfClient = 100;"},
    {"tries to sign in within 15 minutes", "429 `session.too_many_tries`", "src/api/steps.h", "kWindowSeconds = 900;"},
    {"sessions of a user", "50, of 14 days", "src/app/sign_in.cpp", "kMostSessions = 50;"},
    {"sessions of a user", "50, of 14 days", "src/app/sign_in.h", "kSessionSeconds = 14 * kSecondsPerDay;"},
    {"webhooks of an organisation", "| 100; 300 s |", "src/app/webhooks.cpp", "kMostWebhooks = 100;"},
    {"webhooks of an organisation", "| 100; 300 s |", "src/app/webhooks.h", "kDeliverySeconds = 300;"},
    {"webhooks of an organisation", "`webhook.too_many`", "src/app/webhooks.cpp", "\"webhook.too_many\""},
    {"activities of a rep's day", "| 20,000 that", "src/app/activity_check.h", "kMostOfRepDay = 20'000;"},
    {"activities of a rep's day", "`activity.day.full`", "src/app/check_activity.cpp", "\"activity.day.full\""},
    {"items of a batch", "500;", "src/api/forms/list.h", "json::Items<Checked<T>, 500> items;"},
    {"items of a batch", "10,000", "src/json/containers.h", "kLongestList = 10'000;"},
    {"rows of a page of a list", "500", "src/api/forms/list.h", "kLargestLimit = 500;"},
    {"text of a field, note", "200 bytes; 10,000", "src/app/check_activity.cpp", "kLongestText = 200;"},
    {"text of a field, note", "200 bytes; 10,000", "src/app/check_activity.cpp", "kLongestNote = 10'000;"},
    {"faults that one answer lists", "| 100 |", "src/json/place.h", "kMostFaults = 100;"},
    {"answers kept", "30 days", "src/app/housekeeping.h", "kAnswerSeconds = 30 * kSecondsPerDay;"},
    {"what live screens are told", "a day", "src/app/housekeeping.h", "kChangeSeconds = kSecondsPerDay;"},
    {"who looked at whose figures", "a year", "src/app/housekeeping.h", "kLookDays = 366;"},
    {"values in a list of a rule", "50; 3,660", "src/quota/rule.cpp", "kLongestList = 50;"},
    {"values in a list of a rule", "50; 3,660", "src/quota/rule.cpp", "kMostSignalDays = 3660;"},
    {"one span of a quota; of leave", "732 days", "src/quota/quota.h", "kLongestSpan = 732;"},
    {"one span of a quota; of leave", "366 days", "src/api/leave_handlers.cpp", "kLongestSpan = 366;"},
    {"what activities led to", "92 days", "src/app/read_leads_to.h", "kMostLeadsToDays = 92;"},
    {"what activities led to", "200,000", "src/app/read_leads_to.h", "kMostLeadsToActivities = 200'000;"},
    {"file of an import", "4 GB", "src/app/ports/import_store.h", "kMostImportBytes = 4LL * 1024 * 1024 * 1024;"},
    {"file of an import", "512 kB", "src/app/ports/import_store.h", "kImportPartBytes = 512 * 1024;"},
    {"file of an import", "1,000 faults", "src/app/ports/import_store.h", "kMostImportFaults = 1000;"},
    {"row of a file", "1 MB, 1,000 values", "src/text/delimited_reader.h", "kLargestRow = 1 << 20;"},
    {"row of a file", "1 MB, 1,000 values", "src/text/delimited_reader.h", "kMostValues = 1000;"},
    {"file of holidays", "2,000", "src/calendar/holiday_file.h", "kMostHolidayFileLines = 2000;"},
    {"file of holidays", "2,000", "src/calendar/ics_events.h", "kMostIcsEvents = 2000;"},
    {"names that one search", "20,000 of each", "src/api/search_handlers.cpp", "kMostNamesRead = 20'000;"},
    {"lines of an estimate", "| 50 |", "src/pipeline/estimate.h", "kMostEstimateLines = 50;"},
    {"lines of an estimate", "`estimate.lines.too_many`", "src/pipeline/estimate.cpp", "\"estimate.lines.too_many\""},
    {"stages of a pipeline, shares of a sale", "30, 20", "src/pipeline/stage.h", "kMostStages = 30;"},
    {"stages of a pipeline, shares of a sale", "30, 20", "src/pipeline/sale.h", "kMostShares = 20;"},
    {"backups kept by themselves", "7 (", "src/cli/environment.h", "kept_backups = 7;"},
    {"connections to PostgreSQL", "| 8 |", "src/store/sql/pooled_database.h", "sessions = 8;"},
    {"writes in one flush", "| 256 |", "src/store/sqlite/sqlite_database.h", "batch = 256;"},
    {"lines of the log", "4 MB", "src/watch/line_writer.h", "kMostWaiting = 4 * 1024 * 1024;"},
};

std::string text_of_file(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(std::filesystem::path(PACELINE_SOURCE_DIR) / file).rdbuf();
  return text.str();
}

/// Without its "| ".
std::vector<std::string> rows_of_limits() {
  std::vector<std::string> rows;
  std::istringstream lines(text_of_file("docs/operating/limits.md"));
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("| ") && !line.starts_with("| what |") && !line.starts_with("| --- |"))
      rows.push_back(line.substr(2));
  return rows;
}

TEST(Limits, AreThoseOfTheSource) {
  const auto rows = rows_of_limits();
  for (const Held& held : kHeld) {
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const std::string& each) { return each.starts_with(held.row); });
    ASSERT_NE(row, rows.end()) << held.row;
    EXPECT_NE(row->find(held.says), std::string::npos) << held.says << " in: " << *row;
    EXPECT_NE(text_of_file(held.file).find(held.code), std::string::npos) << held.code << " in " << held.file;
  }
}

TEST(Limits, HaveNoRowThatNobodyLookedUp) {
  const auto rows = rows_of_limits();
  EXPECT_GE(rows.size(), 25U);
  for (const std::string& row : rows) {
    const bool held =
        std::any_of(std::begin(kHeld), std::end(kHeld), [&](const Held& each) { return row.starts_with(each.row); });
    EXPECT_TRUE(held) << row;
  }
}

}  // namespace
}  // namespace paceline::api
