// SPDX-License-Identifier: Apache-2.0
#include "json/node.h"

#include <boost/json/value.hpp>
#include <charconv>

namespace paceline::json {
namespace {

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto* end = text.data() + text.size();
  const auto [rest, problem] = std::from_chars(text.data(), end, number);
  if (text.empty() || rest != end || problem != std::errc{}) return std::nullopt;
  return number;
}

}  // namespace

bool Node::is_null() const {
  return value_ != nullptr && value_->is_null();
}

std::string_view Node::what() const {
  if (value_ == nullptr) return "text";
  switch (value_->kind()) {
    case boost::json::kind::null: return "null";
    case boost::json::kind::bool_: return "true or false";
    case boost::json::kind::int64:
    case boost::json::kind::uint64: return "a whole number";
    case boost::json::kind::double_: return "a number";
    case boost::json::kind::string: return "text";
    case boost::json::kind::array: return "a list";
    case boost::json::kind::object: return "an object";
  }
  return "something else";
}

std::optional<bool> Node::boolean() const {
  if (value_ == nullptr && text_ == "true") return true;
  if (value_ == nullptr && text_ == "false") return false;
  if (value_ == nullptr || !value_->is_bool()) return std::nullopt;
  return value_->get_bool();
}

std::optional<std::string_view> Node::text() const {
  if (value_ == nullptr) return text_;
  if (!value_->is_string()) return std::nullopt;
  const auto& text = value_->get_string();
  return std::string_view(text.data(), text.size());
}

std::optional<Wide> Node::whole() const {
  if (value_ == nullptr) {
    if (const auto number = number_of<std::int64_t>(text_)) return Wide{*number};
    return std::nullopt;
  }
  if (value_->is_int64()) return Wide{value_->get_int64()};
  if (value_->is_uint64()) return Wide{value_->get_uint64()};
  return std::nullopt;
}

std::optional<double> Node::real() const {
  if (value_ == nullptr) return number_of<double>(text_);
  if (value_->is_double()) return value_->get_double();
  if (const auto number = whole()) return static_cast<double>(*number);
  return std::nullopt;
}

std::optional<std::size_t> Node::list() const {
  if (value_ == nullptr || !value_->is_array()) return std::nullopt;
  return value_->get_array().size();
}

std::optional<std::size_t> Node::object() const {
  if (value_ == nullptr || !value_->is_object()) return std::nullopt;
  return value_->get_object().size();
}

Node Node::item(std::size_t index) const {
  return Node(value_->get_array()[index]);
}

Node Node::member(std::size_t index) const {
  return Node(value_->get_object().begin()[index].value());
}

std::string_view Node::member_name(std::size_t index) const {
  const auto name = value_->get_object().begin()[index].key();
  return {name.data(), name.size()};
}

std::optional<Node> Node::find(std::string_view name) const {
  const auto* found = value_->get_object().if_contains({name.data(), name.size()});
  if (found == nullptr) return std::nullopt;
  return Node(*found);
}

}  // namespace paceline::json
