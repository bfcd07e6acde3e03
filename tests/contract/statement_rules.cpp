// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/statement_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "store/schema/schema.h"

namespace paceline::store {
namespace {

/// Where one statement may be about several organisations.
constexpr std::string_view kAcrossFile = "store/across.cpp";
constexpr std::size_t kLongestName = 56;  // PostgreSQL cuts names at 63 bytes

struct Word {
  const char* text;
  const char* rule;
};

// As whole words, in capitals, one space between two.
constexpr std::array kRefused{Word{"TRIGGER", "4"},
                              Word{"PROCEDURE", "4"},
                              Word{"FUNCTION", "4"},
                              Word{"EXTENSION", "4"},
                              Word{"SET NULL", "4"},
                              Word{"SERIAL", "6"},
                              Word{"BIGSERIAL", "6"},
                              Word{"SEQUENCE", "6"},
                              Word{"IDENTITY", "6"},
                              Word{"ROWID", "6"},
                              Word{"AUTOINCREMENT", "6"},
                              Word{"NEXTVAL", "6"},
                              Word{"LAST_INSERT_ROWID", "6"},
                              Word{"NOW", "7"},
                              Word{"RANDOM", "7"},
                              Word{"GEN_RANDOM_UUID", "7"},
                              Word{"CURRENT_TIMESTAMP", "7"},
                              Word{"CURRENT_DATE", "7"},
                              Word{"CURRENT_TIME", "7"},
                              Word{"STRFTIME", "7"},
                              Word{"DATETIME", "7"},
                              Word{"DEFAULT", "7"},
                              Word{"UNNEST", "9"},
                              Word{"ANY", "9"},
                              Word{"MERGE", "10"},
                              Word{"ARRAY", "10"},
                              Word{"GROUPING SETS", "10"},
                              Word{"DISTINCT ON", "10"},
                              Word{"ILIKE", "10"},
                              Word{"GENERATE_SERIES", "10"},
                              Word{"TEMP", "10"},
                              Word{"TEMPORARY", "10"},
                              Word{"CURSOR", "10"},
                              Word{"FOR UPDATE", "11"},
                              Word{"FOR SHARE", "11"},
                              Word{"SERIALIZABLE", "12"},
                              Word{"SAVEPOINT", "12"},
                              Word{"PG_ADVISORY_LOCK", "13"},
                              Word{"PG_ADVISORY_XACT_LOCK", "13"},
                              Word{"LISTEN", "13"},
                              Word{"NOTIFY", "13"},
                              Word{"REPLACE INTO", "8"},
                              Word{"OR IGNORE", "8"},
                              Word{"OR REPLACE", "8"},
                              Word{"PRAGMA", "18"},
                              Word{"GLOB", "10"},
                              Word{"IFNULL", "10"},
                              Word{"REAL", "1"},
                              Word{"DOUBLE", "1"},
                              Word{"FLOAT", "1"},
                              Word{"BLOB", "1"},
                              Word{"BYTEA", "1"},
                              Word{"BOOLEAN", "1"},
                              Word{"TIMESTAMP", "1"},
                              Word{"NUMERIC", "1"},
                              Word{"INTEGER", "1"},
                              Word{"JSONB", "1"}};

/// Words and signs, each alone: names as they are, everything else in capitals only for comparison.
std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (std::isspace(c)) {
      ++at;
    } else if (c == '\'') {
      const auto end = std::min(text.find('\'', at + 1), text.size() - 1);
      tokens.emplace_back("'text'");
      at = end + 1;
    } else if (std::isalnum(c) || c == '_' || c == '$') {
      std::size_t end = at;
      while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_' ||
                                   text[end] == '$' || text[end] == '.'))
        ++end;
      tokens.emplace_back(text.substr(at, end - at));
      at = end;
    } else {
      tokens.emplace_back(1, text[at++]);
    }
  }
  return tokens;
}

std::string capitals(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string joined(const std::vector<std::string>& tokens) {
  std::string text = " ";
  for (const std::string& token : tokens) text += token + " ";
  return text;
}

bool contains(const std::string& text, const std::string& words) {
  return text.find(" " + words + " ") != std::string::npos;
}

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

const std::set<std::string>& tables() {
  static const std::set<std::string> all = [] {
    std::set<std::string> names;
    for (const Migration& migration : migrations()) {
      for (const std::string_view step : migration.steps) {
        const auto tokens = tokens_of(step);
        if (tokens.size() > 2 && tokens[0] == "CREATE" && tokens[1] == "TABLE") names.insert(tokens[2]);
      }
    }
    return names;
  }();
  return all;
}

bool is_tenant_table(const std::string& name) {
  return tables().contains(name) && !global_tables().contains(name);
}

/// Each tenant table that the statement reads or changes, with the name that its columns go by.
std::vector<std::pair<std::string, std::string>> named_tables(const std::vector<std::string>& tokens) {
  static const std::set<std::string> kBefore{"FROM", "JOIN", "UPDATE", "INTO"};
  static const std::set<std::string> kNoAlias{"WHERE", "JOIN", "LEFT", "ON",     "SET",   "ORDER", "GROUP", "VALUES",
                                              "(",     ")",    ",",    "SELECT", "LIMIT", "UNION", "INNER", "AS"};
  std::vector<std::pair<std::string, std::string>> named;
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    if (!kBefore.contains(capitals(tokens[at - 1])) || !is_tenant_table(tokens[at])) continue;
    const bool has_alias = at + 1 < tokens.size() && !kNoAlias.contains(capitals(tokens[at + 1]));
    named.emplace_back(tokens[at], has_alias ? tokens[at + 1] : tokens[at]);
  }
  return named;
}

