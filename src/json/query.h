// SPDX-License-Identifier: Apache-2.0
// The parameters of a query, read into a described struct whose members are the parameters.
//
// A parameter without a value ("cursor=") counts as left out. Faults have the pointer "?name". Codes: "query.unknown",
// "query.duplicate" (given twice) and those of the members; a required one that is left out is "member.missing".
// Worked example: of {{"limit","0"},{"sort","name"}} the faults are at "?limit" and "query.unknown" at "?sort".
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "json/described.h"

namespace paceline::json {

using Query = std::vector<std::pair<std::string, std::string>>;

/// The value of the parameter; none when it is absent or empty.
[[nodiscard]] std::optional<Node> find_parameter(const Query& query, std::string_view name);

/// Adds "query.unknown" and "query.duplicate".
void add_query_faults(const Query& query, Faults& faults, const std::string_view* names, std::size_t count);

template <DescribedStruct T>
[[nodiscard]] Checked<T> read_query(const Query& query) {
  static constexpr auto names = member_names<T>();
  Faults faults;
  T result{};
  boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
    constexpr auto name = plain_name(decltype(member)::name);
    read_member(find_parameter(query, name), Place::query(name), faults, result.*member.pointer);
  });
  add_query_faults(query, faults, names.data(), names.size());
  if (!faults.empty()) return tl::unexpected(std::move(faults).take());
  return result;
}

/// The parameters, for the API's description.
template <DescribedStruct T>
[[nodiscard]] std::vector<Schema> parameters(Components& components) {
  return Form<T>::properties(components, Use::request);
}

}  // namespace paceline::json
