// SPDX-License-Identifier: Apache-2.0
// The corpora of the fuzz targets: whatever they found once is tried in every build.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "reader_laws.h"

namespace paceline {
namespace {

template <class Check>
void replay(const char* name, Check check) {
  int files = 0;
  const std::filesystem::path corpus = std::filesystem::path(PACELINE_SOURCE_DIR "/tests/fuzz/corpus") / name;
  for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
    SCOPED_TRACE(entry.path());
    std::ifstream file(entry.path(), std::ios::binary);
    check(std::string(std::istreambuf_iterator<char>(file), {}));
    ++files;
  }
  EXPECT_GE(files, 5) << corpus;
}

TEST(Corpus, OfHolidayFilesKeepsTheLaws) {
  replay("holiday_file", testing_support::check_holiday_file);
}

TEST(Corpus, OfIcsFilesKeepsTheLaws) {
  replay("holiday_ics", testing_support::check_holiday_ics);
}

}  // namespace
}  // namespace paceline