/// Tables with nothing but a comma between them: rule 2 is looked for behind JOIN.
bool joins_by_comma(const std::vector<std::string>& tokens) {
  static const std::set<std::string> kAfterTables{"WHERE", "GROUP",  "ORDER",     "HAVING", "LIMIT",
                                                  "UNION", "SELECT", "RETURNING", "SET"};
  std::vector<bool> among_tables{false};  // of each parenthesis that is open
  for (const std::string& token : tokens) {
    const std::string word = capitals(token);
    if (word == "(") among_tables.push_back(false);
    if (word == ")" && among_tables.size() > 1) among_tables.pop_back();
    if (word == "FROM") among_tables.back() = true;
    if (kAfterTables.contains(word)) among_tables.back() = false;
    if (word == "," && among_tables.back()) return true;
  }
  return false;
}

/// Rule 2 and rule 8: whose rows they are, for every table.
void check_organisation(const std::vector<std::string>& tokens, const std::string& text,
                        std::vector<std::string>& broken) {
  const auto named = named_tables(tokens);
  std::size_t first = 0;
  const bool inserts = capitals(tokens.front()) == "INSERT";
  if (inserts && !named.empty()) {
    first = 1;
    if (!contains(text, named[0].first + " ( org_id"))
      broken.push_back("2 org_id first in the columns of " + named[0].first);
    const bool says_whose =
        contains(text, "VALUES ( $1") || contains(text, "SELECT $1") || contains(text, "SELECT CAST ( $1");
    if (!says_whose) broken.push_back("2 $1 is the organisation of what is inserted into " + named[0].first);
  }
  int unnamed = count_of(text, " org_id = $1 ");  // one for each table that has no name of its own
  for (std::size_t at = first; at < named.size(); ++at) {
    const auto& [table, name] = named[at];
    if (!contains(text, name + ".org_id = $1") && --unnamed < 0) broken.push_back("2 org_id = $1 for " + table);
  }
}

void check_shape(const std::vector<std::string>& tokens, const std::string& text, std::vector<std::string>& broken) {
  static const std::set<std::string> kFirst{"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"};
  const std::string first = capitals(tokens.front());
  if (!kFirst.contains(first)) broken.push_back("18 a statement begins with SELECT, INSERT, UPDATE, DELETE or WITH");
  if (joins_by_comma(tokens)) broken.emplace_back("2 a join is written JOIN");
  if (contains(text, ": :")) broken.emplace_back("10 ::");
  if (contains(text, "SELECT *") || contains(text, ", *")) broken.emplace_back("17 SELECT *");
  if (first == "INSERT" && tokens.size() > 3 && tokens[3] != "(") broken.emplace_back("17 INSERT without its columns");
  if (first == "WITH" && (contains(text, "INSERT") || contains(text, "UPDATE") || contains(text, "DELETE")))
    broken.emplace_back("10 a change inside WITH");
  const auto values = text.find(" VALUES ");
  if (first == "INSERT" && values != std::string::npos) {
    const auto end = std::min(text.find(" ON CONFLICT ", values), text.size());
    if (text.substr(values, end - values).find("SELECT") != std::string::npos)
      broken.emplace_back("8 a query inside VALUES");
  }
  if (contains(text, "UPDATE") && std::regex_search(text, std::regex(" SET (.*, )?org_id =")))
    broken.emplace_back("1 org_id is never changed");
  const auto conflict = text.find(" ON CONFLICT ");
  const bool tenant = !named_tables(tokens).empty();
  if (tenant && conflict != std::string::npos && text.compare(conflict, 22, " ON CONFLICT ( org_id ") != 0)
    broken.emplace_back("8 ON CONFLICT (org_id, ...)");
}

void check_words(const std::string& text, std::vector<std::string>& broken) {
  const std::string all = capitals(text);
  for (const Word& word : kRefused) {
    if (contains(all, word.text)) broken.push_back(std::string(word.rule) + " " + word.text);
  }
}

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

/// An example in a comment is no statement.
std::string without_comments(const std::string& source) {
  static const std::regex kLine(R"((^|\n)[ \t]*//[^\n]*)");
  return std::regex_replace(source, kLine, "\n");
}

