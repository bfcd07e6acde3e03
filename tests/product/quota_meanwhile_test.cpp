// SPDX-License-Identifier: Apache-2.0
// Two people who edit one quota in two browsers: the second is told, and the first one's version stays.
#include <boost/json/serialize.hpp>

#include "tests/product/company.h"

namespace paceline::product {
namespace {

std::string etag_of(const Answered& answered) {
  for (const auto& [name, value] : answered.whole.headers) {
    if (name == "ETag") return value;
  }
  return "";
}

std::string calls_of(int amount) {
  return json("{'key': 'calls', 'name': 'Calls', 'period': 'week', 'amount': " + std::to_string(amount) +
              ", 'rule': {'kinds': ['call']}, 'teams': ['East'], 'from': '2026-11-23'}");
}

class TwoBrowsers : public ::testing::Test {
 protected:
  Answered put(const Person& person, int amount, const std::string& seen) {
    company.product.clock.advance_seconds(1);
    Sending sending;
    if (!seen.empty()) sending.headers.emplace_back("if-match", seen);
    return company.product.send(company.session(person), api::Method::put, "/quotas/calls", calls_of(amount), sending);
  }
  Answered get(const Person& person) { return company.product.get(company.session(person), "/quotas/calls"); }

  Company company;
};

TEST_F(TwoBrowsers, TheSecondIsToldWhoWasThere) {
  const std::string seen_by_olga = etag_of(get(company.olga));
  const std::string seen_by_adam = etag_of(get(company.adam));
  ASSERT_EQ(seen_by_olga.size(), 18U) << seen_by_olga;
  const Answered first = put(company.olga, 60, seen_by_olga);
  EXPECT_EQ(first.told(), "200") << first.text;
  const Answered second = put(company.adam, 70, seen_by_adam);
  EXPECT_EQ(second.told(), "409 quota.changed");
  EXPECT_EQ(second.text_at("/detail").substr(0, 9), "Olga Ops ") << second.text;
  EXPECT_EQ(get(company.adam).number_at("/versions/1/amount"), 60);
  EXPECT_EQ(put(company.adam, 70, etag_of(get(company.adam))).told(), "200") << "after a look at what is there now";
}

TEST_F(TwoBrowsers, TheAnswerOfAChangeHasTheNextTag) {
  const Answered first = put(company.olga, 60, etag_of(get(company.olga)));
  EXPECT_EQ(etag_of(first), etag_of(get(company.olga)));
  EXPECT_EQ(put(company.olga, 61, etag_of(first)).told(), "200");
}

TEST_F(TwoBrowsers, AnEndIsTheSame) {
  const std::string seen = etag_of(get(company.adam));
  EXPECT_EQ(put(company.olga, 60, "").told(), "200") << "without the header the later one wins";
  Sending sending;
  sending.headers.emplace_back("if-match", seen);
  const auto session = company.session(company.adam);
  EXPECT_EQ(company.product.post(session, "/quotas/calls/end", "{}", sending).told(), "409 quota.changed");
}

TEST_F(TwoBrowsers, ATagIsInQuotesOrAStar) {
  EXPECT_EQ(put(company.olga, 60, "7").told(), "400 request.if_match.malformed");
  EXPECT_EQ(put(company.olga, 60, "*").told(), "200");
}

}  // namespace
}  // namespace paceline::product
