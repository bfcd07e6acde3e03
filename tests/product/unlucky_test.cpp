// SPDX-License-Identifier: Apache-2.0
// Each statement and each COMMIT of a write fails once: refused by a lock, with its session lost before it, with its
// session lost after it, so that nobody knows. The client hears of none of it, and the fact is stored once.
#include <gtest/gtest.h>

#include "store/sql/pooled_database.h"
#include "tests/database/unlucky_session.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

using store::Luck;
using store::Mishap;

class Unlucky : public testing::TestWithParam<Mishap> {
 protected:
  void SetUp() override {
    org_ = product_.found("acme");
    product_.apply(
        org_, json("{'teams': [{'name': 'T'}], 'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'team': 'T'}],"
                   "'quotas': [{'key': 'q', 'name': 'Q', 'period': 'week', 'amount': 9, 'rule': {'kinds': ['call']},"
                   "'teams': ['T'], 'from': '2020-01-01'}, {'key': 'd', 'name': 'D', 'period': 'week', 'amount': 9,"
                   "'rule': {'kinds': ['call'], 'unit': 'contacts'}, 'teams': ['T'], 'from': '2020-01-01'}]}"));
    const Person ann = product_.person(org_, "ann@acme.example");
    contact_ = product_.add_contact(org_, "Bo", ann.user_id);
    caller_ = product_.session(org_, ann.user_id);
  }

  /// The steps that `send` takes when nothing goes wrong.
  template <class Send>
  int steps_of(Send send) {
    luck_ = {};
    send();
    return luck_.steps;
  }

  Luck luck_;
  Product product_{[this](const TestDatabase& place) {
    store::PooledOptions options;
    options.first_pause = std::chrono::milliseconds(1);
    return std::make_unique<store::PooledDatabase>(store::unlucky_sessions(place, luck_), options);
  }};
  OrgId org_;
  ContactId contact_;
  Caller caller_;
};

TEST_P(Unlucky, AWriteIsDoneOnceWhateverFailsOnce) {
  int sent = 0;
  const auto log = [&] {
    const std::string name = "call-" + std::to_string(++sent);
    const std::string body =
        "{'kind': 'call', 'contact_id': '" + to_text(contact_) + "', 'external_id': '" + name + "'}";
    return product_.post(caller_, "/activities", json(body));
  };
  const int steps = steps_of([&] { ASSERT_EQ(log().status, 201); });
  ASSERT_GT(steps, 20);
  for (int step = 1; step <= steps; ++step) {
    luck_ = {step, GetParam(), 0, false};
    const Answered answered = log();
    EXPECT_EQ(answered.told(), "201") << "step " << step << ": " << answered.text;
    EXPECT_TRUE(luck_.struck) << step;
  }
  luck_ = {};
  EXPECT_EQ(product_.number("SELECT count(*) FROM activity"), sent);
  EXPECT_EQ(product_.number("SELECT count(*) FROM idempotency WHERE status = 201"), sent);
  EXPECT_EQ(product_.differences(org_), std::vector<std::string>{});
}

TEST_P(Unlucky, SigningInIsDoneWhateverFailsOnce) {
  const std::string password = product_.password(org_, product_.person(org_, "ann@acme.example").user_id);
  const auto sign_in = [&](int n) {
    Sending sending;
    sending.peer = "192.0.2." + std::to_string(n);
    product_.clock.advance_seconds(1000);
    return product_.post({}, "/session", json("{'email': 'ann@acme.example', 'password': '" + password + "'}"),
                         sending);
  };
  const int steps = steps_of([&] { ASSERT_EQ(sign_in(0).status, 200); });
  for (int step = 1; step <= steps; ++step) {
    luck_ = {step, GetParam(), 0, false};
    EXPECT_EQ(sign_in(step).told(), "200") << "step " << step;
    EXPECT_TRUE(luck_.struck) << step;
  }
}

TEST_P(Unlucky, AFoundedOrganisationHasThePasswordThatIsTold) {
  int founded = 0;
  const auto found = [&] {
    const std::string email = "a@f" + std::to_string(++founded) + ".example";
    const auto told = found_organisation({"F", "Etc/UTC", "EUR", email, "A", false}, product_.clock.now(),
                                         product_.zones, product_.secrets, product_.ids, product_.unit);
    luck_.fail_at = 0;
    ASSERT_TRUE(told) << told.error().front().code;
    EXPECT_TRUE(sign_in(email, told->one_time_password, product_.backend.identity()));
  };
  for (int step = 1; founded == 0 || luck_.struck; ++step) {
    luck_ = {step, GetParam(), 0, false};
    found();
  }
  EXPECT_GT(founded, 10);
  EXPECT_EQ(product_.number("SELECT count(*) FROM organisation WHERE name = 'F'"), founded);
  EXPECT_EQ(product_.number("SELECT count(*) FROM audit WHERE action = 'organisation.found'"), founded + 1);
}

TEST_P(Unlucky, ATokenThatIsToldIsTheOneThatWasMade) {
  int made = 0;
  const auto make = [&] {
    const Answered told = product_.post(caller_, "/tokens", json("{'scope': 'read'}"));
    luck_.fail_at = 0;
    ++made;
    ASSERT_EQ(told.told(), "201") << "step " << made << ": " << told.text;
    Caller program;
    program.bearer = told.text_at("/token");
    EXPECT_EQ(product_.get(program, "/kinds").status, 200);
  };
  for (int step = 1; made == 0 || luck_.struck; ++step) {
    luck_ = {step, GetParam(), 0, false};
    make();
  }
  EXPECT_GT(made, 10);
  EXPECT_EQ(product_.number("SELECT count(*) FROM token"), made);
  EXPECT_EQ(product_.number("SELECT count(*) FROM audit WHERE action = 'token.make'"), made);
}

TEST_P(Unlucky, APasswordThatIsToldIsTheOneThatWasMade) {
  const Person ann = product_.person(org_, "ann@acme.example");
  int made = 0;
  for (int step = 1; made == 0 || luck_.struck; ++step) {
    luck_ = {step, GetParam(), 0, false};
    const std::string password = product_.password(org_, ann.user_id);
    luck_.fail_at = 0;
    ++made;
    EXPECT_TRUE(sign_in(ann.email, password, product_.backend.identity())) << step;
  }
  EXPECT_GT(made, 4);
  EXPECT_EQ(product_.number("SELECT count(*) FROM audit WHERE action = 'password.make'"), made);
}

INSTANTIATE_TEST_SUITE_P(Each, Unlucky, testing::Values(Mishap::conflict, Mishap::lost, Mishap::lost_after_all));

}  // namespace
}  // namespace paceline::product
