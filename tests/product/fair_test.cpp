// SPDX-License-Identifier: Apache-2.0
// Who sees what of whom: monitoring profiles, who looked, the notice, the leaderboard. Rights route by route are in
// access_test.
#include <algorithm>
#include <set>

#include "api/routes.h"
#include "app/housekeeping.h"
#include "tests/product/company.h"

namespace paceline::product {
namespace {

using Texts = std::vector<std::string>;

void set_monitoring(Company& c, const std::string& profile) {
  const auto changed =
      c.product.send(c.session(c.adam), api::Method::patch, "/settings", json("{'monitoring': '" + profile + "'}"));
  ASSERT_EQ(changed.told(), "200") << changed.text;
}

std::string monitoring(Company& c) {
  return c.product.get(c.session(c.adam), "/settings").text_at("/monitoring");
}

/// "viewer what count", newest first.
Texts looks(Company& c, const Person& rep) {
  const auto listed = c.product.get(c.session(rep), "/reps/me/looks?limit=500");
  Texts lines;
  for (const auto& item : listed.at("/items").as_array()) {
    lines.push_back(std::string(item.at("viewer_name").as_string()) + " " + std::string(item.at("what").as_string()) +
                    " " + std::to_string(item.at("count").as_int64()));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST(Monitoring, ThatShowsLessHoldsAtOnceAndOneThatShowsMoreTomorrow) {
  Company c;
  const auto pace = [&] { return c.product.get(c.session(c.mila), "/reps/" + c.boris.email + "/pace").told(); };
  EXPECT_EQ(pace(), "200");
  set_monitoring(c, "own_figures");
  EXPECT_EQ(pace(), "403 access.monitoring");
  set_monitoring(c, "full");
  EXPECT_EQ(monitoring(c), "own_figures");
  const auto settings = c.product.get(c.session(c.adam), "/settings");
  EXPECT_EQ(settings.text_at("/coming/monitoring"), "full");
  EXPECT_EQ(settings.text_at("/coming/from"), "2026-11-19T00:00:00Z");
  EXPECT_EQ(pace(), "403 access.monitoring");
  c.product.clock.advance_seconds(12 * 3600 - 1);
  EXPECT_EQ(pace(), "403 access.monitoring");
  c.product.clock.advance_seconds(1);
  EXPECT_EQ(pace(), "200");
}

TEST(Monitoring, ThatWasToShowMoreCanBeTakenBack) {
  Company c;
  set_monitoring(c, "own_figures");
  set_monitoring(c, "full");
  set_monitoring(c, "own_figures");
  EXPECT_TRUE(c.product.get(c.session(c.adam), "/settings").at("/coming").is_null());
  c.product.clock.advance_seconds(2 * kSecondsPerDay);
  EXPECT_EQ(monitoring(c), "own_figures");
}

TEST(Monitoring, IsAuditedAndTold) {
  Company c;
  const auto audited = [&] { return c.product.number("SELECT count(*) FROM audit WHERE action = 'monitoring.set'"); };
  set_monitoring(c, "verdicts");
  EXPECT_EQ(audited(), 1);
  set_monitoring(c, "verdicts");
  EXPECT_EQ(audited(), 1);
  EXPECT_EQ(c.product.number("SELECT count(*) FROM change WHERE word = 'settings' AND org_id = " + to_text(c.first)),
            2);
}

TEST(Monitoring, OfOneOrganisationIsNotThatOfAnother) {
  Company c;
  set_monitoring(c, "own_figures");
  EXPECT_EQ(c.product.get(c.session(c.zed), "/reps/" + c.zoe.email + "/pace").told(), "200");
}

TEST(Monitoring, HidesWhatAnActivityOfAnotherDoesToAQuota) {
  Company c;
  const auto log = [&](const Person& who) {
    return c.product.post(c.session(who), "/activities", json("{'kind': 'call', 'rep': 'boris@first.example'}"));
  };
  EXPECT_EQ(log(c.mila).at("/counts").as_array().size(), 1U);
  set_monitoring(c, "own_figures");
  EXPECT_EQ(log(c.mila).told(), "201");
  EXPECT_TRUE(log(c.mila).at("/counts").as_array().empty());
  EXPECT_EQ(log(c.boris).at("/counts").as_array().size(), 1U);
}

TEST(Monitoring, LeavesTheOwnFiguresAndTheSystemAlone) {
  Company c;
  set_monitoring(c, "own_figures");
  EXPECT_EQ(c.product.get(c.session(c.boris), "/reps/me/pace").told(), "200");
  EXPECT_EQ(texts_of(c.product.get(c.session(c.mila), "/reps"), "name"), (Texts{"Mila Manager"}));
  api::Request request;
  request.path = std::string(api::kRoot) + "/reps/boris@first.example/pace";
  request.door = api::Door::operator_;
  request.headers = {{"x-paceline-org", to_text(c.first)}};
  EXPECT_EQ(c.product.send(request).told(), "200");
  EXPECT_EQ(looks(c, c.boris), (Texts{" pace 1"}));
}

/// West has a rep and the manager; with four reps more it has six.
TEST(TeamSums, OfFewerThanFiveAreAbsentWithTheReason) {
  Company c;
  std::string users;
  for (int i = 1; i <= 4; ++i) {
    const std::string n = std::to_string(i);
    users += std::string(i > 1 ? ", " : "") + "{'email': 'rep" + n + "@first.example', 'name': 'Rep " + n +
             "', 'team': 'West'}";
  }
  set_monitoring(c, "own_figures");
  const auto west = [&] { return c.product.get(c.session(c.wim), "/teams/West/totals"); };
  EXPECT_EQ(west().number_at("/items/0/reps"), 2);  // a rep and the manager
  EXPECT_TRUE(west().at("/items/0/counted").is_null());
  EXPECT_TRUE(west().at("/items/0/amount").is_null());
  EXPECT_EQ(west().text_at("/items/0/why_absent"), "too_few_people");
  c.product.apply(c.first, json("{'users': [" + users + "]}"));
  (void)c.product.add_call(c.first, c.carl.user_id);
  EXPECT_EQ(west().text_at("/items/0/why_absent"), "too_few_people");  // the one call would be known to be Carl's
  const auto led = c.product.get(c.session(c.wim), "/teams/West/leads-to");
  EXPECT_EQ(led.text_at("/why_absent"), "too_few_people");
  for (int i = 1; i <= 4; ++i) {
    const auto rep = c.product.person(c.first, "rep" + std::to_string(i) + "@first.example");
    (void)c.product.add_call(c.first, rep.user_id);
  }
  EXPECT_EQ(west().number_at("/items/0/counted"), 5);
  EXPECT_TRUE(west().at("/items/0/why_absent").is_null());
  EXPECT_TRUE(west().at("/items/0/days").as_array().empty());
}

TEST(TeamSums, OfATeamsOneNumberAreShownOnceFiveCounted) {
  Company c;
  std::string users;
  for (int i = 1; i <= 4; ++i) {
    const std::string n = std::to_string(i);
    users += "{'email': 'rep" + n + "@first.example', 'name': 'Rep " + n + "', 'team': 'West'}" + (i < 4 ? ", " : "");
  }
  c.product.apply(c.first, json("{'users': [" + users +
                                "], 'quotas': [{'key': 'one', 'name': 'One', 'period': 'week', 'amount': 50, 'from':"
                                " '2026-11-16', 'rule': {'kinds': ['call']}, 'subjects': [{'team': 'West', 'together':"
                                " true}]}]}"));
  const auto shown = [&] {
    return c.product.get(c.session(c.wim), "/teams/West/quotas").at("/items").as_array().size();
  };
  (void)c.product.add_call(c.first, c.carl.user_id);
  EXPECT_EQ(shown(), 2U);  // and the one that the company has, which counts none of these calls
  set_monitoring(c, "own_figures");
  EXPECT_EQ(shown(), 0U);  // six are asked, and the one call would be known to be Carl's
  for (int i = 1; i <= 4; ++i)
    (void)c.product.add_call(c.first, c.product.person(c.first, "rep" + std::to_string(i) + "@first.example").user_id);
  EXPECT_EQ(shown(), 1U);
}

TEST(QuotaPreview, OfAChangeWithoutADayIsOfThePeriodThatItChanges) {
  Company c;
  const std::string quota =
      "{'key': 'dials', 'name': 'Dials', 'period': 'week', 'rule': {'kinds': ['call']}, 'reps': ['carl@first.example'],";
  c.product.apply(c.first, json("{'quotas': [" + quota + " 'amount': 50, 'from': '2026-11-02'}]}"));
  const auto preview = c.product.post(c.session(c.adam), "/quotas/preview", json(quota + " 'amount': 60}"));
  EXPECT_EQ(preview.text_at("/from"), "2026-11-23");
  EXPECT_EQ(preview.text_at("/reps/0/period/key"), "2026-W48");
  EXPECT_EQ(preview.number_at("/reps/0/amount_full"), 60);
}

TEST(Looks, AreNotedOncePerReaderFigureAndDayAndNeverForOneself) {
  Company c;
  const auto read = [&](const Person& who, const std::string& path) {
    EXPECT_EQ(c.product.get(c.session(who), path).told(), "200") << path;
  };
  for (int i = 0; i < 3; ++i) read(c.mila, "/reps/" + c.boris.email + "/pace");
  read(c.mila, "/quotas/calls/evidence?rep=" + c.boris.email);
  read(c.olga, "/activities?rep=" + c.boris.email);
  read(c.boris, "/reps/me/pace");
  read(c.boris, "/quotas/calls/evidence?rep=me");
  EXPECT_EQ(looks(c, c.boris), (Texts{"Mila Manager evidence 1", "Mila Manager pace 1", "Olga Ops activities 1"}));
  c.product.clock.advance_seconds(Looks::kOnceInSeconds - 1);
  read(c.mila, "/reps/" + c.boris.email + "/pace");
  c.product.clock.advance_seconds(1);
  read(c.mila, "/quotas/calls/pace?rep=" + c.boris.email);
  EXPECT_EQ(looks(c, c.boris), (Texts{"Mila Manager evidence 1", "Mila Manager pace 2", "Olga Ops activities 1"}));
  c.product.clock.advance_seconds(kSecondsPerDay);
  read(c.mila, "/reps/" + c.boris.email + "/pace");
  EXPECT_EQ(c.product.number("SELECT count(*) FROM look WHERE what = 'pace'"), 2);
  EXPECT_EQ(looks(c, c.ana), Texts());
}

TEST(Looks, OfATeamsListAreNotedForEachRepOnThePage) {
  Company c;
  ASSERT_EQ(c.product.get(c.session(c.mila), "/teams/East/pace").told(), "200");
  EXPECT_EQ(looks(c, c.boris), (Texts{"Mila Manager team 1"}));
  EXPECT_EQ(looks(c, c.ana), (Texts{"Mila Manager team 1"}));
  EXPECT_EQ(looks(c, c.carl), Texts());
}

TEST(Looks, ThatWereRefusedAreNone) {
  Company c;
  EXPECT_EQ(c.product.get(c.session(c.wim), "/reps/" + c.boris.email + "/pace").told(), "403 access.forbidden");
  EXPECT_EQ(c.product.get(c.session(c.mila), "/quotas/none/pace?rep=" + c.boris.email).told(), "404 quota.not_found");
  EXPECT_EQ(looks(c, c.boris), Texts());
}

/// Of what is asked for by another name than the rep's, or shows no figure.
constexpr std::string_view kElsewhere[] = {"/api/v1/reports",
                                           "/api/v1/reports/{report}",
                                           "/api/v1/reports/{report}/evidence",
                                           "/api/v1/reports/{report}/late",
                                           "/api/v1/quota-proposals",
                                           "/api/v1/imports",
                                           "/api/v1/imports/{import}",
                                           "/api/v1/imports/{import}/faults",
                                           "/api/v1/imports/{import}/kept"};

/// A new route that shows a rep's figures cannot forget it: each is read about Boris by the manager.
TEST(Looks, AreNotedByEveryRouteThatShowsOneRepsFigures) {
  std::set<std::string> paths;
  for (const auto& route : api::routes()) {
    const bool elsewhere = std::find(std::begin(kElsewhere), std::end(kElsewhere), route.path) != std::end(kElsewhere);
    const bool one_rep = route.path.find("{team}") == std::string_view::npos && !elsewhere;
    if (route.right == Right::read_figures && route.method == api::Method::get && one_rep) paths.emplace(route.path);
  }
  ASSERT_GE(paths.size(), 6U);
  for (std::string path : paths) {
    Company c;
    const auto put = [&](const std::string& name, const std::string& value) {
      const auto at = path.find(name);
      if (at != std::string::npos) path.replace(at, name.size(), value);
      return at != std::string::npos;
    };
    const bool named = put("{rep}", c.boris.email);
    (void)put("{quota}", "calls");
    path.erase(0, api::kRoot.size());
    ASSERT_EQ(c.product.get(c.session(c.mila), path + (named ? "" : "?rep=" + c.boris.email)).told(), "200") << path;
    EXPECT_EQ(looks(c, c.boris).size(), 1U) << path;
  }
}

TEST(Looks, AreTriedAgainWhenTheDatabaseDidNotTakeThem) {
  Company c;
  Looks kept;
  kept.note(c.first, c.boris.user_id, c.mila.user_id, Looked::pace, day_of({2026, 11, 18}), c.product.clock.now());
  kept.note(OrgId(9), UserId(1), UserId(2), Looked::pace, day_of({2026, 11, 18}), c.product.clock.now());
  EXPECT_TRUE(kept.store(c.product.unit));
  EXPECT_TRUE(kept.empty());
  EXPECT_EQ(looks(c, c.boris), (Texts{"Mila Manager pace 1"}));
}

TEST(Looks, AreForgottenAfterAYear) {
  Company c;
  ASSERT_EQ(c.product.get(c.session(c.mila), "/reps/" + c.boris.email + "/pace").told(), "200");
  const auto forget = [&] {
    c.product.write(c.first, [&](Stores& stores) -> Result<void> {
      PACELINE_CHECK(forget_what_is_over(c.product.clock.now(), stores));
      return {};
    });
    return c.product.number("SELECT count(*) FROM look");
  };
  c.product.clock.advance_seconds(kLookDays * kSecondsPerDay);
  EXPECT_EQ(forget(), 1);
  c.product.clock.advance_seconds(kSecondsPerDay);
  EXPECT_EQ(forget(), 0);
}

TEST(Notice, SaysWhoSeesWhatUnderEachProfile) {
  Company c;
  const auto sees = [&](const std::string& role) {
    const auto notice = c.product.get(c.session(c.boris), "/notice");
    Texts sight;
    for (const auto& reader : notice.at("/readers").as_array()) {
      if (reader.at("role").as_string() == role) sight.emplace_back(reader.at("sees").as_string());
    }
    return sight;
  };
  EXPECT_EQ(sees("rep"), (Texts{"figures", "nothing"}));
  EXPECT_EQ(sees("manager"), (Texts{"figures", "nothing"}));
  EXPECT_EQ(sees("ops"), (Texts{"figures"}));
  set_monitoring(c, "verdicts");
  EXPECT_EQ(sees("manager"), (Texts{"verdicts", "nothing"}));
  EXPECT_EQ(sees("admin"), (Texts{"verdicts"}));
  set_monitoring(c, "own_figures");
  EXPECT_EQ(sees("rep"), (Texts{"figures", "nothing"}));
  EXPECT_EQ(sees("manager"), (Texts{"sums", "nothing"}));
  EXPECT_EQ(sees("system"), (Texts{"figures"}));
}

TEST(Notice, IsMadeFromTheSettings) {
  Company c;
  const auto notice = [&] { return c.product.get(c.session(c.boris), "/notice"); };
  EXPECT_EQ(notice().text_at("/company"), "first");
  EXPECT_EQ(notice().text_at("/quotas/0/key"), "calls");
  const std::string words =
      json("{'notice': {'company': 'First Ltd.', 'contact': 'Ida, works council', 'ground': 'agreement of 1 May'}}");
  ASSERT_EQ(c.product.send(c.session(c.adam), api::Method::patch, "/settings", words).told(), "200");
  EXPECT_EQ(notice().text_at("/company"), "First Ltd.");
  EXPECT_EQ(notice().text_at("/ground"), "agreement of 1 May");
  ASSERT_EQ(
      c.product.send(c.session(c.adam), api::Method::patch, "/settings", json("{'notice': {'company': ''}}")).told(),
      "200");
  EXPECT_EQ(notice().text_at("/company"), "first");
  EXPECT_EQ(notice().text_at("/contact"), "Ida, works council");
}

TEST(Leaderboard, HoldsOnlyThoseWhoJoined) {
  Company c;
  const auto join = [&](const Person& who, const std::string& choice) {
    return c.product.send(c.session(who), api::Method::put, "/reps/me/leaderboard", json(choice)).told();
  };
  const auto board = [&](const Person& who) { return c.product.get(c.session(who), "/teams/East/leaderboard"); };
  (void)c.product.add_call(c.first, c.boris.user_id);
  EXPECT_TRUE(board(c.mila).at("/items").as_array().empty());
  EXPECT_EQ(join(c.boris, "{'joined': true, 'first_name_only': true}"), "200");
  EXPECT_EQ(join(c.ana, "{'joined': true}"), "200");
  EXPECT_EQ(join(c.carl, "{'joined': true}"), "200");  // of another team
  const auto shown = board(c.boris);
  ASSERT_EQ(shown.at("/items/0/places").as_array().size(), 2U) << shown.text;
  EXPECT_EQ(shown.text_at("/items/0/places/0/name"), "Boris");
  EXPECT_TRUE(shown.at("/items/0/places/0/me").as_bool());
  EXPECT_EQ(shown.text_at("/items/0/places/1/name"), "Ana Duarte");
  EXPECT_EQ(shown.number_at("/items/0/places/1/place"), 2);
  EXPECT_EQ(join(c.boris, "{'joined': false}"), "200");
  EXPECT_EQ(board(c.boris).at("/items/0/places").as_array().size(), 1U);
}

TEST(Leaderboard, IsOffUntilTheOrganisationSwitchesItOn) {
  Company c;
  const OrgId quiet = c.product.found("quiet");
  c.product.apply(quiet, json("{'teams': [{'name': 'Calm'}], 'users': [{'email': 'sue@quiet.example', 'name': 'Sue',"
                              " 'team': 'Calm'}]}"));
  const Person sue = c.product.person(quiet, "sue@quiet.example");
  const Caller caller = c.product.session(quiet, sue.user_id);
  EXPECT_EQ(c.product.get(caller, "/teams/Calm/leaderboard").told(), "404 leaderboard.off");
  EXPECT_EQ(c.product.send(caller, api::Method::put, "/reps/me/leaderboard", json("{'joined': true}")).told(),
            "404 leaderboard.off");
  EXPECT_EQ(c.product.send(caller, api::Method::put, "/reps/me/leaderboard", json("{'joined': false}")).told(), "200");
}

}  // namespace
}  // namespace paceline::product
