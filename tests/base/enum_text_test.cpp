// SPDX-License-Identifier: Apache-2.0
#include "base/enum_text.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

BOOST_DEFINE_ENUM_CLASS(Relation, new_, lead, customer)

TEST(EnumText, IsTheNameLessATrailingUnderscore) {
  EXPECT_EQ(enum_text(Relation::new_), "new");
  EXPECT_EQ(enum_text(Relation::lead), "lead");
  EXPECT_EQ(enum_text(static_cast<Relation>(99)), "");
  for (const auto relation : {Relation::new_, Relation::lead, Relation::customer})
    EXPECT_EQ(parse_enum<Relation>(enum_text(relation)), relation);
}

TEST(EnumText, RefusesNearMisses) {
  for (const auto* text : {"", "Lead", "lead ", " lead", "leads", "new_", "customer_", "lea"})
    EXPECT_FALSE(parse_enum<Relation>(text)) << text;
}

}  // namespace
}  // namespace paceline
