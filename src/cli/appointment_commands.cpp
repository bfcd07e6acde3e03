// SPDX-License-Identifier: Apache-2.0
#include "cli/appointment_commands.h"

#include <CLI/CLI.hpp>

#include "cli/all_pages.h"
#include "cli/body.h"
#include "cli/requests.h"

namespace paceline::cli {
namespace {

/// What is to be done next; a half of it is refused by the API.
std::string next_step_of(const AppointmentOptions& o) {
  if (o.next_step.empty() && o.due.empty()) return {};
  return body_of({{"what", o.next_step}, {"due_at", o.due}});
}

int tell_appointment(Environment& environment, const Place& place, const std::string& path, std::string body) {
  return answer(place.json,
                environment.ask(place, post(place, "/appointments" + path, std::move(body), environment.new_key())));
}

int list_own_appointments(Environment& environment, const Place& place, const AppointmentOptions& o) {
  return answer_all(environment, place,
                    get(place, "/appointments",
                        {{"rep", o.rep},
                         {"opportunity", o.opportunity},
                         {"from", o.from},
                         {"to", o.to},
                         {"state", o.state},
                         {"needs_outcome", o.needs_outcome ? "true" : ""},
                         {"limit", "500"}}));
}

int list_offered_times(Environment& environment, const Place& place, const AppointmentOptions& o) {
  return answer(place.json, environment.ask(place, get(place, "/free-times",
                                                       {{"rep", o.rep}, {"from", o.from}, {"minutes", o.minutes}})));
}

int set_new_appointment(Environment& environment, const Place& place, const AppointmentOptions& o) {
  return tell_appointment(environment, place, {},
                          body_of({{"rep", o.rep},
                                   {"opportunity_id", o.opportunity},
                                   {"contact_id", o.contact},
                                   {"account_id", o.account},
                                   {"kind", o.kind},
                                   {"starts_at", o.at},
                                   {"zone", o.zone},
                                   {"purpose", o.purpose},
                                   {"place", o.place},
                                   {"unasked_reason", o.unasked_reason}},
                                  {{"minutes", o.minutes}}));
}

int move_to_time(Environment& environment, const Place& place, const AppointmentOptions& o) {
  return tell_appointment(
      environment, place, "/" + o.id + "/moves",
      body_of({{"starts_at", o.at}, {"zone", o.zone}, {"reason", o.reason}}, {{"minutes", o.minutes}}));
}

/// How it ended, with what came of it and the next step where one is told.
CommandAct ends_as(const char* state, const AppointmentOptions& o) {
  return [state, &o](Environment& environment, const Place& place) {
    const Members texts{{"state", state}, {"outcome", o.outcome}, {"reason", o.reason}};
    return tell_appointment(environment, place, "/" + o.id + "/end", body_of(texts, {{"next_step", next_step_of(o)}}));
  };
}

int tell_what_came(Environment& environment, const Place& place, const AppointmentOptions& o) {
  return tell_appointment(environment, place, "/" + o.id + "/outcome",
                          body_of({{"outcome", o.outcome}}, {{"next_step", next_step_of(o)}}));
}

class AppointmentCommands {
 public:
  AppointmentCommands(CLI::App& group, AppointmentOptions& options, const CommandRuns& runs)
      : group_(group, options.id, runs), o_(options) {}

  void add_all() {
    add_lists();
    add_set();
    add_move();
    add_ends();
  }

 private:
  void add_minutes(CLI::App& command) {
    command.add_option("--minutes", o_.minutes, "5 to 1440; without it 60, or as it was")
        ->check(CLI::Range(0, 1'000'000));
  }
  void add_step(CLI::App& command) {
    command.add_option("--next-step", o_.next_step, "What is to be done next");
    command.add_option("--due", o_.due, "When the next step is due");
  }

  void add_lists() {
    CLI::App* listing = group_.add("list", "Appointments, by their beginning", with_options(list_own_appointments, o_));
    listing->add_option("--rep", o_.rep, "Address, id or me");
    listing->add_option("--opportunity", o_.opportunity, "Only those of it");
    listing->add_option("--from", o_.from, "Only those that end later");
    listing->add_option("--to", o_.to, "Only those that begin earlier");
    listing->add_option("--state", o_.state, "set, held, no_show or cancelled");
    listing->add_flag("--needs-outcome", o_.needs_outcome, "Only those that are over, and nobody said what came of it");
    CLI::App* freely =
        group_.add("free", "The earliest times when a rep is free", with_options(list_offered_times, o_));
    freely->add_option("--rep", o_.rep, "Address, id or me");
    freely->add_option("--from", o_.from, "Without it now");
    add_minutes(*freely);
  }

  void add_set() {
    CLI::App* setting = group_.add("set", "Set an appointment", with_options(set_new_appointment, o_));
    setting->add_option("--at", o_.at, "When it begins, for example 2026-03-11T08:00:00Z")->required();
    setting->add_option("--opportunity", o_.opportunity, "Id; its rep, contact and account are taken");
    setting->add_option("--contact", o_.contact, "Id");
    setting->add_option("--account", o_.account, "Id");
    setting->add_option("--rep", o_.rep, "Address, id or me");
    setting->add_option("--kind", o_.kind, "meeting, visit or demo");
    setting->add_option("--zone", o_.zone, "IANA zone in which it was agreed; without it the rep's");
    setting->add_option("--purpose", o_.purpose, "What it is for");
    setting->add_option("--place", o_.place, "An address, a room, a link");
    setting->add_option("--unasked-reason", o_.unasked_reason, "Why it is set although not every question was asked");
    add_minutes(*setting);
  }

  void add_move() {
    CLI::App* moving = group_.add_to_one("move", "Move it to another time", with_options(move_to_time, o_));
    moving->add_option("--at", o_.at, "When it begins; without it as it was");
    moving->add_option("--zone", o_.zone, "IANA zone in which it was agreed");
    moving->add_option("--reason", o_.reason);
    add_minutes(*moving);
  }

  void add_ends() {
    CLI::App* cancelling = group_.add_to_one("cancel", "Call it off", ends_as("cancelled", o_));
    cancelling->add_option("--reason", o_.reason)->required();
    CLI::App* holding = group_.add_to_one("held", "It was held: it is one activity from then on", ends_as("held", o_));
    holding->add_option("--outcome", o_.outcome, "What came of it");
    add_step(*holding);
    CLI::App* missing = group_.add_to_one("no-show", "Nobody came", ends_as("no_show", o_));
    missing->add_option("--reason", o_.reason, "Needed when it was held before");
    add_step(*missing);
    CLI::App* telling = group_.add_to_one("outcome", "What came of a held one", with_options(tell_what_came, o_));
    telling->add_option("outcome", o_.outcome)->required();
    add_step(*telling);
  }

  CommandGroup group_;
  AppointmentOptions& o_;
};

}  // namespace

void add_appointment_commands(CLI::App& group, AppointmentOptions& options, const CommandRuns& runs) {
  AppointmentCommands(group, options, runs).add_all();
}

}  // namespace paceline::cli
