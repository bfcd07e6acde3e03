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
};

/// Where the data are and who acts, as every command may say.
struct Place {
  std::string data = "data";  ///< the folder of the embedded database
  std::string database;       ///< the address of a PostgreSQL database instead; empty: the folder
  std::string org;            ///< empty: the only one
  std::string as;             ///< empty: the system
  std::string as_of;          ///< empty: now
  bool json = false;
};

/// What was copied from one database to another.
struct Moved {
  std::int64_t tables = 0;
  std::int64_t rows = 0;
};

class Environment {
 public:
  virtual ~Environment() = default;

  /// Asks the API as the operator: a reading request of the file itself, a writing one of the running server, or of the
  /// file when none runs. Returns the errors of the store, "server.unreachable", "server.answer_lost".
  [[nodiscard]] virtual Result<api::Response> ask(const Place& place, const api::Request& request) = 0;

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
  /// Removes all rows of a demonstration organisation. Returns conflict "demo.not_a_demonstration".
  [[nodiscard]] virtual Result<void> remove_demonstration(const Place& place, OrgId org_id) = 0;

  /// Does the imports that are wanted. False: a server of the folder does them. On a PostgreSQL database, whose servers
  /// may do them too, true says only that there was nothing left to take.
  [[nodiscard]] virtual Result<bool> do_imports(const Place& place) = 0;

  /// Serves until it is told to stop; `ready` is called with the address once it answers.
  [[nodiscard]] virtual Result<void> serve(const Place& place, const ServeOptions& options,
                                           const std::function<void(const std::string& url, int schema)>& ready) = 0;

  /// Something that no other request was called.
  [[nodiscard]] virtual std::string new_key() = 0;
  /// "paceline X.Y.Z schema N".
  [[nodiscard]] virtual std::string version() = 0;
};

}  // namespace paceline::cli
