// SPDX-License-Identifier: Apache-2.0
// The bytes of somebody's file as UTF-8, piece by piece, whatever the size of the file.
//
// A byte that means nothing in the encoding becomes U+FFFD; a row that has one is refused later, so one broken row does
// not refuse the file. A byte-order mark at the beginning is left out.
// Worked example: the bytes CF F0 E8 in windows-1251 are "При".
#pragma once

#include <boost/describe/enum.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace paceline {

BOOST_DEFINE_ENUM_CLASS(Encoding, utf_8, utf_16_le, utf_16_be, windows_1250, windows_1251, windows_1252, windows_1256)

inline constexpr std::string_view kUndecodable = "\xEF\xBF\xBD";

/// What a byte-order mark at the beginning of a file says; none: no mark.
[[nodiscard]] std::optional<Encoding> encoding_of_mark(std::string_view beginning);

/// The mark's, else UTF-8 when the beginning is valid so far; none: a person has to say.
[[nodiscard]] std::optional<Encoding> guess_encoding(std::string_view beginning);

/// Bytes in a charset as a file names it ("ISO-8859-1") as UTF-8; absent: nobody knows the charset.
[[nodiscard]] std::optional<std::string> decoded_from(std::string_view bytes, const std::string& charset);

/// Not thread-safe.
class TextDecoder {
 public:
  explicit TextDecoder(Encoding encoding);
  ~TextDecoder();
  TextDecoder(const TextDecoder&) = delete;
  TextDecoder& operator=(const TextDecoder&) = delete;

  /// Appends the text of these bytes; a character that is cut at their end waits for the next piece.
  void feed(std::string_view bytes, std::string& text);
  /// What is still cut at the end of the file becomes U+FFFD.
  void end(std::string& text);

 private:
  struct Converters;
  void convert(std::string_view bytes, bool last, std::string& text);
  std::unique_ptr<Converters> converters_;
};

}  // namespace paceline
