// SPDX-License-Identifier: Apache-2.0
#include "json/any.h"

#include <cmath>

namespace paceline::json {
namespace {

/// Infinity is what the parser makes of 1e400; nothing could write it again.
bool is_finite(const boost::json::value& value) {
  if (value.is_double()) return std::isfinite(value.get_double());
  if (value.is_array()) {
    for (const auto& item : value.get_array())
      if (!is_finite(item)) return false;
  }
  if (value.is_object()) {
    for (const auto& member : value.get_object())
      if (!is_finite(member.value())) return false;
  }
  return true;
}

void write_object(Writer& out, const boost::json::object& object) {
  out.begin_object();
  for (const auto& member : object) {
    out.name({member.key().data(), member.key().size()});
    write_any(out, member.value());
  }
  out.end_object();
}

void write_list(Writer& out, const boost::json::array& list) {
  out.begin_list();
  for (const auto& item : list) write_any(out, item);
  out.end_list();
}

}  // namespace

void write_any(Writer& out, const boost::json::value& value) {
  switch (value.kind()) {
    case boost::json::kind::null: return out.null();
    case boost::json::kind::bool_: return out.boolean(value.get_bool());
    case boost::json::kind::int64: return out.whole(value.get_int64());
    case boost::json::kind::uint64: return out.whole(value.get_uint64());
    case boost::json::kind::double_: return out.real(value.get_double());
    case boost::json::kind::string: return out.text({value.get_string().data(), value.get_string().size()});
    case boost::json::kind::array: return write_list(out, value.get_array());
    case boost::json::kind::object: return write_object(out, value.get_object());
  }
}

std::optional<boost::json::value> Form<boost::json::value>::read(const Node& node, const Place& place, Faults& faults) {
  const auto* value = node.value();
  if (value == nullptr) return add_mismatch(node, place, faults, "JSON"), std::nullopt;
  if (!is_finite(*value)) return faults.add(place, "number.out_of_range", "beyond 1.8e308"), std::nullopt;
  return boost::json::value(*value, boost::json::storage_ptr());
}

std::optional<boost::json::object> Form<boost::json::object>::read(const Node& node, const Place& place,
                                                                   Faults& faults) {
  if (!node.object()) return add_mismatch(node, place, faults, "an object"), std::nullopt;
  auto value = Form<boost::json::value>::read(node, place, faults);
  return value ? std::optional(std::move(value->get_object())) : std::nullopt;
}

void Form<boost::json::object>::write(Writer& out, const boost::json::object& value) {
  write_object(out, value);
}

}  // namespace paceline::json
