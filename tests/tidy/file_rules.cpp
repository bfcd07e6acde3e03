// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cctype>

#include "rules.h"

namespace paceline::tidy {
namespace {

constexpr std::size_t kLongestFile = 500;
constexpr std::size_t kLongestHeader = 250;

bool is_source(const File& file) {
  return is_cpp(file.path) && (is_under(file.path, "src") || file.path.starts_with("test"));
}
bool is_product(const File& file) {
  return is_cpp(file.path) && is_under(file.path, "src");
}

struct Ban {
  std::string_view word;
  std::string_view before;  ///< what must stand directly before the word, or nothing
  std::string_view after;   ///< what must stand directly after it, or nothing
  bool in_tests;            ///< holds there too
  std::string_view instead;
};

constexpr std::string_view kNoCoroutines =
    "callbacks and the worker pool (docs/adr/0006): g++ 12 destroys temporaries twice";
constexpr std::string_view kParse =
    "std::from_chars, or a parse_ function of base: these take blanks, locales and rubbish";
constexpr std::string_view kChance = "a seeded std::mt19937_64 in tests, the random port in the product";
constexpr std::string_view kNoViews = "std::ranges algorithms: clang 14 cannot read the views of libstdc++ 12";

constexpr std::array kBans{
    Ban{"co_await", "", "", true, kNoCoroutines},
    Ban{"co_return", "", "", true, kNoCoroutines},
    Ban{"co_yield", "", "", true, kNoCoroutines},
    Ban{"stod", "", "(", false, kParse},
    Ban{"stof", "", "(", false, kParse},
    Ban{"stoi", "", "(", false, kParse},
    Ban{"stol", "", "(", false, kParse},
    Ban{"stoll", "", "(", false, kParse},
    Ban{"stoul", "", "(", false, kParse},
    Ban{"stoull", "", "(", false, kParse},
    Ban{"atoi", "", "(", false, kParse},
    Ban{"atol", "", "(", false, kParse},
    Ban{"atoll", "", "(", false, kParse},
    Ban{"atof", "", "(", false, kParse},
    Ban{"strtod", "", "(", false, kParse},
    Ban{"rand", "", "(", true, kChance},
    Ban{"srand", "", "(", true, kChance},
    Ban{"float", "", "", false, "double for statistics, whole numbers for amounts"},
    Ban{"namespace", "using ", "", false, "the full name, or `namespace short = long`"},
    Ban{"views", "std::", "", true, kNoViews},
    Ban{"views", "ranges::", "", true, kNoViews},
};

bool stands_at(std::string_view code, const Word& word, const Ban& ban) {
  return word.text == ban.word && code.substr(0, word.at).ends_with(ban.before) &&
         code.substr(word.at + word.text.size()).starts_with(ban.after);
}

// The beginning of the declaration around `at`: after the last end of another one.
std::string_view declaration_before(std::string_view code, std::size_t at) {
  const auto end = code.find_last_of(";{}", at);
  const auto begin = end == std::string_view::npos ? 0 : end + 1;
  return code.substr(begin, at - begin);
}

// After `Result` at `at`: the place behind its template arguments, or npos.
std::size_t after_arguments(std::string_view code, std::size_t at) {
  if (at >= code.size() || code[at] != '<') return std::string_view::npos;
  int depth = 0;
  for (; at < code.size(); ++at) {
    depth += code[at] == '<' ? 1 : code[at] == '>' ? -1 : 0;
    if (depth == 0) return at + 1;
  }
  return std::string_view::npos;
}

bool names_a_function(std::string_view rest) {
  const auto words = words_of(rest.substr(0, 200));
  if (words.empty() || rest.find_first_not_of(" \n") != words.front().at) return false;
  const auto behind = words.front().text == "operator" ? rest.find('(') : words.front().at + words.front().text.size();
  return behind < rest.size() && rest[behind] == '(';
}

struct Home {
  std::string_view prefix;
  std::string_view folder;  ///< where alone it may be included
  bool in_headers;
};

constexpr std::array kHomes{
    Home{"<boost/asio", "src/http", false},
    Home{"<boost/beast", "src/http", false},
    Home{"<CLI/", "src/cli", false},
    Home{"<spdlog/", "src/log", false},
    Home{"<sqlite3.h>", "src/store/sqlite", true},
    Home{"<libpq", "src/store/postgres", true},
    Home{"<postgresql/", "src/store/postgres", true},
    Home{"<sodium", "src/secret", true},
    Home{"<openssl/", "src/http", true},
    Home{"<date/", "src/calendar", true},
};

}  // namespace

Findings banned_words(const File& file) {
  Findings findings;
  if (!is_source(file)) return findings;
  const std::string code = code_of(file);
  for (const auto& word : words_of(code)) {
    for (const auto& ban : kBans) {
      if ((ban.in_tests || is_product(file)) && stands_at(code, word, ban))
        findings.push_back({file.path, word.line,
                            std::string(ban.before) + std::string(word.text) + ": use " + std::string(ban.instead)});
    }
  }
  return findings;
}

Findings reading_the_clock(const File& file) {
  Findings findings;
  if (!is_product(file) || is_under(file.path, "src/calendar")) return findings;
  const std::string code = code_of(file);
  for (const auto& word : words_of(code)) {
    const bool clock = word.text == "system_clock" && code.compare(word.at + word.text.size(), 5, "::now") == 0;
    if (clock || word.text == "gettimeofday" || word.text == "high_resolution_clock")
      findings.push_back({file.path, word.line, "only src/calendar reads the clock: take the Clock port, or `as_of`"});
  }
  return findings;
}

Findings header_form(const File& file) {
  Findings findings;
  if (!is_source(file)) return findings;
  if (!file.text.starts_with("// SPDX-License-Identifier: Apache-2.0\n"))
    findings.push_back({file.path, 1, "begins with // SPDX-License-Identifier: Apache-2.0"});
  if (is_header(file.path) && file.text.find("\n#pragma once\n") == std::string::npos)
    findings.push_back({file.path, 1, "a header has #pragma once"});
  return findings;
}

Findings lost_results(const File& file) {
  Findings findings;
  if (!is_source(file) || !is_header(file.path)) return findings;
  const std::string code = code_of(file);
  for (const auto& word : words_of(code)) {
    if (word.text != "Result" && word.text != "Checked") continue;
    const auto behind = after_arguments(code, word.at + word.text.size());
    if (behind == std::string::npos || !names_a_function(std::string_view(code).substr(behind))) continue;
    const auto rest = std::string_view(code).substr(behind);
    const auto declared = rest.substr(0, rest.find_first_of(";{}"));
    if (declared.find(" override") != std::string_view::npos) continue;  // the port says it
    if (declaration_before(code, word.at).find("[[nodiscard]]") == std::string_view::npos)
      findings.push_back(
          {file.path, word.line, "a function that returns a " + std::string(word.text) + " is [[nodiscard]]"});
  }
  return findings;
}

Findings lengths(const File& file) {
  Findings findings;
  const bool page = is_under(file.path, "web/src") && !file.path.ends_with(".d.ts") &&
                    (file.path.ends_with(".ts") || file.path.ends_with(".tsx"));
  if (!is_source(file) && !page) return findings;
  const auto lines = lines_of(file.text);
  const std::size_t limit = is_header(file.path) ? kLongestHeader : kLongestFile;
  if (lines.size() > limit)
    findings.push_back(
        {file.path, static_cast<int>(limit),
         std::to_string(lines.size()) + " lines, at most " + std::to_string(limit) + ": split it by what it is for"});
  return findings;
}

Findings unfinished_work(const File& file) {
  static const std::array<std::string, 3> kMarks{
      "FIX"
      "ME",
      "TO"
      "DO",
      "XX"
      "X"};
  Findings findings;
  if (is_under(file.path, "web/public") || file.path.ends_with(".json") || file.path.ends_with(".po")) return findings;
  for (const auto& word : words_of(file.text)) {
    if (std::find(kMarks.begin(), kMarks.end(), word.text) != kMarks.end())
      findings.push_back({file.path, word.line, std::string(word.text) + ": finish it, or write an issue"});
  }
  return findings;
}

Findings confined_includes(const File& file) {
  Findings findings;
  if (!is_product(file)) return findings;
  for (const auto& include : includes_of(file)) {
    for (const auto& home : kHomes) {
      if (!include.name.starts_with(home.prefix)) continue;
      if (!is_under(file.path, home.folder))
        findings.push_back(
            {file.path, include.line, include.name + " is included only in " + std::string(home.folder)});
      if (!home.in_headers && is_header(file.path))
        findings.push_back(
            {file.path, include.line, include.name + " is too heavy for a header: include it in the source"});
    }
  }
  return findings;
}

Findings unversioned_boost(const File& file) {
  Findings findings;
  if (is_under(file.path, "docs") || is_cpp(file.path)) return findings;
  const std::string_view text = file.text;
  const std::string_view name_characters = "abcdefghijklmnopqrstuvwxyz0123456789.+-";
  for (auto at = text.find("libboost"); at != std::string_view::npos; at = text.find("libboost", at + 1)) {
    const auto name = text.substr(at, text.find_first_not_of(name_characters, at) - at);
    const bool versioned = std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (name.ends_with("-dev") && !versioned)
      findings.push_back(
          {file.path, line_at(text, at), std::string(name) + " is Boost 1.74 on Debian 12: name libboost…1.81-dev"});
  }
  return findings;
}

Findings machine_traces(const File& file) {
  static const std::array<std::string, 2> kPaths{
      "/wo"
      "rk/",
      "/ho"
      "me/"};
  static const std::array<std::string, 5> kHosts{
      "registry"
      ".",
      "npm"
      "js.",
      "py"
      "pi.",
      "crates"
      ".io",
      "node"
      "source."};
  Findings findings;
  const std::string_view text = file.text;
  for (const auto& path : kPaths) {
    for (auto at = text.find(path); at != std::string_view::npos; at = text.find(path, at + 1)) {
      const char before = at == 0 ? ' ' : text[at - 1];
      const bool inside = std::isalnum(static_cast<unsigned char>(before)) != 0 ||
                          std::string_view("._-/})*]").find(before) != std::string_view::npos;
      if (!inside) findings.push_back({file.path, line_at(text, at), path + " is a path of one machine"});
    }
  }
  for (auto at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 1)) {
    const auto host = text.substr(at + 3, text.find_first_of("/\"' \n>)", at + 3) - at - 3);
    for (const auto& part : kHosts) {
      if (host.find(part) != std::string_view::npos)
        findings.push_back(
            {file.path, line_at(text, at), std::string(host) + ": the package manager knows its registry"});
    }
  }
  return findings;
}

const std::vector<NamedRule>& file_rules() {
  static const std::vector<NamedRule> all{
      {"banned words", banned_words},
      {"reading the clock", reading_the_clock},
      {"header form", header_form},
      {"lost results", lost_results},
      {"lengths", lengths},
      {"unfinished work", unfinished_work},
      {"confined includes", confined_includes},
      {"foreign words", foreign_words},
      {"unversioned Boost", unversioned_boost},
      {"machine traces", machine_traces},
  };
  return all;
}

}  // namespace paceline::tidy
