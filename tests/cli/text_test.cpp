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

TEST(TextOf, NamesInATableWhatIsAnObjectOfItsOwn) {
  EXPECT_EQ(text_of(R"({"items":[
              {"name":"A","account":null,"stage":{"stage_id":"7","key":"won","name":"Won"},"value":{"amount_minor":500,"currency":"EUR"},"people":[]},
              {"name":"B","account":{"account_id":"8","name":"Alpha"},"stage":{"stage_id":"9","key":"new","name":"New"},"value":null,"people":[]}],
              "next":null})"),
            "name  account.name  stage.name  value.amount_minor  value.currency\n"
            "A     -             Won         500                 EUR\n"
            "B     Alpha         New         -                   -\n");
  EXPECT_EQ(
      text_of(
          R"({"reports":[{"counted":2,"period":{"key":"2026-W45","from":"2026-11-02"},"rule":{"unit":"contacts"}}]})"),
      "reports:\ncounted  period.key\n2        2026-W45\n");
}

TEST(TextOf, GivesEachRepTheTableOfTheirQuotas) {
  EXPECT_EQ(text_of(R"({"items":[{"rep_name":"Ann","quotas":[{"name":"Calls","counted":2,"period":{"key":"2026-W45"}}]},
                                 {"rep_name":"Bob","quotas":[]}],"next":null})"),
            "rep_name: Ann\nquotas:\nname   counted  period.key\nCalls  2        2026-W45\n\nrep_name: Bob\n");
}

TEST(MeaningOf, IsTheSentenceOfTheDocument) {
  EXPECT_EQ(meaning_of("store.absent"), "there is no database in the folder");
  EXPECT_EQ(meaning_of("access.forbidden"), "the role may not do this, or not with this person's data");
  for (const char* unknown : {"", "store", "store.absen", "absent", "code"})
    EXPECT_EQ(meaning_of(unknown), "") << unknown;
}

}  // namespace
}  // namespace paceline::cli
