// SPDX-License-Identifier: Apache-2.0
// What is said of an import: what it was, and what of its file it did not read.
#include "app/import_desk.h"
#include "tests/product/importing.h"

namespace paceline::product {
namespace {

class ImportTold : public Importing {};

TEST_F(ImportTold, ADryRunThatNobodyGoesOnWithIsCalledOne) {
  const std::string left = sent(calls(3));
  EXPECT_EQ(wish(left, "check").text_at("/state"), "checking");
  work();
  EXPECT_EQ(wish(left, "cancel").text_at("/state"), "dry_run");
  EXPECT_EQ(wish(left, "cancel").text_at("/state"), "dry_run") << "again changes nothing";
  EXPECT_EQ(wish(left, "start").told(), "409 import.state");
  EXPECT_EQ(wish(left, "undo").told(), "409 import.state") << "it stored nothing";
  const std::string stopped = sent(calls(3));
  EXPECT_EQ(wish(stopped, "check").status, 200);
  EXPECT_EQ(wish(stopped, "cancel").text_at("/state"), "dry_run");
  const std::string never = sent(calls(3));
  EXPECT_EQ(wish(never, "cancel").text_at("/state"), "cancelled") << "it was not looked at";
  work();
  EXPECT_EQ(told(left), "dry_run 3 3 0 0 0");
  EXPECT_EQ(product.number("SELECT count(*) FROM import_part"), 0);
  const std::string waits = sent(calls(3));
  EXPECT_EQ(wish(waits, "check").status, 200);
  work();
  product.clock.advance_seconds(kLeftAloneSeconds + 1);
  product.write(org, [&](Stores& stores) { return stores.jobs.wake(kImportJob, product.clock.now()); });
  work();
  ann = product.session(org, product.person(org, "ann@acme.example").user_id);
  EXPECT_EQ(told(waits), "dry_run 3 3 0 0 0");
  EXPECT_EQ(of(waits).text_at("/fault"), "import.left_alone");
}

TEST_F(ImportTold, NamesTheColumnsThatItsMappingDoesNotUse) {
  const auto unused = [&](const std::string& id) {
    const auto entry = of(id);
    std::string text;
    for (const auto& column : entry.at("/unused_columns").as_array()) text += std::string(column.as_string()) + "|";
    return text;
  };
  const std::string file = "id,Remark,at,end,Cost centre\n1,x,2026-11-16 10:00,ok,7\n2,y,2026-11-16 11:00,ok,8\n";
  const std::string id = sent(file);
  EXPECT_EQ(wish(id, "check").status, 200);
  work();
  EXPECT_EQ(unused(id), "Cost centre|Remark|");
  EXPECT_EQ(wish(id, "start").status, 200);
  work();
  EXPECT_EQ(told(id), "done 2 2 0 0 0");
  EXPECT_EQ(unused(id), "Cost centre|Remark|");
  EXPECT_TRUE(of(id).at("/readings").as_array().empty());
  const std::string lacks = imported("id,When,end\n1,2026-11-16,ok\n");
  EXPECT_EQ(told(lacks), "failed 0 0 0 0 0");
  EXPECT_EQ(unused(lacks), "When|") << "the column that is missing may be one of them";
  EXPECT_EQ(unused(imported(calls(1))), "");
}

}  // namespace
}  // namespace paceline::product
