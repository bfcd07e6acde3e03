// SPDX-License-Identifier: Apache-2.0
// An answer as it goes out: the header in text, and the bytes of the body.
//
// Every reply carries nosniff, a referrer policy, protection against framing and against other origins. An answer of
// the API is not to be stored and may load nothing, unless its handler set Cache-Control.
#pragma once

#include <string>
#include <string_view>

#include "api/message.h"

namespace paceline::http {

struct Reply {
  int status = 200;
  std::string fields;  ///< written lines, each ending in CRLF
  std::string body;
  std::string_view lasting_body;  ///< instead of `body`: bytes that outlive the reply
  [[nodiscard]] std::string_view content() const { return lasting_body.empty() ? body : lasting_body; }
};

/// Fields that every reply has, and the policies of one that is not the page.
extern const std::string_view kCommonFields;
extern const std::string_view kNothingMayLoad;

/// Takes the answer of the handler apart. A field with a control character in it (a way to forge a second answer)
/// makes it 500 server.fault. The `live` member is left to the caller.
[[nodiscard]] Reply reply_of(api::Response response, bool secure_cookies);

enum class Framing {
  by_length,  ///< Content-Length, where the status allows a body
  by_close,   ///< the end of the connection ends the body
  in_chunks   ///< Transfer-Encoding: chunk_of() each part, then kLastChunk
};

/// Status line, fields of the connection, fields of the reply, empty line. `date` is a written Date line, `more` are
/// further written lines.
[[nodiscard]] std::string head_of(const Reply& reply, std::string_view date, bool keep_alive, Framing framing,
                                  std::string_view more = {});

inline constexpr std::string_view kLastChunk = "0\r\n\r\n";
/// Nothing for nothing, which would be the last chunk.
[[nodiscard]] std::string chunk_of(std::string_view part);

/// "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n" of now.
[[nodiscard]] std::string date_line();

}  // namespace paceline::http
