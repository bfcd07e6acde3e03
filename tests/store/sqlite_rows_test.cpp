// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "store/sql/rows.h"
#include "tests/store/sqlite_fixture.h"

namespace paceline::store {
namespace {

struct Narrow {
  int small = 0;
};
BOOST_DESCRIBE_STRUCT(Narrow, (), (small))
struct Truth {
  bool truth = false;
};
BOOST_DESCRIBE_STRUCT(Truth, (), (truth))

template <class T>
void read_as(const char* text) {
  const TemporaryFolder folder;
  const auto database = open_owner(folder.path());
  static_cast<void>(database->read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY([[maybe_unused]] const auto all, query_one<T>(connection, {"broken", text}, {}));
    return {};
  }));
}

TEST(RowsDeathTest, EndTheProcessOnAValueThatCannotBe) {
  const DeathTestFolder death_test_folder;
  EXPECT_DEATH(read_as<Narrow>("SELECT 5000000000"), "in_range");
  EXPECT_DEATH(read_as<Truth>("SELECT 2"), "number == 0 || number == 1");
  EXPECT_DEATH(read_as<Narrow>("SELECT NULL"), "SQLITE_INTEGER");
  EXPECT_DEATH(read_as<Narrow>("SELECT 'a'"), "SQLITE_INTEGER");
  EXPECT_DEATH(read_as<Narrow>("SELECT 1 UNION SELECT 2"), "!found");
  EXPECT_DEATH(read_as<std::string>("SELECT 1"), "SQLITE_TEXT");
}

}  // namespace
}  // namespace paceline::store
