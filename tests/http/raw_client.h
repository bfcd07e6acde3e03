// SPDX-License-Identifier: Apache-2.0
// A client that sends exactly the bytes it is told to: what a browser would never do must be tried as well.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paceline::http {

/// One answer, taken apart just enough to be looked at. Names of fields in lower case.
struct RawAnswer {
  int status = 0;
  std::string head;
  std::string body;
  [[nodiscard]] std::string field(std::string_view name) const;
  /// The "code" member of a problem, or empty.
  [[nodiscard]] std::string code() const;
};

class RawClient {
 public:
  /// With `receive_buffer` the system takes little before the client reads.
  explicit RawClient(std::uint16_t port, int receive_buffer = 0);
  explicit RawClient(const std::string& socket_path);
  ~RawClient();
  RawClient(RawClient&& other) noexcept;
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  RawClient& operator=(RawClient&&) = delete;

  [[nodiscard]] bool connected() const { return number_ >= 0; }
  /// Returns how many bytes the system took before the server stopped reading for `patience` or closed.
  std::size_t send(std::string_view bytes, std::chrono::milliseconds patience = std::chrono::seconds(5));
  void shut_sending();
  [[nodiscard]] bool has_answer() const;
  /// The next answer; status 0 when the connection ends or nothing comes.
  [[nodiscard]] RawAnswer receive(bool head_only = false);
  /// All until the server closes, or until `enough` stands in it.
  [[nodiscard]] std::string receive_until(std::string_view enough);
  /// Whether the server closes within the patience, whatever it sends before.
  [[nodiscard]] bool closed_by_server(std::chrono::milliseconds patience = std::chrono::seconds(5));

 private:
  bool read_more(std::chrono::milliseconds patience);

  int number_ = -1;
  std::string pending_;
};

/// Sends one request on a connection of its own and returns the answer.
[[nodiscard]] RawAnswer ask(std::uint16_t port, std::string_view bytes);
[[nodiscard]] RawAnswer get(std::uint16_t port, std::string_view target, std::string_view more_fields = {});

}  // namespace paceline::http
