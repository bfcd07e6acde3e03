// SPDX-License-Identifier: Apache-2.0
// The name of a struct as a component of the API's description: its own name without namespaces; of a template, the
// name of what it holds and then its own.
// Worked example: component_name<paceline::api::form::Contact>() == "Contact", of List<Contact> it is "ContactList".
#pragma once

#include <string>
#include <string_view>

namespace paceline::json {

/// "paceline::List<paceline::Contact>" becomes "ContactList".
[[nodiscard]] std::string component_name(std::string_view type);

template <class T>
[[nodiscard]] std::string component_name() {
  std::string_view text = __PRETTY_FUNCTION__;  // "… [with T = paceline::Contact; …]", without "with" from clang
  text.remove_prefix(text.find("T = ") + 4);
  return component_name(text.substr(0, text.find_first_of(";]")));
}

}  // namespace paceline::json
