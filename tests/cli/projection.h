// SPDX-License-Identifier: Apache-2.0
// An answer in JSON, reduced to what a case is about.
//
// "counted amount period.from" is these members on one line; "items: reason counts" is a line for each item;
// "lines: n" reads one object a line. `name?` is the kind of value (text whole number truth null list object, or
// absent), `name#` how many items a list has, `@name` a header of an HTTP answer.
// Worked example: {"counted":2,"period":{"from":"2026-03-02"},"items":[{"n":1},{"n":null}]} with
// "counted period.from items#" is "2 2026-03-02 2"; with "items: n n?" it is "1 whole" and "null null".
#pragma once

#include <boost/json/value.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace paceline::cases {

/// A header of the answer by its name in lower case; empty when it has none.
using Header = std::function<std::string(std::string_view)>;

/// Throws when the answer is not JSON, or has no such list.
[[nodiscard]] std::vector<std::string> project(const std::string& answer, const std::string& projection,
                                               const Header& header);

/// One member as text: "items.0.activity_id". Throws like project().
[[nodiscard]] std::string member_of(const std::string& answer, const std::string& path);

}  // namespace paceline::cases
