// SPDX-License-Identifier: Apache-2.0
// A record that comes again under its key: the same told twice is stored once, another one is refused.
#include <boost/json/serialize.hpp>

#include "tests/product/company.h"

namespace paceline::product {
namespace {

class ToldAgain : public testing::Test {
 protected:
  ToldAgain() {
    c.product.apply(
        c.first,
        json(
            R"({'contacts': [{'key': 'k', 'name': 'Kim', 'account_name': 'Alpha', 'phone': '+359 88 1', 'temperature': 'warm'}]})"));
  }
  /// "added unchanged refused" and the code of the fault.
  std::string batch(const std::string& word, const std::string& item) {
    const auto done = c.product.post(c.session(c.adam), "/" + word + "/batch", json("{'items': [" + item + "]}"));
    std::string told;
    for (const char* count : {"/added", "/unchanged", "/refused"}) told += std::to_string(done.number_at(count));
    return done.at("/faults").as_array().empty() ? told : told + " " + done.text_at("/faults/0/code");
  }
  std::string call(const std::string& members) {
    c.product.clock.advance_seconds(60);
    return batch("activities",
                 "{'rep': 'ana@first.example', 'kind': 'call', 'source': 'pbx', 'external_id': '7'" + members + "}");
  }
  std::string signal(const std::string& members) {
    c.product.clock.advance_seconds(60);
    return batch("signals", "{'contact': 'k', 'source': 'web', 'external_id': '7'" + members + "}");
  }
  Company c;
};

const std::string kConflict = "001 activity.external_id.conflict";

TEST_F(ToldAgain, AnActivityWithoutItsTimeIsTheSame) {
  EXPECT_EQ(call(""), "100");
  EXPECT_EQ(call(""), "010");
  EXPECT_EQ(call(", 'occurred_at': '2026-11-18T12:01:00Z'"), "010");
  EXPECT_EQ(call(", 'occurred_at': '2026-11-18T12:00:00Z'"), kConflict);
}

TEST_F(ToldAgain, AnActivityIsComparedInEveryMemberThatIsTold) {
  const std::string members =
      ", 'contact': 'k', 'temperature': 'hot', 'segment': 'retail', 'lead_source': 'fair', 'relation': 'lead',"
      " 'topic': 'loans', 'product_line': 'funds', 'direction': 'outbound', 'outcome': 'answered', 'duration_s': 60,"
      " 'note': 'as agreed'";
  EXPECT_EQ(call(members), "100");
  EXPECT_EQ(call(members), "010");
  EXPECT_EQ(call(""), "010");
  for (const std::string other :
       {"'temperature': 'warm'", "'segment': 'large'", "'lead_source': 'web'", "'relation': 'new'", "'topic': 'cards'",
        "'product_line': 'cards'", "'direction': 'inbound'", "'outcome': 'agreed'", "'duration_s': 61",
        "'note': 'other'"})
    EXPECT_EQ(call(", " + other), kConflict) << other;
}

TEST_F(ToldAgain, ANoteThatComesLaterIsNotDroppedSilently) {
  EXPECT_EQ(call(""), "100");
  EXPECT_EQ(call(", 'note': 'told late'"), kConflict);
}

TEST_F(ToldAgain, ASignalIsComparedAsWell) {
  EXPECT_EQ(signal(", 'kind': 'click'"), "100");
  EXPECT_EQ(signal(", 'kind': 'click'"), "010");
  for (const std::string other : {"'kind': 'like'", "'kind': 'click', 'topic': 'loans'",
                                  "'kind': 'click', 'occurred_at': '2026-11-18T12:00:00Z'"})
    EXPECT_EQ(signal(", " + other), "001 signal.external_id.conflict") << other;
}

TEST_F(ToldAgain, AContactIsComparedAsWell) {
  EXPECT_EQ(batch("contacts", "{'key': 'k', 'name': 'Kim'}"), "010");
  EXPECT_EQ(batch("contacts", "{'key': 'k', 'name': 'Kim', 'account_name': 'Alpha', 'phone': '+359 88 1'}"), "010");
  for (const std::string other :
       {"'name': 'Kimi'", "'name': 'Kim', 'account_name': 'Beta'", "'name': 'Kim', 'phone': '+359 88 2'",
        "'name': 'Kim', 'email': 'kim@a.example'", "'name': 'Kim', 'relation': 'customer'",
        "'name': 'Kim', 'temperature': 'cold'", "'name': 'Kim', 'source': 'fair'"})
    EXPECT_EQ(batch("contacts", "{'key': 'k', " + other + "}"), "001 contact.key.taken") << other;
}

}  // namespace
}  // namespace paceline::product
