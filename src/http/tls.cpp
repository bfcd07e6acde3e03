// SPDX-License-Identifier: Apache-2.0
#include "http/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace paceline::http {
namespace {

constexpr std::size_t kRecord = 16 * 1024;  // the most that one record of TLS holds

struct Free {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
  void operator()(SSL* session) const { SSL_free(session); }
};
using ContextHandle = std::unique_ptr<SSL_CTX, Free>;
using SessionHandle = std::unique_ptr<SSL, Free>;

std::string last_words() {
  std::array<char, 256> text{};
  ERR_error_string_n(ERR_peek_last_error(), text.data(), text.size());
  ERR_clear_error();
  return text.data();
}

Result<ContextHandle> context_of(const TlsFiles& files) {
  ContextHandle context(SSL_CTX_new(TLS_server_method()));
  PACELINE_ASSERT(context != nullptr);
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
  // A connection that waits holds no buffer; a write that was cut short may go on from another place in memory.
  SSL_CTX_set_mode(context.get(),
                   SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  if (SSL_CTX_use_certificate_chain_file(context.get(), files.certificate.c_str()) != 1)
    return fail(Fault::invalid, "tls.certificate_unusable", {}, files.certificate + ": " + last_words());
  if (SSL_CTX_use_PrivateKey_file(context.get(), files.key.c_str(), SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(context.get()) != 1)
    return fail(Fault::invalid, "tls.key_unusable", {}, files.key + ": " + last_words());
  return context;
}

/// Which files stand there: number, size and time of change of both, since a clock of milliseconds takes two quick
/// writes for one. Empty for files that are not there.
using Footprint = std::vector<std::int64_t>;

Footprint footprint_of(const TlsFiles& files) {
  Footprint footprint;
  for (const std::string& path : {files.certificate, files.key}) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return {};
    const auto number = static_cast<std::int64_t>(found.st_ino);
    footprint.insert(footprint.end(), {number, found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec});
  }
  return footprint;
}

/// What the other side sent goes into `in_`, what it is to get comes out of `out_`; both are OpenSSL's own memory.
class TlsSocket final : public Socket {
 public:
  TlsSocket(std::unique_ptr<Socket> below, SessionHandle session, Tls::Post post)
      : below_(std::move(below)),
        session_(std::move(session)),
        in_(BIO_new(BIO_s_mem())),
        out_(BIO_new(BIO_s_mem())),
        post_(std::move(post)) {
    SSL_set_bio(session_.get(), in_, out_);  // takes them
    SSL_set_accept_state(session_.get());
  }

  Moved read(std::span<char> into) override {
    while (true) {
      ERR_clear_error();
      const int bytes = SSL_read(session_.get(), into.data(), static_cast<int>(std::min(into.size(), kRecord)));
      const Moved sent = send_what_is_ready();  // of a handshake, or a change of keys
      if (sent.how == Moved::How::failed) return sent;
      if (bytes > 0) return {Moved::How::some, static_cast<std::size_t>(bytes)};
      if (const auto over = outcome(bytes)) return *over;
      const Moved got = take_in();
      if (got.how != Moved::How::some) return got;
    }
  }

  /// Bytes count as written once the system has all that became of them; until then the caller comes with the same
  /// ones again.
  Moved write(std::string_view first, std::string_view second) override {
    if (underway_ == 0) {
      const std::string_view next = (first.empty() ? second : first).substr(0, kRecord);
      ERR_clear_error();
      const int bytes = SSL_write(session_.get(), next.data(), static_cast<int>(next.size()));
      if (bytes <= 0) return outcome(bytes).value_or(Moved{Moved::How::would_block, 0});
      underway_ = static_cast<std::size_t>(bytes);
    }
    const Moved sent = send_what_is_ready();
    if (sent.how != Moved::How::some) return sent;
    return {Moved::How::some, std::exchange(underway_, 0)};
  }

  [[nodiscard]] bool established() const override { return SSL_is_init_finished(session_.get()) == 1; }
  void when_readable(std::shared_ptr<SocketOwner> owner) override {
    const bool here_already = SSL_has_pending(session_.get()) == 1 || BIO_ctrl_pending(in_) > 0;
    if (here_already && !starved_) return post_([owner = std::move(owner)] { owner->on_readable(); });
    below_->when_readable(std::move(owner));
  }
  void when_writable(std::shared_ptr<SocketOwner> owner) override { below_->when_writable(std::move(owner)); }
  void limit_send_buffer(int bytes) override { below_->limit_send_buffer(bytes); }
  void shut_sending() override {
    SSL_shutdown(session_.get());
    static_cast<void>(send_what_is_ready());
    below_->shut_sending();
  }
  void close() override { below_->close(); }

 private:
  /// `some`: all of it was taken.
  Moved send_what_is_ready() {
    char* bytes = nullptr;
    for (long waiting = BIO_get_mem_data(out_, &bytes); waiting > 0; waiting = BIO_get_mem_data(out_, &bytes)) {
      const Moved moved = below_->write({bytes, static_cast<std::size_t>(waiting)}, {});
      if (moved.how != Moved::How::some) return moved;
      drop(moved.bytes);
    }
    return {Moved::How::some, 0};
  }
  void drop(std::size_t bytes) {
    std::array<char, 4096> gone{};
    while (bytes > 0)
      bytes -= static_cast<std::size_t>(BIO_read(out_, gone.data(), static_cast<int>(std::min(bytes, gone.size()))));
  }

  Moved take_in() {
    std::array<char, kRecord> room{};
    const Moved moved = below_->read(room);
    starved_ = moved.how != Moved::How::some;
    if (!starved_) BIO_write(in_, room.data(), static_cast<int>(moved.bytes));
    return moved;
  }

  /// Nothing when more has to come from the other side.
  std::optional<Moved> outcome(int code) {
    switch (SSL_get_error(session_.get(), code)) {
      case SSL_ERROR_WANT_READ:
      case SSL_ERROR_WANT_WRITE: return std::nullopt;
      case SSL_ERROR_ZERO_RETURN: return Moved{Moved::How::ended, 0};
      default: return Moved{Moved::How::failed, 0};
    }
  }

  const std::unique_ptr<Socket> below_;
  const SessionHandle session_;
  BIO* const in_;
  BIO* const out_;
  const Tls::Post post_;
  std::size_t underway_ = 0;  // bytes of the caller that lie in out_
  bool starved_ = false;      // what lies in in_ is the beginning of a record, and the rest has not come
};

}  // namespace

class Tls::Context {
 public:
  Context(TlsFiles from, Footprint at, ContextHandle made)
      : files(std::move(from)), seen(std::move(at)), handle(std::move(made)) {}

