// SPDX-License-Identifier: Apache-2.0
// A program that signs what it sends, and everybody who would like to be it.
#include <gtest/gtest.h>

#include "tests/product/product.h"

namespace paceline::product {
namespace {

constexpr const char* kSignatureWithoutSecret = "df344de429b8ee672e1863e0008fdbd0080000536fbccdf0e4f89846acbbe872";

TEST(Signature, IsThatOfOthers) {
  const SodiumSecrets secrets;
  EXPECT_EQ(secrets.signature("key", "1767225600.{}"), kSignatureWithoutSecret);
  EXPECT_EQ(secrets.signature("Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
      << "RFC 4231, test case 2";
}

class Webhooks : public testing::Test {
 protected:
  Webhooks() {
    product_.apply(org_id_, json("{'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'phones': ['101']}],"
                                 " 'contacts': [{'key': 'c1', 'name': 'Carla', 'phone': '+359 2 123 4567'}],"
                                 " 'organisation': {'phone_country': 'BG'}}"));
    admin_ = product_.session(org_id_, product_.person(org_id_, "admin@acme.example").user_id);
    const Answered made = product_.post(admin_, "/webhooks", json("{'source': 'pbx'}"));
    EXPECT_EQ(made.told(), "201");
    webhook_ = made.text_at("/webhook");
    webhook_id_ = made.text_at("/webhook_id");
    secret_ = made.text_at("/secret");
  }

  [[nodiscard]] static std::string record(const std::string& id, const std::string& source = "pbx") {
    return json("{'source': '" + source + "', 'items': [{'external_id': '" + id +
                "', 'began_at': '2026-11-18T10:00:00Z', 'from': '101', 'to': '02 123 4567', 'duration_s': 90}]}");
  }

  /// What is not said is as it should be.
  struct Deviation {
    std::string webhook{};
    std::string secret{};
    std::string timestamp{};
    std::string signed_body{};
    std::string path = "/api/v1/call-records";
    std::string prefix = "sha256=";
    std::string key{};
  };
  Answered deliver(const std::string& body) { return deliver(body, Deviation{}); }
  Answered deliver(const std::string& body, const Deviation& other) {
    const std::string timestamp =
        other.timestamp.empty() ? std::to_string(product_.clock.now().microseconds() / 1'000'000) : other.timestamp;
    const std::string& signed_body = other.signed_body.empty() ? body : other.signed_body;
    api::Request request;
    request.method = api::Method::post;
    request.path = other.path;
    request.headers = {{"content-type", "application/json"},
                       {"x-paceline-webhook", other.webhook.empty() ? webhook_ : other.webhook},
                       {"x-paceline-timestamp", timestamp},
                       {"x-paceline-signature",
                        other.prefix + product_.secrets.signature(other.secret.empty() ? secret_ : other.secret,
                                                                  timestamp + "." + signed_body)}};
    if (!other.key.empty()) request.headers["idempotency-key"] = other.key;
    request.body = body;
    return product_.send(request);
  }
  std::int64_t stored() { return product_.number("SELECT count(*) FROM activity"); }

  Product product_;
  const OrgId org_id_ = product_.found("acme");
  Caller admin_;
  std::string webhook_, webhook_id_, secret_;
};

TEST_F(Webhooks, DeliverWhatIsSigned) {
  const Answered first = deliver(record("1"));
  EXPECT_EQ(first.told(), "200") << first.text;
  EXPECT_EQ(first.number_at("/added"), 1) << first.text;
  const Answered copied = deliver(record("1"));
  EXPECT_EQ(copied.text, first.text) << "the same delivery is answered as before";
  product_.clock.advance_seconds(1);
  EXPECT_EQ(deliver(record("1")).number_at("/unchanged"), 1) << "the same record in another delivery";
  EXPECT_EQ(deliver(record("2"), {.prefix = ""}).number_at("/added"), 1) << "digits alone";
  EXPECT_EQ(deliver(record("3"), {.key = "mine"}).number_at("/added"), 1) << "with a key of its own";
  EXPECT_EQ(stored(), 3);
  EXPECT_TRUE(product_.differences(org_id_).empty());
}

TEST_F(Webhooks, RefuseWhatIsNot) {
  const OrgId other = product_.found("other");
  const Caller other_admin = product_.session(other, product_.person(other, "admin@other.example").user_id);
  const Answered theirs = product_.post(other_admin, "/webhooks", json("{'source': 'pbx'}"));
  const std::string refused = "401 webhook.refused";
  EXPECT_EQ(deliver(record("1"), {.secret = "guessed"}).told(), refused);
  EXPECT_EQ(deliver(record("1"), {.signed_body = record("2")}).told(), refused) << "another body";
  EXPECT_EQ(deliver(record("1"), {.webhook = theirs.text_at("/webhook")}).told(), refused) << "another organisation";
  EXPECT_EQ(deliver(record("1"), {.webhook = "1.2"}).told(), refused);
  EXPECT_EQ(deliver(record("1"), {.webhook = "nonsense"}).told(), refused);
  EXPECT_EQ(deliver(record("1"), {.timestamp = "soon"}).told(), refused);
  EXPECT_EQ(deliver(record("1"), {.timestamp = "-5"}).told(), refused);
  EXPECT_EQ(deliver(record("1"), {.timestamp = "99999999999"}).told(), "401 webhook.too_old");
  EXPECT_EQ(deliver(record("1"), {.path = "/api/v1/activities"}).told(), refused) << "another route";
  EXPECT_EQ(deliver(record("1", "door")).told(), "400 webhook.source_differs");
  EXPECT_EQ(stored(), 0);
}

TEST_F(Webhooks, TakeADeliveryForFiveMinutes) {
  const auto now = product_.clock.now().microseconds() / 1'000'000;
  EXPECT_EQ(deliver(record("1"), {.timestamp = std::to_string(now - 300)}).told(), "200");
  EXPECT_EQ(deliver(record("2"), {.timestamp = std::to_string(now + 300)}).told(), "200");
  EXPECT_EQ(deliver(record("3"), {.timestamp = std::to_string(now - 301)}).told(), "401 webhook.too_old");
  EXPECT_EQ(deliver(record("4"), {.timestamp = std::to_string(now + 301)}).told(), "401 webhook.too_old");
}

TEST_F(Webhooks, AreRenewedAndRevoked) {
  const Answered renewed = product_.send(admin_, api::Method::post, "/webhooks/" + webhook_id_ + "/secret", "");
  EXPECT_EQ(renewed.text_at("/webhook"), webhook_);
  EXPECT_EQ(deliver(record("1")).told(), "401 webhook.refused") << "the earlier secret";
  secret_ = renewed.text_at("/secret");
  EXPECT_EQ(deliver(record("1")).told(), "200");
  const Answered list = product_.get(admin_, "/webhooks");
  EXPECT_EQ(texts_of(list, "source"), std::vector<std::string>{"pbx"});
  EXPECT_EQ(list.text.find(secret_), std::string::npos) << "shown once";
  const std::string path = "/webhooks/" + webhook_id_;
  EXPECT_EQ(product_.send(admin_, api::Method::remove, path, "").told(), "204");
  EXPECT_EQ(product_.send(admin_, api::Method::remove, path, "").told(), "404 webhook.not_found");
  EXPECT_EQ(deliver(record("2")).told(), "401 webhook.refused");
  EXPECT_TRUE(product_.get(admin_, "/webhooks").at("/items").as_array().empty());
}

TEST_F(Webhooks, AreAHundredAtMost) {
  for (int made = 1; made < 100; ++made)
    ASSERT_EQ(product_.post(admin_, "/webhooks", json("{'source': 'pbx'}")).told(), "201") << made;
  EXPECT_EQ(product_.post(admin_, "/webhooks", json("{'source': 'pbx'}")).told(), "409 webhook.too_many");
  EXPECT_EQ(product_.send(admin_, api::Method::remove, "/webhooks/" + webhook_id_, "").told(), "204");
  EXPECT_EQ(product_.post(admin_, "/webhooks", json("{'source': 'pbx'}")).told(), "201");
}

TEST_F(Webhooks, EndWithWhoMadeThem) {
  product_.apply(org_id_, json("{'users': [{'email': 'second@acme.example', 'name': 'Second', 'role': 'admin'}]}"));
  product_.apply(org_id_, json("{'users': [{'email': 'admin@acme.example', 'name': 'Admin', 'role': 'admin',"
                               " 'active': false}]}"));
  EXPECT_EQ(deliver(record("1")).told(), "401 webhook.refused");
}

}  // namespace
}  // namespace paceline::product
