// SPDX-License-Identifier: Apache-2.0
// Appointments as two people change them at once, as calendars show them, and against what sets them wrong.
#include <algorithm>
#include <thread>

#include "tests/product/company.h"

namespace paceline::product {
namespace {

class Appointments : public testing::Test {
 protected:
  std::string set(const Person& rep, const std::string& starts_at) {
    const auto made = c.product.post(c.session(rep), "/appointments",
                                     json("{'contact_id': '" + to_text(contact_) + "', 'starts_at': '" + starts_at +
                                          "', 'purpose': 'First, talk'}"));
    EXPECT_EQ(made.status, 201) << made.text;
    return made.text_at("/appointment_id");
  }
  Answered change(const Person& who, const std::string& id, const std::string& what, const std::string& body,
                  const std::string& seen = "") {
    Sending sending;
    if (!seen.empty()) sending.headers.emplace_back("if-match", seen);
    return c.product.post(c.session(who), "/appointments/" + id + what, json(body), sending);
  }
  [[nodiscard]] Answered without_anybody(const std::string& path) {
    return c.product.get(Caller(), path.substr(std::string("/api/v1").size()));
  }
  [[nodiscard]] std::string make_feed(const Person& who) {
    return c.product.post(c.session(who), "/calendar-feed", "").text_at("/path");
  }

