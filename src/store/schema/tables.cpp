// SPDX-License-Identifier: Apache-2.0
#include "store/schema/tables.h"

#include <algorithm>
#include <string_view>

namespace paceline::store {
namespace {

using Words = std::span<const std::string_view>;

/// Names and words, and each of ( ) , as a word of its own.
std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  constexpr std::string_view signs = "(),";
  std::vector<std::string_view> words;
  for (auto at = text.find_first_not_of(blanks); at < text.size(); at = text.find_first_not_of(blanks, at)) {
    const bool sign = signs.find(text[at]) != std::string_view::npos;
    const auto end = sign ? at + 1 : std::min(text.find_first_of(" \t\r\n(),", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

bool begins_with(Words words, std::initializer_list<std::string_view> beginning) {
  return words.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), words.begin());
}

/// What stands between the commas that are in no parenthesis. REQUIRES: as many are closed as were opened.
std::vector<Words> items_of(Words words) {
  std::vector<Words> items;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == "(") ++depth;
    if (words[at] == ")") --depth;
    if (words[at] != "," || depth > 0) continue;
    items.push_back(words.subspan(begin, at - begin));
    begin = at + 1;
  }
  PACELINE_ASSERT(depth == 0);
  items.push_back(words.subspan(begin));
  return items;
}

void add_column(Table& table, Words item) {
  PACELINE_ASSERT(item.size() >= 2);
  const bool is_text = item[1] == "TEXT";
  PACELINE_ASSERT(is_text || item[1] == "BIGINT");
  table.columns.push_back({std::string(item[0]), is_text});
  if (std::find(item.begin(), item.end(), "PRIMARY") != item.end()) table.key = {std::string(item[0])};
}

void add_item(Table& table, Words item) {
  if (begins_with(item, {"FOREIGN"}) || begins_with(item, {"UNIQUE"}) || begins_with(item, {"CHECK"})) return;
  if (!begins_with(item, {"PRIMARY", "KEY", "("})) return add_column(table, item);
  for (const Words name : items_of(item.subspan(3, item.size() - 4))) table.key.emplace_back(name.front());
}

/// REQUIRES: CREATE TABLE name ( ... ).
Table made_by(Words words) {
  PACELINE_ASSERT(words.size() > 5 && words[3] == "(" && words.back() == ")");
  Table table{std::string(words[2]), {}, {}};
  for (const Words item : items_of(words.subspan(4, words.size() - 5))) add_item(table, item);
  PACELINE_ASSERT(!table.key.empty());
  return table;
}

/// REQUIRES: ALTER TABLE name ADD COLUMN ..., of a table that is there.
void change(std::vector<Table>& tables, Words words) {
  PACELINE_ASSERT(words.size() > 5 && words[3] == "ADD" && words[4] == "COLUMN");
  const auto found =
      std::find_if(tables.begin(), tables.end(), [&](const Table& table) { return table.name == words[2]; });
  PACELINE_ASSERT(found != tables.end());
  add_column(*found, words.subspan(5));
}

void drop(std::vector<Table>& tables, std::string_view name) {
  const auto dropped = std::erase_if(tables, [&](const Table& table) { return table.name == name; });
  PACELINE_ASSERT(dropped == 1);
}

}  // namespace

std::vector<Table> tables_of(std::span<const Migration> migrations) {
  std::vector<Table> tables;
  for (const Migration& migration : migrations) {
    for (const std::string_view step : migration.steps) {
      const auto words = words_of(step);
      if (begins_with(words, {"DROP", "TABLE"})) drop(tables, words[2]);
      if (begins_with(words, {"CREATE", "TABLE"})) tables.push_back(made_by(words));
      if (begins_with(words, {"ALTER", "TABLE"})) change(tables, words);
    }
  }
  return tables;
}

}  // namespace paceline::store
