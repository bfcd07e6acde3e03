// SPDX-License-Identifier: Apache-2.0
#include "api/forms/departure.h"
#include "api/handlers.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/depart.h"

namespace paceline::api {
namespace {

form::HandedOver form_of(const HandedOver& handed) {
  form::HandedOver form{handed.contacts, handed.accounts, handed.opportunities, handed.appointments, {}};
  for (const HandedQuota& quota : handed.quotas) {
    form.quotas.push_back({quota.key, quota.amount, quota.span.from, quota.span.to});
  }
  return form;
}

Result<User> user_for(Right right, const Call& call, const Backend& backend) {
  auto user = rep_for(right, call.path_text("user"), call, backend, call.stores().people);
  if (!user && user.error().code == "rep.not_found") return fail(Fault::not_found, "user.not_found");
  return user;
}

Result<User> successor_for(Right right, const form::ShortText& name, const char* pointer, const Call& call,
                           const Backend& backend) {
  auto user = rep_for(right, name.value, call, backend, call.stores().people);
  if (!user && user.error().code == "rep.not_found") {
    return fail(Fault::invalid, "hand_over.successor.unknown", pointer);
  }
  return user;
}

/// What is wrong with the successor is said at the member that names them.
Result<form::HandedOver> at_member(Result<HandedOver> handed, const char* pointer) {
  if (handed) return form_of(*handed);
  Error error = std::move(handed).error();
  if (error.code.starts_with("hand_over.successor.")) error.field = pointer;
  return tl::unexpected(std::move(error));
}

}  // namespace

void add_departure_handlers(Router& router, const Backend& backend) {
  router.on("depart", [&backend](const Call& call, const form::Departure& form) -> Result<form::HandedOver> {
    PACELINE_TRY(const User user, user_for(Right::administer, call, backend));
    Departure departure{user.user_id, form.last_day, {}};
    if (form.hand_over_to) {
      PACELINE_TRY(const User successor,
                   successor_for(Right::administer, *form.hand_over_to, "/hand_over_to", call, backend));
      departure.successor = successor.user_id;
    }
    return at_member(depart(call.actor(), departure, backend.clock.now(), backend.zones, backend.ids, call.stores()),
                     "/hand_over_to");
  });

  router.on("take_back_departure", [&backend](const Call& call) -> Result<void> {
    PACELINE_TRY(const User user, user_for(Right::administer, call, backend));
    return take_back_departure(call.actor(), user.user_id, backend.clock.now(), backend.zones, call.stores());
  });

  router.on("hand_over", [&backend](const Call& call, const form::HandOver& form) -> Result<form::HandedOver> {
    PACELINE_TRY(const User user, user_for(Right::hand_over, call, backend));
    PACELINE_TRY(const User successor, successor_for(Right::hand_over, form.to, "/to", call, backend));
    PACELINE_CHECK(call.stores().people.take_turn_of_definitions());
    const HandOver what{user.user_id, successor.user_id, form.from, form.contacts, form.quotas};
    return at_member(hand_over(call.actor(), what, backend.clock.now(), backend.zones, backend.ids, call.stores()),
                     "/to");
  });
}

}  // namespace paceline::api
