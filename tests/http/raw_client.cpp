// SPDX-License-Identifier: Apache-2.0
#include "tests/http/raw_client.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace paceline::http {
namespace {

constexpr std::chrono::milliseconds kPatience{5'000};

bool ready(int number, short events, std::chrono::milliseconds patience) {
  pollfd waiting{number, events, 0};
  return poll(&waiting, 1, static_cast<int>(patience.count())) == 1;
}

}  // namespace

std::string RawAnswer::field(std::string_view name) const {
  std::string lower = head;
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  const std::string wanted = "\r\n" + std::string(name) + ": ";
  const std::size_t at = lower.find(wanted);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + wanted.size();
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

std::string RawAnswer::code() const {
  const std::string mark = R"("code":")";
  const std::size_t at = body.find(mark);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + mark.size();
  return body.substr(begin, body.find('"', begin) - begin);
}

RawClient::RawClient(std::uint16_t port, int receive_buffer) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int number = socket(AF_INET, SOCK_STREAM, 0);
  if (receive_buffer > 0) setsockopt(number, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  if (connect(number, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
    number_ = number;
  else
    close(number);
}

RawClient::RawClient(const std::string& socket_path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socket_path.copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
  const int number = socket(AF_UNIX, SOCK_STREAM, 0);
  if (connect(number, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
    number_ = number;
  else
    close(number);
}

RawClient::~RawClient() {
  if (number_ >= 0) close(number_);
}

RawClient::RawClient(RawClient&& other) noexcept
    : number_(std::exchange(other.number_, -1)), pending_(std::move(other.pending_)) {}

std::size_t RawClient::send(std::string_view bytes, std::chrono::milliseconds patience) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    if (!ready(number_, POLLOUT, patience)) return sent;
    const ssize_t now = ::send(number_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (now < 0 && errno != EAGAIN) return sent;
    sent += static_cast<std::size_t>(std::max<ssize_t>(now, 0));
  }
  return sent;
}

void RawClient::shut_sending() {
  shutdown(number_, SHUT_WR);
}

bool RawClient::has_answer() const {
  return !pending_.empty() || ready(number_, POLLIN, std::chrono::milliseconds(0));
}

bool RawClient::read_more(std::chrono::milliseconds patience) {
  if (!ready(number_, POLLIN, patience)) return false;
  std::array<char, 64 * 1024> buffer{};
  const ssize_t got = recv(number_, buffer.data(), buffer.size(), 0);
  if (got <= 0) return false;
  pending_.append(buffer.data(), static_cast<std::size_t>(got));
  return true;
}

RawAnswer RawClient::receive(bool head_only) {
  RawAnswer answer;
  while (pending_.find("\r\n\r\n") == std::string::npos)
    if (!read_more(kPatience)) return answer;
  answer.head = pending_.substr(0, pending_.find("\r\n\r\n") + 2);
  pending_.erase(0, answer.head.size() + 2);
  answer.status = std::stoi(answer.head.substr(9, 3));
  const std::string length = answer.field("content-length");
  const std::size_t wanted = head_only || length.empty() ? 0 : std::stoul(length);
  while (pending_.size() < wanted)
    if (!read_more(kPatience)) break;
  answer.body = pending_.substr(0, wanted);
  pending_.erase(0, wanted);
  return answer;
}

std::string RawClient::receive_until(std::string_view enough) {
  while (enough.empty() || pending_.find(enough) == std::string::npos)
    if (!read_more(kPatience)) break;
  return pending_;
}

bool RawClient::closed_by_server(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  std::array<char, 64 * 1024> buffer{};
  while (std::chrono::steady_clock::now() < until) {
    if (!ready(number_, POLLIN, std::chrono::milliseconds(50))) continue;
    if (recv(number_, buffer.data(), buffer.size(), 0) <= 0) return true;
  }
  return false;
}

RawAnswer ask(std::uint16_t port, std::string_view bytes) {
  RawClient client(port);
  client.send(bytes);
  return client.receive();
}

RawAnswer get(std::uint16_t port, std::string_view target, std::string_view more_fields) {
  return ask(port,
             "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more_fields) + "\r\n");
}

}  // namespace paceline::http
