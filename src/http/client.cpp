// SPDX-License-Identifier: Apache-2.0
#include "http/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

namespace paceline::http {
namespace {

using ResponseParser = boost::beast::http::response_parser<boost::beast::http::string_body>;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

auto unreachable(std::string detail) {
  return fail(Fault::unavailable, "server.unreachable", {}, std::move(detail));
}
auto answer_lost(std::string detail) {
  return fail(Fault::unavailable, "server.answer_lost", {}, std::move(detail));
}
std::string why() {
  return std::strerror(errno);
}

std::string_view method_name(api::Method method) {
  switch (method) {
    case api::Method::get: return "GET";
    case api::Method::head: return "HEAD";
    case api::Method::post: return "POST";
    case api::Method::put: return "PUT";
    case api::Method::patch: return "PATCH";
    case api::Method::remove: return "DELETE";
  }
  return "GET";
}

std::string encode(std::string_view text, std::string_view left_alone) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       left_alone.find(c) != std::string_view::npos;
    if (plain) {
      encoded.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded.append("%").push_back(kDigits[byte >> 4U]);
    encoded.push_back(kDigits[byte & 15U]);
  }
  return encoded;
}

std::string write_request(const api::Request& request) {
  std::string text(method_name(request.method));
  text.append(" ").append(encode(request.path, "/-._~"));
  char separator = '?';
  for (const auto& [name, value] : request.query) {
    text.append(1, separator).append(encode(name, "-._~")).append("=").append(encode(value, "-._~"));
    separator = '&';
  }
  text += " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  for (const auto& [name, value] : request.headers)
    if (name != "host" && name != "connection" && name != "content-length")
      text.append(name).append(": ").append(value).append("\r\n");
  return text.append("Content-Length: ").append(std::to_string(request.body.size())).append("\r\n\r\n") + request.body;
}

Result<void> send_all(const Descriptor& socket, std::string_view text) {
  while (!text.empty()) {
    const ssize_t sent = ::send(socket.number(), text.data(), text.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    // A server that refuses early stops reading, and its answer is there all the same.
    if (sent < 0 && (errno == EPIPE || errno == ECONNRESET)) return {};
    if (sent < 0) return answer_lost(why());
    text.remove_prefix(static_cast<std::size_t>(sent));
  }
  return {};
}

api::Response response_of(ResponseParser& parser) {
  api::Response response;
  response.status = static_cast<int>(parser.get().result_int());
  for (const auto& field : parser.get()) {
    const std::string value(field.value().data(), field.value().size());
    if (field.name() == boost::beast::http::field::content_type)
      response.content_type = value;
    else
      response.headers.emplace_back(std::string(field.name_string().data(), field.name_string().size()), value);
  }
  response.body = std::move(parser.get().body());
  return response;
}

Result<api::Response> receive(const Descriptor& socket, bool head_only) {
  ResponseParser parser;
  parser.body_limit(boost::none);
  parser.skip(head_only);
  parser.eager(true);
  std::string pending;
  std::array<char, 16 * 1024> buffer{};
  while (!parser.is_done()) {
    const ssize_t got = recv(socket.number(), buffer.data(), buffer.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return answer_lost(why());
    boost::beast::error_code fault;
    if (got == 0) {
      if (!parser.got_some()) return answer_lost("the server closed the connection");
      parser.put_eof(fault);
      if (fault) return answer_lost("the answer ends early");
      break;
    }
    pending.append(buffer.data(), static_cast<std::size_t>(got));
    pending.erase(0, parser.put(boost::asio::buffer(pending), fault));
    if (fault && fault != boost::beast::http::error::need_more) return answer_lost(fault.message());
  }
  return response_of(parser);
}

Result<api::Response> exchange(const Descriptor& socket, const sockaddr* address, socklen_t length,
                               const api::Request& request, std::chrono::milliseconds patience) {
  if (socket.number() < 0) return unreachable(why());
  const timeval time{patience.count() / 1000, patience.count() % 1000 * 1000};
  setsockopt(socket.number(), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  setsockopt(socket.number(), SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
  if (connect(socket.number(), address, length) != 0) return unreachable(why());
  PACELINE_CHECK(send_all(socket, write_request(request)));
  return receive(socket, request.method == api::Method::head);
}

}  // namespace

Result<api::Response> send(const std::string& socket_path, const api::Request& request,
                           std::chrono::milliseconds patience) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket_path.size() >= sizeof address.sun_path) return unreachable(socket_path + " is too long for a socket");
  socket_path.copy(static_cast<char*>(address.sun_path), socket_path.size());
  const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  return exchange(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address, request, patience);
}

Result<api::Response> send(const std::string& address, std::uint16_t port, const api::Request& request,
                           std::chrono::milliseconds patience) {
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  v4.sin_port = htons(port);
  if (inet_pton(AF_INET, address.c_str(), &v4.sin_addr) == 1) {
    const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return exchange(socket, reinterpret_cast<const sockaddr*>(&v4), sizeof v4, request, patience);
  }
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  v6.sin6_port = htons(port);
  if (inet_pton(AF_INET6, address.c_str(), &v6.sin6_addr) != 1) return unreachable(address + " is not an address");
  const Descriptor socket(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
  return exchange(socket, reinterpret_cast<const sockaddr*>(&v6), sizeof v6, request, patience);
}

}  // namespace paceline::http