  Company c;
  ContactId contact_ = c.product.add_contact(c.first, "Carla One", {});
};

TEST_F(Appointments, TheSecondOfTwoPeopleIsToldWhatItIsNow) {
  const std::string id = set(c.ana, "2026-11-20T09:00:00Z");
  EXPECT_EQ(change(c.mila, id, "/moves", "{'starts_at': '2026-11-21T09:00:00Z'}", "\"1\"").status, 200);
  const auto second = change(c.ana, id, "/moves", "{'starts_at': '2026-11-22T09:00:00Z'}", "\"1\"");
  EXPECT_EQ(second.told(), "409 appointment.changed");
  EXPECT_NE(second.text_at("/detail").find("2026-11-21T09:00:00Z, changed by Mila Manager"), std::string::npos)
      << second.text;
  EXPECT_EQ(c.product.get(c.session(c.ana), "/appointments/" + id).text_at("/starts_at"), "2026-11-21T09:00:00Z");
}

TEST_F(Appointments, HeldByManyAtOnceIsOneMeeting) {
  const std::string id = set(c.ana, "2026-11-18T09:00:00Z");
  const Caller ana = c.session(c.ana);
  std::vector<int> statuses(4);
  std::vector<std::thread> threads;
  for (std::size_t n = 0; n < statuses.size(); ++n) {
    threads.emplace_back([&, n] {
      Sending sending;
      sending.key = "held-" + std::to_string(n);
      statuses[n] = c.product.post(ana, "/appointments/" + id + "/end", json("{'state': 'held'}"), sending).status;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 200), 1);
  EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 409), 3);
  EXPECT_EQ(c.product.number("SELECT count(*) FROM activity_now WHERE kind = 'meeting'"), 1);
  EXPECT_EQ(c.product.differences(c.first), std::vector<std::string>());
}

TEST_F(Appointments, AskForAnOutcomeOnlyWhenTheyAreOver) {
  const std::string id = set(c.ana, "2026-11-18T12:00:00Z");
  const auto waiting = [&] {
    return texts_of(c.product.get(c.session(c.ana), "/appointments?needs_outcome=true"), "appointment_id");
  };
  EXPECT_TRUE(waiting().empty());
  c.product.clock.advance_seconds(3'600);
  EXPECT_EQ(waiting(), std::vector<std::string>{id});
  EXPECT_EQ(change(c.ana, id, "/end", "{'state': 'held', 'outcome': 'never heard of'}").status, 400);
  EXPECT_EQ(change(c.ana, id, "/end", "{'state': 'held', 'outcome': 'agreed'}").status, 200);
  EXPECT_TRUE(waiting().empty());
}

TEST_F(Appointments, ArePlainToACalendar) {
  const std::string id = set(c.ana, "2026-11-20T09:00:00Z");
  const auto file = c.product.get(c.session(c.ana), "/appointments/" + id + "/file");
  EXPECT_EQ(file.whole.content_type, "text/calendar; charset=utf-8");
  EXPECT_NE(file.text.find("DTSTART:20261120T090000Z\r\n"), std::string::npos) << file.text;
  EXPECT_NE(file.text.find("SUMMARY:First\\, talk: Carla One\r\n"), std::string::npos) << file.text;
  EXPECT_NE(file.text.find("SEQUENCE:0\r\n"), std::string::npos) << file.text;
  EXPECT_EQ(change(c.ana, id, "/end", "{'state': 'cancelled', 'reason': 'ill'}").status, 200);
  const auto cancelled = c.product.get(c.session(c.ana), "/appointments/" + id + "/file");
  EXPECT_NE(cancelled.text.find("METHOD:CANCEL\r\n"), std::string::npos) << cancelled.text;
  EXPECT_NE(cancelled.text.find("SEQUENCE:1\r\n"), std::string::npos) << cancelled.text;
}

TEST_F(Appointments, OfOneRepStandBehindTheAddressAndNothingElse) {
  (void)set(c.ana, "2026-11-20T09:00:00Z");
  const std::string of_ana = make_feed(c.ana);
  const auto calendar = without_anybody(of_ana);
  ASSERT_EQ(calendar.status, 200) << calendar.text;
  EXPECT_NE(calendar.text.find("DTSTART:20261120T090000Z\r\n"), std::string::npos) << calendar.text;
  EXPECT_EQ(without_anybody(make_feed(c.boris)).text.find("BEGIN:VEVENT"), std::string::npos);
  EXPECT_EQ(c.product.number("SELECT count(*) FROM calendar_feed WHERE token_hash LIKE '%.%'"), 0);
  const std::string secret = of_ana.substr(of_ana.find('.') + 1, 43);
  EXPECT_EQ(c.product.number("SELECT count(*) FROM calendar_feed WHERE token_hash = '" + secret + "'"), 0);

  const auto made_at = [this](const Person& who) {
    return c.product.get(c.session(who), "/calendar-feed").text_at("/made_at");
  };
  EXPECT_TRUE(made_at(c.ana).starts_with("2026-11-18T")) << made_at(c.ana);
  const auto again = [this](const Person& who) {
    Sending sending;
    sending.key = "feed";
    return c.product.post(c.session(who), "/calendar-feed", "", sending);
  };
  const std::string next = again(c.ana).text_at("/path");
  EXPECT_EQ(again(c.ana).told(), "409 idempotency.key.used");
  EXPECT_EQ(again(c.boris).status, 201) << "keys are of one user";
  EXPECT_EQ(c.product.number("SELECT count(*) FROM idempotency WHERE body LIKE '%calendar-feeds%'"), 0);
  EXPECT_EQ(without_anybody(of_ana).told(), "404 calendar.feed.not_found");
  EXPECT_EQ(without_anybody(next).status, 200);
  EXPECT_EQ(c.product.send(c.session(c.ana), api::Method::remove, "/calendar-feed", "").status, 204);
  EXPECT_EQ(without_anybody(next).told(), "404 calendar.feed.not_found");
  EXPECT_EQ(c.product.send(c.session(c.ana), api::Method::remove, "/calendar-feed", "").told(),
            "404 calendar.feed.none");
  EXPECT_EQ(c.product.get(c.session(c.ana), "/calendar-feed").text, R"({"made_at":null})");
  EXPECT_NE(made_at(c.boris), "");
}

TEST_F(Appointments, ThatTheProjectionHasWrongAreFound) {
  const std::string id = set(c.ana, "2026-11-18T09:00:00Z");
  EXPECT_EQ(change(c.ana, id, "/end", "{'state': 'held'}").status, 200);
  EXPECT_EQ(c.product.differences(c.first), std::vector<std::string>());
  (void)c.product.alter("UPDATE appointment_now SET moves = 3");
  EXPECT_EQ(c.product.differences(c.first).size(), 1U);
}

}  // namespace
}  // namespace paceline::product
