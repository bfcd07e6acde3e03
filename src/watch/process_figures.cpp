// SPDX-License-Identifier: Apache-2.0
#include "watch/process_figures.h"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace paceline {
namespace {

constexpr double kMicroseconds = 1e6;

std::int64_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::int64_t all = 0;
  std::int64_t resident = 0;
  file >> all >> resident;
  return file ? resident * ::sysconf(_SC_PAGESIZE) : 0;
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / kMicroseconds;
}

std::int64_t open_files() {
  std::error_code absent;
  std::filesystem::directory_iterator files("/proc/self/fd", absent);
  if (absent) return 0;
  return std::distance(begin(files), std::filesystem::directory_iterator()) - 1;  // its own
}

}  // namespace

ProcessFigures process_figures() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return {resident_bytes(), seconds_of(used.ru_utime) + seconds_of(used.ru_stime), open_files()};
}

}  // namespace paceline
