// SPDX-License-Identifier: Apache-2.0
#include "json/schema.h"

#include <boost/json/value.hpp>

namespace paceline::json {
namespace {

boost::json::array texts(const std::vector<std::string>& words) {
  boost::json::array list;
  for (const auto& word : words) list.emplace_back(word);
  return list;
}

boost::json::value reference_to(const Schema& schema) {
  const boost::json::object reference{{"$ref", "#/components/schemas/" + schema.reference}};
  if (!schema.nullable) return reference;
  return {{"anyOf", boost::json::array{reference, {{"type", "null"}}}}};
}

void put_limits(const Schema& schema, boost::json::object& out) {
  const auto put = [&out](const char* name, const std::optional<std::int64_t>& limit) {
    if (limit) out[name] = *limit;
  };
  put("minimum", schema.minimum);
  put("maximum", schema.maximum);
  put("minLength", schema.min_length);
  put("maxLength", schema.max_length);
  put("maxItems", schema.max_items);
}

void put_members(const Schema& schema, boost::json::object& out) {
  boost::json::object properties;
  boost::json::array required;
  for (const auto& property : schema.properties) {
    properties[property.name] = to_json(property);
    if (property.required) required.emplace_back(property.name);
  }
  if (!properties.empty()) out["properties"] = std::move(properties);
  if (!required.empty()) out["required"] = std::move(required);
  if (schema.closed) out["additionalProperties"] = false;
}

}  // namespace

boost::json::value to_json(const Schema& schema) {
  if (!schema.reference.empty()) return reference_to(schema);
  boost::json::object out;
  if (!schema.type.empty() && schema.nullable) out["type"] = boost::json::array{schema.type, "null"};
  if (!schema.type.empty() && !schema.nullable) out["type"] = schema.type;
  if (!schema.format.empty()) out["format"] = schema.format;
  if (!schema.pattern.empty()) out["pattern"] = schema.pattern;
  if (!schema.allowed.empty()) {
    auto allowed = texts(schema.allowed);
    if (schema.nullable) allowed.emplace_back(nullptr);  // JSON Schema asks both "type" and "enum"
    out["enum"] = std::move(allowed);
  }
  put_limits(schema, out);
  if (!schema.items.empty()) out["items"] = to_json(schema.items.front());
  if (!schema.values.empty()) out["additionalProperties"] = to_json(schema.values.front());
  put_members(schema, out);
  return out;
}

}  // namespace paceline::json
