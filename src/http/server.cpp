// SPDX-License-Identifier: Apache-2.0
#include "http/server.h"

#include <sys/resource.h>

#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>

#include "http/connection.h"

namespace paceline::http {
namespace {

const std::vector<EmbeddedAsset> kNoAssets;

// The usual 1024 descriptors are a limit for programs that use select().
void use_all_descriptors() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

class Server::Running {
 public:
  explicit Running(ServerOptions options)
      : options_(std::move(options)),
        workers_(options_.workers, options_.limits.queued_requests),
        live_({options_.live, workers_, [this](auto action) { loop_.post(std::move(action)); }, options_.on_fault},
              options_.limits),
        common_{.options = options_,
                .loop = loop_,
                .workers = workers_,
                .live = live_,
                .assets = Assets(options_.assets != nullptr ? *options_.assets : kNoAssets),
                .on_close = [this](const auto& connection) { forget(connection); },
                .now = std::chrono::steady_clock::now(),
                .date = date_line()} {}

  Result<Bound> start();
  void stop() {
    loop_.post([this] { begin_to_stop(); });
  }
  void wait();
  [[nodiscard]] Load load() const {
    return {common_.connections.load(), common_.streams.load(), static_cast<std::int64_t>(workers_.waiting())};
  }

 private:
  void accept(std::unique_ptr<Socket> socket, Entrance entrance);
  void forget(const std::shared_ptr<Connection>& connection);
  void sweep();
  void renew_certificate();
  void begin_to_stop();
  void stop_if_done();
  template <class Action>
  void each_connection(Action action);

  const ServerOptions options_;
  std::unique_ptr<Tls> tls_;  // null: no encryption
  Loop loop_;
  WorkerPool workers_;
  LiveHub live_;
  Common common_;
  std::unordered_map<Connection*, std::shared_ptr<Connection>> connections_;
  std::unordered_map<std::string, std::size_t> peers_;  // counted only when there is a limit
  std::chrono::steady_clock::time_point stop_deadline_;
  bool loopback_ = false;
  std::mutex thread_mutex_;
  std::thread thread_;
};

Result<Bound> Server::Running::start() {
  use_all_descriptors();
  Bound bound;
  if (!options_.address.empty()) {
    if (options_.tls.wanted()) {
      PACELINE_TRY(tls_, Tls::load(options_.tls));
    }
    const auto accept_from_network = [this](std::unique_ptr<Socket> socket, std::string peer) {
      if (tls_) socket = tls_->over(std::move(socket), [this](auto action) { loop_.post(std::move(action)); });
      accept(std::move(socket), {api::Door::network, loopback_, std::move(peer)});
    };
    PACELINE_TRY(const Listening listening, loop_.listen(options_.address, options_.port, accept_from_network));
    loopback_ = listening.loopback;
    bound = {listening.address, listening.port, listening.loopback};
  }
  if (!options_.socket_path.empty()) {
    PACELINE_CHECK(loop_.listen(options_.socket_path, [this](std::unique_ptr<Socket> socket, const std::string&) {
      accept(std::move(socket), {api::Door::operator_, true, {}});
    }));
  }
  loop_.every(options_.limits.sweep_interval, [this] { sweep(); });
  if (tls_) loop_.every(options_.limits.certificate_look, [this] { renew_certificate(); });
  loop_.every(options_.limits.live_poll, [this] { live_.tick(); });
  thread_ = std::thread([this] { loop_.run(); });
  return bound;
}

void Server::Running::wait() {
  const std::lock_guard lock(thread_mutex_);
  if (thread_.joinable()) thread_.join();
  workers_.stop();
}

void Server::Running::accept(std::unique_ptr<Socket> socket, Entrance entrance) {
  const Limits& limits = options_.limits;
  const bool full = connections_.size() >= limits.connections;
  const bool counted = limits.connections_per_peer > 0 && !entrance.peer.empty();
  if (full || (counted && peers_[entrance.peer] >= limits.connections_per_peer)) {
    const Reply reply = reply_of(problem(Refusal::busy), false);
    // Whether it fits or not, the connection ends here.
    static_cast<void>(socket->write(head_of(reply, common_.date, false, Framing::by_length), reply.content()));
    socket->shut_sending();
    return socket->close();
  }
  if (counted) ++peers_[entrance.peer];
  const auto connection = std::make_shared<Connection>(common_, std::move(socket), std::move(entrance));
  connections_.emplace(connection.get(), connection);
  ++common_.connections;
  connection->start();
}

void Server::Running::forget(const std::shared_ptr<Connection>& connection) {
  common_.connections -= static_cast<std::int64_t>(connections_.erase(connection.get()));
  const auto peer = peers_.find(connection->entrance().peer);
  if (peer != peers_.end() && --peer->second == 0) peers_.erase(peer);
  stop_if_done();
}

void Server::Running::sweep() {
  common_.now = std::chrono::steady_clock::now();
  common_.date = date_line();
  const bool out_of_patience = common_.stopping && common_.now >= stop_deadline_;
  each_connection([&](Connection& connection) { out_of_patience ? connection.close() : connection.sweep(); });
}

void Server::Running::renew_certificate() {
  const auto renewed = tls_->renew();
  if (!renewed && options_.on_fault) options_.on_fault(renewed.error().code + ": " + renewed.error().detail);
}

void Server::Running::begin_to_stop() {
  if (std::exchange(common_.stopping, true)) return;
  stop_deadline_ = std::chrono::steady_clock::now() + options_.limits.stop_time;
  loop_.stop_listening();
  each_connection([](Connection& connection) { connection.finish(); });
  stop_if_done();
}

void Server::Running::stop_if_done() {
  if (common_.stopping && connections_.empty()) loop_.stop();
}

// The action may close the connection, which takes it out of the map.
template <class Action>
void Server::Running::each_connection(Action action) {
  for (auto at = connections_.begin(); at != connections_.end();) {
    const std::shared_ptr<Connection> connection = (at++)->second;
    action(*connection);
  }
}

Server::Server(ServerOptions options) : running_(std::make_unique<Running>(std::move(options))) {}

Server::~Server() {
  stop();
  wait();
}

Result<Bound> Server::start() {
  return running_->start();
}
void Server::stop() {
  running_->stop();
}
void Server::wait() {
  running_->wait();
}
Load Server::load() const {
  return running_->load();
}

}  // namespace paceline::http
