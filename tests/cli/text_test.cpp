// SPDX-License-Identifier: Apache-2.0
#include "cli/text.h"

#include <gtest/gtest.h>

#include "cli/meaning.h"

namespace paceline::cli {
namespace {

TEST(TextOf, ShowsFiguresAsTheyAreRead) {
  EXPECT_EQ(text_of(R"({"attainment":4.266666666666667E0})"), "attainment: 4.267\n");
  EXPECT_EQ(text_of(R"({"items":[{"pace":8.0E-2,"expected":3.0E1},{"pace":1.0000001E-5,"expected":-1.23456789E6}]})"),
            "pace  expected\n0.08  30\n0     -1234568\n");
  EXPECT_EQ(text_of(R"({"counted":9007199254740993,"name":"4.266666666666667E0"})"),
            "counted: 9007199254740993\nname: 4.266666666666667E0\n");
}

TEST(MeaningOf, IsTheSentenceOfTheDocument) {
  EXPECT_EQ(meaning_of("store.absent"), "there is no database in the folder");
  EXPECT_EQ(meaning_of("access.forbidden"), "the role may not do this, or not with this person's data");
  for (const char* unknown : {"", "store", "store.absen", "absent", "code"})
    EXPECT_EQ(meaning_of(unknown), "") << unknown;
}

}  // namespace
}  // namespace paceline::cli
