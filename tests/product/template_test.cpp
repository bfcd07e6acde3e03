// SPDX-License-Identifier: Apache-2.0
// Templates by trade: an empty organisation takes each without a fault, and takes it again unchanged.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "tests/product/company.h"

namespace paceline::product {
namespace {

TEST(Template, IsTakenByAnEmptyOrganisationAndTakenAgainUnchanged) {
  int taken = 0;
  for (const std::string name : {"financial-planning", "insurance", "retail-banking", "software"}) {
    Product product;
    const OrgId org_id = product.found("empty");
    const Caller admin = product.session(org_id, product.person(org_id, "admin@empty.example").user_id);
    const auto shown = product.get(admin, "/templates/" + name);
    ASSERT_EQ(shown.status, 200) << name;
    const auto first = product.post(admin, "/apply", shown.text);
    EXPECT_EQ(first.number_at("/refused"), 0) << first.text;
    const auto made = first.number_at("/created");
    EXPECT_GE(made, 7) << name;
    const auto again = product.post(admin, "/apply", shown.text);
    EXPECT_EQ(again.number_at("/unchanged"), made) << again.text;
    EXPECT_EQ(again.number_at("/refused"), 0) << again.text;
    ++taken;
  }
  EXPECT_EQ(taken, 4);
}

}  // namespace
}  // namespace paceline::product
