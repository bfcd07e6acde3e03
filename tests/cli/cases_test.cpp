// SPDX-License-Identifier: Apache-2.0
// Every file tests/cases/WORD/NAME.test is a test; --gtest_filter='*WORD_NAME' runs one alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/cli/case_run.h"

namespace paceline::cases {
namespace {

const std::string kFolder = PACELINE_SOURCE_DIR "/tests/cases";
const std::string kProgram = PACELINE_BINARY_DIR "/paceline";

/// "activity/repeat_window.test", in order.
std::vector<std::string> all_cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kFolder)) {
    if (entry.path().extension() == ".test") names.push_back(std::filesystem::relative(entry.path(), kFolder).string());
  }
  std::ranges::sort(names);
  return names;
}

std::string as_name(const testing::TestParamInfo<std::string>& given) {
  std::string name = given.param.substr(0, given.param.rfind('.'));
  std::ranges::replace(name, '/', '_');
  return name;
}

class Cases : public testing::TestWithParam<std::string> {};

TEST_P(Cases, Hold) {
  const Case told = read_case(kFolder + "/" + GetParam(), kFolder);
  EXPECT_FALSE(told.prose.empty());
  const std::string differences = CaseRun(kProgram).run(told);
  EXPECT_TRUE(differences.empty()) << "tests/cases/" << GetParam() << "\n" << told.prose << differences;
}

INSTANTIATE_TEST_SUITE_P(Word, Cases, testing::ValuesIn(all_cases()), as_name);

}  // namespace
}  // namespace paceline::cases
