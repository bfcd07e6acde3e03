// SPDX-License-Identifier: Apache-2.0
#include "importer/mapping.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "importer/json_import_files.h"

namespace paceline {
namespace {

std::string faults_of(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  const auto mapping = parse_mapping(text);
  if (mapping) return "none";
  std::string faults;
  for (const Error& error : mapping.error()) faults += error.code + " at " + error.field + "\n";
  return faults;
}

TEST(Mapping, NeedsAKindAndAMoment) {
  EXPECT_EQ(faults_of("{'name': 'x', 'fields': {}}"),
            "import.mapping.field_missing at /fields/kind\nimport.mapping.field_missing at /fields/occurred_at\n");
}

TEST(Mapping, SaysEveryFaultAtOnce) {
  EXPECT_EQ(faults_of("{'name': 'No Name', 'separator': ';;', 'decimal': 'x', 'header': false, 'key': [], 'fields': {"
                      "'kind': {'constant': 'call', 'column': '1'}, 'occurred_at': {'column': 'When', 'form': 'dd.MM'},"
                      "'colour': {'column': '1'}, 'topic': {'column': '1', 'unit': 'hours', 'otherwise': 'x'}}}"),
            "import.mapping.name at /name\nimport.mapping.separator at /separator\nimport.mapping.decimal at /decimal\n"
            "import.mapping.key_empty at /key\nimport.mapping.field_unknown at /fields/colour\n"
            "import.mapping.source at /fields/kind\nimport.mapping.column at /fields/occurred_at/column\n"
            "import.form.incomplete at /fields/occurred_at/form\nimport.mapping.values at /fields/topic/otherwise\n"
            "import.mapping.not_for_field at /fields/topic/unit\n");
}

TEST(Mapping, WantsAFormForMomentsOnly) {
  EXPECT_EQ(
      faults_of("{'name': 'x', 'fields': {'kind': {'constant': 'call', 'form': 'yyyy', 'first_year': 2000},"
                "'occurred_at': {'column': 'a'}}}"),
      "import.mapping.not_for_field at /fields/kind/form\nimport.mapping.not_for_field at /fields/kind/first_year\n"
      "import.mapping.form at /fields/occurred_at/form\n");
  EXPECT_EQ(
      faults_of("{'name': 'x', 'fields': {'kind': {'constant': 'call'}, 'occurred_at': {'column': 'a', 'form': 'MMM',"
                "'first_year': 2008}}}"),
      "none");
}

TEST(Mapping, ThatComesWithTheProgramIsGoodAndHasTheNameOfItsFile) {
  const JsonImportFiles files;
  EXPECT_GE(files.shipped().size(), 2U);
  for (const auto& mapping : files.shipped()) {
    const auto checked = files.check(mapping.second);
    ASSERT_TRUE(checked) << mapping.first << checked.error().front().code << checked.error().front().field;
    EXPECT_EQ(checked->name, mapping.first);
  }
}

}  // namespace
}  // namespace paceline
