// SPDX-License-Identifier: Apache-2.0
// Names sorted and searched by ICU: the root collation, words by the Unicode rules, case and accents taken off.
#pragma once

#include <memory>

#include "app/ports/names.h"

namespace paceline {

class IcuNames : public Names {
 public:
  IcuNames();
  ~IcuNames() override;
  [[nodiscard]] std::string sort_key(std::string_view name) const override;
  [[nodiscard]] std::vector<std::string> search_words(std::string_view text) const override;

 private:
  struct Tools;
  std::unique_ptr<const Tools> tools_;
};

}  // namespace paceline
