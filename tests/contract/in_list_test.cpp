// SPDX-License-Identifier: Apache-2.0
#include "store/sql/in_list.h"

#include <gtest/gtest.h>

namespace paceline::store {
namespace {

TEST(InList, WorkedExamples) {
  EXPECT_EQ(for_list("SELECT n FROM t WHERE id IN ($1)", 3), "SELECT n FROM t WHERE id IN ($1, $2, $3)");
  EXPECT_EQ(for_list("SELECT n FROM t WHERE a = $1 AND id IN ($2) ORDER BY n", 2),
            "SELECT n FROM t WHERE a = $1 AND id IN ($2, $3) ORDER BY n");
  EXPECT_EQ(for_list("SELECT n FROM t WHERE id IN ($12)", 1), "SELECT n FROM t WHERE id IN ($12)");
}

TEST(InList, HasAFewSizes) {
  EXPECT_EQ(size_of_list(1), 1U);
  EXPECT_EQ(size_of_list(2), 10U);
  EXPECT_EQ(size_of_list(100), 100U);
  EXPECT_EQ(size_of_list(5000), 1000U);
}

}  // namespace
}  // namespace paceline::store
