// SPDX-License-Identifier: Apache-2.0
// Wires the adapters into the ports: the only file that sees every folder.
#include <malloc.h>

#include <atomic>
#include <filesystem>
#include <utility>

#include "api/handlers.h"
#include "api/live_changes.h"
#include "api/problem.h"
#include "api/routes.h"
#include "api/steps.h"
#include "background/backup_keeper.h"
#include "background/end_signal.h"
#include "background/job_runner.h"
#include "calendar/country_files.h"
#include "calendar/zone_files.h"
#include "cli/command_line.h"
#include "cli/proof.h"
#include "http/client.h"
#include "http/server.h"
#include "importer/json_import_files.h"
#include "language/icu_names.h"
#include "secret/sodium_secrets.h"
#include "store/backup.h"
#include "store/copy_database.h"
#include "store/postgres/postgres_database.h"
#include "store/remove_organisation.h"
#include "store/schema/schema.h"
#include "store/sqlite/sqlite_database.h"
#include "store/unit_of_work.h"
#include "watch/metrics_page.h"
#include "watch/watch.h"

namespace paceline {
namespace {

/// What does not depend on where the data are.
struct Adapters {
  SystemClock clock;
  ZoneFiles zones;
  SodiumSecrets secrets;
  IcuNames names;
  CountryFiles countries;
  JsonImportFiles import_files;
  TimeOrderedIds ids{clock};
  LastBackup last_backup;
  std::unique_ptr<Watch> watch;  ///< of a server

  void report(std::string_view what) const { watch ? watch->fault(what) : say_fault(what); }
};

Result<std::unique_ptr<store::Database>> open_database(const cli::Place& place, store::Access access) {
  if (!place.database.empty()) return store::open_postgres_database(place.database);
  return store::SqliteDatabase::open(place.data, access);
}

std::string snapshots_of(const cli::Place& place) {
  return place.snapshots.empty() ? place.data : place.snapshots;
}

/// What is done about tables of an older release.
enum class Schema { refuse, migrate };

/// Whoever owns a folder has it alone; a PostgreSQL database may have servers of an older release on it.
Schema schema_for(const cli::Place& place, store::Access access) {
  return access == store::Access::owner && place.database.empty() ? Schema::migrate : Schema::refuse;
}

Result<void> prepare(const cli::Place& place, store::Database& database, Schema schema, Instant now) {
  if (schema == Schema::refuse) return store::check_schema(database, store::migrations());
  const auto backup = [&](int number) {
    if (place.database.empty()) return database.backup_before(number);
    return store::snapshot_server(database, snapshots_of(place), number, now);
  };
  PACELINE_CHECK(store::migrate(database, store::migrations(), now, backup));
  return {};
}

/// An open database, with the API on it.
class Office {
 public:
  static Result<std::unique_ptr<Office>> open(const cli::Place& place, store::Access access, Schema schema,
                                              Adapters& adapters) {
    PACELINE_TRY(auto database, open_database(place, access));
    PACELINE_CHECK(prepare(place, *database, schema, adapters.clock.now()));
    return std::unique_ptr<Office>(new Office(std::move(database), adapters));
  }

  [[nodiscard]] const api::Backend& backend() const { return backend_; }
  [[nodiscard]] api::Response handle(const api::Request& request) const { return router_.handle(request); }
  [[nodiscard]] UnitOfWork& unit() { return unit_; }
  [[nodiscard]] Looks& looks() { return looks_; }
  [[nodiscard]] Result<DatabaseFigures> figures(Instant now) {
    DatabaseFigures figures{database_->counters(), {}, 0};
    PACELINE_TRY(figures.bytes, database_->bytes());
    PACELINE_CHECK(database_->read([&](store::Connection& connection) -> Result<void> {
      PACELINE_TRY(figures.backlog, store::backlog(now, connection));
      return {};
    }));
    return figures;
  }

 private:
  Office(std::unique_ptr<store::Database> database, Adapters& a)
      : database_(std::move(database)),
        unit_(*database_, a.names, a.ids),
        backend_{unit_,         a.secrets,      a.zones, a.clock, a.names,
                 a.countries,   a.import_files, a.ids,   looks_,  store::schema_number(),
                 &a.last_backup},
        router_(api::routes(),
                api::steps(backend_, tries_, [&a](const api::Request&, std::string_view what) { a.report(what); })) {
    api::add_handlers(router_, backend_);
  }

