// SPDX-License-Identifier: Apache-2.0
#include "http/loop.h"

// Asio's fences order nothing that its mutexes do not, and g++ cannot watch over fences.
#ifdef __SANITIZE_THREAD__
#define BOOST_ASIO_DISABLE_FENCED_BLOCK
#endif

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/socket_base.hpp>
#include <utility>
#include <vector>

namespace paceline::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using Tcp = asio::ip::tcp;
using Local = asio::local::stream_protocol;
using Generic = asio::generic::stream_protocol;

// Sockets that know their loop by type: Asio's own, which can be of any loop, cost more per wait.
using Executor = asio::io_context::executor_type;
template <class Protocol>
using StreamSocket = asio::basic_stream_socket<Protocol, Executor>;
template <class Protocol>
using Acceptor = asio::basic_socket_acceptor<Protocol, Executor>;
using Timer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

constexpr int kMostAcceptedAtOnce = 64;  // so that those who are connected get their turn
constexpr std::chrono::milliseconds kPauseWithoutDescriptors{100};

Moved moved(std::size_t bytes, const error_code& fault) {
  if (!fault) return {Moved::How::some, bytes};
  if (fault == asio::error::would_block || fault == asio::error::interrupted) return {Moved::How::would_block, 0};
  return {fault == asio::error::eof ? Moved::How::ended : Moved::How::failed, 0};
}

class AsioSocket final : public Socket {
 public:
  explicit AsioSocket(StreamSocket<Generic> socket) : socket_(std::move(socket)) {}

  Moved read(std::span<char> into) override {
    error_code fault;
    const std::size_t bytes = socket_.read_some(asio::buffer(into.data(), into.size()), fault);
    return moved(bytes, fault);
  }
  Moved write(std::string_view first, std::string_view second) override {
    error_code fault;
    const std::array buffers{asio::const_buffer(first.data(), first.size()),
                             asio::const_buffer(second.data(), second.size())};
    const std::size_t bytes = socket_.write_some(buffers, fault);
    return moved(bytes, fault);
  }
  void when_readable(std::shared_ptr<SocketOwner> owner) override {
    socket_.async_wait(asio::socket_base::wait_read, [owner = std::move(owner)](const error_code& fault) {
      if (fault != asio::error::operation_aborted) owner->on_readable();
    });
  }
  void when_writable(std::shared_ptr<SocketOwner> owner) override {
    socket_.async_wait(asio::socket_base::wait_write, [owner = std::move(owner)](const error_code& fault) {
      if (fault != asio::error::operation_aborted) owner->on_writable();
    });
  }
  void limit_send_buffer(int bytes) override {
    error_code ignored;
    socket_.set_option(asio::socket_base::send_buffer_size(bytes), ignored);
  }
  void shut_sending() override {
    error_code ignored;
    socket_.shutdown(asio::socket_base::shutdown_send, ignored);
  }
  void close() override {
    error_code ignored;
    socket_.close(ignored);
  }

 private:
  StreamSocket<Generic> socket_;
};

auto listen_failure(const error_code& fault, const std::string& where) {
  const std::string detail = where + ": " + fault.message();
  if (fault == asio::error::address_in_use) return fail(Fault::conflict, "listen.in_use", {}, detail);
  if (fault == asio::error::access_denied || fault == asio::error::no_permission)
    return fail(Fault::forbidden, "listen.forbidden", {}, detail);
  return fail(Fault::unavailable, "listen.unavailable", {}, detail);
}

std::string peer_of(const Tcp::endpoint& endpoint) {
  const auto address = endpoint.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  return address.to_string();
}
std::string peer_of(const Local::endpoint&) {
  return {};
}

void send_small_pieces_at_once(StreamSocket<Tcp>& socket) {
  error_code ignored;
  socket.set_option(Tcp::no_delay(true), ignored);
}
void send_small_pieces_at_once(StreamSocket<Local>&) {}

class Listener {
 public:
  virtual ~Listener() = default;
  virtual void close() = 0;
};

template <class Protocol>
class AsioListener final : public Listener {
 public:
  AsioListener(asio::io_context& context, OnAccept on_accept)
      : context_(context), acceptor_(context), pause_(context), on_accept_(std::move(on_accept)) {}

  template <class Prepare>
  error_code open(const typename Protocol::endpoint& endpoint, Prepare prepare) {
    error_code fault;
    acceptor_.open(endpoint.protocol(), fault);
    if (!fault) prepare(acceptor_, fault);
    if (!fault) acceptor_.bind(endpoint, fault);
    if (!fault) acceptor_.listen(asio::socket_base::max_listen_connections, fault);
    if (!fault) acceptor_.non_blocking(true, fault);
    if (!fault) wait();
    return fault;
  }
  [[nodiscard]] typename Protocol::endpoint endpoint() const { return acceptor_.local_endpoint(); }
  void close() override {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
  }

