// SPDX-License-Identifier: Apache-2.0
// The server: listens on an address and on a socket in the data folder, reads requests, asks the handler, writes
// answers, serves the page inside the program and keeps live streams. Speaks HTTP/1.0 and 1.1 without TLS.
//
// One thread moves bytes; `workers` threads run the handler, so a handler may wait for the database. What reaches the
// handler is well formed, decoded and within the limits; everything else is refused here (refusals.h has the table).
//
// Paths: /api and /api/... go to the handler, every other path is the page's (assets.h). Whatever comes in through the
// socket of the data folder goes to the handler, with Door::operator_.
//
// Example:
//   Server server({.address = "127.0.0.1", .port = 0, .handler = handler, .assets = &embedded_assets()});
//   auto bound = server.start();  // bound->port is the port that the system chose
//   ...; server.stop(); server.wait();
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/message.h"
#include "base/result.h"
#include "http/embedded_assets.h"
#include "http/limits.h"

namespace paceline::http {

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< numeric, or "localhost"; empty: the data folder's socket only
  std::uint16_t port = 0;             ///< 0: any that is free
  std::string socket_path{};          ///< empty: none. Mode 0600; a file left by a dead server is replaced

  api::Handler handler{};  ///< a throwing handler is answered with 500 server.fault
  /// Requests for which the handler never waits (cached or computed answers): they are answered on the thread that
  /// reads them, which saves two thread switches. Must not throw. Absent: none.
  std::function<bool(const api::Request&)> at_once{};
  api::LiveSource* live = nullptr;                     ///< outlives the server; null: no live streams
  const std::vector<EmbeddedAsset>* assets = nullptr;  ///< outlives the server; null or empty: no page
  /// Told what a handler or the live source threw, for the log. Called from any thread; must not throw.
  std::function<void(std::string_view what)> on_fault{};

  int workers = 64;  ///< at least 1. Many, because writers that wait together share one flush to disk
  Limits limits{};

  bool secure_cookies = false;  ///< adds "Secure" to every Set-Cookie
  /// A proxy in front is the only client: the peer is the last name in X-Forwarded-For, and any Host is accepted.
  bool behind_proxy = false;
  /// Names in lower case, without port, accepted in Host beside localhost, 127.0.0.1 and [::1]. Empty: a loopback
  /// listener accepts only those three, so that no foreign site can reach it by rebinding its name; another listener
  /// accepts any.
  std::vector<std::string> allowed_hosts{};
};

/// Where the server listens.
struct Bound {
  std::string address;  ///< empty without a listener on the network
  std::uint16_t port = 0;
  bool loopback = false;
};

class Server {
 public:
  explicit Server(ServerOptions options);
  /// Stops and waits.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// REQUIRES: not started before.
  /// Returns conflict "listen.in_use" (somebody listens there), forbidden "listen.forbidden" (a low port, a folder
  /// without permission), invalid "listen.invalid" (not an address, a socket path that is too long) or unavailable
  /// "listen.unavailable" (not an address of this machine, or the system has no descriptors left).
  [[nodiscard]] Result<Bound> start();

  /// Accepts nobody any more, closes idle connections and live streams, lets requests in flight finish for
  /// Limits::stop_time. Returns at once. Thread-safe, and harmless when repeated.
  void stop();

  /// Returns when the server has stopped: nothing of it runs any more.
  void wait();

 private:
  class Running;
  std::unique_ptr<Running> running_;
};

}  // namespace paceline::http