  std::unique_ptr<store::Database> database_;
  store::SqlUnitOfWork unit_;
  Looks looks_;
  api::Backend backend_;
  api::SignInTries tries_;
  api::Router router_;
};

ImportTools import_tools(Adapters& a) {
  return {a.import_files, a.zones, a.secrets, a.ids};
}

JobTools job_tools(Adapters& a, ImportDesk& imports) {
  return {a.clock, {a.zones, a.secrets, a.ids}, &imports, [&a](const JobDone& job) {
            if (a.watch) a.watch->note(job);
          }};
}

/// An office at work: it does background jobs and tells changes.
struct Shift {
  Shift(std::unique_ptr<Office> at, Adapters& adapters, std::int64_t server)
      : office(std::move(at)),
        changes(office->unit()),
        imports(import_tools(adapters)),
        jobs(server, job_tools(adapters, imports), office->unit(), office->looks(),
             [&adapters](std::string_view what) { adapters.report(what); }) {}

  std::unique_ptr<Office> office;
  api::LiveChanges changes;
  ImportDesk imports;
  JobRunner jobs;
};

/// What a server asks: the shift, or, while its database is away and there is none, the answer that it is away.
class Desk final : public api::LiveSource {
 public:
  void take_up(Shift& shift) { shift_ = &shift; }
  [[nodiscard]] api::Response handle(const api::Request& request) const {
    if (const Shift* shift = shift_) return shift->office->handle(request);
    if (request.path == kLiveness) return alive();
    return api::problem({Fault::unavailable, "store.unreachable", {}, {}});
  }
  [[nodiscard]] std::optional<DatabaseFigures> figures(Instant now) const {
    Shift* shift = shift_;
    if (shift == nullptr) return std::nullopt;
    const auto found = shift->office->figures(now);
    return found ? std::optional(*found) : std::nullopt;
  }
  std::map<std::int64_t, std::int64_t> newest(const std::vector<std::int64_t>& orgs) override {
    Shift* shift = shift_;
    return shift ? shift->changes.newest(orgs) : std::map<std::int64_t, std::int64_t>();
  }
  std::vector<api::LiveEvent> after(std::int64_t org, std::int64_t seq, int limit) override {
    Shift* shift = shift_;
    return shift ? shift->changes.after(org, seq, limit) : std::vector<api::LiveEvent>();
  }

 private:
  static constexpr std::string_view kLiveness = "/api/v1/health/live";
  static api::Response alive() {
    api::Response response;
    response.body = R"({"status":"ok"})";
    return response;
  }

  std::atomic<Shift*> shift_ = nullptr;
};

bool reads(const api::Request& request) {
  return request.method == api::Method::get;
}

class Program : public cli::Environment {
 public:
  Result<api::Response> ask(const cli::Place& place, const api::Request& request) override {
    const auto access = reads(request) ? store::Access::reader : store::Access::owner;
    auto office = Office::open(place, access, schema_for(place, access), adapters_);
    if (office) return answer(std::move(*office), place, request, nullptr);
    if (office.error().code != "store.in_use") return tl::unexpected(std::move(office).error());
    return http::send(socket_of(place), request);
  }
  Result<api::Response> ask_in_parts(const cli::Place& place, const api::Request& request, const Take& take) override {
    PACELINE_ASSERT(reads(request));
    PACELINE_TRY(auto office,
                 Office::open(place, store::Access::reader, schema_for(place, store::Access::reader), adapters_));
    return answer(std::move(office), place, request, take);
  }

  Result<void> read(const cli::Place& place, const Work& work) override {
    return with(place, store::Access::reader, schema_for(place, store::Access::reader), work);
  }
  Result<void> own(const cli::Place& place, const Work& work) override {
    return with(place, store::Access::owner, schema_for(place, store::Access::owner), work);
  }
  Result<void> found(const cli::Place& place, const Work& work) override {
    return with(place, store::Access::owner, Schema::migrate, work);
  }

