// SPDX-License-Identifier: Apache-2.0
// What commands need of the outside. main.cpp makes it.
#pragma once

#include <functional>
#include <string>

#include "api/backend.h"

namespace paceline::cli {

struct ServeOptions {
  std::string address = "127.0.0.1";
  int port = 8080;  ///< 0: any
  bool behind_proxy = false;
  std::string certificate;      ///< file; empty: no encryption
  std::string key;              ///< file
  std::string backups;          ///< folder of the daily backups; empty: beside the data, and of PostgreSQL none
  int kept_backups = 7;         ///< 0: no backups
  std::string metrics_address;  ///< where metrics are read; empty: nowhere
  int metrics_port = 0;
  std::string log = "none";  ///< none, faults, refused, all
  std::string log_file;      ///< empty: standard error
};

/// Where the data are and who acts, as every command may say.
struct Place {
  std::string data = "data";  ///< the folder of the embedded database
  std::string database;       ///< the address of a PostgreSQL database instead; empty: the folder
  std::string org;            ///< empty: the only one
  std::string as;             ///< empty: the system
  std::string as_of;          ///< empty: now
  bool json = false;
  std::string snapshots{};  ///< folder for copies of a PostgreSQL database before an upgrade; empty: `data`
};

/// What was copied from one database to another.
struct Moved {
  std::int64_t tables = 0;
  std::int64_t rows = 0;
};

/// What a database went back to; see store/backup.h.
struct RolledBack {
  int schema_before = 0;
  int schema = 0;
  std::int64_t activities_since = 0;
  std::int64_t opportunities_since = 0;
  std::int64_t sales_since = 0;
  std::string kept;
};

/// What a server tells once it answers.
struct Serving {
  std::string url;
  int schema = 0;
  std::string metrics;  ///< where they are read; empty: nowhere
};

class Environment {
 public:
  virtual ~Environment() = default;

  /// Asks the API as the operator: a reading request of the file itself, a writing one of the running server, or of the
  /// file when none runs. Returns the errors of the store, "server.unreachable", "server.answer_lost".
  [[nodiscard]] virtual Result<api::Response> ask(const Place& place, const api::Request& request) = 0;

  /// The same for an answer that may be large: its body is given away in parts, in their order, if its status is 200.
  /// Returns the error that cut it off, too.
  using Take = std::function<void(std::string_view)>;
  [[nodiscard]] virtual Result<api::Response> ask_in_parts(const Place& place, const api::Request& request,
                                                           const Take& take) = 0;

  using Work = std::function<Result<void>(const api::Backend&)>;
  /// For what is not in the API: reads beside a running server.
  [[nodiscard]] virtual Result<void> read(const Place& place, const Work& work) = 0;
  /// For what is not in the API: returns conflict "store.in_use" beside a running server of the folder.
  [[nodiscard]] virtual Result<void> own(const Place& place, const Work& work) = 0;
  /// The same for founding an organisation, which makes the tables or brings them up to date. Of the other commands
  /// only `serve` does so with a PostgreSQL database, from which servers of an older release may be serving.
  [[nodiscard]] virtual Result<void> found(const Place& place, const Work& work) = 0;

  /// Copies everything of the place's folder to the empty PostgreSQL database at the address, in one transaction of it.
  /// `before` looks at the folder, `after` at what arrived: an error of either undoes all. Neither may write. Returns
  /// conflict "store.in_use", "migrate.not_empty", not_found "store.absent", and the errors of the store.
  [[nodiscard]] virtual Result<Moved> move(const Place& from, const std::string& address, const Work& before,
                                           const Work& after) = 0;
  /// Copies everything of the place to the new file, beside a running server. `look` sees the copy: when it refuses,
  /// there is no file. Returns conflict "store.backup_exists" and the errors of the store.
  [[nodiscard]] virtual Result<void> back_up(const Place& place, const std::string& file, const Work& look) = 0;
  /// What was restored, and what is there and will be replaced: null where there is none of this release.
  using Change = std::function<Result<void>(const api::Backend& restored, const api::Backend* present)>;
  /// Puts a backup in the place of all that is in the folder, or into an empty PostgreSQL database, once `change` has
  /// changed it. Returns conflict "store.in_use", "migrate.not_empty", invalid "backup.not_a_backup", the error of
  /// `change`; then nothing has changed.
  [[nodiscard]] virtual Result<void> restore(const Place& place, const std::string& file, const Change& change) = 0;
  /// Takes the last upgrade back. Returns not_found "backup.no_snapshot", conflict "store.in_use".
  [[nodiscard]] virtual Result<RolledBack> roll_back(const Place& place) = 0;

  /// Removes all rows of a demonstration organisation. Returns conflict "demo.not_a_demonstration".
  [[nodiscard]] virtual Result<void> remove_demonstration(const Place& place, OrgId org_id) = 0;

  /// Does the imports that are wanted. False: a server of the folder does them. On a PostgreSQL database, whose servers
  /// may do them too, true says only that there was nothing left to take.
  [[nodiscard]] virtual Result<bool> do_imports(const Place& place) = 0;

  /// Serves until it is told to stop; `ready` is called once it answers.
  [[nodiscard]] virtual Result<void> serve(const Place& place, const ServeOptions& options,
                                           const std::function<void(const Serving&)>& ready) = 0;

  /// Something that no other request was called.
  [[nodiscard]] virtual std::string new_key() = 0;
  /// "paceline X.Y.Z schema N".
  [[nodiscard]] virtual std::string version() = 0;
};

}  // namespace paceline::cli
