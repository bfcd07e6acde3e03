// SPDX-License-Identifier: Apache-2.0
// What imports do, part by part.
#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>

#include "app/activity_check.h"
#include "app/after_restore.h"
#include "tests/product/importing.h"

namespace paceline::product {
namespace {

class ImportTest : public Importing {};

TEST_F(ImportTest, AddsOnceAndGoesOnWhereAServerStopped) {
  constexpr int part = static_cast<int>(kImportedAtOnce);
  constexpr int all = part + 300;
  const auto said = [](const char* state, int rows, int added, int changed, int unchanged) {
    std::string text = state;
    for (const int count : {rows, added, changed, unchanged, 0}) text += " " + std::to_string(count);
    return text;
  };
  const std::string id = sent(calls(all));
  EXPECT_EQ(wish(id, "start").status, 200);
  work_one_part();
  EXPECT_EQ(told(id), said("importing", part, part, 0, 0));
  work();
  EXPECT_EQ(told(id), said("done", all, all, 0, 0));
  EXPECT_EQ(product.number("SELECT count(*) FROM activity"), all);
  EXPECT_EQ(product.number("SELECT count(*) FROM import_part"), 0);
  EXPECT_EQ(told(imported(calls(all))), said("done", all, 0, 0, all));
  EXPECT_EQ(told(imported(calls(all + 1))), said("done", all + 1, 1, 0, all));
  EXPECT_EQ(told(imported(calls(all + 1, "no"))), said("done", all + 1, 0, all + 1, 0));
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(ImportTest, EqualRowsOfAFileAreRowsOfTheirOwn) {
  std::string mapping = kCallsMapping;
  mapping.replace(mapping.find("'key': ['id'], "), 15, "");
  const std::string row = "7,2026-11-09 10:00,ok\n";
  EXPECT_EQ(told(imported("id,at,end\n" + row + row, mapping)), "done 2 2 0 0 0");
  EXPECT_EQ(told(imported("id,at,end\n" + row + row, mapping)), "done 2 0 0 2 0");
  EXPECT_EQ(told(imported("id,at,end\n" + row + row + row, mapping)), "done 3 1 0 2 0");
  EXPECT_EQ(told(imported("id,at,end\n" + row, mapping)), "done 1 0 0 1 0");
}

TEST_F(ImportTest, ADryRunSaysTheSameAndStoresNothing) {
  (void)imported(calls(3));
  const std::string id = sent(calls(5, "no"));
  EXPECT_EQ(wish(id, "check").status, 200);
  work();
  EXPECT_EQ(told(id), "checked 5 2 3 0 0");
  EXPECT_EQ(product.number("SELECT count(*) FROM activity"), 3);
  EXPECT_EQ(wish(id, "start").status, 200);
  work();
  EXPECT_EQ(told(id), "done 5 2 3 0 0");
}

TEST_F(ImportTest, UndoLeavesTheCountsAsTheyWere) {
  (void)imported(calls(20));
  const auto admin = product.session(org, product.person(org, "admin@acme.example").user_id);
  const std::string before = product.get(admin, "/counts?limit=500").text;
  const std::string id = imported(calls(700, "no"));
  EXPECT_EQ(told(id), "done 700 680 20 0 0");
  EXPECT_NE(product.get(admin, "/counts?limit=500").text, before);
  EXPECT_EQ(wish(id, "undo").status, 200);
  work();
  EXPECT_EQ(of(id).text_at("/state"), "undone");
  EXPECT_EQ(of(id).number_at("/voided"), 700);
  EXPECT_EQ(product.get(admin, "/counts?limit=500").text, before);
  EXPECT_TRUE(product.differences(org).empty());
  EXPECT_EQ(told(imported(calls(700, "no"))), "done 700 680 20 0 0") << "what was undone can come again";
}

TEST_F(ImportTest, WhatAPersonCorrectedOrVoidedStays) {
  const std::string id = imported(calls(3));
  const auto list = product.get(ann, "/activities");
  const std::string corrected = list.text_at("/items/0/activity_id");
  const std::string voided = list.text_at("/items/1/activity_id");
  EXPECT_EQ(
      product.post(ann, "/activities/" + corrected + "/correct", json("{'reason': 'r', 'set': {'outcome': 'agreed'}}"))
          .status,
      200);
  EXPECT_EQ(product.post(ann, "/activities/" + voided + "/void", json("{'reason': 'r'}")).status, 200);
  EXPECT_EQ(told(imported(calls(3))), "done 3 0 0 3 0");
  EXPECT_EQ(told(imported(calls(3, "no"))), "done 3 0 2 1 0") << "the file says something else now";
  EXPECT_EQ(wish(id, "undo").status, 200);
  work();
  EXPECT_EQ(of(id).number_at("/kept"), 2);
  EXPECT_EQ(product.get(ann, "/imports/" + id + "/kept").text_at("/items/0/why"), "import.kept.corrected");
}

TEST_F(ImportTest, SaysWhatItCannotCorrect) {
  const std::string mapping =
      "{'name': 'told', 'key': ['id'], 'fields': {'kind': {'constant': 'call'}, 'outcome': {'constant': 'answered'},"
      " 'occurred_at': {'column': 'at', 'form': 'yyyy-MM-dd HH:mm'}, 'note': {'column': 'note'}, 'relation': {'column':"
      " 'relation'}}}";
  const std::string header = "id,at,note,relation\n";
  EXPECT_EQ(told(imported(header + "1,2026-11-16 10:00,first,new\n2,2026-11-16 11:00,second,new\n", mapping)),
            "done 2 2 0 0 0");
  const std::string id =
      imported(header + "1,2026-11-16 10:00,FIRST,new\n2,2026-11-16 11:00,second,customer\n", mapping);
  EXPECT_EQ(told(id), "done 2 0 0 0 2");
  std::string faults;
  const auto listed = product.get(ann, "/imports/" + id + "/faults");
  for (const auto& fault : listed.at("/items").as_array())
    faults += std::string(fault.at("column").as_string()) + " " + std::string(fault.at("code").as_string()) + "\n";
  EXPECT_EQ(faults, "note activity.external_id.conflict\nrelation activity.external_id.conflict\n");
}

TEST_F(ImportTest, ALineThatIsContinuedForEverHoldsNobodyUp) {
  std::string file = "BEGIN:VCARD\r\nFN:Ann\r\nNOTE;ENCODING=QUOTED-PRINTABLE:";
  while (file.size() < static_cast<std::size_t>(3 * kReadAtOnce)) file += "=\r\n";
  file += "x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Bea\r\nEND:VCARD\r\n";
  const std::string id = sent(file, "vcard-contacts");
  EXPECT_EQ(wish(id, "start").status, 200);
  ImportDesk desk({product.import_files, product.zones, product.secrets, product.ids});
  std::int64_t read = 0;
  int parts = 0;
  for (bool more = true; more && parts < 10; ++parts) {
    more = worked_one_part(desk);
    const std::int64_t done = of(id).number_at("/bytes_done");
    EXPECT_LE(done - read, kReadAtOnce) << "in one transaction";
    read = done;
  }
  EXPECT_GE(parts, 4);
  EXPECT_EQ(told(id), "done 2 1 0 0 1");
  const auto faults = product.get(ann, "/imports/" + id + "/faults");
  EXPECT_EQ(faults.text_at("/items/0/code"), "import.row.too_large");
  EXPECT_EQ(faults.number_at("/items/0/row"), 1);
}

TEST_F(ImportTest, TheFileOfACancelledOneIsRemovedAFewPartsAtATime) {
  constexpr int parts = 2 * kPartsRemovedAtOnce + 3;
  const std::string id = sent(std::string(static_cast<std::size_t>(parts * kImportPartBytes), 'x'));
  EXPECT_EQ(wish(id, "cancel").status, 200);
  ImportDesk desk({product.import_files, product.zones, product.secrets, product.ids});
  for (const int left : {parts - kPartsRemovedAtOnce, 3, 0}) {
    EXPECT_TRUE(worked_one_part(desk));
    EXPECT_EQ(product.number("SELECT count(*) FROM import_part"), left);
  }
  EXPECT_FALSE(worked_one_part(desk));
}

TEST_F(ImportTest, AnotherServerReadsTheFileAgainPartByPart) {
  std::string file = "id,at,end,pad\n";
  for (int call = 1; call <= 160; ++call)
    file +=
        std::to_string(call) + ",2026-11-1" + std::to_string(call % 8) + " 10:00,ok," + std::string(60'000, 'x') + "\n";
  const std::string id = sent(file);
  EXPECT_EQ(wish(id, "start").status, 200);
  ImportDesk first({product.import_files, product.zones, product.secrets, product.ids});
  for (int part = 0; part < 2; ++part) EXPECT_TRUE(worked_one_part(first));
  const std::int64_t stored = of(id).number_at("/rows");
  EXPECT_GT(of(id).number_at("/bytes_done"), kReadAtOnce);
  ImportDesk second({product.import_files, product.zones, product.secrets, product.ids});
  EXPECT_TRUE(worked_one_part(second));
  EXPECT_EQ(of(id).number_at("/rows"), stored) << "it has not come so far yet";
  for (int part = 0; part < 10 && worked_one_part(second);) ++part;
  EXPECT_EQ(told(id), "done 160 160 0 0 0");
}

TEST_F(ImportTest, IsCancelledBetweenTwoParts) {
  const auto part = static_cast<int>(kImportedAtOnce);
  const std::string id = sent(calls(part + 400));
  EXPECT_EQ(wish(id, "start").status, 200);
  work_one_part();
  EXPECT_EQ(wish(id, "cancel").text_at("/state"), "cancelled");
  work();
  EXPECT_EQ(told(id), "cancelled " + std::to_string(part) + " " + std::to_string(part) + " 0 0 0");
  EXPECT_EQ(wish(id, "start").told(), "409 import.state");
  EXPECT_EQ(wish(id, "undo").status, 200);
  work();
  EXPECT_EQ(of(id).number_at("/voided"), part);
}

TEST_F(ImportTest, WhatIsRefusedInTheMiddleOfARowIsARefusedRow) {
  const std::string deals =
      "{'name': 'deals', 'into': 'opportunities', 'key': ['Id'], 'fields': {'key': {'column': 'Id'}, 'name': {'column':"
      " 'Name'}, 'stage': {'constant': 'lost'}, 'began_stage': {'constant': 'qualified'}, 'began_at': {'column':"
      " 'Began', 'form': 'yyyy-MM-dd'}, 'moved_at': {'column': 'Ended', 'form': 'yyyy-MM-dd'}, 'reason': {'column':"
      " 'Why'}}}";
  const std::string id =
      sent("Id,Name,Began,Ended,Why\nd1,One,2026-11-02,2026-11-03,too dear\nd2,Two,2026-11-02,2026-11-03," +
               std::string(2'100, 'x') + "\n",
           deals);
  const std::string behind = sent(calls(3));
  EXPECT_EQ(wish(id, "start").status, 200);
  EXPECT_EQ(wish(behind, "start").status, 200);
  work();
  EXPECT_EQ(told(id), "done 2 1 0 0 1");
  EXPECT_EQ(of(id).text_at("/faults/0/code"), "opportunity.text.not_allowed");
  EXPECT_EQ(product.number("SELECT count(*) FROM opportunity"), 1) << "half of a row is not kept";
  EXPECT_EQ(told(behind), "done 3 3 0 0 0");
}

TEST_F(ImportTest, ADayOfARepHasAnEnd) {
  const std::string two = json(
      "{'items': [{'kind': 'call', 'occurred_at': '2026-11-09T08:00:00Z', 'source': 'phone', 'external_id': '1'},"
      " {'kind': 'call', 'occurred_at': '2026-11-09T09:00:00Z', 'source': 'phone', 'external_id': '2'}]}");
  EXPECT_EQ(product.post(ann, "/activities/batch", two).number_at("/added"), 2);
  std::string file = "id,at,end\n";
  const auto call = [](std::int64_t id, const char* day) { return std::to_string(id) + "," + day + " 10:00,ok\n"; };
  for (std::int64_t id = 1; id <= kMostOfRepDay - 1; ++id) file += call(id, "2026-11-09");
  file += call(kMostOfRepDay, "2026-11-10");
  const std::string id = imported(file);
  EXPECT_EQ(told(id), "done 20000 19999 0 0 1");
  EXPECT_EQ(of(id).text_at("/faults/0/code"), "activity.day.full");
  EXPECT_EQ(told(imported(file)), "done 20000 0 0 19999 1") << "what is known takes no room";
  const auto again = product.post(ann, "/activities/batch", two);
  EXPECT_EQ(again.number_at("/unchanged"), 2) << again.text;
  EXPECT_EQ(again.number_at("/refused"), 0) << "nor what a program tells again";
  const auto logged = [&](const std::string& more) {
    return product.post(ann, "/activities",
                        json("{'kind': 'call', 'occurred_at': '2026-11-09T08:00:00Z'" + more + "}"));
  };
  EXPECT_EQ(logged(", 'source': 'phone', 'external_id': '1'").status, 201);
  EXPECT_EQ(logged("").told(), "409 activity.day.full");
  EXPECT_EQ(wish(id, "undo").status, 200);
  work();
  EXPECT_EQ(logged("").status, 201) << "what is voided takes no room";
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(ImportTest, TwoAtOnceAreDoneOneAfterTheOther) {
  const std::string first = sent(calls(600));
  const std::string second = sent(calls(601));
  EXPECT_EQ(wish(second, "start").status, 200);
  EXPECT_EQ(wish(first, "start").status, 200);
  work();
  EXPECT_EQ(told(first), "done 600 600 0 0 0");
  EXPECT_EQ(told(second), "done 601 1 0 600 0");
}

TEST_F(ImportTest, NeedsAllOfTheFile) {
  const auto begun = product.post(
      ann, "/imports", json("{'file_name': 'f', 'bytes': 10, 'mapping': " + std::string(kCallsMapping) + "}"));
  const std::string id = begun.text_at("/import_id");
  EXPECT_EQ(wish(id, "start").told(), "409 import.parts_missing");
  Sending as_bytes;
  as_bytes.headers.emplace_back("content-type", "application/octet-stream");
  const auto send = [&](const std::string& part, const std::string& bytes) {
    return product.send(ann, api::Method::put, "/imports/" + id + "/parts/" + part, bytes, as_bytes).told();
  };
  EXPECT_EQ(send("0", "short"), "400 import.part.size");
  EXPECT_EQ(send("1", "0123456789"), "400 import.part.out_of_range");
  EXPECT_EQ(send("x", "0123456789"), "400 import.part.out_of_range");
  EXPECT_EQ(product.send(ann, api::Method::put, "/imports/" + id + "/parts/0", "0123456789").told(),
            "415 body.not_bytes");
  EXPECT_EQ(send("0", "id,at,end"), "400 import.part.size");
  EXPECT_EQ(send("0", "id,at,end\n"), "200");
  EXPECT_EQ(send("0", "id,at,end\n"), "200");
  EXPECT_EQ(wish(id, "start").status, 200);
  work();
  EXPECT_EQ(told(id), "done 0 0 0 0 0");
  EXPECT_EQ(send("0", "id,at,end\n"), "409 import.state");
}

TEST_F(ImportTest, AFileThatNobodyGoesOnWithIsRemoved) {
  const std::string id = sent(calls(3));
  product.clock.advance_seconds(kLeftAloneSeconds + 1);
  product.write(org, [&](Stores& stores) { return stores.jobs.wake(kImportJob, product.clock.now()); });
  work();
  ann = product.session(org, product.person(org, "ann@acme.example").user_id);
  EXPECT_EQ(of(id).text_at("/fault"), "import.left_alone");
  EXPECT_EQ(product.number("SELECT count(*) FROM import_part"), 0);
}

TEST_F(ImportTest, WantsItsFileAgainAfterARestore) {
  const std::string waits = sent(calls(3));
  EXPECT_EQ(wish(waits, "check").status, 200);
  work();
  constexpr int all = static_cast<int>(kImportedAtOnce) + 10;
  const std::string under_way = sent(calls(all));
  EXPECT_EQ(wish(under_way, "start").status, 200);
  work_one_part();
  const std::string whole = sent(calls(4));
  product.write(org, [&](Stores& stores) -> Result<void> {
    for (const std::string& id : {waits, under_way})
      PACELINE_CHECK(stores.imports.remove_parts(*parse_id<ImportId>(id), 10));
    return ask_for_files_again(product.clock.now(), stores);
  });
  EXPECT_EQ(told(waits), "receiving 0 0 0 0 0");
  EXPECT_EQ(wish(waits, "start").told(), "409 import.parts_missing");
  EXPECT_EQ(of(under_way).text_at("/state"), "failed");
  EXPECT_EQ(of(under_way).text_at("/fault"), "import.parts_missing");
  EXPECT_EQ(wish(whole, "start").status, 200) << "an older backup has its file";
  work();
  EXPECT_EQ(told(whole), "done 4 0 0 4 0");

  Sending as_bytes;
  as_bytes.headers.emplace_back("content-type", "application/octet-stream");
  EXPECT_EQ(product.send(ann, api::Method::put, "/imports/" + waits + "/parts/0", calls(3), as_bytes).status, 200);
  EXPECT_EQ(wish(waits, "start").status, 200);
  EXPECT_EQ(wish(under_way, "undo").status, 200);
  work();
  EXPECT_EQ(of(under_way).number_at("/voided"), all - 10);
  EXPECT_EQ(of(waits).text_at("/state"), "done");
}

constexpr const char* kPeopleMapping =
    "{'name': 'people', 'into': 'contacts', 'key': ['id'], 'fields': {'name': {'column': 'name'},"
    " 'account_name': {'column': 'company'}}}";

class ImportOfContacts : public ImportTest {
 protected:
  std::string imported_people(const std::string& rows) { return imported("id,name,company\n" + rows, kPeopleMapping); }
  static std::string people(int n, const std::string& company) {
    std::string rows;
    for (int person = 1; person <= n; ++person)
      rows += std::to_string(person) + ",Person " + std::to_string(person) + "," + company + "\n";
    return rows;
  }
  void undo(const std::string& id) {
    EXPECT_EQ(wish(id, "undo").status, 200);
    work();
    EXPECT_EQ(of(id).text_at("/state"), "undone");
  }
  /// "2 kept: code code": how many were taken back, and why the others stay.
  std::string left_by_undo(const std::string& id) {
    std::string text = std::to_string(of(id).number_at("/voided")) + " kept:";
    const auto kept = product.get(ann, "/imports/" + id + "/kept");
    const std::int64_t count = of(id).number_at("/kept");
    for (std::int64_t at = 0; at < count; ++at) text += " " + kept.text_at("/items/" + std::to_string(at) + "/why");
    return text;
  }
  std::string account_named(const std::string& name) {
    return std::to_string(product.number("SELECT account_id FROM account WHERE name = '" + name + "'"));
  }
};

TEST_F(ImportOfContacts, ADryRunKnowsAKeyThatComesTwiceInTheFile) {
  const std::string mapping =
      "{'name': 'people', 'into': 'contacts', 'key': ['id'], 'fields': {'name': {'column': 'name'},"
      " 'key': {'column': 'key'}, 'account_name': {'column': 'company'}}}";
  const std::string pad(60'000, 'x');
  std::string file = "id,name,key,company,pad\n";
  const auto add = [&](const std::string& id, const std::string& name, const std::string& key, const char* company) {
    file += id + "," + name + "," + key + "," + company + "," + pad + "\n";
  };
  for (int person = 1; person <= 80; ++person) {
    const std::string number = std::to_string(person);
    add(number, "Person " + number, "k" + number, "Alpha");
  }
  add("81", "Person 1", "k1", "");       // the same, from another part of the file
  add("82", "Somebody else", "k2", "");  // another one
  add("83", "New", "k83", "");
  add("84", "New", "k83", "");  // the same, from this part
  const std::string id = sent(file, mapping);
  EXPECT_EQ(wish(id, "check").status, 200);
  ImportDesk desk({product.import_files, product.zones, product.secrets, product.ids});
  EXPECT_TRUE(worked_one_part(desk));
  EXPECT_EQ(of(id).text_at("/state"), "checking") << "in several parts";
  work();  // of another server, which begins the dry run again
  EXPECT_EQ(told(id), "checked 84 81 0 2 1");
  const auto faults = product.get(ann, "/imports/" + id + "/faults");
  EXPECT_EQ(faults.text_at("/items/0/code"), "contact.key.taken");
  EXPECT_EQ(faults.number_at("/items/0/row"), 83);
  EXPECT_EQ(wish(id, "start").status, 200);
  work();
  EXPECT_EQ(told(id), "done 84 81 0 2 1") << "as the dry run said";
}

TEST_F(ImportOfContacts, UndoRemovesAnAccountHoweverManyContactsAreOfIt) {
  constexpr int many = 2 * kUndoneAtOnce + 20;
  const std::string first = imported_people(people(many, "Old"));
  const std::string second = imported_people(people(many, "New"));
  EXPECT_EQ(told(second), "done 520 0 520 0 0");
  undo(second);
  EXPECT_EQ(left_by_undo(second), "520 kept:");
  EXPECT_EQ(product.number("SELECT count(*) FROM account"), 1);
  undo(first);
  EXPECT_EQ(left_by_undo(first), "520 kept:");
  EXPECT_EQ(product.number("SELECT count(*) FROM account"), 0);
  EXPECT_EQ(product.number("SELECT count(*) FROM contact"), 0);
}

TEST_F(ImportOfContacts, UndoKeepsAndListsAccountsOfWhichMoreWasSaid) {
  const std::string id = imported_people("a,One,Alpha\nb,Two,Beta\nc,Three,Gamma\nd,Four,Delta\n");
  const auto admin = product.session(org, product.person(org, "admin@acme.example").user_id);
  const auto change = [&](const std::string& account, const std::string& what) {
    const auto changed = product.post(admin, "/accounts/" + account_named(account) + "/changes", json(what));
    EXPECT_EQ(changed.status, 200) << changed.text;
  };
  EXPECT_EQ(product.post(admin, "/accounts", json("{'name': 'Holding', 'key': 'holding'}")).status, 201);
  change("Alpha", "{'attributes': {'tier': 'gold'}}");
  change("Gamma", "{'parent': 'holding'}");
  change("Delta", "{'name': 'Delta and Sons'}");
  undo(id);
  EXPECT_EQ(left_by_undo(id), "4 kept: import.kept.in_use import.kept.in_use import.kept.corrected");
  EXPECT_EQ(product.number("SELECT count(*) FROM account"), 4);
  EXPECT_EQ(product.number("SELECT count(*) FROM account WHERE name = 'Beta'"), 0);
}

TEST_F(ImportOfContacts, UndoKeepsOneThatWasHandedOver) {
  const std::string id = imported_people("a,One,Alpha\nb,Two,\n");
  product.apply(org, json("{'users': [{'email': 'bob@acme.example', 'name': 'Bob'}]}"));
  const auto admin = product.session(org, product.person(org, "admin@acme.example").user_id);
  const auto handed =
      product.post(admin, "/users/" + to_text(product.person(org, "ann@acme.example").user_id) + "/hand-over",
                   json("{'to': 'bob@acme.example', 'from': '2026-12-01', 'contacts': true, 'quotas': false}"));
  EXPECT_EQ(handed.status, 200) << handed.text;
  const std::string later = imported_people("c,Three,\n");
  undo(id);
  EXPECT_EQ(left_by_undo(id), "0 kept: import.kept.in_use import.kept.corrected import.kept.corrected");
  EXPECT_EQ(product.number("SELECT count(*) FROM contact"), 3);
  undo(later);
  EXPECT_EQ(left_by_undo(later), "1 kept:") << "it came after that";
}

class BankFile : public ImportTest {};

/// The bank's file of shared/data against its own figures; left out where the data are not there.
TEST_F(BankFile, HasTheFiguresOfItsReference) {
  const std::filesystem::path folder = std::filesystem::path(PACELINE_SOURCE_DIR) / "../shared/data/bank-marketing";
  if (!std::filesystem::exists(folder / "reference.json")) GTEST_SKIP() << "no data in " << folder;
  const auto text_of = [&](const char* name) {
    std::ifstream file(folder / name, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  };
  const std::string bytes = text_of("bank-additional-full.csv");
  EXPECT_EQ(told(imported(bytes, "bank-marketing")), "done 41188 41188 0 0 0");
  const auto reference = boost::json::parse(text_of("reference.json"));
  const std::map<std::string, std::string> attributes{{"by_contacts_in_campaign", "contact_number"},
                                                      {"by_month", "month"},
                                                      {"by_weekday", "weekday"},
                                                      {"by_previous_outcome", "previous_outcome"}};
  for (const auto& each : attributes) {
    const auto& wanted = reference.at(each.first).as_object();
    const auto groups = product.get(ann, "/reps/me/activity-groups?limit=500&attribute=" + each.second);
    ASSERT_EQ(groups.at("/items").as_array().size(), wanted.size()) << each.first;
    for (const auto& group : groups.at("/items").as_array()) {
      const auto& figure = wanted.at(group.at("value").as_string());
      std::int64_t won = 0;
      for (const auto& outcome : group.at("outcomes").as_array())
        if (outcome.at("outcome") == "agreed") won = outcome.at("count").as_int64();
      EXPECT_EQ(group.at("count").as_int64(), figure.at("n").as_int64()) << each.first << group.at("value");
      EXPECT_EQ(won, figure.at("won").as_int64()) << each.first << group.at("value");
    }
  }
  EXPECT_EQ(product.get(ann, "/reps/me/activity-groups?limit=500").at("/items").as_array().size(), 26U) << "months";
  EXPECT_EQ(told(imported(bytes, "bank-marketing")), "done 41188 0 0 41188 0");
  const std::string row = bytes.substr(bytes.rfind('\n', bytes.size() - 2) + 1);
  EXPECT_EQ(told(imported(bytes + row, "bank-marketing")), "done 41189 1 0 41188 0");
}

/// The call records of shared/data: every call without matching, those of known contacts with it.
TEST_F(ImportTest, TakesTheCallRecordsOfItsData) {
  const std::filesystem::path folder = std::filesystem::path(PACELINE_SOURCE_DIR) / "../shared/data/call-logs";
  if (!std::filesystem::exists(folder / "index.json")) GTEST_SKIP() << "no data in " << folder;
  const auto text_of = [&](const char* name) {
    std::ifstream file(folder / name, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  };
  const std::string with_header = text_of("cdr-stats/CDRImport-2015-10-26.csv");
  const std::string without_header = text_of("cdr-stats/import_cdr_100.txt");
  EXPECT_EQ(told(imported(with_header, "call-records")), "done 5 5 0 0 0");
  EXPECT_EQ(told(imported(without_header, "call-records-without-header")), "done 100 100 0 0 0");
  const std::string microsoft = text_of("microsoft-graph/pstn-calls.json");
  product.apply(org, json("{'users': [{'email': 'richard.malk@contoso.com', 'name': 'Richard'}]}"));
  const auto operators = ann;
  ann = product.session(org, product.person(org, "admin@acme.example").user_id);
  EXPECT_EQ(told(imported(microsoft, "microsoft-pstn-calls")), "done 1 1 0 0 0");
  ann = operators;

  product.apply(org, json("{'organisation': {'phone_country': 'ES'}, 'contacts': [{'key': 'c1', 'name': 'Con', 'phone':"
                          " '650 10 48 77'}, {'key': 'c2', 'name': 'Cyd', 'phone': '650 200 002'}]}"));
  const auto matched = [&](const std::string& bytes, const char* mapping) {
    const std::string id = imported(bytes, mapping);
    return told(id) + ", dropped " + std::to_string(of(id).number_at("/dropped")) + ", " + of(id).text_at("/zone");
  };
  EXPECT_EQ(matched(with_header, "call-records-matched"), "done 5 2 0 0 0, dropped 3, Etc/UTC");
  EXPECT_EQ(matched(without_header, "call-records-without-header-matched"), "done 100 1 0 0 0, dropped 99, Etc/UTC");
  EXPECT_EQ(product.number("SELECT count(*) FROM activity_attribute WHERE value LIKE '%798400122%'"), 1)
      << "of the file that was not matched";
  EXPECT_TRUE(product.differences(org).empty());
}

}  // namespace
}  // namespace paceline::product
