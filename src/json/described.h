// SPDX-License-Identifier: Apache-2.0
// The forms of structs and enums that Boost.Describe knows.
//
//   struct SignIn { Text<1, 254> email; Text<1, 200> password; };
//   BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))
// reads and writes {"email":…,"password":…}: base structs first, then the members in the order of the description. A
// name's trailing underscore is not written. An enum is the text of its enumerator.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <string>

#include "base/enum_text.h"
#include "json/form.h"
#include "json/type_name.h"

namespace paceline::json {

template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;

/// Adds "member.unknown" for each member that is not one of these names.
void add_unknown(const Node& object, const Place& place, Faults& faults, const std::string_view* names,
                 std::size_t count);
/// Adds "enum.unknown", whose detail lists the allowed words, or "type.mismatch".
void add_not_allowed(const Node& node, const Place& place, Faults& faults, const std::vector<std::string>& allowed);

constexpr std::string_view plain_name(std::string_view name) {
  if (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

template <class T>
constexpr auto member_names() {
  std::array<std::string_view, boost::mp11::mp_size<MembersOf<T>>::value> names;
  std::size_t next = 0;
  boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) { names[next++] = plain_name(member.name); });
  return names;
}

/// Reads one member out of what `found` has; an absent one is its type's absent value, or "member.missing".
template <class M>
void read_member(const std::optional<Node>& found, const Place& place, Faults& faults, M& into) {
  if (found) {
    if (auto value = Form<M>::read(*found, place, faults)) into = *std::move(value);
    return;
  }
  if constexpr (MayBeAbsent<M>) {
    into = Form<M>::absent();
  } else {
    faults.add(place, "member.missing");
  }
}

template <class M>
struct IsSettable : std::false_type {};
template <class M>
struct IsSettable<std::optional<std::optional<M>>> : std::true_type {};

template <DescribedStruct T>
struct Form<T> {
  static std::optional<T> read(const Node& node, const Place& place, Faults& faults) {
    if (!node.object()) return add_mismatch(node, place, faults, "an object"), std::nullopt;
    static constexpr auto names = member_names<T>();
    T result{};
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
      constexpr auto name = plain_name(decltype(member)::name);
      read_member(node.find(name), place.member(name), faults, result.*member.pointer);
    });
    add_unknown(node, place, faults, names.data(), names.size());
    return result;
  }

  static void write(Writer& out, const T& value) {
    out.begin_object();
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
      const auto& field = value.*member.pointer;
      using M = std::remove_cvref_t<decltype(field)>;
      if constexpr (IsSettable<M>::value)
        if (!field) return;
      out.name(plain_name(member.name));
      Form<M>::write(out, field);
    });
    out.end_object();
  }

  static Schema schema(Components& components, Use use) {
    const auto name = component_name<T>();
    if (components.find(name) == components.end()) {
      components[name];  // first, for a struct that holds itself
      Schema own{.type = "object", .properties = properties(components, use), .closed = use == Use::request};
      components[name] = std::move(own);
    }
    return {.reference = name};
  }

  static std::vector<Schema> properties(Components& components, Use use) {
    std::vector<Schema> all;
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
      using M = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
      const bool required = use == Use::answer ? !IsSettable<M>::value : !MayBeAbsent<M>;
      auto property = Form<M>::schema(components, use);
      property.name = plain_name(member.name);
      property.required = required;
      all.push_back(std::move(property));
    });
    return all;
  }
};

template <DescribedEnum T>
struct Form<T> {
  static std::optional<T> read(const Node& node, const Place& place, Faults& faults) {
    const auto text = node.text();
    auto value = text ? parse_enum<T>(*text) : std::nullopt;
    if (!value) add_not_allowed(node, place, faults, words());
    return value;
  }
  static void write(Writer& out, T value) { out.text(enum_text(value)); }
  static Schema schema(Components&, Use) { return {.type = "string", .allowed = words()}; }

 private:
  static std::vector<std::string> words() {
    std::vector<std::string> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto enumerator) { all.emplace_back(enum_text(enumerator.value)); });
    return all;
  }
};

}  // namespace paceline::json
