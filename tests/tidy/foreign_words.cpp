// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cctype>
#include <optional>

#include "rules.h"

namespace paceline::tidy {
namespace {

struct Synonym {
  std::string_view word;
  std::string_view ours;
};

constexpr std::array kSynonyms{Synonym{"deal", "opportunity"}, Synonym{"target", "quota"}, Synonym{"goal", "quota"},
                               Synonym{"prospect", "contact or lead"}, Synonym{"seller", "rep"}};

// "dealId" and "deal_id" are both {"deal", "id"}.
std::vector<std::string> parts_of(std::string_view identifier) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < identifier.size(); ++i) {
    const auto c = static_cast<unsigned char>(identifier[i]);
    const bool begins =
        std::isupper(c) != 0 && i > 0 && std::islower(static_cast<unsigned char>(identifier[i - 1])) != 0;
    if (std::isalnum(c) == 0 || begins) parts.emplace_back();
    if (std::isalnum(c) != 0) parts.back() += static_cast<char>(std::tolower(c));
  }
  return parts;
}

bool is_allowed(std::string_view path, std::string_view word) {
  // A request's target is the word of HTTP itself, that of the browser for where an event happened, and that of a
  // vector, and libpq's for the kind of server that is wanted.
  // A vector's input says deals where Paceline says opportunities.
  if (word == "deal") return is_under(path, "src/vectors");
  return word == "target" && (is_under(path, "src/http") || is_under(path, "web") || is_under(path, "src/vectors") ||
                              is_under(path, "src/store/postgres"));
}

std::optional<std::string> objection(std::string_view path, std::string_view identifier) {
  for (const auto& part : parts_of(identifier)) {
    for (const auto& synonym : kSynonyms) {
      const bool same = part == synonym.word || part == std::string(synonym.word) + "s";
      if (same && !is_allowed(path, synonym.word))
        return std::string(identifier) + ": the word is " + std::string(synonym.ours) + " (CONTEXT.md)";
    }
  }
  return std::nullopt;
}

// The page has sentences between its tags. A bare word there is prose; a name is written together, called or assigned.
bool is_prose(std::string_view code, const Word& word) {
  const bool written_together = parts_of(word.text).size() > 1;
  const auto behind = code.substr(word.at + word.text.size(), 2);
  const bool used =
      behind.starts_with("(") || behind.starts_with("[") || behind.starts_with(" =") || behind.starts_with("=") ||
      (behind.size() == 2 && behind[0] == '.' && std::isalpha(static_cast<unsigned char>(behind[1])) != 0);
  return !written_together && !used;
}

// Names in quotes, "deal_id", are names of tables, members and commands; with a space inside it is prose.
Findings in_literals(const File& file) {
  Findings findings;
  const std::string text = code_and_literals_of(file);
  for (auto at = text.find('"'); at != std::string::npos; at = text.find('"', at + 1)) {
    const auto end = text.find_first_of("\" \n%{", at + 1);
    if (end == std::string::npos || text[end] != '"') continue;
    if (auto what = objection(file.path, text.substr(at + 1, end - at - 1)))
      findings.push_back({file.path, line_at(text, at), *std::move(what)});
  }
  return findings;
}

}  // namespace

Findings foreign_words(const File& file) {
  const bool product = is_cpp(file.path) && is_under(file.path, "src");
  const bool page = is_under(file.path, "web/src") && (file.path.ends_with(".ts") || file.path.ends_with(".tsx"));
  if (!product && !page) return {};
  Findings findings = product ? in_literals(file) : Findings();
  if (auto what = objection(file.path, file.path)) findings.push_back({file.path, 0, *std::move(what)});
  const std::string code = code_of(file);
  for (const auto& word : words_of(code)) {
    if (page && is_prose(code, word)) continue;
    if (auto what = objection(file.path, word.text)) findings.push_back({file.path, word.line, *std::move(what)});
  }
  return findings;
}

}  // namespace paceline::tidy
