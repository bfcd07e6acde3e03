// SPDX-License-Identifier: Apache-2.0
// What the domain refuses of an import is a refused row, or a kept one of an undo: never a failed import, and nothing
// of it stays.
#include <boost/json/parse.hpp>

#include "tests/product/importing.h"

namespace paceline::product {
namespace {

class ImportRefused : public Importing {
 protected:
  ImportRefused() {
    ann = product.session(org, product.person(org, "admin@acme.example").user_id);
    stages("{'key': 'new', 'name': 'New'}, {'key': 'old', 'name': 'Old'}");
  }

  /// The open stages; one that is not among them any more is inactive.
  void stages(const std::string& open) {
    product.apply(org, json("{'pipelines': [{'key': 'sales', 'name': 'Sales', 'stages': [" + open +
                            ", {'key': 'won', 'name': 'Won', 'ends': 'won'}, {'key': 'lost', 'name': 'Lost', 'ends':"
                            " 'lost'}]}]}"));
  }

  /// Of opportunities; `more`: further fields.
  static std::string opportunities(const std::string& name, const std::string& more) {
    return "{'name': '" + name +
           "', 'into': 'opportunities', 'key': ['Id'], 'fields': {'key': {'column': 'Id'}, 'name': {'column': 'Name'},"
           " 'rep': {'constant': 'Ann'}, 'amount': {'column': 'Money'}" +
           more + "}}";
  }
  static std::string with_history() {
    return opportunities("history",
                         ", 'began_stage': {'constant': 'new'}, 'began_at': {'column': 'Began', 'form': 'yyyy-MM-dd'},"
                         " 'stage': {'column': 'Stage'}, 'moved_at': {'column': 'Ended', 'form': 'yyyy-MM-dd'},"
                         " 'reason': {'column': 'Why'}");
  }
  static std::string flat(const std::string& name) {
    return opportunities(name,
                         ", 'stage': {'column': 'Stage'}, 'reason': {'constant': 'price'},"
                         " 'close_day': {'column': 'Close', 'form': 'yyyy-MM-dd'}");
  }

