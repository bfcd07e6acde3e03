// SPDX-License-Identifier: Apache-2.0
#include "store/base64.h"

#include <array>
#include <cstdint>

#include "base/result.h"

namespace paceline::store {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char kPadding = '=';
constexpr int kBitsOfLetter = 6;
constexpr int kBitsOfByte = 8;
constexpr std::uint32_t kLetterMask = 63;
constexpr std::uint32_t kByteMask = 255;

std::array<int, 256> make_values() {
  std::array<int, 256> values{};
  values.fill(-1);
  for (std::size_t at = 0; at < kLetters.size(); ++at)
    values.at(static_cast<unsigned char>(kLetters[at])) = static_cast<int>(at);
  return values;
}

}  // namespace

std::string base64_of(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4, kPadding);
  auto next = text.begin();
  std::uint32_t held = 0;
  int bits = 0;
  for (const char byte : bytes) {
    held = (held << kBitsOfByte) | static_cast<unsigned char>(byte);
    for (bits += kBitsOfByte; bits >= kBitsOfLetter;) {
      bits -= kBitsOfLetter;
      *next++ = kLetters[(held >> bits) & kLetterMask];
    }
  }
  if (bits > 0) *next = kLetters[(held << (kBitsOfLetter - bits)) & kLetterMask];
  return text;
}

std::string bytes_of_base64(std::string_view text) {
  static const std::array<int, 256> values = make_values();
  std::string bytes(text.size() * kBitsOfLetter / kBitsOfByte, '\0');
  std::size_t size = 0;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char letter : text) {
    if (letter == kPadding) break;
    const int value = values[static_cast<unsigned char>(letter)];
    PACELINE_ASSERT(value >= 0);
    held = (held << kBitsOfLetter) | static_cast<std::uint32_t>(value);
    bits += kBitsOfLetter;
    if (bits < kBitsOfByte) continue;
    bits -= kBitsOfByte;
    bytes[size++] = static_cast<char>((held >> bits) & kByteMask);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace paceline::store
