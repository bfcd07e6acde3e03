// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "base/digits.h"
#include "cli/command_group.h"
#include "cli/commands.h"
#include "cli/option_help.h"
#include "cli/words.h"

namespace paceline::cli {
namespace {

class Commands {
 public:
  Commands(CLI::App& app, Words& words, Environment& environment)
      : app_(app), words_(words), environment_(environment) {}

  void add_all() {
    add_server();
    add_people();
    add_activities();
    add_imports();
    add_quotas();
    const CommandRuns runs = [this](CLI::App* added, CommandAct act) { run(added, std::move(act)); };
    add_opportunity_commands(*group("opportunity", "Opportunities"), words_.selling, runs);
    add_estimate_commands(*group("estimate", "Estimates"), words_.selling, runs);
    add_sale_commands(*group("sale", "Sales"), words_.selling, runs);
    add_standing();
    add_appointment_commands(*group("appointment", "Appointments"), words_.appointment, runs);
    add_periods();
    add_fair();
    add_checks();
    describe_options(app_);
  }

 private:
  CLI::App* group(const char* name, const char* what) {
    CLI::App* added = add_command(app_, name, what);
    added->require_subcommand(1);
    return added;
  }
  /// `act` gets the environment, the place and the words, and returns the exit code.
  template <class Act>
  void run(CLI::App* added, Act act) {
    added->callback([this, act] {
      words_.exit_code = words_.no_address ? refuse({Fault::invalid, "database.address_missing", {}, {}})
                                           : act(environment_, words_.place);
    });
  }