  Result<cli::Moved> move(const cli::Place& from, const std::string& address, const Work& before,
                          const Work& after) override {
    PACELINE_TRY(const auto destination, store::open_postgres_database(address));
    PACELINE_CHECK(store::SqliteDatabase::open(from.data, store::Access::reader));  // an owner would make the folder
    PACELINE_TRY(const auto source, store::SqliteDatabase::open(from.data, store::Access::owner));
    PACELINE_TRY(const auto copied,
                 store::copy_everything(*source, *destination, adapters_.clock.now(), looking(before), looking(after)));
    return cli::Moved{copied.tables, copied.rows};
  }
  Result<void> back_up(const cli::Place& place, const std::string& file, const Work& look) override {
    if (place.database.empty()) return store::back_up_folder(place.data, file, looking(look));
    PACELINE_TRY(const auto server, store::open_postgres_database(place.database));
    return store::back_up_server(*server, file, adapters_.clock.now(), looking(look));
  }
  Result<void> restore(const cli::Place& place, const std::string& file, const Change& change) override {
    const Instant now = adapters_.clock.now();
    if (place.database.empty()) return store::restore_folder(place.data, file, now, changing(change));
    PACELINE_TRY(const auto server, store::open_postgres_database(place.database));
    return store::restore_server(*server, file, now, changing(change));
  }
  Result<cli::RolledBack> roll_back(const cli::Place& place) override {
    PACELINE_TRY(const auto done, roll_back_database(place));
    return cli::RolledBack{done.from,        done.to,  done.since.activities, done.since.opportunities,
                           done.since.sales, done.kept};
  }
  Result<void> remove_demonstration(const cli::Place& place, OrgId org_id) override {
    PACELINE_TRY(const auto database, open_database(place, store::Access::owner));
    PACELINE_CHECK(prepare(place, *database, schema_for(place, store::Access::owner), adapters_.clock.now()));
    PACELINE_CHECK(store::remove_demonstration(org_id, *database));
    return {};
  }

  Result<bool> do_imports(const cli::Place& place) override {
    const auto office = Office::open(place, store::Access::owner, Schema::refuse, adapters_);
    if (!office && office.error().code == "store.in_use") return false;
    if (!office) return tl::unexpected(office.error());
    UnitOfWork& unit = (*office)->unit();
    ImportDesk desk(import_tools(adapters_));
    PACELINE_TRY(const auto organisations, unit.organisations());
    for (const OrgId org_id : organisations)
      PACELINE_CHECK(paceline::do_imports(adapters_.ids.next(), org_id, job_tools(adapters_, desk), unit));
    return true;
  }

  Result<void> serve(const cli::Place& place, const cli::ServeOptions& options,
                     const std::function<void(const cli::Serving&)>& ready) override {
    EndSignal end;
    PACELINE_TRY(adapters_.watch, Watch::open(log_options(options), adapters_.clock));
    PACELINE_TRY(auto shift, begin_shift(place, options));
    Desk desk;
    if (shift) desk.take_up(*shift);
    http::Server server(server_options(place, options, desk));
    PACELINE_TRY(const auto bound, server.start());
    http::Server metrics(metrics_options(place, options, desk, server));
    http::Bound read_at;
    const bool metered = !options.metrics_address.empty();
    if (metered) {
      PACELINE_TRY(read_at, metrics.start());
    }
    const auto keeper = keep_backups(place, options);
    const std::string scheme = options.certificate.empty() ? "http://" : "https://";
    if (shift) end.at_work();
    ready({scheme + url_of(bound), store::schema_number(), metered ? "http://" + url_of(read_at) + kMetrics : ""});
    while (!end.came_within(std::chrono::seconds(1))) {
      if (shift) continue;
      PACELINE_TRY(shift, begin_shift(place, options));
      if (shift) desk.take_up(*shift);
      if (shift) end.at_work();
    }
    metrics.stop();
    server.stop();
    server.wait();
    return {};
  }

  std::string new_key() override { return adapters_.secrets.new_token(); }
  std::string version() override {
    return "paceline " PACELINE_VERSION " schema " + std::to_string(store::schema_number());
  }

 private:
  Result<store::RolledBack> roll_back_database(const cli::Place& place) {
    if (place.database.empty()) return store::roll_back_folder(place.data);
    PACELINE_TRY(const auto server, store::open_postgres_database(place.database));
    return store::roll_back_server(*server, snapshots_of(place), adapters_.clock.now());
  }

