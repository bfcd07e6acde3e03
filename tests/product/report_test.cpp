// SPDX-License-Identifier: Apache-2.0
// Period reports on the whole product: the grace, the closing that comes by itself, two who close at once, and that
// nothing which becomes known later changes a report. The seed of the random edits is printed; PACELINE_SEED=N repeats.
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "app/close_period.h"
#include "app/jobs.h"
#include "tests/base/random.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

constexpr const char* kCompany = R"({
  'teams': [{'name': 'North'}],
  'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'team': 'North'},
            {'email': 'bob@acme.example', 'name': 'Bob', 'team': 'North'},
            {'email': 'mia@acme.example', 'name': 'Mia', 'team': 'North', 'role': 'manager'}],
  'quotas': [{'key': 'calls', 'name': 'Calls', 'period': 'week', 'amount': 6, 'from': '2026-11-02',
              'rule': {'kinds': ['call']}, 'teams': ['North']},
             {'key': 'people', 'name': 'People', 'period': 'week', 'amount': 3, 'from': '2026-11-02',
              'rule': {'unit': 'contacts', 'kinds': ['call'], 'min_duration_s': 20}, 'teams': ['North']},
             {'key': 'warm', 'name': 'After a click', 'period': 'week', 'amount': 2, 'from': '2026-11-02',
              'rule': {'kinds': ['call'], 'after_signal': {'kinds': ['click'], 'topics': [], 'within_days': 90}},
              'teams': ['North']}]})";

const std::vector<std::string> kQuotas{"calls", "people", "warm"};

class Reports : public ::testing::Test {
 protected:
  void SetUp() override {
    org = product.found("acme");
    product.apply(org, json(kCompany));
    ann = product.person(org, "ann@acme.example");
    admin = product.token(org, product.person(org, "admin@acme.example").user_id, Scope::admin);  // sessions end
    manager = product.session(org, product.person(org, "mia@acme.example").user_id);
    rep = product.session(org, ann.user_id);
  }

  void go_to(const char* moment) {
    product.clock.advance_seconds(parse_instant(moment)->microseconds_since(product.clock.now()) /
                                  kMicrosecondsPerSecond);
  }
  Answered close(const Caller& caller, const std::string& quota, const std::string& period) {
    return product.post(caller, "/quotas/" + quota + "/periods/" + period + "/close", "{}");
  }
  /// The id of Ann's report of the period; empty when it is not closed.
  std::string report_of(const std::string& quota, const std::string& period) {
    const auto list = product.get(admin, "/reports?rep=ann@acme.example&quota=" + quota + "&period=" + period);
    const auto ids = texts_of(list, "report_id");
    return ids.empty() ? "" : ids.front();
  }
  /// All that is shown of a report, as it is sent.
  std::string shown(const std::string& report_id) {
    return product.get(admin, "/reports/" + report_id).text +
           product.get(admin, "/reports/" + report_id + "/evidence?limit=500").text;
  }
  int run_jobs(std::int64_t server = 1) {
    const JobTools tools{product.clock, {product.zones, product.secrets, product.ids}};
    int done = 0;
    for (int i = 0; i < 3; ++i) done += do_due_jobs(server, tools, product.unit).value_or(-100);
    return done;
  }

  Product product;
  OrgId org;
  Person ann;
  Caller admin, manager, rep;
};

TEST_F(Reports, AreMadeAfterThreeWorkingDaysAndNotBefore) {
  EXPECT_EQ(close(manager, "calls", "2026-W47").told(), "409 period.not_over") << "the clock stands in it";
  go_to("2026-11-25T23:59:59Z");  // Wednesday: the third day is not over
  EXPECT_EQ(close(manager, "calls", "2026-W47").told(), "409 period.in_grace");
  EXPECT_EQ(close(rep, "calls", "2026-W47").told(), "403 access.forbidden");
  go_to("2026-11-26T00:00:00Z");
  const auto closed = close(manager, "calls", "2026-W47");
  ASSERT_EQ(closed.status, 200) << closed.text;
  EXPECT_EQ(closed.number_at("/made"), 2);
  EXPECT_EQ(close(manager, "calls", "2026-W47").number_at("/made"), 0);
}

