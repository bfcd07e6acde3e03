// SPDX-License-Identifier: Apache-2.0
#include "api/forms/fair.h"
#include "api/handlers.h"
#include "api/notice_form.h"
#include "api/pages.h"
#include "api/setting_forms.h"
#include "api/subjects.h"
#include "app/read_leaderboard.h"

namespace paceline::api {
namespace {

Result<std::vector<form::Look>> looks_of(RepId rep_id, Stores& stores) {
  PACELINE_TRY(const auto looks, stores.looks.of_rep(rep_id));
  PACELINE_TRY(const auto users, stores.people.users());
  std::map<UserId, const User*> by_id;
  for (const User& user : users) by_id[user.user_id] = &user;
  std::vector<form::Look> forms;
  forms.reserve(looks.size());
  for (const Look& look : looks) {
    form::Look form{{}, "", Role::system, look.what, look.day, look.count, look.last_at};
    if (const auto user = by_id.find(look.viewer_id); user != by_id.end()) {
      form.viewer_id = look.viewer_id;
      form.viewer_name = user->second->name;
      form.viewer_role = user->second->role;
    }
    forms.push_back(std::move(form));
  }
  return forms;
}

Result<form::LeaderboardChoice> choice_of(UserId user_id, Stores& stores) {
  PACELINE_TRY(const auto entries, stores.settings.leaderboard_entries());
  for (const LeaderboardEntry& entry : entries) {
    if (entry.user_id == user_id) return form::LeaderboardChoice{true, entry.first_name_only};
  }
  return form::LeaderboardChoice{};
}

/// Nobody but the rep: not even an admin puts somebody on the leaderboard or takes them off.
Result<form::LeaderboardChoice> choose(const Call& call, const form::NewLeaderboardChoice& choice,
                                       const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_TRY(const User rep, rep_for(Right::join_leaderboard, call.path_text("rep"), call, backend, stores.people));
  PACELINE_TRY(const Settings settings, stores.settings.settings());
  if (!settings.leaderboard && choice.joined) return fail(Fault::not_found, "leaderboard.off");
  if (choice.joined) {
    PACELINE_CHECK(stores.settings.put_leaderboard_entry({rep.user_id, choice.first_name_only.value_or(false)}));
  } else {
    PACELINE_CHECK(stores.settings.remove_leaderboard_entry(rep.user_id));
  }
  const Instant now = backend.clock.now();
  const std::string detail = choice.joined ? "joined" : "left";
  PACELINE_CHECK(stores.ledger.note({call.actor().user_id, "leaderboard.choose", to_text(rep.user_id), detail, now}));
  PACELINE_CHECK(stores.ledger.tell("settings", std::nullopt, now));
  return choice_of(rep.user_id, stores);
}

Result<form::List<form::LeaderboardQuota>> leaderboards(const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const Team team, team_for(Right::read_leaderboard, call.path_text("team"), call, stores.people));
  const Instant now = backend.clock.now();
  PACELINE_TRY(const auto boards, read_leaderboards(team.team_id, {now, now}, backend.zones, stores));
  form::List<form::LeaderboardQuota> list;
  for (const Leaderboard& board : boards) {
    form::LeaderboardQuota form{board.quota_id, board.key, board.name, board.period_kind, {}};
    for (const LeaderboardPlace& place : board.places) {
      const bool me = place.rep_id == call.actor().user_id;
      form.places.push_back({place.place, place.name, place.attainment, me});
    }
    list.items.push_back(std::move(form));
  }
  return list;
}

void add_setting_handlers(Router& router, const Backend& backend) {
  router.on("get_settings", [&backend](const Call& call) {
    return reading<form::Settings>(call, backend, [&](Stores& stores) -> Result<form::Settings> {
      PACELINE_CHECK(authorise(call.actor(), Right::administer, Whose::nobody));
      PACELINE_TRY(const SettingsNow now, read_settings(backend.clock.now(), stores));
      return settings_form(now);
    });
  });

  router.on("change_settings", [&backend](const Call& call, const form::NewSettings& form) -> Result<form::Settings> {
    PACELINE_CHECK(authorise(call.actor(), Right::administer, Whose::nobody));
    const Instant now = backend.clock.now();
    PACELINE_CHECK(call.stores().people.take_turn_of_definitions());
    PACELINE_CHECK(change_settings(call.actor(), change_of(form), now, backend.zones, call.stores()));
    PACELINE_TRY(const SettingsNow after, read_settings(now, call.stores()));
    return settings_form(after);
  });

  router.on("get_notice", [&backend](const Call& call) {
    return reading<form::Notice>(call, backend,
                                 [&](Stores& stores) { return notice_of(call.actor(), backend, stores); });
  });
}

}  // namespace

void add_fair_handlers(Router& router, const Backend& backend) {
  add_setting_handlers(router, backend);

  router.on("list_looks", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::Look>>(call, backend, [&](Stores& stores) -> Result<form::List<form::Look>> {
      PACELINE_TRY(const User rep, rep_for(Right::read_looks, call.path_text("rep"), call, backend, stores.people));
      PACELINE_TRY(auto looks, looks_of(rep.user_id, stores));
      return page_of(std::move(looks), query);
    });
  });

  router.on("get_leaderboard_choice", [&backend](const Call& call) {
    return reading<form::LeaderboardChoice>(call, backend, [&](Stores& stores) -> Result<form::LeaderboardChoice> {
      PACELINE_TRY(const User rep,
                   rep_for(Right::join_leaderboard, call.path_text("rep"), call, backend, stores.people));
      return choice_of(rep.user_id, stores);
    });
  });

  router.on("choose_leaderboard", [&backend](const Call& call, const form::NewLeaderboardChoice& choice) {
    return choose(call, choice, backend);
  });

  router.on("get_leaderboard", [&backend](const Call& call) {
    return reading<form::List<form::LeaderboardQuota>>(
        call, backend, [&](Stores& stores) { return leaderboards(call, backend, stores); });
  });
}

}  // namespace paceline::api
