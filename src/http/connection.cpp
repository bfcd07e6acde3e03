// SPDX-License-Identifier: Apache-2.0
#include "http/connection.h"

#include <algorithm>
#include <exception>
#include <span>
#include <utility>

#include "base/utf8.h"

namespace paceline::http {
namespace {

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::string_view kStreamBegin = "retry: 2000\n\n";  // milliseconds until the browser comes back
constexpr std::string_view kHeartbeat = ":\n\n";
constexpr std::string_view kOnlyOverTls = "Strict-Transport-Security: max-age=31536000\r\n";
constexpr int kStreamSendBuffer = 64 * 1024;  // the system doubles it; else it keeps megabytes for a slow reader

bool is_for_handler(const api::Request& request) {
  return request.door == api::Door::operator_ || request.path == "/api" || request.path.starts_with("/api/");
}

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

// Whoever stands before the proxy may have written the rest of the list.
std::string last_forwarded(const api::Request& request, const std::string& peer) {
  const auto found = request.headers.find("x-forwarded-for");
  if (found == request.headers.end()) return peer;
  const std::string_view list = found->second;
  const std::string_view last = trimmed(list.substr(list.rfind(',') + 1));
  return last.empty() ? peer : std::string(last);
}

}  // namespace

bool host_allowed(const ServerOptions& options, const Entrance& entrance, const api::Request& request) {
  if (options.behind_proxy || entrance.door == api::Door::operator_) return true;
  if (options.allowed_hosts.empty() && !entrance.loopback) return true;
  const auto field = request.headers.find("host");
  if (field == request.headers.end()) return true;  // HTTP/1.0, which no browser speaks
  std::string host(without_port(field->second));
  for (char& c : host)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (host == "localhost" || host == "127.0.0.1" || host == "[::1]") return true;
  return std::ranges::find(options.allowed_hosts, host) != options.allowed_hosts.end();
}

Connection::Connection(Common& common, std::unique_ptr<Socket> socket, Entrance entrance)
    : common_(common), socket_(std::move(socket)), entrance_(std::move(entrance)), reader_(common.options.limits) {}

void Connection::start() {
  greeted_ = socket_->established();
  set_deadline(greeted_ ? common_.options.limits.idle_time : common_.options.limits.handshake_time);
  wait_for_input();
}

void Connection::wait_for_input() {
  if (std::exchange(waiting_for_input_, true)) return;
  socket_->when_readable(shared_from_this());
}

void Connection::on_readable() {
  waiting_for_input_ = false;
  if (state_ == State::closed) return;
  std::span<char> room = common_.input;
  if (state_ == State::lingering)
    room = room.first(std::min(room.size(), common_.options.limits.discarded_bytes - discarded_));
  const Moved moved = socket_->read(room);
  note_handshake();
  if (moved.how == Moved::How::would_block) return wait_for_input();
  if (moved.how == Moved::How::failed) return close();
  if (moved.how == Moved::How::ended) {
    if (state_ != State::reading) return close();
    input_ended_ = true;
    return advance();
  }
  if (state_ == State::streaming || state_ == State::lingering) return discard(moved.bytes);
  reader_.feed({common_.input.data(), moved.bytes});
  advance();
}

// From here on the client has the time of everybody else, once.
void Connection::note_handshake() {
  if (greeted_ || !socket_->established()) return;
  greeted_ = true;
  set_deadline(common_.options.limits.idle_time);
}

void Connection::discard(std::size_t bytes) {
  discarded_ += bytes;
  if (discarded_ < common_.options.limits.discarded_bytes) wait_for_input();
}

void Connection::advance() {
  while (state_ == State::reading) {
    switch (reader_.next()) {
      case RequestReader::Event::need_more:
        if (input_ended_) return close();
        set_read_deadline();
        return wait_for_input();
      case RequestReader::Event::expects_continue:
        if (socket_->write(kContinue, {}).bytes != kContinue.size()) return close();
        break;
      case RequestReader::Event::request: begin(reader_.take()); break;
      case RequestReader::Event::refused: refuse_and_close(reader_.refusal()); break;
    }
  }
}

void Connection::set_read_deadline() {
  const RequestReader::Stage stage = reader_.stage();
  const Limits& limits = common_.options.limits;
  if (stage == RequestReader::Stage::between)
    set_deadline(limits.idle_time);
  else if (stage != awaited_)  // a byte now and then does not buy time
    set_deadline(stage == RequestReader::Stage::header ? limits.header_time : limits.body_time);
  awaited_ = stage;
}

void Connection::note_begin(std::optional<api::Method> method, bool page) {
  noted_ = common_.options.on_answer != nullptr;
  if (!noted_) return;
  began_ = std::chrono::steady_clock::now();
  answered_ = {};
  answered_.id = common_.options.request_prefix + std::to_string(++common_.requests);
  answered_.method = method;
  answered_.page = page;
}

void Connection::note_end(bool cut_off) {
  if (!std::exchange(noted_, false) || answered_.status == 0) return;
  answered_.cut_off = cut_off;
  answered_.duration = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began_);
  common_.options.on_answer(answered_);
}

