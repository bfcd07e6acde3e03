// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "api/authenticate.h"
#include "api/forms/kind.h"
#include "api/forms/session.h"
#include "api/handlers.h"
#include "api/openapi.h"
#include "api/pages.h"
#include "api/subjects.h"
#include "json/any.h"

namespace paceline::api {
namespace {

constexpr std::string_view kNobody;  // an e-mail address that nobody has: the cheapest question to the database

/// Changes of nobody in particular, and of the reps whose figures the caller may see when the stream begins.
Result<std::function<bool(const LiveEvent&)>> may_see_changes(const Call& call, const Backend& backend) {
  PACELINE_TRY(const auto visible, reading<std::vector<TeamedUser>>(call, backend, [&](Stores& stores) {
                 return visible_reps(call, backend, stores.people);
               }));
  std::set<std::int64_t> reps;
  for (const TeamedUser& each : visible) reps.insert(each.user.user_id.value());
  const bool office = authorise(call.actor(), Right::read_figures, Whose::other_team).has_value();
  return [reps = std::move(reps), office](const LiveEvent& event) {
    return office || event.rep == 0 || reps.contains(event.rep);
  };
}

/// False as soon as the session or the token has ended, or the caller has another role or team.
std::function<bool()> holds_rights(const Call& call, const Backend& backend) {
  Request shown;
  shown.headers = call.request.headers;
  shown.door = call.request.door;
  return [&backend, shown = std::move(shown), actor = call.actor()] {
    const auto known = authenticate(shown, backend);
    return known && *known && (*known)->actor == actor;
  };
}

/// Where the stream goes on: after what the client saw last, else after what it asks for, else after what is newest
/// now. After a restore the newest may be less than what a client saw.
Result<std::int64_t> first_seq(const Call& call, const form::LiveQuery& query, const Backend& backend) {
  PACELINE_TRY(const std::int64_t newest,
               reading<std::int64_t>(call, backend, [](Stores& stores) { return stores.ledger.newest_change(); }));
  if (const auto seen = parse_id_value(call.header("last-event-id").value_or(""))) return std::min(*seen, newest);
  return query.after ? std::min(query.after->value, newest) : newest;
}

}  // namespace

void add_system_handlers(Router& router, const Backend& backend) {
  router.on("get_health", [&backend](const Call&) -> Result<form::Health> {
    PACELINE_CHECK(backend.unit.organisation_of_login(kNobody));  // a server whose database is away is not well
    const BackupNews news = backend.backups == nullptr ? BackupNews() : backend.backups->news();
    return form::Health{"ok", backend.schema, news.state(backend.clock.now())};
  });

  router.on("get_liveness", [](const Call&) -> Result<form::Liveness> { return form::Liveness{}; });

  router.on("get_openapi", [](const Call&) {
    static const std::string document = openapi_document();
    Response response;
    response.body = document;
    return response;
  });

  router.on("list_kinds", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<Kind>>(call, backend, [&](Stores& stores) -> Result<form::List<Kind>> {
      PACELINE_TRY(auto kinds, stores.activities.kinds());
      return page_of(std::move(kinds), query);
    });
  });

  router.on("list_topics", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::Topic>>(call, backend, [&](Stores& stores) -> Result<form::List<form::Topic>> {
      PACELINE_TRY(auto topics, stores.contacts.topics());
      std::vector<form::Topic> forms;
      forms.reserve(topics.size());
      for (std::string& topic : topics) forms.push_back({std::move(topic)});
      return page_of(std::move(forms), query);
    });
  });

  router.on("follow_changes", [&backend](const Call& call, const form::LiveQuery& query) -> Result<Response> {
    LiveSubscription live{call.actor().org_id.value(), 0, {}, holds_rights(call, backend)};
    PACELINE_TRY(live.after_seq, first_seq(call, query, backend));
    PACELINE_TRY(live.may_see, may_see_changes(call, backend));
    Response response;
    response.content_type = "text/event-stream";
    response.live = std::move(live);
    return response;
  });
}

}  // namespace paceline::api