const std::regex kLiteral(R"re("((?:[^"\\]|\\.)*)")re");

/// From where to where the constants of a source stand.
std::vector<std::pair<std::size_t, std::size_t>> named_constants(const std::string& source) {
  static const std::regex kBegin(R"(Statement\s+k\w+\s*\{)");
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (auto begin = std::sregex_iterator(source.begin(), source.end(), kBegin); begin != std::sregex_iterator();
       ++begin) {
    const auto from = static_cast<std::size_t>(begin->position() + begin->length());
    found.emplace_back(from, source.find("};", from));
  }
  return found;
}

}  // namespace

const std::set<std::string>& global_tables() {
  static const std::set<std::string> all{
      "login",           // an address signs in to one organisation only
      "schema_version",  // of the database
  };
  return all;
}

std::vector<WrittenStatement> statements_in(const std::string& file, const std::string& source) {
  std::vector<WrittenStatement> found;
  for (const auto& [from, to] : named_constants(source)) {
    WrittenStatement statement{file, {}, {}};
    const std::string body = source.substr(from, to - from);
    int literal = 0;
    for (auto part = std::sregex_iterator(body.begin(), body.end(), kLiteral); part != std::sregex_iterator(); ++part)
      (literal++ == 0 ? statement.name : statement.text) += (*part)[1].str();
    found.push_back(std::move(statement));
  }
  return found;
}

std::vector<std::string> unnamed_statements(const std::string& source) {
  static const std::regex kBegin("^(SELECT|INSERT|UPDATE|DELETE|WITH) ");
  const auto constants = named_constants(source);
  std::vector<std::string> found;
  for (auto literal = std::sregex_iterator(source.begin(), source.end(), kLiteral); literal != std::sregex_iterator();
       ++literal) {
    const auto at = static_cast<std::size_t>(literal->position());
    const bool named = std::any_of(constants.begin(), constants.end(),
                                   [&](const auto& constant) { return constant.first <= at && at < constant.second; });
    const std::string text = (*literal)[1].str();
    if (!named && std::regex_search(text, kBegin)) found.push_back(text);
  }
  return found;
}

std::vector<Source> all_sources() {
  const std::filesystem::path root(PACELINE_SOURCE_DIR "/src");
  std::vector<Source> all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const std::string file = std::filesystem::relative(entry.path(), root).string();
    const bool is_of_a_driver = file.starts_with("store/sqlite/") || file.starts_with("store/postgres/");
    const bool is_source = file.ends_with(".cpp") || file.ends_with(".h");
    if (is_source && !is_of_a_driver && file != "store/schema/migration.cpp")
      all.push_back({file, without_comments(read_file(entry.path()))});
  }
  std::sort(all.begin(), all.end(), [](const Source& a, const Source& b) { return a.file < b.file; });
  return all;
}

std::vector<WrittenStatement> all_statements() {
  std::vector<WrittenStatement> all;
  for (const Source& source : all_sources()) {
    for (auto& statement : statements_in(source.file, source.text)) all.push_back(std::move(statement));
  }
  return all;
}

std::vector<std::string> broken_rules(const WrittenStatement& statement) {
  const auto tokens = tokens_of(statement.text);
  if (tokens.empty() || statement.name.empty()) return {"18 nothing is said"};
  const std::string text = joined(tokens);
  std::vector<std::string> broken;
  check_words(text, broken);
  check_shape(tokens, text, broken);
  if (statement.name.size() > kLongestName) broken.emplace_back("18 a name of at most 56 characters");
  if (statement.file != kAcrossFile) check_organisation(tokens, text, broken);
  return broken;
}

std::vector<std::string> broken_rules_of_definition(std::string_view definition) {
  const auto tokens = tokens_of(definition);
  const std::string text = joined(tokens);
  std::vector<std::string> broken;
  check_words(text, broken);
  if (contains(text, "CREATE TABLE") && !global_tables().contains(tokens[2])) {
    if (!contains(text, "( org_id BIGINT NOT NULL")) broken.push_back("1 org_id first in " + tokens[2]);
    if (!contains(text, "PRIMARY KEY ( org_id") && !contains(text, "( org_id BIGINT NOT NULL PRIMARY KEY"))
      broken.push_back("1 org_id first in the key of " + tokens[2]);
  }
  const bool makes_index = contains(text, "CREATE INDEX") || contains(text, "CREATE UNIQUE INDEX");
  if (makes_index && !std::regex_search(text, std::regex(" ON \\w+ \\( org_id ")))
    broken.push_back("1 org_id first in the index " + text);
  if (contains(text, "REFERENCES") &&
      !std::regex_search(text, std::regex("FOREIGN KEY \\( org_id .*REFERENCES \\w+ \\( org_id ")))
    broken.emplace_back("4 a foreign key begins with org_id on both sides");
  return broken;
}

}  // namespace paceline::store
