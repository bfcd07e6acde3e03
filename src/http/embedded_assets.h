// SPDX-License-Identifier: Apache-2.0
// The web page inside the program: the files of web/dist, as the build left them (identity and .br beside each other).
#pragma once

#include <string_view>
#include <vector>

namespace paceline::http {

struct EmbeddedAsset {
  /// REQUIRES: begin <= end, both into the same file.
  struct Bytes {
    const char* begin;
    const char* end;
  };
  std::string_view path;  ///< begins with '/', for example "/assets/index-4f2a.js.br"
  Bytes bytes;
  [[nodiscard]] std::string_view content() const {
    return {bytes.begin, static_cast<std::size_t>(bytes.end - bytes.begin)};
  }
};

/// Made by the build (cmake/embed_assets.cmake); empty when the program was built without the page.
[[nodiscard]] const std::vector<EmbeddedAsset>& embedded_assets();

}  // namespace paceline::http
