// SPDX-License-Identifier: Apache-2.0
#include "watch/watch.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/watch/exposition.h"
#include "watch/metrics_page.h"
#include "watch/request_log.h"

namespace paceline {
namespace {

struct Noon : Clock {
  [[nodiscard]] Instant now() const override { return *parse_instant("2026-11-18T12:00:00Z"); }
};

http::Answered answered(int status, std::string_view route = "/api/v1/activities") {
  http::Answered made;
  made.id = "k3-7";
  made.method = api::Method::post;
  made.asked = {route, 1001, 1002};
  made.status = status;
  made.duration = std::chrono::microseconds(1834);
  made.bytes = 211;
  return made;
}

TEST(RequestLog, IsOneObjectALine) {
  EXPECT_EQ(
      line_of(answered(201), Noon().now()),
      R"({"at":"2026-11-18T12:00:00Z","event":"request","id":"k3-7","method":"POST","route":"/api/v1/activities",)"
      R"("status":201,"duration_us":1834,"bytes":211,"org_id":"1001","user_id":"1002"})");
  EXPECT_EQ(line_of(JobDone{OrgId(1001), "closing", 5120, ""}, Noon().now()),
            R"({"at":"2026-11-18T12:00:00Z","event":"job","job":"closing","duration_us":5120,"org_id":"1001"})");
  http::Answered nonsense;
  nonsense.id = "k3-8";
  nonsense.status = 400;
  nonsense.cut_off = true;
  EXPECT_EQ(line_of(nonsense, Noon().now()),
            R"({"at":"2026-11-18T12:00:00Z","event":"request","id":"k3-8","method":"none","route":"unknown",)"
            R"("status":400,"duration_us":0,"bytes":0,"cut_off":true})");
}

TEST(RequestLog, HasWhatItsLevelSays) {
  const auto logged = [](LogLevel level) {
    std::string all;
    for (const int status : {200, 304, 404, 429, 500, 503})
      if (is_logged(level, answered(status))) all += std::to_string(status) + " ";
    return all;
  };
  EXPECT_EQ(logged(LogLevel::none), "");
  EXPECT_EQ(logged(LogLevel::faults), "500 503 ");
  EXPECT_EQ(logged(LogLevel::refused), "404 429 500 503 ");
  EXPECT_EQ(logged(LogLevel::all), "200 304 404 429 500 503 ");
  const JobDone done{OrgId(1), "closing", 1, ""};
  const JobDone failed{OrgId(1), "closing", 1, "store.busy"};
  EXPECT_FALSE(is_logged(LogLevel::refused, done));
  EXPECT_TRUE(is_logged(LogLevel::all, done));
  EXPECT_TRUE(is_logged(LogLevel::faults, failed));
}

class WatchFiles : public testing::Test {
 protected:
  WatchFiles() {
    std::string made = (std::filesystem::temp_directory_path() / "paceline-XXXXXX").string();
    PACELINE_ASSERT(::mkdtemp(made.data()) != nullptr);
    folder_ = made;
  }
  ~WatchFiles() override { std::filesystem::remove_all(folder_); }
  [[nodiscard]] std::string file() const { return folder_ + "/paceline.log"; }
  [[nodiscard]] std::string written() const {
    std::ostringstream text;
    text << std::ifstream(file()).rdbuf();
    return text.str();
  }
  Noon clock_;
  std::string folder_;
};

TEST_F(WatchFiles, AppendToAFileOfTheOwner) {
  for (int time = 0; time < 2; ++time) {
    const auto watch = Watch::open({LogLevel::refused, file()}, clock_);
    ASSERT_TRUE(watch);
    (*watch)->note(answered(200));
    (*watch)->note(answered(404));
    EXPECT_EQ((*watch)->lost_lines(), 0);
  }
  const std::string line = line_of(answered(404), clock_.now()) + "\n";
  EXPECT_EQ(written(), line + line);
  struct stat found {};
  ASSERT_EQ(::stat(file().c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0600U);
}

TEST_F(WatchFiles, ThatCannotBeWrittenAreRefused) {
  const auto watch = Watch::open({LogLevel::all, folder_ + "/absent/paceline.log"}, clock_);
  ASSERT_FALSE(watch);
  EXPECT_EQ(watch.error().code, "log.unusable");
}

TEST_F(WatchFiles, LoseLinesRatherThanKeepTheServerWaiting) {
  const auto writer = LineWriter::open("/dev/full");
  ASSERT_TRUE(writer);
  (*writer)->write("a line");
  (*writer)->write("another");
  for (int tries = 0; tries < 400 && (*writer)->lost() < 2; ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ((*writer)->lost(), 2);
}

ServerFigures figures_of(const Clock& clock) {
  ServerFigures figures;
  figures.version = "1.2.3";
  figures.schema = 14;
  figures.engine = "sqlite";
  figures.now = clock.now();
  figures.started = clock.now().plus_seconds(-60);
  figures.load = {3, 2, 1};
  figures.backup = {true, clock.now().plus_seconds(-3600), ""};
  DatabaseFigures database;
  database.writes.works = database.writes.committed = 5;
  database.writes.commits = 2;
  database.writes.sizes = {1, 0, 1};
  database.backlog = {2, clock.now().plus_seconds(-90), 1};
  database.bytes = 4096;
  figures.database = database;
  return figures;
}

TEST(MetricsPage, IsReadByPrometheus) {
  const Noon clock;
  Tallies tallies;
  for (const int status : {201, 201, 404}) tallies.count(answered(status));
  tallies.count(answered(401, "/api/v1/session"));
  tallies.count(answered(429, "/api/v1/session"));
  tallies.count(JobDone{OrgId(1), "closing", 2'500'000, ""});
  tallies.count(JobDone{OrgId(2), "closing", 500'000, "store.busy"});
  const auto read = read_exposition(metrics_page(tallies, figures_of(clock)));
  EXPECT_EQ(read.fault, "");
  const auto value = [&](const std::string& sample) {
    const auto found = read.samples.find(sample);
    return found == read.samples.end() ? -1 : found->second;
  };
  EXPECT_EQ(value(R"(paceline_build_info{version="1.2.3",schema="14",engine="sqlite"})"), 1);
  EXPECT_EQ(value(R"(paceline_http_requests_total{route="/api/v1/activities",method="POST",status="2xx"})"), 2);
  EXPECT_EQ(value(R"(paceline_http_requests_total{route="/api/v1/activities",method="POST",status="4xx"})"), 1);
  EXPECT_EQ(value(R"(paceline_http_request_duration_seconds_count{route="/api/v1/activities",method="POST"})"), 3);
  EXPECT_EQ(value(R"(paceline_sign_in_refusals_total{reason="refused"})"), 1);
  EXPECT_EQ(value(R"(paceline_sign_in_refusals_total{reason="too_many_tries"})"), 1);
  EXPECT_EQ(value(R"(paceline_jobs_total{job="closing",result="done"})"), 1);
  EXPECT_EQ(value(R"(paceline_jobs_total{job="closing",result="failed"})"), 1);
  EXPECT_EQ(value(R"(paceline_job_seconds_total{job="closing"})"), 3);
  EXPECT_EQ(value("paceline_commit_works_count"), 2);
  EXPECT_EQ(value("paceline_commit_works_sum"), 5);
  EXPECT_EQ(value("paceline_live_streams"), 2);
  EXPECT_EQ(value("paceline_job_oldest_due_seconds"), 90);
  EXPECT_EQ(value("paceline_imports_running"), 1);
  EXPECT_EQ(value("paceline_database_bytes"), 4096);
  EXPECT_EQ(value(R"(paceline_backup_state{state="ok"})"), 1);
  EXPECT_EQ(value(R"(paceline_backup_state{state="failed"})"), 0);
  EXPECT_EQ(value("paceline_backup_newest_timestamp_seconds"), 1794999600.0);
  EXPECT_GT(value("process_resident_memory_bytes"), 1'000'000);
}

TEST(MetricsPage, SaysThatTheDatabaseIsAway) {
  const Noon clock;
  ServerFigures figures = figures_of(clock);
  figures.database.reset();
  const auto read = read_exposition(metrics_page(Tallies(), figures));
  EXPECT_EQ(read.fault, "");
  EXPECT_EQ(read.samples.at("paceline_database_up"), 0);
  EXPECT_FALSE(read.samples.contains("paceline_database_bytes"));
}

/// Every metric is listed in the documentation, and nothing else is.
TEST(MetricsPage, IsWhatTheDocumentationLists) {
  const Noon clock;
  const auto read = read_exposition(metrics_page(Tallies(), figures_of(clock)));
  std::ostringstream page;
  page << std::ifstream(PACELINE_SOURCE_DIR "/docs/operating/monitoring.md").rdbuf();
  const std::string text = page.str();
  std::set<std::string> listed;
  const std::regex row(R"re(\n\| `([a-z_]+)`[^|]*\| (counter|gauge|histogram) \|)re");
  for (std::sregex_iterator it(text.begin(), text.end(), row), end; it != end; ++it) {
    EXPECT_EQ(read.types.contains(it->str(1)) ? read.types.at(it->str(1)) : "absent", it->str(2)) << it->str(1);
    listed.insert(it->str(1));
  }
  for (const auto& [family, type] : read.types) EXPECT_TRUE(listed.contains(family)) << family << " is not listed";
}

}  // namespace
}  // namespace paceline
