// SPDX-License-Identifier: Apache-2.0
#include "importer/text_decoder.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "base/result.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::string_view kMarkOfUtf8 = "\xEF\xBB\xBF";

const char* icu_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf_8: return "UTF-8";
    case Encoding::utf_16_le: return "UTF-16LE";
    case Encoding::utf_16_be: return "UTF-16BE";
    case Encoding::windows_1250: return "windows-1250";
    case Encoding::windows_1251: return "windows-1251";
    case Encoding::windows_1252: return "windows-1252";
    case Encoding::windows_1256: return "windows-1256";
  }
  PACELINE_ASSERT(false);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  PACELINE_ASSERT(U_SUCCESS(status));
  return converter;
}

/// Without a character that is cut at the end: the beginning of a file ends anywhere.
std::string_view without_cut_end(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80) break;
    if (byte >= 0xC0) return text.substr(0, text.size() - back);
  }
  return text;
}

}  // namespace

std::optional<Encoding> encoding_of_mark(std::string_view beginning) {
  if (beginning.starts_with(kMarkOfUtf8)) return Encoding::utf_8;
  if (beginning.starts_with("\xFF\xFE")) return Encoding::utf_16_le;
  if (beginning.starts_with("\xFE\xFF")) return Encoding::utf_16_be;
  return std::nullopt;
}

std::optional<Encoding> guess_encoding(std::string_view beginning) {
  if (const auto marked = encoding_of_mark(beginning)) return marked;
  if (is_utf8(beginning) || is_utf8(without_cut_end(beginning))) return Encoding::utf_8;
  return std::nullopt;
}

std::optional<std::string> decoded_from(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  std::vector<UChar> wide(bytes.size() * 2 + 1);
  const auto size = ucnv_toUChars(from.get(), wide.data(), static_cast<std::int32_t>(wide.size()), bytes.data(),
                                  static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  const Converter to = open_converter("UTF-8");
  std::string text(static_cast<std::size_t>(size) * 3 + 1, '\0');
  const auto written =
      ucnv_fromUChars(to.get(), text.data(), static_cast<std::int32_t>(text.size()), wide.data(), size, &status);
  if (U_FAILURE(status)) return std::nullopt;
  text.resize(static_cast<std::size_t>(written));
  return text;
}

struct TextDecoder::Converters {
  Converter from;
  Converter to;
  std::array<UChar, 1024> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_end = pivot.data();
  bool at_beginning = true;
};

TextDecoder::TextDecoder(Encoding encoding) : converters_(std::make_unique<Converters>()) {
  converters_->from = open_converter(icu_name(encoding));
  converters_->to = open_converter("UTF-8");
}

TextDecoder::~TextDecoder() = default;

void TextDecoder::feed(std::string_view bytes, std::string& text) {
  convert(bytes, /*last=*/false, text);
}

void TextDecoder::end(std::string& text) {
  convert("", /*last=*/true, text);
}

void TextDecoder::convert(std::string_view bytes, bool last, std::string& text) {
  const std::size_t before = text.size();
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  std::array<char, 8192> piece{};
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char* written = piece.data();
    ucnv_convertEx(converters_->to.get(), converters_->from.get(), &written, piece.data() + piece.size(), &source,
                   source_end, converters_->pivot.data(), &converters_->pivot_source, &converters_->pivot_end,
                   std::end(converters_->pivot), /*reset=*/false, last, &status);
    text.append(piece.data(), written);
  }
  PACELINE_ASSERT(U_SUCCESS(status));
  if (converters_->at_beginning && text.size() > before) {
    converters_->at_beginning = false;
    if (std::string_view(text).substr(before).starts_with(kMarkOfUtf8)) text.erase(before, kMarkOfUtf8.size());
  }
}

}  // namespace paceline
