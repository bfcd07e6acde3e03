// SPDX-License-Identifier: Apache-2.0
// Wires the adapters into the ports: the only file that sees every folder.
#include <pthread.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "api/handlers.h"
#include "api/live_changes.h"
#include "api/routes.h"
#include "api/steps.h"
#include "background/job_runner.h"
#include "calendar/zone_files.h"
#include "cli/command_line.h"
#include "http/client.h"
#include "http/server.h"
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
  TimeOrderedIds ids{clock};
};

void report(std::string_view what) {
  std::fprintf(stderr, "paceline: %.*s\n", static_cast<int>(what.size()), what.data());
}

Result<std::unique_ptr<store::Database>> open_database(const cli::Place& place, store::Access access) {
  if (!place.database.empty()) return store::open_postgres_database(place.database);
  return store::SqliteDatabase::open(place.data, access);
}

/// An open database, with the API on it.
class Office {
 public:
  static Result<std::unique_ptr<Office>> open(const cli::Place& place, store::Access access, Adapters& adapters) {
    PACELINE_TRY(auto database, open_database(place, access));
    if (access == store::Access::owner) {
      const auto backup = [&](int number) { return database->backup_before(number); };
      PACELINE_CHECK(store::migrate(*database, store::migrations(), adapters.clock.now(), backup));
    } else {
      PACELINE_CHECK(store::check_schema(*database, store::migrations()));
    }
    return std::unique_ptr<Office>(new Office(std::move(database), adapters));
  }

  [[nodiscard]] const api::Backend& backend() const { return backend_; }
  [[nodiscard]] api::Response handle(const api::Request& request) const { return router_.handle(request); }
  [[nodiscard]] UnitOfWork& unit() { return unit_; }

 private:
  Office(std::unique_ptr<store::Database> database, Adapters& a)
      : database_(std::move(database)),
        unit_(*database_, a.names, a.ids),
        backend_{unit_, a.secrets, a.zones, a.clock, a.names, a.ids, store::schema_number()},
        router_(api::routes(), api::steps(backend_, tries_, [](const api::Request& request, std::string_view what) {
                  report(std::string(what) + " at " + request.path);
                })) {
    api::add_handlers(router_, backend_);
  }

  std::unique_ptr<store::Database> database_;
  store::SqlUnitOfWork unit_;
  api::Backend backend_;
  api::SignInTries tries_;
  api::Router router_;
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

bool reads(const api::Request& request) {
  return request.method == api::Method::get;
}

class Program : public cli::Environment {
 public:
  Result<api::Response> ask(const cli::Place& place, const api::Request& request) override {
    auto office = Office::open(place, reads(request) ? store::Access::reader : store::Access::owner, adapters_);
    if (office) return (*office)->handle(request);
    if (office.error().code != "store.in_use") return tl::unexpected(std::move(office).error());
    return http::send(socket_of(place), request);
  }

  Result<void> read(const cli::Place& place, const Work& work) override {
    return with(place, store::Access::reader, work);
  }
  Result<void> own(const cli::Place& place, const Work& work) override {
    return with(place, store::Access::owner, work);
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
    PACELINE_CHECK(store::remove_demonstration(org_id, *database));
    return {};
  }

  Result<void> serve(const cli::Place& place, const cli::ServeOptions& options,
                     const std::function<void(const std::string&, int)>& ready) override {
    sigset_t signals = block_end_signals();
    PACELINE_TRY(const auto office, Office::open(place, store::Access::owner, adapters_));
    PACELINE_CHECK(allowed_to_listen(*office, options));
    PACELINE_CHECK(add_standing_jobs(adapters_.clock.now(), office->unit()));
    const JobRunner jobs(adapters_.ids.next(), adapters_.clock, office->unit(), report);
    api::LiveChanges live(office->unit());
    http::Server server(server_options(place, options, *office, live));
    PACELINE_TRY(const auto bound, server.start());
    ready("http://" + bound.address + ":" + std::to_string(bound.port), store::schema_number());
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
    server.wait();
    return {};
  }

  std::string new_key() override { return adapters_.secrets.new_token(); }
  std::string version() override {
    return "paceline " PACELINE_VERSION " schema " + std::to_string(store::schema_number());
  }

 private:
  static std::string socket_of(const cli::Place& place) { return place.data + "/paceline.sock"; }

  Result<void> with(const cli::Place& place, store::Access access, const Work& work) {
    PACELINE_TRY(const auto office, Office::open(place, access, adapters_));
    return work(office->backend());
  }

  /// The same on a database that somebody else keeps open.
  store::Look looking(const Work& work) {
    return [this, work](store::Database& database) {
      store::SqlUnitOfWork unit(database, adapters_.names, adapters_.ids);
      Adapters& a = adapters_;
      return work(api::Backend{unit, a.secrets, a.zones, a.clock, a.names, a.ids, store::schema_number()});
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

  static http::ServerOptions server_options(const cli::Place& place, const cli::ServeOptions& options, Office& office,
                                            api::LiveSource& live) {
    http::ServerOptions made;
    made.address = options.address;
    made.port = static_cast<std::uint16_t>(options.port);
    if (place.database.empty()) made.socket_path = socket_of(place);
    if (!place.database.empty()) made.limits.live_poll = http::kLivePollOfMany;
    made.handler = [&office](const api::Request& request) { return office.handle(request); };
    made.live = &live;
    made.assets = &http::embedded_assets();
    made.on_fault = report;
    made.behind_proxy = options.behind_proxy;
    made.secure_cookies = options.behind_proxy;
    return made;
  }

  Adapters adapters_;
};

}  // namespace
}  // namespace paceline

int main(int argc, char** argv) {
  paceline::Program program;
  return paceline::cli::run(argc, argv, program);
}