 private:
  void wait() {
    acceptor_.async_wait(asio::socket_base::wait_read, [this](const error_code& fault) {
      if (!fault) accept_some();
    });
  }
  void accept_some() {
    for (int accepted = 0; accepted < kMostAcceptedAtOnce; ++accepted) {
      error_code fault;
      typename Protocol::endpoint from;
      StreamSocket<Protocol> socket(context_);
      acceptor_.accept(socket, from, fault);
      if (fault == asio::error::would_block) break;
      if (fault == asio::error::no_descriptors || fault == asio::error::no_buffer_space ||
          fault == asio::error::no_memory || fault == error_code(ENFILE, boost::system::system_category()))
        return wait_for_descriptors();
      if (fault) continue;
      send_small_pieces_at_once(socket);
      socket.non_blocking(true, fault);
      if (!fault) on_accept_(std::make_unique<AsioSocket>(StreamSocket<Generic>(std::move(socket))), peer_of(from));
      if (!acceptor_.is_open()) return;
    }
    wait();
  }
  void wait_for_descriptors() {
    pause_.expires_after(kPauseWithoutDescriptors);
    pause_.async_wait([this](const error_code& fault) {
      if (!fault) wait();
    });
  }

  asio::io_context& context_;
  Acceptor<Protocol> acceptor_;
  Timer pause_;
  OnAccept on_accept_;
};

// A file left by a server that died does not answer; one in use does.
bool somebody_listens(asio::io_context& context, const Local::endpoint& endpoint) {
  error_code fault;
  Local::socket socket(context);
  socket.connect(endpoint, fault);
  return !fault || fault == asio::error::try_again;
}

bool is_socket_file(const std::string& path) {
  struct stat found {};
  return lstat(path.c_str(), &found) == 0 && S_ISSOCK(found.st_mode);
}

}  // namespace

class Loop::Asio {
 public:
  asio::io_context context{1};
  std::vector<std::unique_ptr<Listener>> listeners;
  std::vector<std::unique_ptr<Timer>> timers;
  std::string socket_path;

  void repeat(Timer& timer, std::chrono::milliseconds interval, std::function<void()> action) {
    timer.expires_after(interval);
    timer.async_wait([this, &timer, interval, action = std::move(action)](const error_code& fault) mutable {
      if (fault) return;
      action();
      repeat(timer, interval, std::move(action));
    });
  }
};

Loop::Loop() : asio_(std::make_unique<Asio>()) {}
Loop::~Loop() {
  stop_listening();
}

Result<Listening> Loop::listen(const std::string& address, std::uint16_t port, OnAccept on_accept) {
  error_code fault;
  const auto ip = asio::ip::make_address(address == "localhost" ? "127.0.0.1" : address, fault);
  if (fault) return fail(Fault::invalid, "listen.invalid", {}, address + " is not a numeric address");
  auto listener = std::make_unique<AsioListener<Tcp>>(asio_->context, std::move(on_accept));
  fault = listener->open({ip, port}, [](Acceptor<Tcp>& acceptor, error_code& failed) {
    acceptor.set_option(asio::socket_base::reuse_address(true), failed);
  });
  if (fault) return listen_failure(fault, address + " port " + std::to_string(port));
  const Tcp::endpoint bound = listener->endpoint();
  asio_->listeners.push_back(std::move(listener));
  return Listening{bound.address().to_string(), bound.port(), bound.address().is_loopback()};
}

Result<void> Loop::listen(const std::string& socket_path, OnAccept on_accept) {
  if (socket_path.size() >= sizeof(sockaddr_un::sun_path))
    return fail(Fault::invalid, "listen.invalid", {}, socket_path + " is too long for a socket");
  const Local::endpoint endpoint(socket_path);
  if (is_socket_file(socket_path)) {
    if (somebody_listens(asio_->context, endpoint)) return listen_failure(asio::error::address_in_use, socket_path);
    unlink(socket_path.c_str());
  }
  auto listener = std::make_unique<AsioListener<Local>>(asio_->context, std::move(on_accept));
  // Before bind, so that there is no moment in which others may connect: Linux gives the file the mode of the socket.
  const error_code fault = listener->open(endpoint, [](Acceptor<Local>& acceptor, error_code& failed) {
    if (fchmod(acceptor.native_handle(), S_IRUSR | S_IWUSR) != 0)
      failed.assign(errno, boost::system::system_category());
  });
  if (fault) return listen_failure(fault, socket_path);
  asio_->listeners.push_back(std::move(listener));
  asio_->socket_path = socket_path;
  return {};
}

void Loop::stop_listening() {
  for (const auto& listener : asio_->listeners) listener->close();
  const std::string path = std::exchange(asio_->socket_path, {});
  if (!path.empty()) unlink(path.c_str());
}

void Loop::every(std::chrono::milliseconds interval, std::function<void()> action) {
  auto& timer = asio_->timers.emplace_back(std::make_unique<Timer>(asio_->context));
  asio_->repeat(*timer, interval, std::move(action));
}

void Loop::run() {
  asio_->context.run();
}
void Loop::stop() {
  asio_->context.stop();
}
void Loop::post(std::function<void()> action) {
  asio::post(asio_->context, std::move(action));
}

}  // namespace paceline::http
