// SPDX-License-Identifier: Apache-2.0
// The forms of what may be absent, of lists, of objects with free names, and of items that are refused one by one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "json/form.h"

namespace paceline::json {

inline constexpr std::size_t kLongestList = 10'000;

/// A member that three words can be said about: left out (nothing), null (an empty value), a value. It is left out
/// again when it is written. For changes, where null empties what was there.
template <class T>
using Settable = std::optional<std::optional<T>>;

/// A list of at most Most items.
template <class T, std::size_t Most>
struct Items : std::vector<T> {
  using std::vector<T>::vector;
};

/// Answers false after it has added "type.mismatch" or "list.too_long".
[[nodiscard]] bool is_list(const Node& node, const Place& place, Faults& faults, std::size_t most);

template <class T>
struct Form<std::optional<T>> {
  using Maybe = std::optional<T>;
  static Maybe absent() { return std::nullopt; }
  static std::optional<Maybe> read(const Node& node, const Place& place, Faults& faults) {
    if (node.is_null()) return Maybe();
    auto value = Form<T>::read(node, place, faults);
    return value ? std::optional<Maybe>(std::move(value)) : std::nullopt;
  }
  static void write(Writer& out, const Maybe& value) {
    if (value) return Form<T>::write(out, *value);
    out.null();
  }
  static Schema schema(Components& components, Use use) {
    auto schema = Form<T>::schema(components, use);
    schema.nullable = true;
    return schema;
  }
};

template <class T>
struct Form<Settable<T>> {
  static Settable<T> absent() { return std::nullopt; }
  static std::optional<Settable<T>> read(const Node& node, const Place& place, Faults& faults) {
    auto value = Form<std::optional<T>>::read(node, place, faults);
    return value ? std::optional<Settable<T>>(std::move(value)) : std::nullopt;
  }
  /// REQUIRES: not left out.
  static void write(Writer& out, const Settable<T>& value) { Form<std::optional<T>>::write(out, value.value()); }
  static Schema schema(Components& components, Use use) { return Form<std::optional<T>>::schema(components, use); }
};

template <class List, std::size_t Most>
struct ListForm {
  using T = typename List::value_type;
  static std::optional<List> read(const Node& node, const Place& place, Faults& faults) {
    if (!is_list(node, place, faults, Most)) return std::nullopt;
    List list;
    list.reserve(*node.list());
    for (std::size_t i = 0; i < *node.list(); ++i)
      if (auto value = Form<T>::read(node.item(i), place.item(i), faults)) list.push_back(*std::move(value));
    return list;
  }
  static void write(Writer& out, const List& list) {
    out.begin_list();
    for (const T& item : list) Form<T>::write(out, item);
    out.end_list();
  }
  static Schema schema(Components& components, Use use) {
    Schema schema{.type = "array", .items = {Form<T>::schema(components, use)}};
    if (use == Use::request) schema.max_items = Most;
    return schema;
  }
};

template <class T>
struct Form<std::vector<T>> : ListForm<std::vector<T>, kLongestList> {};

template <class T, std::size_t Most>
struct Form<Items<T, Most>> : ListForm<Items<T, Most>, Most> {};

template <class T>
struct Form<std::map<std::string, T>> {
  using Map = std::map<std::string, T>;
  static std::optional<Map> read(const Node& node, const Place& place, Faults& faults) {
    if (!node.object()) return add_mismatch(node, place, faults, "an object"), std::nullopt;
    Map map;
    for (std::size_t i = 0; i < *node.object(); ++i) {
      const auto name = node.member_name(i);
      if (auto value = Form<T>::read(node.member(i), place.member(name), faults)) map.emplace(name, *std::move(value));
    }
    return map;
  }
  static void write(Writer& out, const Map& map) {
    out.begin_object();
    for (const auto& [name, value] : map) out.name(name), Form<T>::write(out, value);
    out.end_object();
  }
  static Schema schema(Components& components, Use use) {
    return {.type = "object", .values = {Form<T>::schema(components, use)}};
  }
};

/// Reading never fails here: the faults are kept in the value, with pointers into it. For batches, where one bad item
/// does not refuse the others. REQUIRES, to write: a value.
template <class T>
struct Form<Checked<T>> {
  static std::optional<Checked<T>> read(const Node& node, const Place&, Faults&) {
    Faults own;
    auto value = Form<T>::read(node, Place(), own);
    if (!own.empty()) return Checked<T>(tl::unexpected(std::move(own).take()));
    return Checked<T>(std::move(value).value());
  }
  static void write(Writer& out, const Checked<T>& value) { Form<T>::write(out, value.value()); }
  static Schema schema(Components& components, Use use) { return Form<T>::schema(components, use); }
};

}  // namespace paceline::json
