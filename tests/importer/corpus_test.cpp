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

using Check = void (*)(std::string_view bytes);

class Corpus : public testing::TestWithParam<std::pair<const char*, Check>> {};

TEST_P(Corpus, KeepsTheLaws) {
  int files = 0;
  const std::string folder = std::string(PACELINE_SOURCE_DIR "/tests/fuzz/corpus/") + GetParam().first;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    SCOPED_TRACE(entry.path());
    std::ifstream file(entry.path(), std::ios::binary);
    GetParam().second(std::string(std::istreambuf_iterator<char>(file), {}));
    ++files;
  }
  EXPECT_GE(files, 5);
}

INSTANTIATE_TEST_SUITE_P(Of, Corpus,
                         testing::Values(std::pair("import", Check(&testing_support::check_import_file)),
                                         std::pair("import_json", Check(&testing_support::check_import_json)),
                                         std::pair("import_ics", Check(&testing_support::check_import_ics)),
                                         std::pair("import_vcard", Check(&testing_support::check_import_vcard)),
                                         std::pair("import_mapping", Check(&testing_support::check_import_mapping)),
                                         std::pair("moment_form", Check(&testing_support::check_moment_form)),
                                         std::pair("text_decoder", Check(&testing_support::check_text_decoder))),
                         [](const auto& param) { return std::string(param.param.first); });

}  // namespace
}  // namespace paceline
