// SPDX-License-Identifier: Apache-2.0
// Estimates and trials as two people change them at once, as they are repeated, and as they are counted.
#include <algorithm>
#include <thread>

#include "tests/product/company.h"

namespace paceline::product {
namespace {

class Offers : public testing::Test {
 protected:
  std::string opportunity() {
    return c.product.post(c.session(c.ana), "/opportunities", json("{'name': 'Alpha'}")).text_at("/opportunity_id");
  }
  std::string estimate(const std::string& opportunity_id) {
    const auto added = c.product.post(c.session(c.ana), "/opportunities/" + opportunity_id + "/estimates",
                                      json("{'lines': [{'unit_price_minor': 500}]}"));
    EXPECT_EQ(added.status, 201) << added.text;
    return added.text_at("/estimate_id");
  }
  Answered answer(const Person& who, const std::string& path, const std::string& body, const std::string& seen) {
    Sending sending;
    sending.headers.emplace_back("if-match", seen);
    return c.product.post(c.session(who), path, json(body), sending);
  }
  Company c;
};

TEST_F(Offers, TheSecondOfTwoPeopleIsTold) {
  const std::string path = "/estimates/" + estimate(opportunity());
  EXPECT_EQ(answer(c.ana, path + "/send", "{}", "\"0\"").status, 200);
  EXPECT_EQ(answer(c.mila, path + "/decline", "{'reason': 'too dear'}", "\"0\"").told(), "409 estimate.changed");
  EXPECT_EQ(answer(c.mila, path + "/decline", "{'reason': 'too dear'}", "\"1\"").status, 200);
  EXPECT_EQ(answer(c.ana, path + "/accept", "{}", "*").told(), "409 estimate.ended");
  EXPECT_EQ(answer(c.ana, path + "/accept", "{}", "2").told(), "400 request.if_match.malformed");
}

TEST_F(Offers, ATrialProlongedTwiceFromOneScreenIsProlongedOnce) {
  const auto added = c.product.post(c.session(c.ana), "/opportunities/" + opportunity() + "/trials",
                                    json("{'kind': 'trial', 'what': 'All', 'from': '2026-11-01', 'to': '2026-11-30'}"));
  const std::string path = "/trials/" + added.text_at("/trial_id");
  EXPECT_EQ(answer(c.ana, path + "/extend", "{'to': '2026-12-07'}", "\"0\"").status, 200);
  EXPECT_EQ(answer(c.mila, path + "/extend", "{'to': '2026-12-14'}", "\"0\"").told(), "409 trial.changed");
  EXPECT_EQ(c.product.number("SELECT count(*) FROM trial_change"), 1);
}

TEST_F(Offers, SentByManyAtOnceIsSentOnceAndIsOneActivity) {
  const std::string path = "/estimates/" + estimate(opportunity()) + "/send";
  const Caller ana = c.session(c.ana);
  const Caller mila = c.session(c.mila);
  std::vector<int> statuses(8);
  std::vector<std::thread> threads;
  for (int n = 0; n < 8; ++n) {
    threads.emplace_back([&, n] {
      Sending sending;
      sending.key = "send-" + std::to_string(n);
      statuses[static_cast<std::size_t>(n)] = c.product.post(n % 2 == 0 ? ana : mila, path, "{}", sending).status;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 200), 1);
  EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 409), 7);
  EXPECT_EQ(c.product.number("SELECT count(*) FROM estimate_change"), 1);
  EXPECT_EQ(c.product.number("SELECT count(*) FROM activity WHERE kind = 'estimate'"), 1);
  EXPECT_EQ(c.product.differences(c.first), std::vector<std::string>());
}

TEST_F(Offers, AnEstimateHasOneNextEditionHoweverManyAskForOne) {
  const std::string id = opportunity();
  const std::string first = estimate(id);
  EXPECT_EQ(answer(c.ana, "/estimates/" + first + "/send", "{}", "*").status, 200);
  const std::string next = "{'replaces': '" + first + "', 'lines': [{'unit_price_minor': 400}]}";
  EXPECT_EQ(answer(c.ana, "/opportunities/" + id + "/estimates", next, "*").status, 201);
  EXPECT_EQ(answer(c.mila, "/opportunities/" + id + "/estimates", next, "*").told(), "409 estimate.replaced");
  EXPECT_EQ(c.product.get(c.session(c.ana), "/estimates/" + first).text_at("/state"), "sent");
}

TEST_F(Offers, AreNotThoseOfAnotherOpportunity) {
  const std::string first = estimate(opportunity());
  const std::string next = "{'replaces': '" + first + "', 'lines': [{'unit_price_minor': 400}]}";
  EXPECT_EQ(answer(c.ana, "/opportunities/" + opportunity() + "/estimates", next, "*").told(), "400 estimate.unknown");
}

}  // namespace
}  // namespace paceline::product
