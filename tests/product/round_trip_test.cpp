// SPDX-License-Identifier: Apache-2.0
// What leaves as a file comes in again: into the same organisation nothing is added, into an empty one the same counts.
#include <algorithm>

#include "tests/product/importing.h"

namespace paceline::product {
namespace {

/// An organisation of its own, on a database of its own.
class Place {
 public:
  Place() {
    product.apply(
        org,
        json("{'teams': [{'name': 'East'}], 'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'team': 'East'},"
             " {'email': 'bob@acme.example', 'name': 'Bob', 'team': 'East'}], 'quotas': [{'key': 'calls', 'name':"
             " 'Calls', 'period': 'week', 'amount': 10, 'from': '2026-10-05', 'rule': {'kinds': ['call'],"
             " 'repeat_window_s': 300}, 'teams': ['East']}, {'key': 'new', 'name': 'New contacts', 'period': 'month',"
             " 'amount': 5, 'from': '2026-10-01', 'rule': {'kinds': ['call', 'meeting'], 'relations': ['new'],"
             " 'unit': 'contacts'}, 'teams': ['East']}]}"));
    admin = product.session(org, product.person(org, "admin@acme.example").user_id);
  }

  /// "rows added changed unchanged refused dropped"
  std::string imported(const std::string& file, const std::string& mapping) {
    const auto begun = product.post(admin, "/imports",
                                    json("{'file_name': 'export.csv', 'bytes': " + std::to_string(file.size()) +
                                         ", 'mapping': '" + mapping + "'}"));
    EXPECT_EQ(begun.status, 201) << begun.text;
    last_import = begun.text_at("/import_id");
    Sending as_bytes;
    as_bytes.headers.emplace_back("content-type", "application/octet-stream");
    const auto sent = product.send(admin, api::Method::put, "/imports/" + last_import + "/parts/0", file, as_bytes);
    EXPECT_EQ(sent.status, 200) << sent.text;
    EXPECT_EQ(product.post(admin, "/imports/" + last_import + "/start", "").status, 200);
    work();
    const auto entry = product.get(admin, "/imports/" + last_import);
    EXPECT_EQ(entry.text_at("/state"), "done") << entry.text;
    std::string told;
    for (const char* member : {"/rows", "/added", "/changed", "/unchanged", "/refused", "/dropped"})
      told += (told.empty() ? "" : " ") + std::to_string(entry.number_at(member));
    if (entry.number_at("/refused") > 0) told += " " + entry.text;
    return told;
  }

  void work() {
    ImportDesk desk({product.import_files, product.zones, product.secrets, product.ids});
    const auto done = do_imports(kImportServer, org,
                                 {product.clock, {product.zones, product.secrets, product.ids}, &desk}, product.unit);
    EXPECT_TRUE(done) << (done ? "" : done.error().code);
  }

  std::string table(const std::string& name) {
    const auto file = product.get(admin, "/export/" + name);
    EXPECT_EQ(file.status, 200) << file.text;
    return file.text;
  }