TEST_F(Reports, WaitForThoseWhoseOwnCalendarHasAHoliday) {
  product.apply(org,
                json("{'calendars': [{'name': 'Later', 'days': [{'day': '2026-11-24', 'minutes': 0, 'name': 'x'}]}],"
                     " 'users': [{'email': 'bob@acme.example', 'name': 'Bob', 'calendar': 'Later'}]}"));
  go_to("2026-11-26T08:00:00Z");
  const auto closed = close(manager, "calls", "2026-W47");
  ASSERT_EQ(closed.status, 200) << closed.text;
  EXPECT_EQ(closed.number_at("/made"), 1);
  EXPECT_EQ(closed.text_at("/waiting/0/why"), "period.in_grace");
  EXPECT_EQ(closed.text_at("/waiting/0/from"), "2026-11-27");
}

TEST_F(Reports, ComeByThemselvesOfPeriodsThatEndedAfterTheQuotaWasMade) {
  run_jobs();
  EXPECT_EQ(product.number("SELECT count(*) FROM period_report"), 0)
      << "W45 and W46 were over before the quota was made";
  go_to("2026-11-25T12:00:00Z");
  run_jobs();
  EXPECT_EQ(product.number("SELECT count(*) FROM period_report"), 0) << "in grace";
  go_to("2026-11-26T12:00:00Z");
  run_jobs();
  EXPECT_EQ(product.number("SELECT count(*) FROM period_report"), 6) << "three quotas of two reps";
  const auto report = product.get(admin, "/reports/" + report_of("calls", "2026-W47"));
  EXPECT_EQ(report.at("/closed_by"), nullptr);
  EXPECT_EQ(report.at("/confirmed"), false) << "a proposal stays a proposal";
  go_to("2026-12-18T12:00:00Z");  // nobody was there for three weeks
  run_jobs();
  EXPECT_EQ(product.number("SELECT count(*) FROM period_report"), 24);
  run_jobs();
  EXPECT_EQ(product.number("SELECT count(*) FROM period_report"), 24);
  EXPECT_EQ(product.differences(org), std::vector<std::string>());
}

/// A server that is killed between two parts leaves whole reports, and the next request makes those that are left.
TEST_F(Reports, OfManyRepsAreMadeInPartsThatGoOnWhereTheyStopped) {
  std::string users;
  for (int i = 0; i < kClosedAtOnce + 20; ++i) {
    const std::string n = std::to_string(1000 + i);
    users += std::string(i > 0 ? ", " : "") + "{'email': 'rep" + n + "@acme.example', 'name': 'Rep " + n +
             "', 'team': 'North'}";
  }
  product.apply(org, json("{'users': [" + users + "]}"));
  go_to("2026-11-27T08:00:00Z");
  const auto first = close(manager, "calls", "2026-W47");
  ASSERT_EQ(first.status, 200) << first.text;
  EXPECT_EQ(first.number_at("/made"), kClosedAtOnce);
  EXPECT_EQ(first.number_at("/left"), 22) << "Ann and Bob are asked too";
  EXPECT_EQ(product.number("SELECT count(*) FROM period_report"), kClosedAtOnce);
  const auto second = close(manager, "calls", "2026-W47");
  EXPECT_EQ(second.number_at("/made"), 22);
  EXPECT_EQ(second.number_at("/left"), 0);
  EXPECT_EQ(second.at("/reports").as_array().size(), static_cast<std::size_t>(kClosedAtOnce + 22));
  EXPECT_EQ(close(manager, "calls", "2026-W47").number_at("/made"), 0);
  EXPECT_EQ(product.number("SELECT count(*) FROM period_report"), kClosedAtOnce + 22);
  EXPECT_EQ(product.differences(org), std::vector<std::string>());
}

TEST_F(Reports, OfTwoWhoCloseAtOnceAreOne) {
  go_to("2026-11-27T08:00:00Z");
  std::vector<std::thread> closers;
  std::atomic<std::int64_t> made = 0;
  std::atomic<int> refused = 0;
  for (int i = 0; i < 4; ++i) {
    closers.emplace_back([&] {
      const auto closed = close(admin, "calls", "2026-W47");
      if (closed.status == 200) made += closed.number_at("/made");
      if (closed.status != 200) ++refused;
    });
  }
  for (std::thread& closer : closers) closer.join();
  EXPECT_EQ(refused, 0);
  EXPECT_EQ(made, 2);
  EXPECT_EQ(product.number("SELECT count(*) FROM period_report"), 2);
}

