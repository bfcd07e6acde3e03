// SPDX-License-Identifier: Apache-2.0
#include "secret/sodium_secrets.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <semaphore>

#include "base/id.h"

namespace paceline {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemoryBytes = 19ULL * 1024 * 1024;

std::counting_semaphore<>& hashing_places() {
  static std::counting_semaphore<> places(2);
  return places;
}

/// Holds one of the places while it lives.
class HashingPlace {
 public:
  HashingPlace() { hashing_places().acquire(); }
  ~HashingPlace() { hashing_places().release(); }
  HashingPlace(const HashingPlace&) = delete;
  HashingPlace& operator=(const HashingPlace&) = delete;
};

/// A hash of nothing, so that an unknown user costs the same time as a wrong password.
const std::string& hash_of_nobody() {
  static const std::string hash = [] {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed = crypto_pwhash_str(text.data(), "", 0, kPasses, kMemoryBytes);
    PACELINE_ASSERT(failed == 0);
    return std::string(text.data());
  }();
  return hash;
}

}  // namespace

SodiumSecrets::SodiumSecrets() {
  PACELINE_ASSERT(sodium_init() >= 0);
}

Result<std::string> SodiumSecrets::hash_password(std::string_view password) const {
  const HashingPlace place;
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str(text.data(), password.data(), password.size(), kPasses, kMemoryBytes) != 0) {
    return fail(Fault::unavailable, "password.hash_unavailable");
  }
  return std::string(text.data());
}

bool SodiumSecrets::password_matches(std::string_view password, std::string_view hash) const {
  const HashingPlace place;
  const std::string against = hash.empty() ? hash_of_nobody() : std::string(hash);
  const bool same = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return same && !hash.empty();
}

std::string SodiumSecrets::new_token() const {
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

bool SodiumSecrets::is_same(std::string_view a, std::string_view b) const {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string SodiumSecrets::signature(std::string_view secret, std::string_view text) const {
  const auto bytes = [](std::string_view from) { return reinterpret_cast<const unsigned char*>(from.data()); };
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes(secret), secret.size());
  crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> made{};
  crypto_auth_hmacsha256_final(&state, made.data());
  std::array<char, crypto_auth_hmacsha256_BYTES * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), made.data(), made.size());
  return hex.data();
}

std::string SodiumSecrets::fingerprint(std::string_view text) const {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                     nullptr, 0);
  std::array<char, crypto_generichash_BYTES * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

std::int64_t TimeOrderedIds::next() {
  const std::int64_t millisecond = clock_.now().microseconds() / 1000 - kFirstIdMillisecond;
  const std::int64_t start = std::max<std::int64_t>(millisecond, 1) << kIdRandomBits;
  const auto within = static_cast<std::int64_t>(randombytes_uniform(1U << (kIdRandomBits - 1)));
  const std::lock_guard lock(mutex_);
  last_ = std::max(last_ + 1, start + within);
  return last_;
}

}  // namespace paceline
