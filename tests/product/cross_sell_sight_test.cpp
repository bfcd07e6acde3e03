// SPDX-License-Identifier: Apache-2.0
// What customers have not bought yet says nothing of what single others sold.
#include "tests/product/company.h"

namespace paceline::product {
namespace {

class CrossSellSight : public testing::Test {
 protected:
  CrossSellSight() {
    c.product.apply(c.first, json("{'product_lines': [{'key': 'life', 'name': 'Life'}, {'key': 'car', 'name': 'Car', "
                                  "'list_price': {'amount_minor': 100}}]}"));
  }
  void sell(const Person& rep, const std::string& account, const std::string& line, int minor) {
    const auto sold = c.product.post(c.session(rep), "/sales",
                                     json("{'account': '" + account + "', 'lines': [{'product_line': '" + line +
                                          "', 'amount': {'amount_minor': " + std::to_string(minor) + "}}]}"));
    ASSERT_EQ(sold.status, 201) << sold.text;
  }
  std::string account(const std::string& key, const std::string& owner = "") {
    const auto added = c.product.post(c.session(c.adam), "/accounts",
                                      json("{'name': '" + key + " Ltd', 'key': '" + key + "'" +
                                           (owner.empty() ? "" : ", 'owner': '" + owner + "'") + "}"));
    return added.text_at("/account_id");
  }
  Answered asked(const Person& who, const std::string& query) {
    return c.product.get(c.session(who), "/cross-sells" + query);
  }
  Company c;
};

TEST_F(CrossSellSight, TheUsualSaleOfFewIsTheOwnOneOrTheListPrice) {
  (void)account("a");
  (void)account("b");
  sell(c.ana, "a", "life", 500);
  sell(c.carl, "b", "car", 77'777);
  const std::string usual = "/items/0/usual_sale/amount_minor";
  EXPECT_EQ(asked(c.ana, "").number_at(usual), 100) << "not what Carl sold it for";
  EXPECT_EQ(asked(c.olga, "?rep=" + c.ana.email).number_at(usual), 77'777) << "who may read all sales";
  sell(c.ana, "a", "car", 900);
  (void)account("d");
  sell(c.ana, "d", "life", 500);
  EXPECT_EQ(asked(c.ana, "").number_at(usual), 900) << "the own one";
}

TEST_F(CrossSellSight, AnAccountOfNobodyTellsOnlyThoseWhoSoldToIt) {
  const std::string a = account("a");
  sell(c.ana, "a", "life", 500);
  EXPECT_EQ(asked(c.ana, "?account=" + a).at("/items").as_array().size(), 1U);
  EXPECT_EQ(asked(c.mila, "?account=" + a).at("/items").as_array().size(), 1U);
  EXPECT_EQ(asked(c.boris, "?account=" + a).at("/items").as_array().size(), 0U);
  EXPECT_EQ(asked(c.wim, "?account=" + a).at("/items").as_array().size(), 0U);
}

TEST_F(CrossSellSight, AProfileThatHidesSingleRepsHidesTheirCustomers) {
  const std::string a = account("a", c.ana.email);
  sell(c.ana, "a", "life", 500);
  EXPECT_EQ(asked(c.mila, "?rep=" + c.ana.email).told(), "200");
  c.product.apply(c.first, json("{'organisation': {'monitoring': 'own_figures'}}"));
  EXPECT_EQ(asked(c.mila, "?rep=" + c.ana.email).told(), "403 access.monitoring");
  EXPECT_EQ(asked(c.adam, "?account=" + a).told(), "403 access.monitoring");
  EXPECT_EQ(asked(c.ana, "").at("/items").as_array().size(), 1U);
}

}  // namespace
}  // namespace paceline::product
