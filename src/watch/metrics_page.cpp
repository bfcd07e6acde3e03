// SPDX-License-Identifier: Apache-2.0
#include "watch/metrics_page.h"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "watch/process_figures.h"

namespace paceline {
namespace {

constexpr double kMicroseconds = 1e6;

double seconds(Instant at) {
  return static_cast<double>(at.microseconds()) / kMicroseconds;
}
double number(std::int64_t value) {
  return static_cast<double>(value);
}

void write_database(const DatabaseFigures& figures, Instant now, MetricsText& text) {
  static constexpr std::array<double, store::WriteCounters::kSizes - 1> sizes{1, 2, 4, 8, 16, 32, 64, 128};
  const store::WriteCounters& writes = figures.writes;
  text.single("paceline_writes_total", "counter", "Writes that were asked of the database.", number(writes.works));
  text.family("paceline_commit_works", "histogram", "Commits, by how many writes shared one.");
  text.histogram("paceline_commit_works", {}, sizes, writes.sizes, number(writes.committed));
  text.single("paceline_commits_failed_total", "counter", "Commits that failed, with all that was in them.",
              number(writes.failed));
  text.single("paceline_write_retries_total", "counter",
              "Writes and reads that were run again: a lock, a lost session.", number(writes.retries));
  text.single("paceline_writes_waiting", "gauge", "Writes that wait for the one writer.", number(writes.waiting));
  text.single("paceline_write_wait_seconds_total", "counter", "How long writes waited for it, together.",
              number(writes.waited_us) / kMicroseconds);
  text.single("paceline_database_bytes", "gauge", "What the database takes on the disk.", number(figures.bytes));
  text.single("paceline_organisations", "gauge", "Organisations in the database.",
              number(figures.backlog.organisations));
  text.single("paceline_job_oldest_due_seconds", "gauge", "How long the oldest job has been due that nobody does.",
              number(now.microseconds_since(figures.backlog.oldest_due)) / kMicroseconds);
  text.single("paceline_imports_running", "gauge", "Imports that are checked, stored or taken back.",
              number(figures.backlog.imports));
}

void write_backup(const BackupNews& news, Instant now, MetricsText& text) {
  text.family("paceline_backup_state", "gauge", "1 at the state of the backups that this server keeps.");
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<BackupState>>([&](auto state) {
    text.sample("paceline_backup_state", {{"state", state.name}}, std::int64_t{news.state(now) == state.value});
  });
  text.family("paceline_backup_newest_timestamp_seconds", "gauge", "When the newest of them was made and proved.");
  if (news.newest) text.sample("paceline_backup_newest_timestamp_seconds", {}, seconds(*news.newest));
}

void write_load(const ServerFigures& figures, MetricsText& text) {
  text.single("paceline_connections", "gauge", "Connections that are open.", number(figures.load.connections));
  text.single("paceline_live_streams", "gauge", "Live streams that are open.", number(figures.load.live_streams));
  text.single("paceline_requests_waiting", "gauge", "Requests that no worker has begun.", number(figures.load.waiting));
  text.single("paceline_log_lines_lost_total", "counter", "Lines of the log that nobody took away fast enough.",
              number(figures.lost_lines));
}

void write_process(const ServerFigures& figures, MetricsText& text) {
  const ProcessFigures process = process_figures();
  text.single("process_resident_memory_bytes", "gauge", "Memory of the process.", number(process.resident_bytes));
  text.single("process_cpu_seconds_total", "counter", "Processor time of the process.", process.cpu_seconds);
  text.single("process_start_time_seconds", "gauge", "When the server began.", seconds(figures.started));
  text.single("process_open_fds", "gauge", "Files and sockets that are open.", number(process.open_files));
}

}  // namespace

std::string metrics_page(const Tallies& tallies, const ServerFigures& figures) {
  MetricsText text;
  const std::string schema = std::to_string(figures.schema);
  text.family("paceline_build_info", "gauge", "1, with the version, the schema and the engine.");
  text.sample("paceline_build_info", {{"version", figures.version}, {"schema", schema}, {"engine", figures.engine}},
              std::int64_t{1});
  text.single("paceline_database_up", "gauge", "1 while the database answers.", figures.database ? 1 : 0);
  if (figures.database) write_database(*figures.database, figures.now, text);
  write_backup(figures.backup, figures.now, text);
  write_load(figures, text);
  tallies.write(text);
  write_process(figures, text);
  return std::move(text).take();
}

}  // namespace paceline
