// SPDX-License-Identifier: Apache-2.0
// Wires the adapters into the ports: the only file that sees every folder.
#include <pthread.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "api/handlers.h"
#include "api/live_changes.h"
#include "api/problem.h"
#include "api/routes.h"
#include "api/steps.h"
#include "background/job_runner.h"
#include "calendar/country_files.h"
#include "calendar/zone_files.h"
#include "cli/command_line.h"
#include "http/client.h"
#include "http/server.h"
#include "importer/json_import_files.h"
#include "language/icu_names.h"
#include "secret/sodium_secrets.h"
#include "store/copy_database.h"
#include "store/postgres/postgres_database.h"
#include "store/remove_organisation.h"
#include "store/schema/schema.h"
#include "store/sqlite/sqlite_database.h"
#include "store/unit_of_work.h"

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
};

void report(std::string_view what) {
  std::fprintf(stderr, "paceline: %.*s\n", static_cast<int>(what.size()), what.data());
}

Result<std::unique_ptr<store::Database>> open_database(const cli::Place& place, store::Access access) {
  if (!place.database.empty()) return store::open_postgres_database(place.database);
  return store::SqliteDatabase::open(place.data, access);
}

/// What is done about tables of an older release.
enum class Schema { refuse, migrate };

/// Whoever owns a folder has it alone; a PostgreSQL database may have servers of an older release on it.
Schema schema_for(const cli::Place& place, store::Access access) {
  return access == store::Access::owner && place.database.empty() ? Schema::migrate : Schema::refuse;
}

Result<void> prepare(store::Database& database, Schema schema, Instant now) {
  if (schema == Schema::refuse) return store::check_schema(database, store::migrations());
  const auto backup = [&](int number) { return database.backup_before(number); };
  PACELINE_CHECK(store::migrate(database, store::migrations(), now, backup));
  return {};
}

/// An open database, with the API on it.
class Office {
 public:
  static Result<std::unique_ptr<Office>> open(const cli::Place& place, store::Access access, Schema schema,
                                              Adapters& adapters) {
    PACELINE_TRY(auto database, open_database(place, access));
    PACELINE_CHECK(prepare(*database, schema, adapters.clock.now()));
    return std::unique_ptr<Office>(new Office(std::move(database), adapters));
  }

  [[nodiscard]] const api::Backend& backend() const { return backend_; }
  [[nodiscard]] api::Response handle(const api::Request& request) const { return router_.handle(request); }
  [[nodiscard]] UnitOfWork& unit() { return unit_; }
  [[nodiscard]] Looks& looks() { return looks_; }

