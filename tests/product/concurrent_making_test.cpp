// SPDX-License-Identifier: Apache-2.0
// Two who look for the same name, do not find it and make it; two who apply definitions at once.
#include <gtest/gtest.h>

#include <thread>

#include "app/apply.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLongEnoughToOvertake{300};

class ConcurrentMaking : public testing::Test {
 protected:
  void SetUp() override {
    org_ = product_.found("acme");
    product_.apply(org_, json("{'teams': [{'name': 'T'}],"
                              "'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'team': 'T'}]}"));
  }

  /// Does `other` while `work` is done and its transaction still open; then it ends.
  void meanwhile(const std::function<void(Stores&)>& work, const std::function<void()>& other) {
    std::thread thread;
    const auto written = product_.unit.write(org_, [&](Stores& stores) -> Result<void> {
      work(stores);
      if (!thread.joinable()) thread = std::thread(other);
      std::this_thread::sleep_for(kLongEnoughToOvertake);
      return {};
    });
    thread.join();
    EXPECT_TRUE(written) << (written ? "" : written.error().code);
  }
  void apply_here(const Definitions& definitions, Stores& stores) {
    const auto applied =
        apply(system_, definitions, product_.clock.now(), {product_.zones, product_.countries, product_.ids}, stores);
    EXPECT_TRUE(applied && applied->refused == 0);
  }

  Product product_;
  OrgId org_;
  Actor system_{{}, UserId(), Role::system, {}, {}, {}};
};

TEST_F(ConcurrentMaking, OfAnAccountMakesOne) {
  ContactDraft draft;
  draft.name = "Bea";
  draft.account_name = "Lime Ltd";
  meanwhile(
      [&](Stores& stores) {
        EXPECT_TRUE(add_contact(system_, draft, product_.clock.now(), product_.zones, product_.ids, stores));
      },
      [&] { (void)product_.add_contact(org_, "Cem", std::nullopt, "Lime Ltd"); });
  EXPECT_EQ(product_.number("SELECT count(*) FROM contact"), 2);
  EXPECT_EQ(product_.number("SELECT count(*) FROM account"), 1);
  EXPECT_EQ(product_.number("SELECT count(DISTINCT account_id) FROM contact"), 1);
}

TEST_F(ConcurrentMaking, OfACalendarMakesOne) {
  Definitions definitions;
  definitions.calendars.push_back({"Short week", {}, {}, false});
  meanwhile([&](Stores& stores) { apply_here(definitions, stores); },
            [&] { product_.apply(org_, json("{'calendars': [{'name': 'Short week'}]}")); });
  EXPECT_EQ(product_.number("SELECT count(*) FROM calendar WHERE name = 'Short week'"), 1);
}

TEST_F(ConcurrentMaking, AnApplyCountsWhatAnotherTakesAway) {
  const Person ann = product_.person(org_, "ann@acme.example");
  (void)product_.add_call(org_, ann.user_id, product_.add_contact(org_, "Bea", ann.user_id));
  const std::string quota =
      "{'quotas': [{'key': 'old', 'name': 'Old', 'period': 'week', 'amount': 9, 'reason': 'a trial', 'teams': ['T'],"
      "'from': '2020-01-01', 'rule': {'kinds': ['call'], 'unit': '";
  product_.apply(org_, json(quota + "contacts'}}]}"));
  Definitions another;
  QuotaDefinition& added = another.quotas.emplace_back();
  added.key = "new";
  added.name = "New";
  added.amounts.quota = 9;
  added.rule.unit = Unit::contacts;
  added.rule.kinds = {"call"};
  added.subjects = {{SubjectKind::team, "T", {}, "/teams/0"}};
  meanwhile([&](Stores& stores) { apply_here(another, stores); },
            [&] { product_.apply(org_, json(quota + "activities'}}]}")); });
  EXPECT_EQ(product_.number("SELECT count(*) FROM count_first"), 1) << "the new quota asks for it";
  EXPECT_EQ(product_.differences(org_), std::vector<std::string>{});
}

}  // namespace
}  // namespace paceline::product