std::string Connection::head(const Reply& reply, Framing framing) const {
  std::string more;
  const bool beyond_this_machine = entrance_.door == api::Door::network && !entrance_.loopback;
  if (beyond_this_machine && common_.options.tls.wanted()) more.append(kOnlyOverTls);
  if (noted_) more.append("X-Request-Id: ").append(answered_.id).append("\r\n");
  return head_of(reply, common_.date, keep_open_, framing, more);
}

void Connection::begin(api::Request request) {
  awaited_ = RequestReader::Stage::between;
  const bool for_handler = common_.options.only_handler || is_for_handler(request);
  note_begin(request.method, !for_handler);
  request.door = entrance_.door;
  request.peer = common_.options.behind_proxy && entrance_.door == api::Door::network
                     ? last_forwarded(request, entrance_.peer)
                     : entrance_.peer;
  head_only_ = request.method == api::Method::head;
  keep_open_ = reader_.keep_alive() && !common_.stopping;
  if (!host_allowed(common_.options, entrance_, request)) return answer(problem(Refusal::host_not_allowed));
  if (!for_handler) return send(common_.assets.answer(request));
  request_ = std::move(request);
  ask_handler();
}

void Connection::ask_handler() {
  if (common_.options.at_once && common_.options.at_once(request_)) return answer(handle());
  state_ = State::handling;
  auto job = [self = shared_from_this()]() mutable {
    self->response_ = self->handle();
    Loop& loop = self->common_.loop;
    loop.post([self = std::move(self)] { self->finish_handling(); });
  };
  if (!common_.workers.try_submit(std::move(job))) answer(problem(Refusal::busy));
}

api::Response Connection::handle() const {
  try {
    return common_.options.handler(request_);
  } catch (const std::exception& fault) {
    if (common_.options.on_fault) common_.options.on_fault(fault.what());
  } catch (...) {
    if (common_.options.on_fault) common_.options.on_fault("an exception that is not a std::exception");
  }
  return problem(Refusal::fault);
}

Result<std::string> Connection::make_part() const {
  try {
    return next_part_();
  } catch (const std::exception& fault) {
    return fail(Fault::unavailable, fault.what());
  }
}

void Connection::finish_handling() {
  if (state_ != State::handling) return;
  answer(std::exchange(response_, {}));
  advance();
}

void Connection::refuse_and_close(Refusal refusal) {
  keep_open_ = false;
  head_only_ = false;
  note_begin({}, false);
  answer(problem(refusal));
}

void Connection::answer(api::Response response) {
  request_ = {};
  if (!response.asked.route.empty()) answered_.asked = response.asked;
  if (response.live && response.status == 200) return open_stream(*std::move(response.live));
  if (response.next_part && response.status == 200) return send_in_parts(std::move(response));
  send(reply_of(std::move(response), common_.options.secure_cookies));
}

void Connection::send_in_parts(api::Response response) {
  keep_open_ = false;
  next_part_ = head_only_ ? nullptr : std::exchange(response.next_part, nullptr);
  reply_ = reply_of(std::move(response), common_.options.secure_cookies);
  head_ = head(reply_, Framing::in_chunks);
  answered_.status = reply_.status;
  answered_.bytes = head_only_ ? 0 : reply_.body.size();
  reply_.body = chunk_of(reply_.body);
  state_ = State::writing;
  sent_ = 0;
  flush();
}

/// The part before it has been sent.
void Connection::ask_for_part() {
  state_ = State::handling;
  auto job = [self = shared_from_this()]() mutable {
    self->part_ = self->make_part();
    Loop& loop = self->common_.loop;
    loop.post([self = std::move(self)] { self->send_part(); });
  };
  if (!common_.workers.try_submit(std::move(job))) close();
}

/// Cut off without the last chunk, so that nobody takes a piece for the whole.
void Connection::send_part() {
  if (state_ != State::handling) return;
  if (!part_) {
    if (common_.options.on_fault) common_.options.on_fault(part_.error().code);
    return close();
  }
  const bool last = part_->empty();
  answered_.bytes += part_->size();
  head_ = last ? kLastChunk : chunk_of(*part_);
  part_->clear();
  if (last) next_part_ = nullptr;
  state_ = State::writing;
  sent_ = 0;
  flush();
  advance();
}