  const TlsFiles files;
  Footprint seen;  // of the files that were looked at last
  ContextHandle handle;
};

Tls::Tls(std::unique_ptr<Context> context) : context_(std::move(context)) {}
Tls::~Tls() = default;

Result<std::unique_ptr<Tls>> Tls::load(TlsFiles files) {
  Footprint seen = footprint_of(files);
  if (seen.empty())
    return fail(Fault::invalid, "tls.certificate_unusable", {},
                files.certificate + " and " + files.key + " must be files");
  PACELINE_TRY(auto context, context_of(files));
  return std::unique_ptr<Tls>(
      new Tls(std::make_unique<Context>(std::move(files), std::move(seen), std::move(context))));
}

std::unique_ptr<Socket> Tls::over(std::unique_ptr<Socket> socket, const Post& post) const {
  SessionHandle session(SSL_new(context_->handle.get()));
  PACELINE_ASSERT(session != nullptr);
  return std::make_unique<TlsSocket>(std::move(socket), std::move(session), post);
}

Result<void> Tls::renew() {
  Footprint now = footprint_of(context_->files);
  if (now == context_->seen || now.empty()) return {};
  context_->seen = std::move(now);
  PACELINE_TRY(context_->handle, context_of(context_->files));
  return {};
}

}  // namespace paceline::http