 private:
  Office(std::unique_ptr<store::Database> database, Adapters& a)
      : database_(std::move(database)),
        unit_(*database_, a.names, a.ids),
        backend_{unit_,       a.secrets,      a.zones, a.clock, a.names,
                 a.countries, a.import_files, a.ids,   looks_,  store::schema_number()},
        router_(api::routes(), api::steps(backend_, tries_, [](const api::Request& request, std::string_view what) {
                  report(std::string(what) + " at " + request.path);
                })) {
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
  return {a.clock, {a.zones, a.secrets, a.ids}, &imports};
}

/// An office at work: it does background jobs and tells changes.
struct Shift {
  Shift(std::unique_ptr<Office> at, Adapters& adapters, std::int64_t server)
      : office(std::move(at)),
        changes(office->unit()),
        imports(import_tools(adapters)),
        jobs(server, job_tools(adapters, imports), office->unit(), office->looks(), report) {}

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
    return api::problem({Fault::unavailable, "store.unreachable", {}, {}});
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
  std::atomic<Shift*> shift_ = nullptr;
};

/// SIGINT and SIGTERM are waited for by one thread, so no other may take them. REQUIRES: called before any thread
/// begins.
sigset_t block_end_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

bool is_told_to_end_within_a_second(const sigset_t& signals) {
  const timespec second{1, 0};
  return sigtimedwait(&signals, nullptr, &second) > 0;
}

bool reads(const api::Request& request) {
  return request.method == api::Method::get;
}

class Program : public cli::Environment {
 public:
  Result<api::Response> ask(const cli::Place& place, const api::Request& request) override {
    const auto access = reads(request) ? store::Access::reader : store::Access::owner;
    auto office = Office::open(place, access, schema_for(place, access), adapters_);
    if (office) return answer(std::move(*office), place, request);
    if (office.error().code != "store.in_use") return tl::unexpected(std::move(office).error());
    return http::send(socket_of(place), request);
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
  Result<void> remove_demonstration(const cli::Place& place, OrgId org_id) override {
    PACELINE_TRY(const auto database, open_database(place, store::Access::owner));
    PACELINE_CHECK(prepare(*database, schema_for(place, store::Access::owner), adapters_.clock.now()));
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
                     const std::function<void(const std::string&, int)>& ready) override {
    sigset_t signals = block_end_signals();
    PACELINE_TRY(auto shift, begin_shift(place, options));
    Desk desk;
    if (shift) desk.take_up(*shift);
    http::Server server(server_options(place, options, desk));
    PACELINE_TRY(const auto bound, server.start());
    ready("http://" + bound.address + ":" + std::to_string(bound.port), store::schema_number());
    while (!is_told_to_end_within_a_second(signals)) {
      if (shift) continue;
      PACELINE_TRY(shift, begin_shift(place, options));
      if (shift) desk.take_up(*shift);
    }
    server.stop();
    server.wait();
    return {};
  }

  std::string new_key() override { return adapters_.secrets.new_token(); }
  std::string version() override {
    return "paceline " PACELINE_VERSION " schema " + std::to_string(store::schema_number());
  }

 private:
  /// A reader of the folder cannot write that somebody looked: the folder's owner does, this process after its answer,
  /// or the server that runs, which is asked the same again.
  Result<api::Response> answer(std::unique_ptr<Office> office, const cli::Place& place, const api::Request& request) {
    api::Response response = office->handle(request);
    if (office->looks().empty()) return response;
    Looks looks;
    looks.take_over(office->looks());
    office.reset();
    const auto owner = Office::open(place, store::Access::owner, Schema::refuse, adapters_);
    if (!owner && owner.error().code == "store.in_use") return http::send(socket_of(place), request);
    if (!owner || !looks.store((*owner)->unit())) report("who looked could not be written down");
    return response;
  }

  static std::string socket_of(const cli::Place& place) { return place.data + "/paceline.sock"; }

  /// None while the database server is away, which is reported once.
  Result<std::unique_ptr<Shift>> begin_shift(const cli::Place& place, const cli::ServeOptions& options) {
    auto begun = try_to_begin_shift(place, options);
    const bool away = !begun && begun.error().code == "store.unreachable";
    if (!away) return begun;
    if (!std::exchange(told_away_, true)) report("the database is away, and is tried again: " + begun.error().detail);
    return std::unique_ptr<Shift>();
  }
  Result<std::unique_ptr<Shift>> try_to_begin_shift(const cli::Place& place, const cli::ServeOptions& options) {
    PACELINE_TRY(auto office, Office::open(place, store::Access::owner, Schema::migrate, adapters_));
    PACELINE_CHECK(allowed_to_listen(*office, options));
    PACELINE_CHECK(add_standing_jobs(adapters_.clock.now(), office->unit()));
    return std::make_unique<Shift>(std::move(office), adapters_, adapters_.ids.next());
  }

  Result<void> with(const cli::Place& place, store::Access access, Schema schema, const Work& work) {
    PACELINE_TRY(const auto office, Office::open(place, access, schema, adapters_));
    return work(office->backend());
  }

  /// The same on a database that somebody else keeps open.
  store::Look looking(const Work& work) {
    return [this, work](store::Database& database) {
      store::SqlUnitOfWork unit(database, adapters_.names, adapters_.ids);
      Looks nobody_looks;
      Adapters& a = adapters_;
      return work(api::Backend{unit, a.secrets, a.zones, a.clock, a.names, a.countries, a.import_files, a.ids,
                               nobody_looks, store::schema_number()});
    };
  }

  /// Beyond this machine only with a proxy that has a certificate, and never with the demonstration's known passwords.
  static Result<void> allowed_to_listen(Office& office, const cli::ServeOptions& options) {
    const bool loopback = options.address == "127.0.0.1" || options.address == "::1" || options.address == "localhost";
    if (loopback && !options.behind_proxy) return {};
    if (!options.behind_proxy)
      return fail(Fault::invalid, "listen.needs_proxy", {}, "use --behind-proxy, with a proxy that has a certificate");
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

  static http::ServerOptions server_options(const cli::Place& place, const cli::ServeOptions& options, Desk& desk) {
    http::ServerOptions made;
    made.address = options.address;
    made.port = static_cast<std::uint16_t>(options.port);
    if (place.database.empty()) made.socket_path = socket_of(place);
    if (!place.database.empty()) made.limits.live_poll = http::kLivePollOfMany;
    made.handler = [&desk](const api::Request& request) { return desk.handle(request); };
    made.live = &desk;
    made.assets = &http::embedded_assets();
    made.on_fault = report;
    made.behind_proxy = options.behind_proxy;
    made.secure_cookies = options.behind_proxy;
    return made;
  }

  Adapters adapters_;
  bool told_away_ = false;
};

}  // namespace
}  // namespace paceline

int main(int argc, char** argv) {
  paceline::Program program;
  return paceline::cli::run(argc, argv, program);
}
