// SPDX-License-Identifier: Apache-2.0
// How people's names are sorted and found, in every script. Thread-safe.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace paceline {

class Names {
 public:
  virtual ~Names() = default;
  /// Texts in the order of their keys are in the order that a reader expects.
  [[nodiscard]] virtual std::string sort_key(std::string_view name) const = 0;
  /// The words of a text without case and accents, as they are searched: "Ана Duarte" gives {"ана", "duarte"}.
  [[nodiscard]] virtual std::vector<std::string> search_words(std::string_view text) const = 0;

  /// Does each of these begin a word of the name? REQUIRES: search_words() of what was typed.
  [[nodiscard]] bool is_meant(std::string_view name, const std::vector<std::string>& typed) const {
    if (typed.empty()) return true;
    const auto words = search_words(name);
    return std::all_of(typed.begin(), typed.end(), [&](const std::string& beginning) {
      return std::any_of(words.begin(), words.end(),
                         [&](const std::string& word) { return word.starts_with(beginning); });
    });
  }
};

}  // namespace paceline
