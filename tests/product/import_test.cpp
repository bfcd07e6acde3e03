// SPDX-License-Identifier: Apache-2.0
// Imports as a client sends them, with background work that a test does part by part.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>

#include "app/begin_import.h"
#include "app/jobs.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

constexpr std::int64_t kServer = 1;

constexpr const char* kMapping =
    "{'name': 'calls', 'key': ['id'], 'fields': {'kind': {'constant': 'call'}, 'occurred_at': {'column': 'at', 'form':"
    " 'yyyy-MM-dd HH:mm'}, 'outcome': {'column': 'end', 'values': {'ok': 'answered', 'no': 'no_answer'}}}}";

class ImportTest : public ::testing::Test {
 protected:
  ImportTest() {
    product.apply(org,
                  json("{'users': [{'email': 'ann@acme.example', 'name': 'Ann'}], 'quotas': [{'key': 'calls', 'name':"
                       " 'Calls', 'period': 'week', 'amount': 10, 'from': '2026-11-02', 'rule': {'kinds': ['call'],"
                       " 'repeat_window_s': 0}, 'reps': ['ann@acme.example']}]}"));
    ann = product.session(org, product.person(org, "ann@acme.example").user_id);
  }

  /// Sends the file; the id of its import.
  std::string sent(const std::string& bytes, const std::string& mapping = kMapping) {
    const std::string document = mapping.starts_with('{') ? mapping : "'" + mapping + "'";
    const auto begun = product.post(
        ann, "/imports",
        json("{'file_name': 'calls.csv', 'bytes': " + std::to_string(bytes.size()) + ", 'mapping': " + document + "}"));
    EXPECT_EQ(begun.status, 201) << begun.text;
    std::string id = begun.text_at("/import_id");
    Sending as_bytes;
    as_bytes.headers.emplace_back("content-type", "application/octet-stream");
    for (std::size_t at = 0, part = 0; at < bytes.size(); at += kImportPartBytes, ++part) {
      const auto answered = product.send(ann, api::Method::put, "/imports/" + id + "/parts/" + std::to_string(part),
                                         bytes.substr(at, kImportPartBytes), as_bytes);
      EXPECT_EQ(answered.status, 200) << answered.text;
    }
    return id;
  }

  Answered wish(const std::string& id, const std::string& what) {
    return product.post(ann, "/imports/" + id + "/" + what, "");
  }

  /// What a server does until nothing is left. A desk of its own: one that knows nothing of what another one read.
  void work() {
    ImportDesk desk({product.import_files, product.zones, product.secrets, product.ids});
    const auto done = do_imports(kServer, org, tools(desk), product.unit);
    EXPECT_TRUE(done) << (done ? "" : done.error().code);
  }

  /// One transaction of that work, by a server that then stops.
  void work_one_part() {
    ImportDesk desk({product.import_files, product.zones, product.secrets, product.ids});
    product.write(org, [&](Stores& stores) -> Result<void> {
      PACELINE_CHECK(desk.do_part(org, product.clock.now(), stores));
      return {};
    });
  }

  std::string imported(const std::string& bytes, const std::string& mapping = kMapping) {
    std::string id = sent(bytes, mapping);
    EXPECT_EQ(wish(id, "start").status, 200);
    work();
    return id;
  }

  Answered of(const std::string& id) { return product.get(ann, "/imports/" + id); }

  /// "done 3 2 0 1 0": state, rows, added, changed, unchanged, refused.
  std::string told(const std::string& id) {
    const auto entry = of(id);
    std::string text = entry.text_at("/state");
    for (const char* member : {"/rows", "/added", "/changed", "/unchanged", "/refused"})
      text += " " + std::to_string(entry.number_at(member));
    return text;
  }

  static std::string calls(int n, const std::string& end = "ok") {
    std::string text = "id,at,end\n";
    for (int call = 1; call <= n; ++call) {
      const std::string day = std::to_string(10 + call % 8);
      text += std::to_string(call) + ",2026-11-" + day + " 10:" + std::to_string(10 + call % 50) + "," + end + "\n";
    }
    return text;
  }

  JobTools tools(ImportDesk& desk) { return {product.clock, {product.zones, product.secrets, product.ids}, &desk}; }

  Product product;
  OrgId org = product.found("acme");
  Caller ann;
};

TEST_F(ImportTest, AddsOnceAndGoesOnWhereAServerStopped) {
  const std::string id = sent(calls(1300));
  EXPECT_EQ(wish(id, "start").status, 200);
  work_one_part();
  EXPECT_EQ(told(id), "importing 500 500 0 0 0");
  work_one_part();
  EXPECT_EQ(told(id), "importing 1000 1000 0 0 0");
  work();
  EXPECT_EQ(told(id), "done 1300 1300 0 0 0");
  EXPECT_EQ(product.number("SELECT count(*) FROM activity"), 1300);
  EXPECT_EQ(product.number("SELECT count(*) FROM import_part"), 0);
  EXPECT_EQ(told(imported(calls(1300))), "done 1300 0 0 1300 0");
  EXPECT_EQ(told(imported(calls(1301))), "done 1301 1 0 1300 0");
  EXPECT_EQ(told(imported(calls(1301, "no"))), "done 1301 0 1301 0 0");
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(ImportTest, EqualRowsOfAFileAreRowsOfTheirOwn) {
  std::string mapping = kMapping;
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

TEST_F(ImportTest, IsCancelledBetweenTwoParts) {
  const std::string id = sent(calls(900));
  EXPECT_EQ(wish(id, "start").status, 200);
  work_one_part();
  EXPECT_EQ(wish(id, "cancel").text_at("/state"), "cancelled");
  work();
  EXPECT_EQ(told(id), "cancelled 500 500 0 0 0");
  EXPECT_EQ(wish(id, "start").told(), "409 import.state");
  EXPECT_EQ(wish(id, "undo").status, 200);
  work();
  EXPECT_EQ(of(id).number_at("/voided"), 500);
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
  const auto begun =
      product.post(ann, "/imports", json("{'file_name': 'f', 'bytes': 10, 'mapping': " + std::string(kMapping) + "}"));
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

}  // namespace
}  // namespace paceline::product