  /// A reader of the folder cannot write that somebody looked: the folder's owner does, this process after its answer,
  /// or the server that runs, which is asked the same again.
  Result<api::Response> answer(std::unique_ptr<Office> office, const cli::Place& place, const api::Request& request,
                               const Take& take) {
    api::Response response = office->handle(request);
    PACELINE_CHECK(take_parts(response, take));
    if (office->looks().empty()) return response;
    Looks looks;
    looks.take_over(office->looks());
    office.reset();
    const auto owner = Office::open(place, store::Access::owner, Schema::refuse, adapters_);
    if (!owner && owner.error().code == "store.in_use") return http::send(socket_of(place), request);
    if (!owner || !looks.store((*owner)->unit())) adapters_.report("who looked could not be written down");
    return response;
  }

  /// All of the body, while what it is read from is there. Nobody takes it: it stays in the answer.
  static Result<void> take_parts(api::Response& response, const Take& take) {
    if (take && response.status == 200) take(std::exchange(response.body, {}));
    while (response.next_part) {
      PACELINE_TRY(const std::string part, response.next_part());
      if (part.empty()) response.next_part = nullptr;
      if (take) take(part);
      if (!take) response.body += part;
    }
    return {};
  }

  static std::string socket_of(const cli::Place& place) { return place.data + "/paceline.sock"; }

  /// None while the database server is away, which is reported once.
  Result<std::unique_ptr<Shift>> begin_shift(const cli::Place& place, const cli::ServeOptions& options) {
    auto begun = try_to_begin_shift(place, options);
    const bool away = !begun && begun.error().code == "store.unreachable";
    if (!away) return begun;
    if (!std::exchange(told_away_, true))
      adapters_.report("the database is away, and is tried again: " + begun.error().detail);
    return std::unique_ptr<Shift>();
  }
  Result<std::unique_ptr<Shift>> try_to_begin_shift(cli::Place place, const cli::ServeOptions& options) {
    if (!options.backups.empty()) place.snapshots = options.backups;
    PACELINE_TRY(auto office, Office::open(place, store::Access::owner, Schema::migrate, adapters_));
    PACELINE_CHECK(allowed_to_listen(*office, options));
    PACELINE_CHECK(add_standing_jobs(adapters_.clock.now(), office->unit()));
    return std::make_unique<Shift>(std::move(office), adapters_, adapters_.ids.next());
  }

  /// Of the folder beside it unless told otherwise; of a PostgreSQL database where told.
  std::unique_ptr<BackupKeeper> keep_backups(const cli::Place& place, const cli::ServeOptions& options) {
    const bool wanted = options.kept_backups > 0 && (place.database.empty() || !options.backups.empty());
    if (!wanted) return nullptr;
    const std::string folder = options.backups.empty() ? place.data + "/backups" : options.backups;
    const auto sound = [](const api::Backend& copy) -> Result<void> {
      PACELINE_CHECK(cli::require_sound(copy));
      return {};
    };
    const auto make = [this, place, sound](const std::string& file) { return back_up(place, file, sound); };
    const auto report = [this](std::string_view what) { adapters_.report(what); };
    return std::make_unique<BackupKeeper>(BackupPlan{folder, options.kept_backups}, adapters_.clock, make, report,
                                          adapters_.last_backup);
  }

  static LogOptions log_options(const cli::ServeOptions& options) {
    return {parse_enum<LogLevel>(options.log).value_or(LogLevel::none), options.log_file};
  }

  static std::string url_of(const http::Bound& bound) {
    const bool six = bound.address.find(':') != std::string::npos;
    return (six ? "[" + bound.address + "]" : bound.address) + ":" + std::to_string(bound.port);
  }

  /// A listener of its own, of this machine only: whoever may read metrics needs no account, and whoever has one does
  /// not read them. Without an address it listens nowhere.
  http::ServerOptions metrics_options(const cli::Place& place, const cli::ServeOptions& options, const Desk& desk,
                                      const http::Server& server) {
    http::ServerOptions made;
    made.address = options.metrics_address;
    made.port = static_cast<std::uint16_t>(options.metrics_port);
    made.only_handler = true;
    made.workers = 1;
    made.on_fault = [this](std::string_view what) { adapters_.report(what); };
    made.handler = [this, &place, &desk, &server](const api::Request& request) {
      if (request.path != kMetrics) return api::problem({Fault::not_found, "route.not_found", {}, {}});
      const Instant now = adapters_.clock.now();
      api::Response response;
      response.content_type = "text/plain; version=0.0.4; charset=utf-8";
      response.body =
          metrics_page(adapters_.watch->tallies(),
                       {PACELINE_VERSION, store::schema_number(), place.database.empty() ? "sqlite" : "postgresql", now,
                        adapters_.watch->started(), server.load(), adapters_.last_backup.news(),
                        adapters_.watch->lost_lines(), desk.figures(now)});
      return response;
    };
    return made;
  }

