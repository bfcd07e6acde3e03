// SPDX-License-Identifier: Apache-2.0
// Requests to the API as commands make them.
#pragma once

#include "cli/environment.h"

namespace paceline::cli {

using Query = std::vector<std::pair<std::string, std::string>>;

/// Empty values are left out; `as_of` of the place is added.
[[nodiscard]] api::Request get(const Place& place, std::string path, const Query& query = {});
[[nodiscard]] api::Request post(const Place& place, std::string path, std::string body, std::string key);

[[nodiscard]] api::Request put_bytes(const Place& place, std::string path, std::string bytes, std::string key);

/// A text of JSON for a value.
[[nodiscard]] std::string json_text(std::string_view text);

/// The whole file. Returns not_found "file.not_found" or invalid "file.unreadable".
[[nodiscard]] Result<std::string> read_file(const std::string& path);

}  // namespace paceline::cli