TEST_F(Reports, AreAcknowledgedByBothAndConfirmedByAPerson) {
  go_to("2026-11-27T08:00:00Z");
  ASSERT_EQ(close(manager, "calls", "2026-W47").status, 200);
  const std::string path = "/reports/" + report_of("calls", "2026-W47");
  EXPECT_EQ(product.post(rep, path + "/acknowledgement", json("{'remark': 'The line was down.'}")).status, 200);
  EXPECT_EQ(product.post(manager, path + "/acknowledgement", "{}").status, 200);
  EXPECT_EQ(product.post(rep, path + "/decision", json("{'verdict': 'met'}")).told(), "403 access.forbidden");
  const auto decided = product.post(manager, path + "/decision",
                                    json("{'verdict': 'excused', 'excuse': 'system_outage', 'note': 'two days'}"));
  ASSERT_EQ(decided.status, 200) << decided.text;
  EXPECT_EQ(decided.text_at("/verdict"), "excused");
  EXPECT_EQ(decided.text_at("/proposal"), "missed");
  EXPECT_EQ(decided.text_at("/decided_by"), "Mia");
  const auto report = product.get(manager, path);
  EXPECT_EQ(report.text_at("/decisions/0/actor_name"), "Mia");
  EXPECT_EQ(report.text_at("/acknowledgements/0/remark"), "The line was down.");
  EXPECT_EQ(report.text_at("/acknowledgements/1/side"), "manager");
  const auto line = product.get(rep, "/reports");
  EXPECT_EQ(line.text_at("/items/0/verdict"), "excused");
  EXPECT_NE(line.at("/items/0/seen_by_rep"), nullptr);
  EXPECT_EQ(product.number("SELECT count(*) FROM audit WHERE action = 'report.decide'"), 1);
}

/// Every name of a member in the answer, at any depth.
void names_in(const boost::json::value& value, std::set<std::string>& names) {
  if (const auto* object = value.if_object()) {
    for (const auto& [name, member] : *object) {
      names.insert(std::string(name));
      names_in(member, names);
    }
  }
  if (const auto* array = value.if_array()) {
    for (const auto& each : *array) names_in(each, names);
  }
}

TEST_F(Reports, AreConfirmedUnderTheProfileVerdictsByWhoSeesNoFigure) {
  go_to("2026-11-27T08:00:00Z");
  ASSERT_EQ(close(manager, "calls", "2026-W47").status, 200);
  const std::string path = "/reports/" + report_of("calls", "2026-W47");
  product.apply(org, json("{'organisation': {'monitoring': 'verdicts'}}"));
  EXPECT_EQ(product.get(manager, path).told(), "403 access.monitoring");
  EXPECT_EQ(texts_of(product.get(manager, "/reports"), "report_id"), std::vector<std::string>());
  const auto list = product.get(manager, "/reports/verdicts?rep=ann@acme.example");
  EXPECT_EQ(list.text_at("/items/0/proposal"), "missed");
  EXPECT_EQ(list.at("/items/0/confirmed"), false);
  EXPECT_EQ(list.at("/items/0/may_decide"), true);
  const auto decided = product.post(manager, path + "/decision", json("{'verdict': 'excused', 'excuse': 'absent'}"));
  ASSERT_EQ(decided.told(), "200");
  EXPECT_EQ(decided.text_at("/decided_by"), "Mia");
  for (const auto& answer : {list, decided}) {
    std::set<std::string> names;
    names_in(answer.body, names);
    for (const char* figure : {"amount", "counted", "adjustment", "grade", "note", "excuse", "days", "decisions"})
      EXPECT_FALSE(names.contains(figure)) << figure;
  }
  EXPECT_EQ(product.get(rep, path).text_at("/decisions/0/excuse"), "absent") << "the rep reads all of it";
  EXPECT_NE(product.get(rep, "/reps/me/looks").text.find("\"verdict\""), std::string::npos);
  product.apply(org, json("{'organisation': {'monitoring': 'own_figures'}}"));
  EXPECT_EQ(product.post(manager, path + "/decision", json("{'verdict': 'met', 'note': 'x'}")).told(),
            "403 access.monitoring");
  EXPECT_EQ(texts_of(product.get(manager, "/reports/verdicts"), "report_id"), std::vector<std::string>());
}

