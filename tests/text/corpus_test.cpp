// SPDX-License-Identifier: Apache-2.0
// The corpora of the fuzz targets: whatever they found once is tried in every build.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/text/text_laws.h"

namespace paceline {
namespace {

using Check = void (*)(std::string_view bytes);

class TextCorpus : public testing::TestWithParam<std::pair<const char*, Check>> {};

TEST_P(TextCorpus, KeepsTheLaws) {
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

INSTANTIATE_TEST_SUITE_P(Of, TextCorpus,
                         testing::Values(std::pair("delimited_reader", Check(&testing_support::check_delimited_reader)),
                                         std::pair("content_lines", Check(&testing_support::check_content_lines))),
                         [](const auto& param) { return std::string(param.param.first); });

}  // namespace
}  // namespace paceline
