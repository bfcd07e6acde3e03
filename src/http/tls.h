// SPDX-License-Identifier: Apache-2.0
// HTTPS with a certificate of one's own: TLS 1.2 and 1.3 over a socket that does not know it. OpenSSL stands behind
// this in one file.
//
// A certificate that is renewed in its files is taken up within a minute, without a restart; files that cannot be used
// then are reported, and the old ones go on.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "http/loop.h"

namespace paceline::http {

struct TlsFiles {
  std::string certificate;  ///< PEM: the server's own first, then those that lead to its authority
  std::string key;          ///< PEM, without a password
  [[nodiscard]] bool wanted() const { return !certificate.empty(); }
};

class Tls {
 public:
  /// Returns invalid "tls.certificate_unusable", "tls.key_unusable" (a file that cannot be read, or is none, or a key
  /// of another certificate).
  [[nodiscard]] static Result<std::unique_ptr<Tls>> load(TlsFiles files);
  ~Tls();
  Tls(const Tls&) = delete;
  Tls& operator=(const Tls&) = delete;

  /// `post`: does something on the thread of the loop, soon.
  using Post = std::function<void(std::function<void()>)>;
  [[nodiscard]] std::unique_ptr<Socket> over(std::unique_ptr<Socket> socket, const Post& post) const;

  /// Reads the files again if they are newer. Returns the errors of load(), once for each change of the files.
  [[nodiscard]] Result<void> renew();

 private:
  class Context;
  explicit Tls(std::unique_ptr<Context> context);
  std::unique_ptr<Context> context_;
};

}  // namespace paceline::http
