// SPDX-License-Identifier: Apache-2.0
// The web page's files, as the browser asks for them.
//
//   GET /assets/index-4f2a.js   the file, for ever (its name changes with its content); absent: 404, never the page
//   GET /sw.js                  the file, to be asked for again each time
//   GET /reps/5                 a place inside the page: no file extension, so index.html
//
// A file with a `.br` beside it is sent compressed to those who take that. index.html is never compressed and never
// stored: each reply has a fresh nonce of 128 bits in place of every __CSP_NONCE__, and in its Content-Security-Policy.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "api/message.h"
#include "http/embedded_assets.h"
#include "http/reply.h"

namespace paceline::http {

class Assets {
 public:
  /// `files` outlives this. Empty: every place answers that the program was built without its page.
  explicit Assets(const std::vector<EmbeddedAsset>& files);

  /// Answers 200, 304, 404 page.not_found or 405 page.method_not_allowed.
  [[nodiscard]] Reply answer(const api::Request& request) const;

 private:
  struct File {
    std::string_view identity;
    std::string_view brotli;  // empty: none
    std::string entity_tag;   // without its quotes; the compressed form has "-br" after it
    std::string fields;       // all but ETag and Content-Encoding
  };

  void add(const EmbeddedAsset& asset);
  [[nodiscard]] Reply file_reply(const File& file, const api::Request& request) const;
  [[nodiscard]] Reply page() const;

  std::unordered_map<std::string_view, File> files_;
  std::vector<std::string_view> page_parts_;  // index.html, cut where a nonce goes
};

/// Whether an Accept-Encoding field lets `coding` pass. Worked example: "gzip, br;q=0" does not accept "br".
[[nodiscard]] bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

}  // namespace paceline::http
