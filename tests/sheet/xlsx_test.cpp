// SPDX-License-Identifier: Apache-2.0
#include "sheet/xlsx.h"

#include <gtest/gtest.h>

namespace paceline::sheet {
namespace {

TEST(Workbook, RefusesTheRowThatASheetHasNoPlaceFor) {
  auto made = Workbook::make("numbers", 3);
  ASSERT_TRUE(made);
  for (std::int64_t row = 0; row < 3; ++row) EXPECT_TRUE((*made)->add({row}));
  const auto refused = (*made)->add({std::int64_t{3}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "export.too_many_rows");
  EXPECT_EQ(refused.error().fault, Fault::invalid);
}

TEST(Workbook, HasNothingToReadUntilAllRowsAreThere) {
  auto made = Workbook::make("numbers");
  ASSERT_TRUE(made);
  EXPECT_TRUE((*made)->add({std::string("=1+1"), std::int64_t{7}}));
  ASSERT_TRUE((*made)->close());
  auto piece = (*made)->read();
  ASSERT_TRUE(piece);
  EXPECT_EQ(piece->rfind("PK", 0), 0U);
}

}  // namespace
}  // namespace paceline::sheet
