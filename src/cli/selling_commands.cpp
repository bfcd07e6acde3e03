// SPDX-License-Identifier: Apache-2.0
#include "cli/selling_commands.h"

#include <CLI/CLI.hpp>

#include "cli/all_pages.h"
#include "cli/body.h"
#include "cli/money_lines.h"
#include "cli/requests.h"
#include "cli/sale_shares.h"

namespace paceline::cli {
namespace {

constexpr const char* kAmountHelp =
    "[PRODUCT_LINE=]MINOR: a product line and its amount in minor units; may be repeated";

int tell_sold(Environment& environment, const Place& place, const std::string& path, std::string body) {
  return answer(place.json, environment.ask(place, post(place, path, std::move(body), environment.new_key())));
}

int begin_opportunity(Environment& environment, const Place& place, const SellingOptions& o) {
  const auto lines = money_lines_of(o.lines, false);
  if (!lines) return refuse(lines.error());
  return tell_sold(environment, place, "/opportunities",
                   body_of({{"name", o.name},
                            {"key", o.key},
                            {"rep", o.rep},
                            {"pipeline", o.pipeline},
                            {"stage", o.stage},
                            {"account_id", o.account},
                            {"account", o.account_key},
                            {"account_name", o.account_name},
                            {"contact_id", o.contact},
                            {"contact", o.contact_key},
                            {"origin", o.origin},
                            {"source", o.source},
                            {"close_day", o.close_day},
                            {"occurred_at", o.at}},
                           {{"amounts", amounts_json(*lines, o.currency, o.product_lines)}}));
}

int move_opportunity(Environment& environment, const Place& place, const SellingOptions& o) {
  const auto lines = money_lines_of(o.lines, false);
  if (!lines) return refuse(lines.error());
  return tell_sold(environment, place, "/opportunities/" + o.id + "/moves",
                   body_of({{"stage", o.stage}, {"reason", o.reason}, {"occurred_at", o.at}},
                           {{"amounts", amounts_json(*lines, o.currency)}}));
}

int list_estimates(Environment& environment, const Place& place, const SellingOptions& o) {
  return answer_all(environment, place,
                    get(place, "/estimates",
                        {{"opportunity", o.opportunity},
                         {"rep", o.rep},
                         {"team", o.team},
                         {"from", o.from},
                         {"to", o.to},
                         {"state", o.state},
                         {"limit", "500"}}));
}

std::string estimate_lines(const std::vector<MoneyLine>& lines, const std::string& discount_bp) {
  std::string items;
  for (const MoneyLine& line : lines) {
    const std::string quantity = line.quantity_milli ? std::to_string(*line.quantity_milli) : "";
    items += (items.empty() ? "" : ",") +
             body_of({{"product_line", line.product_line}}, {{"quantity_milli", quantity},
                                                             {"unit_price_minor", std::to_string(line.minor)},
                                                             {"discount_bp", discount_bp}});
  }
  return "[" + items + "]";
}

int write_estimate(Environment& environment, const Place& place, const SellingOptions& o) {
  const auto lines = money_lines_of(o.lines, true);
  if (!lines) return refuse(lines.error());
  return tell_sold(environment, place, "/opportunities/" + o.opportunity + "/estimates",
                   body_of({{"key", o.key},
                            {"currency", o.currency},
                            {"replaces", o.replaces},
                            {"valid_until", o.valid_until},
                            {"occurred_at", o.at}},
                           {{"lines", estimate_lines(*lines, o.discount_bp)}, {"send", o.send ? "true" : ""}}));
}

/// What happens to an estimate that is there: `what` is the end of the path.
CommandAct says_of_estimate(const char* what, const SellingOptions& o) {
  return [what, &o](Environment& environment, const Place& place) {
    return tell_sold(environment, place, "/estimates/" + o.id + "/" + what,
                     body_of({{"valid_until", o.valid_until}, {"reason", o.reason}, {"occurred_at", o.at}}));
  };
}

int log_sale(Environment& environment, const Place& place, const SellingOptions& o) {
  const auto lines = money_lines_of(o.lines, false);
  const auto shares = sale_shares_of(o.shares);
  Errors faults = lines ? Errors{} : lines.error();
  if (!shares) faults.insert(faults.end(), shares.error().begin(), shares.error().end());
  if (!faults.empty()) return refuse(faults);
  return tell_sold(
      environment, place, "/sales",
      body_of({{"key", o.key}, {"rep", o.rep}, {"account_id", o.account}, {"account", o.account_key}, {"day", o.day}},
              {{"lines", amounts_json(*lines, o.currency)}, {"shares", sale_shares_json(*shares)}}));
}

int cancel_one_sale(Environment& environment, const Place& place, const SellingOptions& o) {
  return tell_sold(environment, place, "/sales/" + o.id + "/cancel",
                   body_of({{"reason", o.reason}}, {{"adjustment", o.adjustment ? "true" : ""}}));
}

/// The commands of one group.
class SellingCommands {
 public:
  SellingCommands(CLI::App& group, SellingOptions& options, const CommandRuns& runs)
      : group_(group, options.id, runs), o_(options) {}

