// SPDX-License-Identifier: Apache-2.0
// One conversation: reads a request, has it answered, writes the answer, and so on until one side has had enough.
//
//   reading -> handling (a worker has the request) -> writing -> reading ...
//                                                  -> handling (a worker makes the next part of the answer)
//                                                  -> streaming (a live stream)
//                                                  -> lingering (refused: what still comes is thrown away for a
//                                                     moment, so that the client gets to read why)
//
// One request at a time: while one is handled or answered nothing is read, so pipelined requests wait in the system's
// buffer, and answers leave in order. A client that has shut its sending side still gets its answer; on a live stream
// the end of input ends the stream.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/message.h"
#include "http/assets.h"
#include "http/live.h"
#include "http/loop.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "http/request_reader.h"
#include "http/server.h"
#include "http/worker_pool.h"

namespace paceline::http {

class Connection;

/// What the connections of one server have in common. Touched on the thread of the loop only, but for what is atomic.
struct Common {
  const ServerOptions& options;
  Loop& loop;
  WorkerPool& workers;
  LiveHub& live;
  Assets assets;
  std::function<void(const std::shared_ptr<Connection>&)> on_close;

  std::chrono::steady_clock::time_point now;  ///< of the last sweep
  std::string date;                           ///< a written Date line, of the last sweep
  bool stopping = false;
  std::atomic<std::int64_t> connections = 0;
  std::atomic<std::int64_t> streams = 0;
  std::uint64_t requests = 0;
  std::vector<char> input = std::vector<char>(64 * 1024);  ///< of whoever is reading just now
};

/// How a connection came in.
struct Entrance {
  api::Door door = api::Door::network;
  bool loopback = false;
  std::string peer;
};

class Connection final : public SocketOwner, public LiveReader, public std::enable_shared_from_this<Connection> {
 public:
  Connection(Common& common, std::unique_ptr<Socket> socket, Entrance entrance);

  void start();
  /// Once per sweep: ends what has taken too long, keeps a live stream warm.
  void sweep();
  /// The server stops: closes if nothing is under way, else after the answer.
  void finish();
  /// At once, whatever is under way.
  void close();

  [[nodiscard]] const Entrance& entrance() const { return entrance_; }

  void on_readable() override;
  void on_writable() override;
  void deliver(std::string_view events) override;
  void end() override { close(); }

 private:
  enum class State { reading, handling, writing, streaming, lingering, closed };

  void advance();
  void begin(api::Request request);
  void ask_handler();
  void finish_handling();
  [[nodiscard]] api::Response handle() const;
  void refuse_and_close(Refusal refusal);
  void answer(api::Response response);
  void send(Reply reply);
  void open_stream(api::LiveSubscription subscription);
  void send_in_parts(api::Response response);
  [[nodiscard]] Result<std::string> make_part() const;
  void ask_for_part();
  void send_part();

  void note_begin(std::optional<api::Method> method, bool page);
  void note_end(bool cut_off);
  void note_handshake();
  [[nodiscard]] std::string head(const Reply& reply, Framing framing) const;

  void flush();
  void finish_sending();
  void linger();
  void discard(std::size_t bytes);
  void wait_for_input();
  void set_deadline(std::chrono::milliseconds time) { deadline_ = common_.now + time; }
  void set_read_deadline();

  Common& common_;
  const std::unique_ptr<Socket> socket_;
  Entrance entrance_;
  RequestReader reader_;
  State state_ = State::reading;
  bool waiting_for_input_ = false;
  bool input_ended_ = false;
  bool keep_open_ = true;
  bool head_only_ = false;
  bool greeted_ = false;  // the handshake is over
  RequestReader::Stage awaited_ = RequestReader::Stage::between;
  std::size_t discarded_ = 0;
  std::chrono::steady_clock::time_point deadline_;

  // While `handling`, a worker has these two to itself.
  api::Request request_;
  api::Response response_;

  // What is told of the request at hand; only where somebody wants to be told.
  bool noted_ = false;
  Answered answered_;
  std::chrono::steady_clock::time_point began_;

  std::string head_;  // and the text of a live stream
  Reply reply_;
  std::size_t sent_ = 0;  // of both
  // An answer in parts: a worker has these two to itself while `handling`.
  api::NextPart next_part_;
  Result<std::string> part_;
  std::chrono::steady_clock::time_point last_event_;
  std::chrono::steady_clock::time_point stream_end_;
};

/// Whether a request may come in under this Host. See ServerOptions::allowed_hosts.
[[nodiscard]] bool host_allowed(const ServerOptions& options, const Entrance& entrance, const api::Request& request);

}  // namespace paceline::http