/// Facts and edits as they come to a company, most of them about days that are closed.
class Careless {
 public:
  Careless(Product& product, OrgId org, const Caller& admin) : product_(product), admin_(admin) {
    for (int i = 0; i < 4; ++i) {
      contacts_.push_back(to_text(product.add_contact(org, "Contact " + std::to_string(i), {})));
    }
  }

  void do_something() {
    switch (chance_.between(0, 9)) {
      case 0: return expect(product_.post(admin_, "/activities/" + any() + "/void", json("{'reason': 'x'}")), true);
      case 1: {
        const std::string seconds = std::to_string(chance_.between(0, 60));
        return expect(product_.post(admin_, "/activities/" + any() + "/correct",
                                    json("{'reason': 'x', 'set': {'duration_s': '" + seconds + "'}}")),
                      true);
      }
      case 2: return signal();
      case 3: return edit();
      default: return call();
    }
  }

 private:
  std::string any() { return calls_.empty() ? "1" : calls_[static_cast<std::size_t>(chance_.between(0, last()))]; }
  [[nodiscard]] std::int64_t last() const { return static_cast<std::int64_t>(calls_.size()) - 1; }
  std::string contact() { return contacts_[static_cast<std::size_t>(chance_.between(0, 3))]; }
  std::string moment() {
    const Instant begin = *parse_instant("2026-11-16T08:00:00Z");
    const std::int64_t seconds = product_.clock.now().microseconds_since(begin) / kMicrosecondsPerSecond;
    return to_text(begin.plus_seconds(chance_.between(0, seconds)));
  }
  void expect(const Answered& answered, bool may_refuse) {
    EXPECT_TRUE(answered.status < 300 || (may_refuse && answered.status < 500)) << answered.text;
  }
  void call() {
    const auto logged = product_.post(
        admin_, "/activities",
        json("{'rep': 'ann@acme.example', 'kind': 'call', 'contact_id': '" + contact() +
             "', 'duration_s': " + std::to_string(chance_.between(0, 60)) + ", 'occurred_at': '" + moment() + "'}"));
    expect(logged, false);
    if (logged.status == 201) calls_.push_back(logged.text_at("/activity/activity_id"));
  }
  void signal() {
    expect(product_.post(admin_, "/signals/batch",
                         json("{'items': [{'kind': 'click', 'contact_id': '" + contact() + "', 'occurred_at': '" +
                              moment() + "'}]}")),
           false);
  }
  void edit() {
    static const std::vector<std::string> kEdits{
        "{'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'zone': 'Asia/Tokyo'}]}",
        "{'users': [{'email': 'ann@acme.example', 'name': 'Ann', 'zone': 'Etc/UTC'}]}",
        "{'leave': [{'user': 'ann@acme.example', 'from': '2026-11-17', 'to': '2026-11-19'}]}",
        "{'closing_days': [{'day': '2026-11-20', 'minutes': 0, 'name': 'Closed'}]}",
        "{'closing_days': []}",
        "{'quotas': [{'key': 'calls', 'name': 'Other', 'period': 'week', 'amount': 9, 'reason': 'x', 'from': '2026-11-16',"
        " 'rule': {'kinds': ['email']}, 'teams': ['North']}]}"};
    const auto& chosen = kEdits[static_cast<std::size_t>(chance_.between(0, 5))];
    expect(product_.post(admin_, "/apply", json(chosen)), false);
  }

  Product& product_;
  const Caller& admin_;
  testing_support::Random chance_;
  std::vector<std::string> contacts_, calls_;
};