  std::string checked(const std::string& bytes, const std::string& mapping) {
    std::string id = sent(bytes, mapping);
    EXPECT_EQ(wish(id, "check").status, 200);
    work();
    return id;
  }
  void undo(const std::string& id) {
    EXPECT_EQ(wish(id, "undo").status, 200);
    work();
  }
  /// "3 Stage opportunity.stage.inactive, 4 Why …"
  std::string faults(const std::string& id) {
    std::string text;
    const auto list = product.get(ann, "/imports/" + id + "/faults");
    for (const auto& each : list.at("/items").as_array()) {
      if (!text.empty()) text += ", ";
      text += std::to_string(each.at("row").as_int64()) + " " + std::string(each.at("column").as_string()) + " " +
              std::string(each.at("code").as_string());
    }
    return text;
  }
  /// "undone 2 1 import.kept.refused": state, voided, kept and why.
  std::string left(const std::string& id) {
    const auto entry = of(id);
    std::string text = entry.text_at("/state") + " " + std::to_string(entry.number_at("/voided")) + " " +
                       std::to_string(entry.number_at("/kept"));
    const auto kept = product.get(ann, "/imports/" + id + "/kept");
    for (const auto& each : kept.at("/items").as_array()) text += " " + std::string(each.at("why").as_string());
    return text;
  }
  /// "a won 900, …": key, stage and value of each, by key.
  std::string stand() {
    std::map<std::string, std::string> all;
    const auto list = product.get(ann, "/opportunities?limit=500");
    for (const auto& each : list.at("/items").as_array()) {
      const std::string key(each.at("key").as_string());
      const auto& value = each.at("value");
      all[key] = key + " " + std::string(each.at("stage").at("key").as_string()) + " " +
                 (value.is_null() ? "-" : std::to_string(value.at("amount_minor").as_int64() / 100));
    }
    std::string text;
    for (const auto& each : all) text += (text.empty() ? "" : ", ") + each.second;
    return text;
  }
  std::string id_of(const std::string& key) {
    const auto list = product.get(ann, "/opportunities?limit=500");
    for (const auto& each : list.at("/items").as_array())
      if (each.at("key").as_string() == key) return std::string(each.at("opportunity_id").as_string());
    ADD_FAILURE() << key;
    return {};
  }
  void move(const std::string& key, const std::string& body) {
    product.clock.advance_seconds(60);
    const auto moved = product.post(ann, "/opportunities/" + id_of(key) + "/moves", json(body));
    EXPECT_EQ(moved.status, 200) << moved.text;
  }
};

TEST_F(ImportRefused, AMoveThatIsRefusedRefusesItsRowAndTheDryRunSaysSo) {
  stages("{'key': 'new', 'name': 'New'}");
  const std::string file =
      "Id,Name,Stage,Began,Ended,Money,Why\n"
      "a,One,won,2026-01-12,2026-02-03,900,\n"
      "b,Two,old,2026-01-12,2026-02-03,,\n"
      "c,Three,lost,2026-01-12,2026-02-03,," +
      std::string(2001, 'x') +
      "\n"
      "d,Four,new,2026-01-12,,5,\n";
  const std::string wrong = "3 Stage opportunity.stage.inactive, 4 Why opportunity.text.not_allowed";
  const std::string dry = checked(file, with_history());
  EXPECT_EQ(told(dry), "checked 4 2 0 0 2");
  EXPECT_EQ(faults(dry), wrong);
  const std::string id = imported(file, with_history());
  EXPECT_EQ(told(id), "done 4 2 0 0 2");
  EXPECT_EQ(faults(id), wrong);
  EXPECT_EQ(stand(), "a won 900, d new 5");
  EXPECT_EQ(product.number("SELECT count(*) FROM opportunity"), 2);
  EXPECT_EQ(told(imported(file, with_history())), "done 4 0 0 2 2");
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(ImportRefused, AFlatRowOfAnEndedOpportunityIsUnchangedUntilItSaysSomethingElse) {
  const std::string head = "Id,Name,Stage,Money,Close\n";
  EXPECT_EQ(told(imported(head + "a,One,old,900,2026-12-01\n", flat("first"))), "done 1 1 0 0 0");
  move("a", "{'stage': 'won'}");
  // The same row under another mapping, with another expected close: it has been won as it says.
  EXPECT_EQ(told(imported(head + "a,One,won,900,2026-12-24\n", flat("second"))), "done 1 0 0 1 0");
  EXPECT_EQ(stand(), "a won 900");
  product.clock.advance_seconds(60);
  const std::string other = head + "a,One,won,950,2026-12-24\n";
  EXPECT_EQ(told(checked(other, flat("second"))), "checked 1 0 1 0 0");
  EXPECT_EQ(told(imported(other, flat("second"))), "done 1 0 1 0 0");
  EXPECT_EQ(stand(), "a won 950");
  EXPECT_EQ(product.number("SELECT count(*) FROM sale"), 2) << "one of them is cancelled";
  product.clock.advance_seconds(60);
  EXPECT_EQ(told(imported(head + "a,One,old,700,2026-12-30\n", flat("second"))), "done 1 0 1 0 0");
  EXPECT_EQ(stand(), "a old 700") << "reopened, with what the file says now";
  // A file that tells no stage leaves it where it is.
  move("a", "{'stage': 'won'}");
  EXPECT_EQ(told(imported("Id,Name,Money\na,Uno,700\n", opportunities("names", ""))), "done 1 0 1 0 0");
  EXPECT_EQ(stand(), "a won 700");
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(ImportRefused, WhatCannotBeSetBackIsKeptAndTheRestIsUndone) {
  const std::string head = "Id,Name,Stage,Money,Close\n";
  (void)imported(head + "a,One,old,1,\nb,Two,new,1,\nc,Three,new,1,\n", flat("deals"));
  product.clock.advance_seconds(60);
  const std::string second = imported(head + "a,One,won,1,\nb,Zwei,new,1,\nc,Drei,new,1,\n", flat("deals"));
  EXPECT_EQ(told(second), "done 3 0 3 0 0");
  stages("{'key': 'new', 'name': 'New'}");
  product.clock.advance_seconds(60);
  undo(second);
  EXPECT_EQ(left(second), "undone 2 1 import.kept.refused");
  EXPECT_EQ(stand(), "a won 1, b new 1, c new 1");
  EXPECT_EQ(product.number("SELECT count(*) FROM opportunity_now WHERE name IN ('Two', 'Three')"), 2);
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(ImportRefused, AnUndoIsStoppedAndGoesOn) {
  ann = product.session(org, product.person(org, "ann@acme.example").user_id);
  const std::string id = imported(calls(700));
  EXPECT_EQ(wish(id, "undo").status, 200);
  work_one_part();
  EXPECT_EQ(wish(id, "cancel").status, 200);
  work();
  EXPECT_EQ(left(id), "cancelled " + std::to_string(kUndoneAtOnce) + " 0");
  EXPECT_EQ(of(id).text_at("/fault"), "import.undo.stopped");
  EXPECT_EQ(wish(id, "start").told(), "409 import.state");
  undo(id);
  EXPECT_EQ(left(id), "undone 700 0");
  EXPECT_TRUE(of(id).at("/fault").is_null());
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(ImportRefused, AMeetingThatStandsInASecondCalendarSaysWhoseFileCameFirst) {
  const std::string meeting =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:together\r\nDTSTART:20261116T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  product.apply(org, json("{'users': [{'email': 'bob@acme.example', 'name': 'Bob'}]}"));
  ann = product.session(org, product.person(org, "ann@acme.example").user_id);
  EXPECT_EQ(told(imported(meeting, "ics-meetings")), "done 1 1 0 0 0");
  const std::string first = product.get(ann, "/activities").text_at("/items/0/activity_id");
  ann = product.session(org, product.person(org, "bob@acme.example").user_id);
  const std::string second = imported(meeting, "ics-meetings");
  EXPECT_EQ(told(second), "done 1 0 0 0 1");
  EXPECT_EQ(of(second).text_at("/faults/0/code"), "activity.external_id.conflict");
  EXPECT_EQ(of(second).text_at("/faults/0/detail"),
            "activity " + first + " is another rep's, whose file came first: a key is of one activity");
}

TEST_F(ImportRefused, ALeaseThatNobodyRenewsIsSeen) {
  const std::string id = sent(calls(3));
  EXPECT_EQ(wish(id, "start").status, 200);
  EXPECT_TRUE(of(id).at("/silent_s").is_null()) << "nobody has it";
  product.write(org, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto lease, stores.jobs.take_only(kImportJob, kImportServer, product.clock.now(),
                                                         product.clock.now().plus_seconds(kLeaseSeconds)));
    EXPECT_TRUE(lease.has_value());
    return {};
  });
  product.clock.advance_seconds(7);
  EXPECT_EQ(of(id).number_at("/silent_s"), 7);
  product.clock.advance_seconds(14);
  EXPECT_TRUE(of(id).at("/silent_s").is_null()) << "another server may take it";
  work();
  EXPECT_EQ(told(id), "done 3 3 0 0 0");
}

TEST_F(ImportRefused, TheImportOfSomebodyWhoHasLeftIsUndone) {
  const Caller admin = ann;
  ann = product.session(org, product.person(org, "ann@acme.example").user_id);
  const std::string id = imported(calls(3));
  product.apply(org, json("{'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'active': false}]}"));
  ann = admin;
  undo(id);
  EXPECT_EQ(left(id), "undone 3 0");
}

TEST_F(ImportRefused, APersonOrAProductLineThatIsRefusedLeavesNothing) {
  const std::string people =
      "{'name': 'people', 'into': 'people', 'key': ['Who'], 'fields': {'name': {'column': 'Who'}, 'email': {'column':"
      " 'Mail'}, 'team': {'column': 'Team'}, 'parent_team': {'column': 'Above'}}}";
  const std::string file = "Who,Mail,Team,Above\nBea,bea@acme.example,North,Sales\n" + std::string(201, 'x') +
                           ",x@acme.example,Ghosts,Haunt\nCay,cay@acme.example,South,Sales\n";
  const std::string id = imported(file, people);
  EXPECT_EQ(told(id), "done 3 2 0 0 1");
  EXPECT_EQ(faults(id), "3 Who name.too_long");
  EXPECT_EQ(product.number("SELECT count(*) FROM team WHERE name IN ('Ghosts', 'Haunt')"), 0);
  EXPECT_EQ(product.number("SELECT count(*) FROM team WHERE name IN ('North', 'South', 'Sales')"), 3);

  const std::string lines =
      "{'name': 'lines', 'into': 'product_lines', 'key': ['Key'], 'fields': {'name': {'column': 'Name'}, 'key':"
      " {'column': 'Key'}, 'parent': {'column': 'Above'}}}";
  const std::string second =
      imported("Key,Name,Above\ngtx,GTX,\npro,Pro,gtx\nbad," + std::string(201, 'x') + ",haunted\n", lines);
  EXPECT_EQ(told(second), "done 3 2 0 0 1");
  EXPECT_EQ(product.number("SELECT count(*) FROM product_line"), 2);

  // A mapping that says no parent leaves the one that is known.
  const std::string names =
      "{'name': 'names', 'into': 'product_lines', 'key': ['Key'], 'fields': {'name': {'column': 'Name'}, 'key':"
      " {'column': 'Key'}}}";
  EXPECT_EQ(told(checked("Key,Name\npro,Pro\n", names)), "checked 1 0 0 1 0");
  EXPECT_EQ(told(imported("Key,Name\npro,Pro\n", names)), "done 1 0 0 1 0");
  EXPECT_EQ(told(imported("Key,Name\npro,Professional\n", names)), "done 1 0 1 0 0");
  EXPECT_EQ(product.number("SELECT count(*) FROM product_line WHERE parent_id IS NOT NULL"), 1);
}

class ImportAccountsTest : public ImportRefused {
 protected:
  static constexpr const char* kMapping =
      "{'name': 'accounts', 'into': 'accounts', 'key': ['Name'], 'fields': {'name': {'column': 'Name'}, 'parent':"
      " {'column': 'Above'}, 'region': {'column': 'Region'}}}";
};

TEST_F(ImportAccountsTest, AParentMayStandAnywhereInTheFile) {
  constexpr int levels = 300;
  std::string file = "Name,Above,Region\n";
  for (int level = levels; level > 1; --level)
    file += "L" + std::to_string(level) + ",L" + std::to_string(level - 1) + ",\n";
  file += "L1,,\n";
  EXPECT_EQ(told(checked(file, kMapping)), "checked 300 300 0 0 0");
  EXPECT_EQ(told(imported(file, kMapping)), "done 300 300 0 0 0");
  EXPECT_EQ(product.number("SELECT count(*) FROM account WHERE parent_id IS NOT NULL"), levels - 1);
  EXPECT_EQ(told(imported(file, kMapping)), "done 300 0 0 300 0");
  const std::string loop = imported("Name,Above,Region\nL1,L300,\n", kMapping);
  EXPECT_EQ(told(loop), "done 1 0 0 0 1");
  EXPECT_EQ(faults(loop), "2 Above account.parent.loop");
}

TEST_F(ImportAccountsTest, ADryRunKnowsTheAccountsOfEarlierParts) {
  std::string file = "Name,Above,Region\nTop,,\n";
  for (std::size_t row = 1; row <= kImportedAtOnce; ++row) file += "A" + std::to_string(row) + ",,\n";
  file += "Last,Top,\nLost,Nowhere,\n";
  const std::string rows = std::to_string(kImportedAtOnce + 3);
  const std::string added = std::to_string(kImportedAtOnce + 2);
  const std::string id = checked(file, kMapping);
  EXPECT_EQ(told(id), "checked " + rows + " " + added + " 0 0 1");
  EXPECT_EQ(faults(id), std::to_string(kImportedAtOnce + 4) + " Above account.key.unknown");
}

TEST_F(ImportAccountsTest, WhatSomebodyChangedSinceStaysAndIsListed) {
  const std::string id = imported("Name,Above,Region\nTop,,West\nPart,Top,West\nOther,,East\n", kMapping);
  ASSERT_EQ(told(id), "done 3 3 0 0 0");
  const auto list = product.get(ann, "/accounts?limit=10");
  std::string part;
  for (const auto& each : list.at("/items").as_array())
    if (each.at("name").as_string() == "Part") part = std::string(each.at("account_id").as_string());
  product.clock.advance_seconds(60);
  const auto changed = product.post(ann, "/accounts/" + part + "/changes", json("{'region': 'South'}"));
  EXPECT_EQ(changed.status, 200) << changed.text;
  undo(id);
  EXPECT_EQ(of(id).number_at("/voided"), 1);
  EXPECT_EQ(of(id).number_at("/kept"), 2);
  const std::string why = left(id);
  EXPECT_NE(why.find("import.kept.corrected"), std::string::npos) << why;
  EXPECT_NE(why.find("import.kept.in_use"), std::string::npos) << "the one that it is a part of: " << why;
  EXPECT_EQ(product.number("SELECT count(*) FROM account"), 2);
}

}  // namespace
}  // namespace paceline::product
