// SPDX-License-Identifier: Apache-2.0
#include "cli/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <map>
#include <vector>

namespace paceline::cli {
namespace {

/// Four digits, as far as anybody reads; the exact number is in the JSON.
std::string figure(double value) {
  if (std::abs(value) < 0.0001) return "0";
  return std::abs(value) < 1'000 ? fmt::format("{:.4g}", value) : fmt::format("{:.0f}", value);
}

std::string scalar(const boost::json::value& value) {
  if (value.is_null()) return "-";
  if (value.is_string()) return std::string(value.as_string());
  if (value.is_double()) return figure(value.as_double());
  return boost::json::serialize(value);
}

bool is_table(const boost::json::value& value) {
  return value.is_array() && !value.as_array().empty() && value.as_array().front().is_object();
}

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// What a table shows of an object within a row: its name, else its key, else an amount with its currency. Each is a
/// path from the row.
std::vector<std::string> paths_into(std::string_view member, const boost::json::object& object) {
  const std::string within = std::string(member) + ".";
  if (object.contains("name")) return {within + "name"};
  if (object.contains("key")) return {within + "key"};
  if (object.contains("amount_minor")) return {within + "amount_minor", within + "currency"};
  return {};
}

/// The members that are neither objects nor lists, and what names an object; a member that is nothing in one row may be
/// an object in another.
std::vector<std::string> columns_of(const boost::json::array& items) {
  std::vector<std::string> columns;
  for (const auto& member : items.front().as_object()) {
    const auto filled = std::find_if(items.begin(), items.end(), [&](const boost::json::value& item) {
      const auto* value = item.as_object().if_contains(member.key());
      return value != nullptr && value->is_object();
    });
    if (filled != items.end()) {
      const auto paths = paths_into(member.key(), filled->as_object().at(member.key()).as_object());
      columns.insert(columns.end(), paths.begin(), paths.end());
    } else if (!member.value().is_structured()) {
      columns.emplace_back(member.key());
    }
  }
  return columns;
}

std::string text_at(const boost::json::object& row, const std::string& column) {
  const auto dot = column.find('.');
  const auto* value = row.if_contains(column.substr(0, dot));
  if (value != nullptr && dot != std::string::npos) {
    value = value->is_object() ? value->as_object().if_contains(column.substr(dot + 1)) : nullptr;
  }
  return value == nullptr ? "-" : scalar(*value);
}

std::string table(const boost::json::array& items) {
  const auto columns = columns_of(items);
  std::vector<std::vector<std::string>> rows{columns};
  for (const auto& item : items) {
    std::vector<std::string> row;
    row.reserve(columns.size());
    for (const auto& column : columns) row.push_back(text_at(item.as_object(), column));
    rows.push_back(std::move(row));
  }
  std::vector<std::size_t> widths(columns.size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += row[i];
      if (i + 1 < row.size()) text.append(widths[i] - width(row[i]) + 2, ' ');
    }
    text += '\n';
  }
  return text;
}

std::string lines(const boost::json::object& object, const std::string& indent) {
  std::string text;
  for (const auto& member : object) {
    const std::string name = indent + std::string(member.key()) + ":";
    if (is_table(member.value())) {
      text += name + "\n" + table(member.value().as_array());
    } else if (member.value().is_object()) {
      text += name + "\n" + lines(member.value().as_object(), indent + "  ");
    } else if (!member.value().is_array() || !member.value().as_array().empty()) {
      text += name + " " + scalar(member.value()) + "\n";
    }
  }
  return text;
}

/// Few words and a table: the table is what the item is about, as the quotas of a rep are.
bool is_about_a_table(const boost::json::object& item) {
  constexpr std::ptrdiff_t few = 4;
  const auto plain = std::count_if(item.begin(), item.end(), [](const auto& m) { return !m.value().is_structured(); });
  return plain <= few && std::any_of(item.begin(), item.end(), [](const auto& m) { return is_table(m.value()); });
}

std::string text_of_items(const boost::json::array& items) {
  const auto is_one = [](const boost::json::value& item) { return is_about_a_table(item.as_object()); };
  if (std::none_of(items.begin(), items.end(), is_one)) return table(items);
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : "\n") + lines(item.as_object(), "");
  return text;
}

}  // namespace

std::string text_of(std::string_view text) {
  const boost::json::value value = boost::json::parse(boost::json::string_view(text.data(), text.size()));
  if (!value.is_object()) return scalar(value) + "\n";
  const auto* items = value.as_object().if_contains("items");
  const bool plain_list = items != nullptr && value.as_object().size() <= 2;
  if (plain_list) return is_table(*items) ? text_of_items(items->as_array()) : "nothing\n";
  return lines(value.as_object(), "");
}

}  // namespace paceline::cli