  /// Of every maintained count all that is no id: "count_day ann@acme.example 2026-11-18 2", sorted.
  std::vector<std::string> counts() {
    std::vector<std::string> lines;
    const auto list = product.get(admin, "/counts?limit=500");
    for (const auto& each : list.at("/items").as_array()) {
      const auto text = [&](const char* member) {
        const auto& value = each.at(member);
        return value.is_string() ? std::string(value.as_string()) : "-";
      };
      const auto rep = parse_id<UserId>(text("rep_id"));
      EXPECT_TRUE(rep);
      lines.push_back(text("table") + " " + address_of(*rep) + " " + text("day") + " " +
                      std::to_string(each.at("n").as_int64()) + " " + text("period_from"));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  std::string address_of(UserId user_id) {
    std::string address;
    product.write(org, [&](Stores& stores) -> Result<void> {
      PACELINE_TRY(const auto user, stores.people.find_user(user_id));
      address = user ? user->email : "nobody";
      return {};
    });
    return address;
  }

  void log(const std::string& body) {
    product.clock.advance_seconds(61);
    const auto logged = product.post(admin, "/activities", body);
    EXPECT_EQ(logged.status, 201) << logged.text;
    last_activity = logged.status == 201 ? logged.text_at("/activity/activity_id") : "";
  }

  Product product;
  OrgId org = product.found("acme");
  Caller admin;
  std::string last_activity;
  std::string last_import;
};

constexpr int kAllActivities = 9;  ///< of which one is voided

/// What a company has after some time: of each sort something.
void live(Place& place) {
  const auto batch = place.product.post(
      place.admin, "/contacts/batch",
      R"({"items": [{"name": "=Ana", "key": "K-1", "phone": "+359 2 123 4567", "account_name": "Alfa"},
                    {"name": "Без ключ", "email": "b@alfa.example", "temperature": "warm", "source": "'+list"},
                    {"name": "Third"}]})");
  ASSERT_EQ(batch.status, 200) << batch.text;
  const auto contacts = place.product.get(place.admin, "/contacts?cursor=0");
  const auto id = [&](std::string_view name) {
    std::string found;
    for (const auto& each : contacts.at("/items").as_array())
      if (each.at("name").as_string() == name) found = std::string(each.at("contact_id").as_string());
    return found;
  };
  place.log(R"({"rep": "ann@acme.example", "kind": "call", "contact": "K-1", "outcome": "answered", "duration_s": 61,
                "topic": "=1+1", "note": "said \"no,\nlater\""})");
  place.log(R"({"rep": "ann@acme.example", "kind": "call", "contact": "K-1", "topic": "'=x"})");
  place.log(R"({"rep": "ann@acme.example", "kind": "call", "contact_id": ")" + id("Без ключ") + R"("})");
  place.log(R"({"rep": "bob@acme.example", "kind": "meeting", "contact_id": ")" + id("Third") +
            R"(", "segment": "small"})");
  place.log(R"({"rep": "bob@acme.example", "kind": "call"})");
  EXPECT_EQ(
      place.product.post(place.admin, "/activities/" + place.last_activity + "/void", R"({"reason": "by mistake"})")
          .status,
      200);
  place.log(R"({"rep": "bob@acme.example", "kind": "call", "outcome": "no_answer"})");
  EXPECT_EQ(place.product
                .post(place.admin, "/activities/" + place.last_activity + "/correct",
                      R"({"reason": "it was one", "set": {"outcome": "answered", "topic": "pension"}})")
                .status,
            200);
  // What a contact is later is no part of what happened before.
  (void)place.product.alter("UPDATE contact SET relation = 'customer'");
  place.log(R"({"rep": "bob@acme.example", "kind": "call", "contact": "K-1"})");
  const std::string months = json(
      "{'name': 'months', 'key': ['n'], 'rep': 'ann@acme.example', 'fields': {'kind': {'constant': 'call'},"
      " 'occurred_at': {'column': 'month', 'form': 'yyyy-MM'}}, 'attributes': {'campaign': {'column': 'n'}}}");
  const auto begun =
      place.product.post(place.admin, "/imports", R"({"file_name": "m.csv", "bytes": 28, "mapping": )" + months + "}");
  ASSERT_EQ(begun.status, 201) << begun.text;
  Sending as_bytes;
  as_bytes.headers.emplace_back("content-type", "application/octet-stream");
  const std::string at = "/imports/" + begun.text_at("/import_id");
  ASSERT_EQ(
      place.product.send(place.admin, api::Method::put, at + "/parts/0", "n,month\n1,2026-10\n2,2026-10\n", as_bytes)
          .status,
      200);
  ASSERT_EQ(place.product.post(place.admin, at + "/start", "").status, 200);
  place.work();
}

TEST(RoundTrip, WhatIsExportedAddsNothingWhereItCameFrom) {
  Place here;
  live(here);
  const std::string contacts = here.table("contacts");
  const std::string activities = here.table("activities");
  const std::string counts = here.table("counts");
  EXPECT_EQ(here.imported(contacts, "paceline-contacts"), "3 0 0 3 0 0");
  EXPECT_EQ(here.imported(activities, "paceline-activities"), "9 0 0 9 0 0");
  EXPECT_EQ(here.table("counts"), counts);
  EXPECT_EQ(here.table("activities"), activities);
  EXPECT_EQ(here.table("contacts"), contacts);
}

