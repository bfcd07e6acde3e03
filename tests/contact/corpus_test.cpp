// SPDX-License-Identifier: Apache-2.0
// The corpus of the fuzz target: whatever it found once is tried in every build.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/contact/phone_laws.h"

namespace paceline {
namespace {

TEST(Corpus, OfTelephoneNumbersKeepsTheLaws) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(PACELINE_SOURCE_DIR "/tests/fuzz/corpus/phone")) {
    SCOPED_TRACE(entry.path());
    std::ifstream file(entry.path(), std::ios::binary);
    testing_support::check_phone_number(std::string(std::istreambuf_iterator<char>(file), {}));
    ++files;
  }
  EXPECT_GE(files, 10);
}

}  // namespace
}  // namespace paceline
