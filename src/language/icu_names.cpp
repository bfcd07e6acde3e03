// SPDX-License-Identifier: Apache-2.0
#include "language/icu_names.h"

#include <fmt/format.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "base/result.h"

namespace paceline {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// Decomposed, without marks, case folded: "Ő" becomes "o", "Й" becomes "и".
icu::UnicodeString folded(const icu::UnicodeString& text, const icu::Normalizer2& decompose) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString parts = decompose.normalize(text, status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
  }
  return kept.foldCase();
}

}  // namespace

struct IcuNames::Tools {
  std::unique_ptr<icu::Collator> collator;
  const icu::Normalizer2* decompose = nullptr;
};

IcuNames::IcuNames() {
  UErrorCode status = U_ZERO_ERROR;
  auto tools = std::make_unique<Tools>();
  tools->collator.reset(icu::Collator::createInstance(icu::Locale::getRoot(), status));
  tools->decompose = icu::Normalizer2::getNFKDInstance(status);
  PACELINE_ASSERT(U_SUCCESS(status));
  tools_ = std::move(tools);
}

IcuNames::~IcuNames() = default;

std::string IcuNames::sort_key(std::string_view name) const {
  const icu::UnicodeString text = from_utf8(name);
  std::vector<std::uint8_t> key(256);
  const auto capacity = [&] { return static_cast<std::int32_t>(key.size()); };
  const std::int32_t length = tools_->collator->getSortKey(text, key.data(), capacity());
  if (length > capacity()) {
    key.resize(static_cast<std::size_t>(length));
    tools_->collator->getSortKey(text, key.data(), capacity());
  }
  std::string hex;
  for (std::int32_t i = 0; i + 1 < length; ++i) hex += fmt::format("{:02x}", key[static_cast<std::size_t>(i)]);
  return hex;
}

std::vector<std::string> IcuNames::search_words(std::string_view text) const {
  const icu::UnicodeString plain = folded(from_utf8(text), *tools_->decompose);
  std::vector<std::string> words;
  std::string word;
  for (std::int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
    const UChar32 c = plain.char32At(i);
    if (u_isalnum(c)) {
      icu::UnicodeString(c).toUTF8String(word);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

}  // namespace paceline
