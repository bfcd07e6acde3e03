// SPDX-License-Identifier: Apache-2.0
// What a type looks like in JSON, for people and for programs that make types: JSON Schema 2020-12, as OpenAPI 3.1 uses
// it.
//
// Every described struct becomes a component under its own name (List<Contact> is "ContactList"); the rest is written
// where it stands. In a request an optional member may be left out and an unknown one is refused; an answer always has
// every member, and an optional one is null when there is nothing to say.
#pragma once

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace paceline::json {

enum class Use { request, answer };

struct Schema {
  std::string reference{};                ///< the name of a component; then nothing else of the value is set
  std::string type{};                     ///< "string", "integer", "number", "boolean", "array", "object"; empty: any
  bool nullable = false;                  ///< may be null as well
  std::string format{};                   ///< "date", "date-time"
  std::string pattern{};                  ///< of text
  std::vector<std::string> allowed{};     ///< of text: these and no other
  std::optional<std::int64_t> minimum{};  ///< of a number
  std::optional<std::int64_t> maximum{};
  std::optional<std::int64_t> min_length{};  ///< of text, in characters
  std::optional<std::int64_t> max_length{};
  std::optional<std::int64_t> max_items{};
  std::vector<Schema> items{};       ///< of a list: one
  std::vector<Schema> values{};      ///< of an object with free names: one, what each value looks like
  std::vector<Schema> properties{};  ///< of an object with known names
  bool closed = false;               ///< no other names than these
  std::string name{};                ///< as a property: its name
  bool required = true;              ///< as a property: must be there
  friend bool operator==(const Schema&, const Schema&) = default;
};

using Components = std::map<std::string, Schema>;

/// As OpenAPI 3.1 writes it; references point into "#/components/schemas/".
[[nodiscard]] boost::json::value to_json(const Schema& schema);

}  // namespace paceline::json