TEST(RoundTrip, AnEmptyOrganisationGetsTheSameCounts) {
  Place here;
  live(here);
  Place there;
  there.product.clock.set(here.product.clock.now());
  EXPECT_EQ(there.imported(here.table("contacts"), "paceline-contacts"), "3 3 0 0 0 0");
  const std::string activities = here.table("activities");
  EXPECT_EQ(there.imported(activities, "paceline-activities"), "9 8 0 0 0 1") << "the voided one is left out";
  EXPECT_FALSE(here.counts().empty());
  EXPECT_EQ(there.counts(), here.counts());
  EXPECT_EQ(there.imported(activities, "paceline-activities"), "9 0 0 8 0 1");
  EXPECT_TRUE(there.product.differences(there.org).empty());
  const std::string again = there.table("activities");
  for (const char* kept :
       {",\"said \"\"no,\nlater\"\"\",", ",'=1+1,", ",''=x,", ",small,", ",month,", "\"{\"\"campaign\"\":\"\"1\"\"}\""})
    EXPECT_NE(again.find(kept), std::string::npos) << kept << "\n" << again;
  EXPECT_NE(there.table("contacts").find(",'+359 2 123 4567,"), std::string::npos);
  EXPECT_EQ(there.product.number("SELECT count(*) FROM activity"), kAllActivities - 1);
}

TEST(RoundTrip, WhatSomebodyEditedInTheFileIsACorrectionAndCanBeTakenBack) {
  Place here;
  live(here);
  std::string activities = here.table("activities");
  const auto at = activities.find(",pension,");
  ASSERT_NE(at, std::string::npos);
  activities.replace(at, 9, ",savings,");
  EXPECT_EQ(here.imported(activities, "paceline-activities"), "9 0 1 8 0 0");
  EXPECT_NE(here.table("activities").find(",savings,"), std::string::npos);
  EXPECT_EQ(here.product.post(here.admin, "/imports/" + here.last_import + "/undo", "").status, 200);
  here.work();
  EXPECT_EQ(here.table("activities").find(",savings,"), std::string::npos);
}

TEST(RoundTrip, WhatCannotBeTakenIsRefusedRowByRow) {
  Place here;
  live(here);
  const std::string activities = here.table("activities");
  Place there;
  there.product.clock.set(here.product.clock.now());
  const std::string without_contacts = there.imported(activities, "paceline-activities");
  EXPECT_EQ(without_contacts.rfind("9 3 0 0 5 1 ", 0), 0U) << without_contacts;
  EXPECT_NE(without_contacts.find("contact.key.unknown"), std::string::npos);
  EXPECT_NE(without_contacts.find("contact.unknown"), std::string::npos);

  std::string voided = activities;
  const auto at = voided.find(",active,");
  ASSERT_NE(at, std::string::npos);
  voided.replace(at, 8, ",voided,");
  const std::string told = here.imported(voided, "paceline-activities");
  EXPECT_EQ(told.rfind("9 0 0 8 1 0 ", 0), 0U) << told;
  EXPECT_NE(told.find("activity.external_id.conflict"), std::string::npos);
}

TEST(RoundTrip, AnIdOpensNoContactOfSomebodyElse) {
  Place here;
  const auto bob = here.product.person(here.org, "bob@acme.example").user_id;
  const auto id = to_text(here.product.add_contact(here.org, "Secret", bob));
  here.admin = here.product.session(here.org, here.product.person(here.org, "ann@acme.example").user_id);
  const std::string told =
      here.imported("contact_id,name,key,account_name,segment,phone,email,relation,temperature,source,owner_email\r\n" +
                        id + ",Secret,,,,,,new,cold,,\r\n",
                    "paceline-contacts");
  EXPECT_EQ(told.rfind("1 0 0 0 1 0 ", 0), 0U) << told;
  EXPECT_NE(told.find("access.forbidden"), std::string::npos);
}

}  // namespace
}  // namespace paceline::product