  void add_server() {
    Words& w = words_;
    CLI::App* serving = add_command(app_, "serve", "Serve the page and the API");
    serving->add_option("--listen", w.listen, "ADDRESS:PORT, 127.0.0.1:8080 by default");
    serving->add_option("--port", w.serve.port, "Port on 127.0.0.1; 0: any")->check(CLI::Range(0, 65535));
    serving->add_flag("--behind-proxy", w.serve.behind_proxy, "A proxy with a certificate stands in front");
    CLI::Option* key = serving->add_option("--key", w.serve.key, "Its key, a PEM file without a password");
    serving
        ->add_option("--certificate", w.serve.certificate,
                     "Serve HTTPS with it: a PEM file, with those that lead to its authority")
        ->needs(key);
    serving->add_option("--backups", w.serve.backups,
                        "Folder of the daily backups; without it `backups` beside the data");
    serving
        ->add_option("--keep-backups", w.serve.kept_backups, "How many of them are kept, 7 without it; 0: none is made")
        ->check(CLI::Range(0, 10'000));
    serving->add_option("--metrics", w.metrics, "ADDRESS:PORT of this machine, where Prometheus reads /metrics");
    serving->add_option("--log", w.serve.log, "A JSON line of each request: none, faults, refused, all")
        ->check(CLI::IsMember({"none", "faults", "refused", "all"}));
    serving->add_option("--log-to", w.serve.log_file, "A file for these lines; without it standard error");
    run(serving, [&w](Environment& e, const Place& p) { return serve_listening(e, p, w); });

    CLI::App* founding = add_command(app_, "init", "Found the organisation");
    founding->add_option("--org-name,--name", w.init.name, "Name of the organisation");
    founding->add_option("--zone", w.init.zone, "IANA zone, for example Europe/Sofia")->required();
    founding->add_option("--currency", w.init.currency, "ISO 4217, for example EUR")->required();
    founding->add_option("--admin", w.init.admin, "E-mail address of the first admin")->required();
    run(founding, [&w](Environment& e, Place p) {
      if (w.init.name.empty()) w.init.name = std::exchange(p.org, "");
      return init(e, p, w.init);
    });

    CLI::App* demonstration = add_command(app_, "demo", "Make a demonstration organisation");
    demonstration->add_option("--reps", w.demo.reps, "How many reps")->check(CLI::Range(1, 10000));
    demonstration->add_option("--days", w.demo.days, "How many days of history")->check(CLI::Range(1, 1000));
    demonstration->add_option("--seed", w.demo.seed, "The same seed gives the same people and days");
    demonstration->add_option("--truth", w.demo.truth, "A file to write what is true of it to, as JSON");
    demonstration->add_flag("--accounts", w.demo.accounts, "Only say how to sign in");
    demonstration->add_flag("--remove", w.demo.remove, "Remove the demonstration and all its data");
    run(demonstration, [&w](Environment& e, const Place& p) { return demo(e, p, w.demo); });
  }

  static int serve_listening(Environment& environment, const Place& place, Words& words) {
    ServeOptions& options = words.serve;
    const bool known = put_address(words.listen, options.address, options.port) &&
                       put_address(words.metrics, options.metrics_address, options.metrics_port);
    if (!known) return refuse({Fault::invalid, "listen.invalid", {}, words.listen + " " + words.metrics});
    return serve(environment, place, options);
  }
  /// Takes ADDRESS:PORT apart; nothing leaves both as they are. False: it is none.
  static bool put_address(const std::string& text, std::string& address, int& port) {
    if (text.empty()) return true;
    const auto colon = text.rfind(':');
    const auto digits = colon == std::string::npos ? std::string() : text.substr(colon + 1);
    if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos)
      return false;
    address = text.substr(0, colon);
    port = *parse_digits(digits);
    return true;
  }

  void add_people() {
    Words& w = words_;
    CLI::App* applying =
        add_command(app_, "apply", "Apply definitions: calendars, teams, users, kinds, contacts, quotas");
    applying->add_option("file", w.file, "A JSON document, docs/api/apply.md")->required();
    run(applying, [&w](Environment& e, const Place& p) { return apply_file(e, p, w.file); });

    run(add_command(app_, "definitions", "Print the definitions as the document that apply takes"),
        [](Environment& e, const Place& p) { return definitions(e, p); });
    CLI::App* calendar = group("calendar", "Working calendars");
    CLI::App* reading = add_command(*calendar, "read", "Read a file of holidays without storing it");
    reading->add_option("file", w.file, "iCalendar (.ics), or CSV as docs/calendars.md shows")->required();
    run(reading, [&w](Environment& e, const Place& p) { return calendar_read(e, p, w.file); });

    CLI::App* user = group("user", "Users");
    run(add_command(*user, "list", "Everybody who can sign in"),
        [](Environment& e, const Place& p) { return user_list(e, p); });
    CLI::App* token = add_command(*user, "token", "Make a token for a program, shown once");
    token->add_option("--user", w.user, "E-mail address")->required();
    token->add_option("--scope", w.scope, "read, log, manage or admin")->required();
    run(token, [&w](Environment& e, const Place& p) { return user_token(e, p, w.user, w.scope); });
    CLI::App* password = add_command(*user, "password", "Make a new password, shown once");
    password->add_option("--user", w.user, "E-mail address")->required();
    run(password, [&w](Environment& e, const Place& p) { return user_password(e, p, w.user); });

    add_webhooks();
    add_coming_and_going(*user);
    add_leave_commands();

    CLI::App* contact = group("contact", "Contacts");
    CLI::App* adding = add_command(*contact, "add", "Add a contact");
    adding->add_option("--name", w.contact.name)->required();
    adding->add_option("--account", w.contact.account, "Name of the company: found, or made");
    adding->add_option("--phone", w.contact.phone);
    adding->add_option("--email", w.contact.email);
    adding->add_option("--key", w.contact.key, "The company's own name for the contact");
    run(adding, [&w](Environment& e, const Place& p) { return contact_add(e, p, w.contact); });
    CLI::App* finding = add_command(*contact, "find", "Find contacts by the beginning of a word");
    finding->add_option("prefix", w.prefix);
    run(finding, [&w](Environment& e, const Place& p) { return contact_find(e, p, w.prefix); });
  }

  void add_webhooks() {
    Words& w = words_;
    CLI::App* webhook = group("webhook", "Webhooks of programs that sign what they send");
    CLI::App* adding = add_command(*webhook, "add", "Make one; its secret is shown once. It acts for --as");
    adding->add_option("--source", w.name, "What the other program is called")->required();
    run(adding, [&w](Environment& e, const Place& p) { return webhook_add(e, p, w.name); });
    run(add_command(*webhook, "list", "Those that hold"),
        [](Environment& e, const Place& p) { return webhook_list(e, p); });
    CLI::App* renewing = add_command(*webhook, "renew", "Another secret, in place of the one before");
    renewing->add_option("id", w.id)->required();
    run(renewing, [&w](Environment& e, const Place& p) { return webhook_renew(e, p, w.id); });
    CLI::App* revoking = add_command(*webhook, "revoke", "End one");
    revoking->add_option("id", w.id)->required();
    run(revoking, [&w](Environment& e, const Place& p) { return webhook_revoke(e, p, w.id); });
  }

  void add_coming_and_going(CLI::App& user) {
    Words& w = words_;
    CLI::App* inviting = add_command(user, "invite", "Make a link to set a password, shown once");
    inviting->add_option("--user", w.user, "E-mail address")->required();
    run(inviting, [&w](Environment& e, const Place& p) { return user_invite(e, p, w.user); });
    CLI::App* departing = add_command(user, "depart", "Somebody leaves the company");
    departing->add_option("--user", w.hand_over.user, "E-mail address")->required();
    departing->add_option("--last-day", w.hand_over.day)->required();
    departing->add_option("--to", w.hand_over.to, "Who takes the contacts and the rest of the running quotas");
    run(departing, [&w](Environment& e, const Place& p) { return user_depart(e, p, w.hand_over); });
    CLI::App* staying = add_command(user, "stay", "Take an announced departure back");
    staying->add_option("--user", w.hand_over.user, "E-mail address")->required();
    run(staying, [&w](Environment& e, const Place& p) { return user_stay(e, p, w.hand_over.user); });
    CLI::App* handing = add_command(user, "hand-over", "Hand contacts and the rest of the running quotas over");
    handing->add_option("--user", w.hand_over.user, "E-mail address")->required();
    handing->add_option("--to", w.hand_over.to, "E-mail address")->required();
    handing->add_option("--from", w.hand_over.day, "The first day")->required();
    handing->add_flag("--no-contacts", w.hand_over.no_contacts);
    handing->add_flag("--no-quotas", w.hand_over.no_quotas);
    run(handing, [&w](Environment& e, const Place& p) { return user_hand_over(e, p, w.hand_over); });
  }

  void add_leave_commands() {
    Words& w = words_;
    CLI::App* leave = group("leave", "When somebody is away");
    CLI::App* listing = add_command(*leave, "list", "The leave of one person, or of a team for some days");
    auto* whose = listing->add_option_group("whose")->require_option(1);
    whose->add_option("--rep", w.leave.rep, "E-mail address or id");
    whose->add_option("--team", w.leave.team, "Who is in it today");
    listing->add_option("--from", w.leave.from, "Of a team: the first day");
    listing->add_option("--to", w.leave.to, "Of a team: the first day after the last");
    run(listing, [&w](Environment& e, const Place& p) { return leave_list(e, p, w.leave); });
    CLI::App* adding = add_command(*leave, "add", "Enter leave");
    adding->add_option("--rep", w.leave.rep, "E-mail address or id")->required();
    adding->add_option("--from", w.leave.from, "First day")->required();
    adding->add_option("--to", w.leave.to, "The first day after it; without it one day");
    adding->add_option("--minutes", w.leave.minutes, "Of each of the days; without it whole days")
        ->check(CLI::Range(0, 1'000'000));
    run(adding, [&w](Environment& e, const Place& p) { return leave_add(e, p, w.leave); });
    CLI::App* removing = add_command(*leave, "remove", "Remove a leave");
    removing->add_option("id", w.leave.id)->required();
    removing->add_option("--rep", w.leave.rep, "E-mail address or id")->required();
    run(removing, [&w](Environment& e, const Place& p) { return leave_remove(e, p, w.leave); });
  }

  void add_activities() {
    Words& w = words_;
    CLI::App* activity = group("activity", "Activities");
    CLI::App* adding = add_command(*activity, "add", "Log activities, one JSON object a line");
    adding->add_option("--file", w.file)->required();
    run(adding, [&w](Environment& e, const Place& p) { return activity_add(e, p, w.file); });
    CLI::App* listing = add_command(*activity, "list", "Activities of a rep, newest first");
    listing->add_option("--rep", w.filter.rep)->required();
    listing->add_option("--from", w.filter.from, "First day");
    listing->add_option("--to", w.filter.to, "First day after");
    run(listing, [&w](Environment& e, const Place& p) { return activity_list(e, p, w.filter); });
    CLI::App* voiding = add_command(*activity, "void", "Void an activity");
    voiding->add_option("id", w.id)->required();
    voiding->add_option("--reason", w.reason)->required();
    run(voiding, [&w](Environment& e, const Place& p) { return activity_void(e, p, w.id, w.reason); });
    CLI::App* correcting = add_command(*activity, "correct", "Correct an activity");
    correcting->add_option("id", w.id)->required();
    correcting->add_option("--set", w.set, "NAME=VALUE, more than once; NAME= empties it")->required();
    correcting->add_option("--reason", w.reason)->required();
    run(correcting, [&w](Environment& e, const Place& p) { return activity_correct(e, p, w.id, w.set, w.reason); });

    CLI::App* signal = group("signal", "Signals");
    CLI::App* telling = add_command(*signal, "add", "Add signals, one JSON object a line");
    telling->add_option("--file", w.file)->required();
    run(telling, [&w](Environment& e, const Place& p) { return signal_add(e, p, w.file); });
  }

  void add_imports() {
    Words& w = words_;
    CLI::App* importing = add_command(app_, "import", "Import a file; list, show, cancel or undo imports");
    importing->add_option("file", w.importing.file, "The file");
    importing->add_option("--mapping", w.importing.mapping, "One that comes with the program, or a JSON file");
    importing->add_option("--rep", w.importing.rep, "Whose the rows are that name no rep");
    importing->add_flag("--dry-run", w.importing.dry_run, "Only say what it would do");
    run(add_command(*importing, "list", "Imports, newest first"),
        [](Environment& e, const Place& p) { return import_list(e, p); });
    CLI::App* showing = add_command(*importing, "show", "One import: how far it is, and what it refused");
    showing->add_option("id", w.id)->required();
    run(showing, [&w](Environment& e, const Place& p) { return import_show(e, p, w.id); });
    CLI::App* cancelling = add_command(*importing, "cancel", "Stop an import or an undo: what is done stays");
    cancelling->add_option("id", w.id)->required();
    run(cancelling, [&w](Environment& e, const Place& p) { return import_cancel(e, p, w.id); });
    CLI::App* undoing = add_command(*importing, "undo", "Take an import back");
    undoing->add_option("id", w.id)->required();
    run(undoing, [&w](Environment& e, const Place& p) { return import_undo(e, p, w.id); });
    importing->callback([this, importing] {
      if (!importing->get_subcommands().empty()) return;
      Words& words = words_;
      if (words.importing.file.empty()) throw CLI::RequiredError("file");
      if (words.importing.mapping.empty()) throw CLI::RequiredError("--mapping");
      words.exit_code = words.no_address ? refuse({Fault::invalid, "database.address_missing", {}, {}})
                                         : import_file(environment_, words.place, words.importing);
    });
  }

  void add_quotas() {
    Words& w = words_;
    CLI::App* quota = group("quota", "Quotas");
    run(add_command(*quota, "list", "Definitions"), [](Environment& e, const Place& p) { return quota_list(e, p); });
    CLI::App* showing = add_command(*quota, "show", "Where a quota stands");
    showing->add_option("--quota", w.quota.quota, "Key or id")->required();
    auto* whose = showing->add_option_group("whose")->require_option(1);
    whose->add_option("--rep", w.quota.rep);
    whose->add_option("--team", w.quota.team);
    showing->add_option("--period", w.quota.period, "2026-W48, 2026-11, 2026-Q4 or a day");
    run(showing, [&w](Environment& e, const Place& p) { return quota_show(e, p, w.quota); });
    CLI::App* proving = add_command(*quota, "evidence", "Why each activity counts or does not");
    proving->add_option("--quota", w.quota.quota)->required();
    proving->add_option("--rep", w.quota.rep)->required();
    proving->add_option("--period", w.quota.period);
    run(proving, [&w](Environment& e, const Place& p) { return quota_evidence(e, p, w.quota); });

    CLI::App* past = add_command(*quota, "history", "The last periods of a rep");
    past->add_option("--quota", w.quota.quota)->required();
    past->add_option("--rep", w.quota.rep)->required();
    run(past, [&w](Environment& e, const Place& p) { return quota_history(e, p, w.quota); });

    CLI::App* templates = group("template", "Templates by trade: kinds, outcomes and quotas");
    run(add_command(*templates, "list", "Those that come with the program"),
        [](Environment& e, const Place& p) { return template_list(e, p); });
    CLI::App* printing = add_command(*templates, "show", "Print one as a document for apply");
    printing->add_option("name", w.name)->required();
    run(printing, [&w](Environment& e, const Place& p) { return template_show(e, p, w.name); });

    CLI::App* pace = add_command(app_, "pace", "Where a team stands");
    pace->add_option("--team", w.team)->required();
    pace->add_flag("--totals", w.totals, "The team as a whole in place of each rep");
    pace->add_flag("--together", w.together, "The quotas of the team as one number")->excludes("--totals");
    run(pace, [&w](Environment& e, const Place& p) {
      if (w.together) return team_quotas(e, p, w.team);
      return w.totals ? team_totals(e, p, w.team) : team_pace(e, p, w.team);
    });
  }

  void add_standing() {
    Words& w = words_;
    CLI::App* where = add_command(app_, "standing", "What is sold, expected and still to build in a period");
    where->add_option("--rep", w.standing.rep);
    where->add_option("--team", w.standing.team);
    where->add_option("--territory", w.standing.territory);
    where->add_option("--product-line", w.standing.product_line);
    where->add_option("--period", w.standing.period, "2026-Q4, 2026-11");
    where->add_option("--quota-minor", w.standing.quota_minor, "What is asked, in minor units");
    where->add_option("--quota", w.standing.quota, "Which of several stored quotas: its key");
    where->add_option("--rows", w.standing.part, "The rows of sold, expected, book, or all");
    where->add_option("--stage", w.standing.stage, "Of rows: only those of the stage");
    run(where, [&w](Environment& e, const Place& p) { return standing(e, p, w.standing); });
  }

  CLI::App* about_report(CLI::App& period, const char* name, const char* what) {
    Words& w = words_;
    CLI::App* added = add_command(period, name, what);
    added->add_option("--quota", w.report.quota, "Key or id")->required();
    added->add_option("--rep", w.report.rep)->required();
    added->add_option("--period", w.report.period, "2026-W48, 2026-11, 2026-Q4 or a day")->required();
    return added;
  }

  void add_periods() {
    Words& w = words_;
    CLI::App* period = group("period", "Period reports");
    CLI::App* closing = add_command(*period, "close", "Freeze a period of a quota into reports");
    closing->add_option("--quota", w.report.quota, "Key or id")->required();
    closing->add_option("--period", w.report.period, "2026-W48, 2026-11, 2026-Q4 or a day")->required();
    closing->add_option("--rep", w.report.rep, "One rep only");
    run(closing, [&w](Environment& e, const Place& p) { return period_close(e, p, w.report); });
    CLI::App* showing = about_report(*period, "report", "The report of a closed period");
    showing->add_flag("--late", w.report.late, "What became known since in place of the report");
    run(showing, [&w](Environment& e, const Place& p) { return period_report(e, p, w.report); });
    CLI::App* proving = about_report(*period, "evidence", "The frozen verdict on each activity");
    proving->add_option("--format", w.report.format, "csv or jsonl: one row a line");
    run(proving, [&w](Environment& e, const Place& p) { return period_evidence(e, p, w.report); });
    CLI::App* deciding = about_report(*period, "decide", "Confirm or replace the verdict, as a person: --as");
    deciding->add_option("--verdict", w.decision.verdict, "met, missed or excused")->required();
    deciding->add_option("--excuse", w.decision.excuse, "Of excused; never the medical reason");
    deciding->add_option("--note", w.decision.note);
    run(deciding, [&w](Environment& e, const Place& p) { return period_decide(e, p, w.report, w.decision); });
    CLI::App* listing = add_command(*period, "history", "Every report of a rep, newest first");
    listing->add_option("--rep", w.report.rep)->required();
    listing->add_option("--quota", w.report.quota);
    listing->add_option("--format", w.report.format, "csv or jsonl: one report a line");
    run(listing, [&w](Environment& e, const Place& p) { return period_history(e, p, w.report); });
    CLI::App* naming = add_command(*period, "verdicts", "Verdicts without counts, newest period first");
    naming->add_option("--rep", w.report.rep);
    naming->add_option("--team", w.report.team, "Who is in it today");
    naming->add_option("--quota", w.report.quota);
    naming->add_option("--period", w.report.period);
    run(naming, [&w](Environment& e, const Place& p) { return period_verdicts(e, p, w.report); });
  }

  void add_fair() {
    Words& w = words_;
    run(add_command(app_, "settings", "Monitoring profile, leaderboard, words of the notice"),
        [](Environment& e, const Place& p) { return settings(e, p); });
    run(add_command(app_, "notice", "What is recorded about people, who sees it, and for how long"),
        [](Environment& e, const Place& p) { return notice(e, p); });
    CLI::App* looking = add_command(app_, "looks", "Who saw the figures of a rep");
    looking->add_option("--rep", w.user)->required();
    run(looking, [&w](Environment& e, const Place& p) { return looks(e, p, w.user); });
    CLI::App* leading = add_command(app_, "leads-to", "What activities led to");
    auto* whose = leading->add_option_group("whose")->require_option(1);
    whose->add_option("--rep", w.leads_to.rep);
    whose->add_option("--team", w.leads_to.team);
    leading->add_option("--from", w.leads_to.from, "First day");
    leading->add_option("--to", w.leads_to.to, "First day after");
    leading->add_option("--within-days", w.leads_to.within_days, "How long something may take to follow");
    run(leading, [&w](Environment& e, const Place& p) { return leads_to(e, p, w.leads_to); });
    CLI::App* board = add_command(app_, "leaderboard", "Attainment of those who joined it");
    board->add_option("--team", w.team)->required();
    run(board, [&w](Environment& e, const Place& p) { return leaderboard(e, p, w.team); });
  }

  void add_checks() {
    Words& w = words_;
    run(add_command(app_, "verify", "Prove every maintained count from the facts"),
        [](Environment& e, const Place& p) { return verify_counts(e, p); });
    CLI::App* exporting = add_command(app_, "export", "Export a table");
    ExportOptions& o = w.exporting;
    exporting->add_option("table", o.table, "activities, contacts, quotas, reports, counts ... (docs/export.md)")
        ->required();
    exporting->add_option("--format", o.format, "csv, jsonl or xlsx");
    exporting->add_option("--rep", o.rep);
    exporting->add_option("--team", o.team);
    exporting->add_option("--quota", o.quota);
    exporting->add_option("--report", o.report);
    exporting->add_option("--import", o.import);
    exporting->add_option("--opportunity", o.opportunity);
    exporting->add_option("--account", o.account);
    exporting->add_option("--stage", o.stage);
    exporting->add_option("--state", o.state);
    exporting->add_option("--product-line", o.product_line);
    exporting->add_option("--territory", o.territory);
    exporting->add_option("--part", o.part, "of standing-rows");
    exporting->add_option(
        "--by", o.by,
        "of sales-sums: rep, team, product_line, region, month or quarter; of estimates-sums: rep, product_line or month");
    exporting->add_option("--period", o.period);
    exporting->add_option("--from", o.from);
    exporting->add_option("--to", o.to);
    run(exporting, [&o](Environment& e, const Place& p) { return export_table(e, p, o); });
    run(add_command(app_, "doctor", "What may be wrong with this installation"),
        [](Environment& e, const Place& p) { return doctor(e, p); });
    CLI::App* keeping = add_command(app_, "backup", "Copy everything to a new file, beside a running server");
    keeping->add_option("file", w.file)->required();
    run(keeping, [&w](Environment& e, const Place& p) { return backup(e, p, w.file); });
    CLI::App* restoring = add_command(app_, "restore", "Put a backup in the place of all that is there");
    restoring->add_option("file", w.file)->required();
    run(restoring, [&w](Environment& e, const Place& p) { return restore(e, p, w.file); });
    CLI::App* back = add_command(app_, "rollback", "Take the last upgrade back, for the older program");
    back->add_option("--backups", w.place.snapshots, "Of PostgreSQL: the folder that `serve --backups` had");
    run(back, [](Environment& e, const Place& p) { return roll_back(e, p); });
    CLI::App* moving = add_command(app_, "migrate-to", "Move everything of the folder to an empty PostgreSQL database");
    moving->add_option("address", w.address, "postgresql://...")->required();
    run(moving, [&w](Environment& e, const Place& p) { return migrate_to(e, p, w.address); });
    run(add_command(app_, "openapi", "Print the description of the API"),
        [](Environment&, const Place&) { return openapi(); });
  }

  CLI::App& app_;
  Words& words_;
  Environment& environment_;
};

}  // namespace

int run(int argc, const char* const* argv, Environment& environment) {
  CLI::App app("Paceline: turns the number into the actions that reach it");
  Words words;
  app.set_version_flag("--version", environment.version());
  app.require_subcommand(1);
  app.fallthrough();
  if (const char* told = std::getenv("PACELINE_DATA")) words.place.data = told;
  if (const char* told = std::getenv("PACELINE_DATABASE")) words.place.database = told;
  CLI::Option* folder = app.add_option("--data", words.place.data, "Folder of the embedded database, or PACELINE_DATA");
  folder->each([&words](const std::string&) { words.place.database.clear(); });
  app.add_option("--database", words.place.database, "Address of a PostgreSQL database instead: postgresql://...")
      ->excludes(folder)
      ->each([&words](const std::string& address) { words.no_address = address.empty(); });
  app.add_option("--org", words.place.org, "Id of the organisation, when there are several");
  app.add_option("--as", words.place.as, "E-mail address of the acting user; the system by default");
  app.add_option("--as-of", words.place.as_of, "A moment: what was known then");
  app.add_flag("--json", words.place.json, "Answer with one JSON object");
  Commands commands(app, words, environment);  // what CLI11 calls back, while it reads the words
  commands.add_all();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? kOk : kUsage;
  }
  return words.exit_code;
}

}  // namespace paceline::cli