void Connection::send(Reply reply) {
  keep_open_ = keep_open_ && !common_.stopping;
  head_ = head(reply, Framing::by_length);
  answered_.status = reply.status;
  answered_.bytes = head_only_ ? 0 : reply.content().size();
  reply_ = std::move(reply);
  state_ = State::writing;
  sent_ = 0;
  flush();
}

void Connection::open_stream(api::LiveSubscription subscription) {
  const Limits& limits = common_.options.limits;
  if (common_.streams >= static_cast<std::int64_t>(limits.live_streams) || common_.stopping)
    return answer(problem(Refusal::live_too_many));
  keep_open_ = false;
  Reply reply;
  reply.fields = "Content-Type: text/event-stream\r\nCache-Control: no-store\r\nX-Accel-Buffering: no\r\n";
  reply.fields.append(kNothingMayLoad).append(kCommonFields);
  if (head_only_) return send(std::move(reply));
  head_ = head(reply, Framing::by_close);
  answered_.status = reply.status;
  note_end(false);
  head_ += kStreamBegin;
  ++common_.streams;
  state_ = State::streaming;
  discarded_ = sent_ = 0;
  stream_end_ = common_.now + limits.live_age;
  last_event_ = common_.now;
  socket_->limit_send_buffer(kStreamSendBuffer);
  common_.live.add(std::move(subscription), weak_from_this());
  wait_for_input();
  flush();
}

void Connection::deliver(std::string_view events) {
  if (state_ != State::streaming) return;
  last_event_ = common_.now;
  const bool waiting = !head_.empty();
  head_ += events;
  if (!waiting) return flush();
  if (head_.size() - sent_ > common_.options.limits.live_buffer_bytes) close();
}

void Connection::flush() {
  for (;;) {
    const std::string_view head = head_;
    const std::string_view content = head_only_ || state_ != State::writing ? std::string_view{} : reply_.content();
    const std::size_t of_head = std::min(sent_, head.size());
    const std::size_t of_content = sent_ - of_head;
    if (of_head == head.size() && of_content == content.size()) return finish_sending();
    const Moved moved = socket_->write(head.substr(of_head), content.substr(of_content));
    if (moved.how == Moved::How::would_block) break;
    if (moved.how != Moved::How::some) return close();
    sent_ += moved.bytes;
  }
  if (state_ == State::streaming && head_.size() - sent_ > common_.options.limits.live_buffer_bytes) return close();
  set_deadline(common_.options.limits.write_time);
  socket_->when_writable(shared_from_this());
}

void Connection::on_writable() {
  if (state_ != State::writing && state_ != State::streaming) return;
  flush();
  advance();
}

void Connection::finish_sending() {
  std::string().swap(head_);
  reply_ = {};
  sent_ = 0;
  if (state_ == State::streaming) return;
  if (next_part_) return ask_for_part();
  note_end(false);
  if (!keep_open_ || common_.stopping) return linger();
  state_ = State::reading;
}

// Closing with unread input makes the system reset the connection, and the client may never see the answer.
void Connection::linger() {
  state_ = State::lingering;
  socket_->shut_sending();
  if (input_ended_) return close();
  discarded_ = std::min(common_.input.size(), common_.options.limits.discarded_bytes);  // may have come with it
  set_deadline(common_.options.limits.linger_time);
  discard(0);
}

void Connection::sweep() {
  const bool late = common_.now >= deadline_;
  switch (state_) {
    case State::reading:
      if (!late) return;
      if (awaited_ == RequestReader::Stage::between) return close();
      return refuse_and_close(Refusal::timeout);
    case State::writing:
    case State::lingering:
      if (late) close();
      return;
    case State::streaming:
      if (common_.now >= stream_end_ || (late && !head_.empty())) return close();
      if (head_.empty() && common_.now - last_event_ >= common_.options.limits.heartbeat) deliver(kHeartbeat);
      return;
    case State::handling:
    case State::closed: return;
  }
}

void Connection::finish() {
  const bool idle = state_ == State::reading && reader_.stage() == RequestReader::Stage::between;
  if (idle || state_ == State::streaming || state_ == State::lingering) close();
}

void Connection::close() {
  if (state_ == State::closed) return;
  if (state_ == State::streaming) --common_.streams;
  state_ = State::closed;
  note_end(true);
  socket_->close();
  common_.on_close(shared_from_this());
}

}  // namespace paceline::http