  void add_opportunities() {
    add_opportunity_list();
    CLI::App* beginning = group_.add("add", "Begin an opportunity", with_options(begin_opportunity, o_));
    beginning->add_option("--name", o_.name, "What it is called")->required();
    beginning->add_option("--rep", o_.rep, "Address, id or me; without it the acting user");
    beginning->add_option("--contact", o_.contact, "Id");
    beginning->add_option("--contact-key", o_.contact_key, "Or the company's key");
    beginning->add_option("--account", o_.account, "Id; without one that of the contact");
    beginning->add_option("--account-key", o_.account_key, "Or its key");
    beginning->add_option("--account-name", o_.account_name, "Or its name: found, or made");
    beginning->add_option("--amount", o_.lines, kAmountHelp)->allow_extra_args(false);
    beginning
        ->add_option("--product-line", o_.product_lines,
                     "Key or id, at its list price as long as nobody names an amount")
        ->allow_extra_args(false);
    beginning->add_option("--currency", o_.currency, "ISO 4217; without it that of the organisation");
    beginning->add_option("--close-day", o_.close_day, "When it is expected to close, 2026-12-18");
    beginning->add_option("--pipeline", o_.pipeline, "Key or id; without it the first");
    beginning->add_option("--stage", o_.stage, "Key or id; without it the first");
    beginning->add_option("--origin", o_.origin, "active: we searched; passive: they came");
    beginning->add_option("--source", o_.source, "Where the lead came from");
    beginning->add_option("--key", o_.key, "The company's own name for it, unique");
    add_moment(*beginning, "When it began");

    CLI::App* moving = group_.add_to_one("move", "Move it to another stage", with_options(move_opportunity, o_));
    moving->add_option("stage", o_.stage, "Key or id")->required();
    moving->add_option("--reason", o_.reason, "Of a loss, of no decision, or why it is open again");
    moving->add_option("--amount", o_.lines, std::string("Of the move that wins: what was agreed. ") + kAmountHelp)
        ->allow_extra_args(false);
    moving->add_option("--currency", o_.currency, "ISO 4217; without it that of the organisation");
    add_moment(*moving, "When it moved");
    CLI::App* setting =
        group_.add_to_one("set", "Change what it is about, its amount or its close day",
                          [&o = o_](Environment& e, const Place& p) { return opportunity_set(e, p, o.id, o.set); });
    setting->add_option("set", o_.set, "NAME=VALUE")->required();
  }

  void add_estimates() {
    CLI::App* listing =
        group_.add("list", "Estimates that were sent; of an opportunity all", with_options(list_estimates, o_));
    listing->add_option("--opportunity", o_.opportunity, "Id");
    listing->add_option("--rep", o_.rep, "Address, id or me");
    listing->add_option("--team", o_.team, "With its parts");
    listing->add_option("--from", o_.from, "Sent on this day or later");
    listing->add_option("--to", o_.to, "Sent before this day");
    listing->add_option("--state", o_.state, "draft, sent, superseded, accepted, declined or withdrawn");

    CLI::App* writing =
        group_.add("add", "Write an estimate, or another edition of one", with_options(write_estimate, o_));
    writing->add_option("--opportunity", o_.opportunity, "Id")->required();
    writing
        ->add_option("--line", o_.lines,
                     "[PRODUCT_LINE=][QUANTITYx]MINOR: the price of one in minor units; may be repeated")
        ->allow_extra_args(false)
        ->required();
    writing->add_option("--discount-bp", o_.discount_bp, "Off each line, in basis points: 500 is 5 %")
        ->check(CLI::Range(0, 1'000'000));
    writing->add_option("--currency", o_.currency, "ISO 4217; without it that of the organisation");
    writing->add_option("--replaces", o_.replaces, "Id of the edition before");
    writing->add_option("--key", o_.key, "The company's number for it, unique");
    writing->add_flag("--send", o_.send, "It was handed in: from then on it counts");
    add_validity(*writing);
    add_moment(*writing, "When it was sent");

    CLI::App* sending = group_.add_to_one("send", "Say that it was handed in", says_of_estimate("send", o_));
    add_validity(*sending);
    add_moment(*sending, "When it was sent");
    add_moment(*group_.add_to_one("accept", "The customer accepts it", says_of_estimate("accept", o_)), "When");
    add_end("decline", "The customer declines it");
    add_end("withdraw", "Take it back: it counts no more");
  }

