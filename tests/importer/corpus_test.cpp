// SPDX-License-Identifier: Apache-2.0
// The corpus of the fuzz target: whatever it found once is tried in every build.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/importer/reader_laws.h"

namespace paceline {
namespace {

TEST(Corpus, OfImportedFilesKeepsTheLaws) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(PACELINE_SOURCE_DIR "/tests/fuzz/corpus/import")) {
    SCOPED_TRACE(entry.path());
    std::ifstream file(entry.path(), std::ios::binary);
    testing_support::check_import_file(std::string(std::istreambuf_iterator<char>(file), {}));
    ++files;
  }
  EXPECT_GE(files, 5);
}

}  // namespace
}  // namespace paceline
