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
// Over TLS beyond this machine every answer asks browsers to come back by HTTPS only, for a year. Not on a loopback
// address: browsers would keep it for every port of this machine.
//
// Example:
//   Server server({.address = "127.0.0.1", .port = 0, .handler = handler, .assets = &embedded_assets()});
//   auto bound = server.start();  // bound->port is the port that the system chose
//   ...; server.stop(); server.wait();
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/message.h"
#include "base/result.h"
#include "http/embedded_assets.h"
#include "http/limits.h"
#include "http/tls.h"

namespace paceline::http {

/// One request, once its answer is on its way: what may be counted and logged of it.
struct Answered {
  std::string id;                     ///< sent as X-Request-Id
  std::optional<api::Method> method;  ///< none: what came was no request
  api::Asked asked;
  bool page = false;  ///< a file of the page, not the API
  int status = 0;
  std::chrono::microseconds duration{0};  ///< from the end of the request to the end of its answer
  std::size_t bytes = 0;                  ///< of the body; a live stream has none
  bool cut_off = false;                   ///< the connection ended before the answer did
};

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< numeric, or "localhost"; empty: the data folder's socket only
  std::uint16_t port = 0;             ///< 0: any that is free
  std::string socket_path{};          ///< empty: none. Mode 0600; a file left by a dead server is replaced

  TlsFiles tls{};  ///< of the network listener; none: HTTP without encryption

  api::Handler handler{};  ///< a throwing handler is answered with 500 server.fault
  /// Requests for which the handler never waits (cached or computed answers): they are answered on the thread that
  /// reads them, which saves two thread switches. Must not throw. Absent: none.
  std::function<bool(const api::Request&)> at_once{};
  api::LiveSource* live = nullptr;                     ///< outlives the server; null: no live streams
  const std::vector<EmbeddedAsset>* assets = nullptr;  ///< outlives the server; null or empty: no page
  /// Told what a handler or the live source threw, for the log. Called from any thread; must not throw.
  std::function<void(std::string_view what)> on_fault{};
  /// Told of every request that was answered, on the one thread that moves bytes: it must not wait, and not throw.
  /// Absent: requests have no id.
  std::function<void(const Answered&)> on_answer{};
  std::string request_prefix{};  ///< how the ids of requests begin, so that no two servers share one
  bool only_handler = false;     ///< every path goes to the handler

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

/// How busy it is now.
struct Load {
  std::int64_t connections = 0;
  std::int64_t live_streams = 0;
  std::int64_t waiting = 0;  ///< requests that no worker has begun
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
  /// "listen.unavailable" (not an address of this machine, or the system has no descriptors left); the errors of Tls.
  [[nodiscard]] Result<Bound> start();

  /// Accepts nobody any more, closes idle connections and live streams, lets requests in flight finish for
  /// Limits::stop_time. Returns at once. Thread-safe, and harmless when repeated.
  void stop();

  /// Returns when the server has stopped: nothing of it runs any more.
  void wait();

  /// Thread-safe.
  [[nodiscard]] Load load() const;

 private:
  class Running;
  std::unique_ptr<Running> running_;
};

}  // namespace paceline::http