  void add_sales() {
    CLI::App* summing = group_.add("list", "What was sold",
                                   [&o = o_](Environment& e, const Place& p) { return sale_list(e, p, o.sales); });
    summing->add_option("--by", o_.sales.by, "rep, team, product_line, region, month or quarter")->required();
    summing->add_option("--from", o_.sales.from, "First day");
    summing->add_option("--to", o_.sales.to, "First day after");
    summing->add_option("--rep", o_.sales.rep, "Address, id or me");
    summing->add_option("--team", o_.sales.team, "With its parts");

    CLI::App* logging = group_.add("add", "Log a sale that no opportunity led to", with_options(log_sale, o_));
    logging->add_option("--line", o_.lines, kAmountHelp)->required()->allow_extra_args(false);
    logging->add_option("--currency", o_.currency, "ISO 4217; without it that of the organisation");
    CLI::Option* rep = logging->add_option("--rep", o_.rep, "Address, id or me; without it the acting user");
    logging->add_option("--share", o_.shares, "REP=BASIS_POINTS of each who has a part; together 10000")
        ->allow_extra_args(false)
        ->excludes(rep);
    logging->add_option("--account", o_.account, "Id");
    logging->add_option("--account-key", o_.account_key, "Or its key");
    logging->add_option("--day", o_.day, "The day of the sale; without it today");
    logging->add_option("--key", o_.key, "The number of the order, unique");
    CLI::App* cancelling = group_.add_to_one("cancel", "It does not hold any more", with_options(cancel_one_sale, o_));
    cancelling->add_option("--reason", o_.reason)->required();
    cancelling->add_flag("--adjustment", o_.adjustment, "Also in a closed period, whose report stays as it is");
  }

 private:
  void add_opportunity_list() {
    OpportunityFilter& f = o_.opportunities;
    CLI::App* listing = group_.add("list", "Opportunities, newest first",
                                   [&f](Environment& e, const Place& p) { return opportunity_list(e, p, f); });
    listing->add_option("--rep", f.rep, "Address, id or me");
    listing->add_option("--team", f.team, "With its parts");
    listing->add_option("--stage", f.stage, "Key or id");
    listing->add_option("--state", f.state, "open, won, lost, no_decision or voided");
    listing->add_option("--product-line", f.product_line, "Key or id, with its parts");
    listing->add_option("--territory", f.territory, "Key or id, with its parts");
  }
  void add_moment(CLI::App& command, const std::string& what) {
    command.add_option("--at", o_.at, what + ", for example 2026-03-11T08:00:00Z; without it now");
  }
  void add_validity(CLI::App& command) {
    command.add_option("--valid-until", o_.valid_until, "The last day on which it holds");
  }
  void add_end(const char* name, const char* what) {
    CLI::App* ending = group_.add_to_one(name, what, says_of_estimate(name, o_));
    ending->add_option("--reason", o_.reason)->required();
    add_moment(*ending, "When");
  }

  CommandGroup group_;
  SellingOptions& o_;
};

}  // namespace

void add_opportunity_commands(CLI::App& group, SellingOptions& options, const CommandRuns& runs) {
  SellingCommands(group, options, runs).add_opportunities();
}

void add_estimate_commands(CLI::App& group, SellingOptions& options, const CommandRuns& runs) {
  SellingCommands(group, options, runs).add_estimates();
}

void add_sale_commands(CLI::App& group, SellingOptions& options, const CommandRuns& runs) {
  SellingCommands(group, options, runs).add_sales();
}

}  // namespace paceline::cli
