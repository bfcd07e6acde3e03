// SPDX-License-Identifier: Apache-2.0
// The thread that waits for sockets. Asio stands behind this in one file, and nothing above it knows Asio.
//
// All of it but post() and stop() belongs to the thread of run(). A socket says when it can be read or written; the
// owner then moves the bytes itself. So a connection that waits holds no buffer.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace paceline::http {

struct Moved {
  enum class How { some, would_block, ended, failed };
  How how = How::failed;
  std::size_t bytes = 0;  ///< with `some` only
};

class SocketOwner {
 public:
  virtual ~SocketOwner() = default;
  virtual void on_readable() = 0;
  virtual void on_writable() = 0;
};

/// One connection. Never blocks.
class Socket {
 public:
  virtual ~Socket() = default;
  [[nodiscard]] virtual Moved read(std::span<char> into) = 0;
  /// Writes the two after each other; `bytes` counts both.
  [[nodiscard]] virtual Moved write(std::string_view first, std::string_view second) = 0;
  /// Calls the owner once, also when the other side has closed or failed. The owner lives until then or until close().
  /// Whether both sides have agreed how they talk: at once, unless there is a handshake.
  [[nodiscard]] virtual bool established() const { return true; }
  virtual void when_readable(std::shared_ptr<SocketOwner> owner) = 0;
  virtual void when_writable(std::shared_ptr<SocketOwner> owner) = 0;
  /// The system keeps at most about this much for a client that does not read.
  virtual void limit_send_buffer(int bytes) = 0;
  virtual void shut_sending() = 0;
  virtual void close() = 0;
};

/// Where a listener listens, and whom it accepted.
struct Listening {
  std::string address;
  std::uint16_t port = 0;
  bool loopback = false;
};
using OnAccept = std::function<void(std::unique_ptr<Socket> socket, std::string peer)>;

class Loop {
 public:
  Loop();
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Both return the errors of Server::start. `peer` is the numeric address of the client, empty on a socket file.
  [[nodiscard]] Result<Listening> listen(const std::string& address, std::uint16_t port, OnAccept on_accept);
  [[nodiscard]] Result<void> listen(const std::string& socket_path, OnAccept on_accept);
  /// Also removes the socket file.
  void stop_listening();

  /// Calls `action` again and again.
  void every(std::chrono::milliseconds interval, std::function<void()> action);

  void run();
  void stop();
  void post(std::function<void()> action);

 private:
  class Asio;
  std::unique_ptr<Asio> asio_;
};

}  // namespace paceline::http
