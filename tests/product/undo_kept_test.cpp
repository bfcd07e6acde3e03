// SPDX-License-Identifier: Apache-2.0
// What an undo leaves, because somebody's own work has come to depend on it.
#include "tests/product/importing.h"

namespace paceline::product {
namespace {

constexpr const char* kMeetings =
    "{'name': 'meetings', 'key': ['id'], 'fields': {'kind': {'constant': 'meeting'}, 'contact': {'column': 'contact'},"
    " 'occurred_at': {'column': 'at', 'form': 'yyyy-MM-dd HH:mm'}}}";
constexpr const char* kAccounts =
    "{'name': 'accounts', 'into': 'accounts', 'key': ['id'], 'fields': {'key': {'column': 'id'}, 'name': {'column': "
    "'name'}}}";
constexpr const char* kOpportunities =
    "{'name': 'opportunities', 'into': 'opportunities', 'key': ['id'], 'fields': {'key': {'column': 'id'}, 'name': "
    "{'column': 'name'}, 'stage': {'column': 'stage'}, 'amount': {'column': 'money'}}}";

class UndoKeeps : public Importing {
 protected:
  std::string made(const std::string& path, const std::string& body, const char* id) {
    product.clock.advance_seconds(60);
    const auto answer = product.post(ann, path, json(body));
    EXPECT_EQ(answer.status, 201) << path << ' ' << answer.text;
    return answer.text_at(id);
  }
  std::string with_key(const std::string& path, const std::string& key, const char* id) {
    const auto list = product.get(ann, path);
    for (const auto& item : list.at("/items").as_array()) {
      if (item.at("key") == boost::json::value(key)) return std::string(item.at(id).as_string());
    }
    ADD_FAILURE() << key << " is not among " << list.text;
    return {};
  }
  /// "2, kept import.kept.in_use".
  std::string undone(const std::string& id) {
    product.clock.advance_seconds(60);
    EXPECT_EQ(wish(id, "undo").status, 200);
    work();
    std::string text = std::to_string(of(id).number_at("/voided")) + ", kept";
    const auto kept = product.get(ann, "/imports/" + id + "/kept");
    for (const std::string& why : texts_of(kept, "why")) text += " " + why;
    return text;
  }
};

TEST_F(UndoKeeps, TheMeetingThatAHeldAppointmentCountsAs) {
  const std::string contact = made("/contacts", "{'name': 'Carla One', 'key': 'c1'}", "/contact_id");
  const std::string appointment = made(
      "/appointments", "{'contact_id': '" + contact + "', 'starts_at': '2026-11-16T09:00:00Z'}", "/appointment_id");
  const std::string file = imported("id,contact,at\n1,c1,2026-11-16 09:20\n2,c1,2026-11-17 15:00\n", kMeetings);
  EXPECT_EQ(told(file), "done 2 2 0 0 0");
  const auto held = product.post(ann, "/appointments/" + appointment + "/end", json("{'state': 'held'}"));
  EXPECT_TRUE(held.at("/joined").as_bool()) << held.text;
  EXPECT_EQ(undone(file), "1, kept import.kept.in_use");
  const std::string activity = product.get(ann, "/appointments/" + appointment).text_at("/activity_id");
  EXPECT_EQ(product.number("SELECT count(*) FROM activity_now WHERE state = 'active' AND activity_id = " + activity),
            1);
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(UndoKeeps, AnAccountThatAnAppointmentIsWith) {
  const std::string file = imported("id,name\na,Alpha Ltd\nb,Beta Ltd\n", kAccounts);
  const std::string account = with_key("/accounts", "a", "account_id");
  const std::string appointment = made(
      "/appointments", "{'account_id': '" + account + "', 'starts_at': '2026-11-20T09:00:00Z'}", "/appointment_id");
  EXPECT_EQ(undone(file), "1, kept import.kept.in_use");
  EXPECT_EQ(product.get(ann, "/appointments/" + appointment).text_at("/account/name"), "Alpha Ltd");
}

TEST_F(UndoKeeps, OpportunitiesOnWhichSomebodyWorked) {
  const std::string file = imported(
      "id,name,stage,money\na,One,new,5\nb,Two,new,5\nc,Three,new,5\nd,Four,new,5\ne,Five,won,5\nf,Six,won,5\ng,Seven,"
      "new,5\n",
      kOpportunities);
  EXPECT_EQ(told(file), "done 7 7 0 0 0");
  const auto path = [&](const char* key) {
    return "/opportunities/" + with_key("/opportunities", key, "opportunity_id");
  };
  (void)made(path("a") + "/estimates", "{'send': true, 'lines': [{'unit_price_minor': 500}]}", "/estimate_id");
  (void)made("/appointments",
             "{'opportunity_id': '" + with_key("/opportunities", "b", "opportunity_id") +
                 "', 'starts_at': '2026-11-20T09:00:00Z', 'unasked_reason': 'they rang'}",
             "/appointment_id");
  (void)made(path("c") + "/trials", "{'kind': 'trial', 'what': 'A month', 'from': '2026-11-18', 'to': '2026-12-18'}",
             "/trial_id");
  (void)made(path("d") + "/next-steps", "{'what': 'Call', 'due_at': '2026-12-01T09:00:00Z'}", "/next_step_id");
  std::string sale;
  const auto sales = product.get(ann, "/sales/rows");
  for (const auto& item : sales.at("/items").as_array()) {
    if ("/opportunities/" + std::string(item.at("opportunity_id").as_string()) == path("e"))
      sale = std::string(item.at("sale_id").as_string());
  }
  product.clock.advance_seconds(60);
  EXPECT_EQ(product.post(ann, "/sales/" + sale + "/day", json("{'day': '2026-11-16', 'reason': 'signed'}")).status,
            200);
  std::string kept = "2, kept";
  for (int at = 0; at < 5; ++at) kept += " import.kept.in_use";
  EXPECT_EQ(undone(file), kept);
  EXPECT_EQ(product.number("SELECT count(*) FROM opportunity_now WHERE state = 'voided'"), 2);
  EXPECT_EQ(product.number("SELECT count(*) FROM sale_now WHERE cancelled = 0"), 1);
  EXPECT_TRUE(product.differences(org).empty());
}

}  // namespace
}  // namespace paceline::product
