// SPDX-License-Identifier: Apache-2.0
// From text to a tree of values: strict JSON (RFC 8259), UTF-8, at most 32 levels deep, no name twice in one object.
//
// A number that is not whole, or does not fit in 64 bits, is the nearest double; beyond the doubles it is infinity,
// which every reader of a number refuses as out of range.
// Worked example: parse("{\"a\":1,\"a\":2}") is refused with "member.duplicate" at "/a"; parse("") with
// "json.malformed".
#pragma once

#include <boost/json/fwd.hpp>
#include <memory>
#include <string_view>

#include "base/result.h"

namespace paceline::json {

inline constexpr int kDeepestLevel = 32;

using Tree = std::shared_ptr<const boost::json::value>;

/// Returns invalid "json.malformed" (the detail names the byte; half of a surrogate pair is one such), "json.too_deep"
/// or "json.invalid_utf8" alone, or each "member.duplicate".
[[nodiscard]] Checked<Tree> parse(std::string_view text);

}  // namespace paceline::json