  Result<void> with(const cli::Place& place, store::Access access, Schema schema, const Work& work) {
    PACELINE_TRY(const auto office, Office::open(place, access, schema, adapters_));
    return work(office->backend());
  }

  /// The API's backend on a database that somebody else keeps open.
  struct Beside {
    Beside(store::Database& database, Adapters& a)
        : unit(database, a.names, a.ids), backend{unit,           a.secrets,
                                                  a.zones,        a.clock,
                                                  a.names,        a.countries,
                                                  a.import_files, a.ids,
                                                  nobody_looks,   store::schema_number()} {}
    store::SqlUnitOfWork unit;
    Looks nobody_looks;
    api::Backend backend;
  };
  store::Look looking(const Work& work) {
    return [this, work](store::Database& database) { return work(Beside(database, adapters_).backend); };
  }
  store::Change changing(const Change& change) {
    return [this, change](store::Database& restored, store::Database* present) -> Result<void> {
      const Beside made(restored, adapters_);
      if (present == nullptr) return change(made.backend, nullptr);
      const Beside there(*present, adapters_);
      return change(made.backend, &there.backend);
    };
  }

  static bool is_loopback(const std::string& address) {
    return address == "127.0.0.1" || address == "::1" || address == "localhost";
  }
  /// Beyond this machine only with a proxy that has a certificate, and never with the demonstration's known passwords.
  static Result<void> allowed_to_listen(Office& office, const cli::ServeOptions& options) {
    const bool loopback = is_loopback(options.address);
    if (!options.metrics_address.empty() && !is_loopback(options.metrics_address))
      return fail(Fault::invalid, "listen.metrics_not_loopback", {}, options.metrics_address);
    if (loopback && !options.behind_proxy) return {};
    if (!options.behind_proxy && options.certificate.empty())
      return fail(Fault::invalid, "listen.needs_certificate", {},
                  "use --certificate and --key, or --behind-proxy with a proxy that has a certificate");
    PACELINE_TRY(const auto all, office.unit().organisations());
    for (const OrgId org_id : all) {
      PACELINE_TRY(const auto organisation, read_as<Organisation>(office.unit(), org_id, [](Stores& stores) {
                     return stores.people.organisation();
                   }));
      if (organisation.demonstration)
        return fail(Fault::conflict, "listen.demonstration", {}, "the demonstration is for this machine only");
    }
    return {};
  }

  http::ServerOptions server_options(const cli::Place& place, const cli::ServeOptions& options, Desk& desk) {
    http::ServerOptions made;
    made.address = options.address;
    made.port = static_cast<std::uint16_t>(options.port);
    if (place.database.empty()) made.socket_path = socket_of(place);
    if (!place.database.empty()) made.limits.live_poll = http::kLivePollOfMany;
    made.handler = [&desk](const api::Request& request) { return desk.handle(request); };
    made.live = &desk;
    made.assets = &http::embedded_assets();
    made.on_fault = [this](std::string_view what) { adapters_.report(what); };
    made.on_answer = [this](const http::Answered& answered) { adapters_.watch->note(answered); };
    made.request_prefix = adapters_.secrets.new_token().substr(0, kPrefixLength) + "-";
    made.behind_proxy = options.behind_proxy;
    made.tls = {options.certificate, options.key};
    made.secure_cookies = options.behind_proxy || made.tls.wanted();
    return made;
  }

  static constexpr const char* kMetrics = "/metrics";
  static constexpr std::size_t kPrefixLength = 6;

  Adapters adapters_;
  bool told_away_ = false;
};

/// What is larger goes back to the machine when it is freed. Left alone, glibc raises this to the largest size it has
/// seen, and the heap of each worker keeps what it was given: 1 MB of 97 with two processors (a file of 500 MB,
/// measured), more with more workers.
constexpr int kGivenBackFrom = 128 * 1024;

}  // namespace
}  // namespace paceline

int main(int argc, char** argv) {
  ::mallopt(M_MMAP_THRESHOLD, paceline::kGivenBackFrom);
  paceline::Program program;
  return paceline::cli::run(argc, argv, program);
}
