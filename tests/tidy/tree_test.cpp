// SPDX-License-Identifier: Apache-2.0
// The rules, held against the tree itself.
#include <gtest/gtest.h>

#include "rules.h"

namespace paceline::tidy {

void PrintTo(const NamedRule& rule, std::ostream* out);
void PrintTo(const NamedRule& rule, std::ostream* out) {
  *out << rule.name;
}

namespace {

const std::vector<File>& tree() {
  static const std::vector<File> files = read_tree(PACELINE_SOURCE_DIR);
  return files;
}

const File& file_at(std::string_view path) {
  for (const auto& file : tree()) {
    if (file.path == path) return file;
  }
  static const File kNone;
  return kNone;
}

void expect_none(const Findings& findings) {
  std::string message;
  for (const auto& [path, line, what] : findings) message += "\n" + path + ":" + std::to_string(line) + ": " + what;
  EXPECT_TRUE(findings.empty()) << message;
}

void append(Findings& all, const Findings& more) {
  all.insert(all.end(), more.begin(), more.end());
}

class Tree : public testing::TestWithParam<NamedRule> {};

TEST_P(Tree, Holds) {
  ASSERT_GT(tree().size(), 20U);
  Findings findings;
  for (const auto& file : tree()) append(findings, GetParam().rule(file));
  expect_none(findings);
}

INSTANTIATE_TEST_SUITE_P(Rule, Tree, testing::ValuesIn(file_rules()), [](const auto& param_info) {
  std::string name = param_info.param.name;
  for (auto& c : name) c = c == ' ' ? '_' : c;
  return name;
});

TEST(Layers, ArrowsPointBack) {
  const Layers layers = parse_layers(file_at("docs/architecture.md").text);
  ASSERT_GT(layers.order.size(), 10U);
  expect_none(layers_in_order(layers));
  Findings findings;
  for (const auto& file : tree()) append(findings, forbidden_arrows(file, layers));
  expect_none(findings);
}

TEST(Layers, CmakeKeepsTheOrder) {
  const File& cmake = file_at("CMakeLists.txt");
  ASSERT_NE(cmake.text.find("paceline_library("), std::string::npos);
  expect_none(cmake_order(cmake, parse_layers(file_at("docs/architecture.md").text)));
}

TEST(Layers, NoFileIncludesItselfInACircle) {
  expect_none(include_cycles(tree()));
}

TEST(Files, NoneIsDead) {
  expect_none(dead_files(tree()));
}

}  // namespace
}  // namespace paceline::tidy