TEST_F(Reports, OfMoneyKeepTheirWorthWhenProductLinesMoveAndGetWhatHadNoRate) {
  product.apply(
      org, json("{'product_lines': [{'key': 'gtx', 'name': 'GTX'}, {'key': 'pro', 'name': 'Pro', 'parent': 'gtx'}],"
                " 'quotas': [{'key': 'booked', 'name': 'Booked', 'period': 'week', 'amount': 1000, 'from':"
                " '2026-11-16', 'rule': {'unit': 'booked', 'currency': 'EUR', 'product_lines': ['gtx']},"
                " 'reps': ['ann@acme.example']}]}"));
  const auto sell = [&](const std::string& line, const std::string& amount, const std::string& more = "") {
    const auto sold =
        product.post(admin, "/sales",
                     json("{'shares': [{'rep': 'ann@acme.example', 'share_bp': 10000}], 'lines': [{'product_line': '" +
                          line + "', 'amount': {'amount_minor': " + amount + "}}]" + more + "}"));
    EXPECT_EQ(sold.status, 201) << sold.text;
    return sold.text_at("/sale_id");
  };
  const auto carried = [&](const std::string& period) {
    EXPECT_EQ(close(admin, "booked", period).status, 200);
    return product.get(admin, "/reports/" + report_of("booked", period)).number_at("/adjustment");
  };
  const std::string pro = sell("pro", "700");
  (void)sell("gtx", "100, 'currency': 'USD'");
  go_to("2026-11-26T08:00:00Z");
  EXPECT_EQ(carried("2026-W47"), 0);
  const std::string late = "/reports/" + report_of("booked", "2026-W47") + "/late";
  go_to("2026-11-26T12:00:00Z");
  product.apply(org, json("{'product_lines': [{'key': 'pro', 'name': 'Pro'}]}"));
  EXPECT_EQ(product.get(admin, late).number_at("/difference"), 0) << "nobody told anything of the sale";
  go_to("2026-12-03T08:00:00Z");
  EXPECT_EQ(carried("2026-W48"), 0);
  (void)sell("gtx", "5", ", 'occurred_at': '2026-11-18T12:00:00Z'");
  product.apply(org, json("{'currency_rates': [{'currency': 'USD', 'from': '2026-11-01', 'rate': '0.5'}]}"));
  EXPECT_EQ(product.get(admin, late).number_at("/difference"), 55);
  go_to("2026-12-10T08:00:00Z");
  EXPECT_EQ(carried("2026-W49"), 55) << "the late sale, and the rate that came";
  go_to("2026-12-17T08:00:00Z");
  EXPECT_EQ(carried("2026-W50"), 0) << "carried once";
  const std::string cancel = "/sales/" + pro + "/cancel";
  EXPECT_EQ(product.post(admin, cancel, json("{'reason': 'withdrawn', 'adjustment': true}")).status, 200);
  go_to("2026-12-24T08:00:00Z");
  EXPECT_EQ(carried("2026-W51"), -700) << "what happens to the sale itself is carried";
  EXPECT_EQ(product.get(admin, late).number_at("/carried"), product.get(admin, late).number_at("/difference"));
  EXPECT_TRUE(product.differences(org).empty());
}

TEST_F(Reports, NeverChangeAndTheirAdjustmentsSumToTheDifference) {
  Careless careless(product, org, admin);
  for (int i = 0; i < 40; ++i) careless.do_something();
  std::map<std::string, std::string> first;  // by quota and period
  for (int week = 47; week <= 50; ++week) {
    const std::string period = "2026-W" + std::to_string(week);
    go_to(to_text(*product.zones.start_of(parse_period(period)->span.to + 4, "Etc/UTC")).c_str());
    for (const std::string& quota : kQuotas) {
      ASSERT_EQ(close(admin, quota, period).status, 200);
      first[report_of(quota, period)] = shown(report_of(quota, period));
    }
    for (int i = 0; i < 40; ++i) careless.do_something();
    for (const auto& [id, text] : first) EXPECT_EQ(shown(id), text);
  }
  EXPECT_EQ(product.differences(org), std::vector<std::string>());
  go_to("2026-12-25T08:00:00Z");
  for (const std::string& quota : kQuotas) {
    ASSERT_EQ(close(admin, quota, "2026-W51").status, 200);
    for (int week = 47; week <= 50; ++week) {
      const std::string id = report_of(quota, "2026-W" + std::to_string(week));
      const auto late = product.get(admin, "/reports/" + id + "/late");
      EXPECT_EQ(late.number_at("/carried"), late.number_at("/difference")) << quota << week << late.text;
      EXPECT_EQ(late.number_at("/counted") + late.number_at("/carried"), late.number_at("/counted_now"));
    }
  }
  for (const auto& [id, text] : first) EXPECT_EQ(shown(id), text);
}

}  // namespace
}  // namespace paceline::product
