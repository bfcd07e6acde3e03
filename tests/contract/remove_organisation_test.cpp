// SPDX-License-Identifier: Apache-2.0
#include "store/remove_organisation.h"

#include <gtest/gtest.h>

#include "tests/contract/filled_tables.h"

namespace paceline::store {
namespace {

class Removing : public testing::Test {
 protected:
  Removing() { make_tables(*database_); }
  std::string remove(std::int64_t org_id) {
    const auto removed = remove_demonstration(OrgId(org_id), *database_);
    return removed ? "ok" : removed.error().code;
  }

  TestDatabase place_;
  std::unique_ptr<Database> database_ = place_.open();
};

TEST_F(Removing, ADemonstrationTakesItsRowsFromEveryTableAndNobodyElses) {
  fill_tables(*database_, 1, 3, true);
  fill_tables(*database_, 2, 3, false);
  const std::string other = dump_of(*database_, 2);
  EXPECT_EQ(remove(1), "ok");
  EXPECT_EQ(dump_of(*database_), other);
  EXPECT_EQ(remove(1), "demo.absent");
}

TEST_F(Removing, ARealOrganisationIsRefused) {
  fill_tables(*database_, 2, 3, false);
  const std::string before = dump_of(*database_);
  EXPECT_EQ(remove(2), "demo.not_a_demonstration");
  EXPECT_EQ(dump_of(*database_), before);
}

}  // namespace
}  // namespace paceline::store
