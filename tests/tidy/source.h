// SPDX-License-Identifier: Apache-2.0
// A file of the tree as the rules see it: its path from the root, its text, and its words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paceline::tidy {

struct File {
  std::string path;  ///< from the root of the tree, "src/base/day.h"
  std::string text;
};

/// One broken rule. `what` says what is wrong and what to do in place of it.
struct Finding {
  std::string path;
  int line = 0;
  std::string what;
};
using Findings = std::vector<Finding>;

/// A run of letters, digits and underscores that does not begin with a digit.
struct Word {
  std::string_view text;
  std::size_t at = 0;
  int line = 1;
};

/// The text with comments and the insides of literals replaced by spaces, so that places stay the same.
[[nodiscard]] std::string code_of(const File& file);
/// The same, with the literals left in.
[[nodiscard]] std::string code_and_literals_of(const File& file);

/// Views into `text`.
[[nodiscard]] std::vector<Word> words_of(std::string_view text);
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);
[[nodiscard]] int line_at(std::string_view text, std::size_t at);

/// What an #include line names, with its quotes or angle brackets: "\"base/day.h\"", "<vector>".
struct Include {
  std::string name;
  int line = 1;
};
[[nodiscard]] std::vector<Include> includes_of(const File& file);

/// "base" for "src/base/day.h"; empty for "src/main.cpp" and for what is not under src/.
[[nodiscard]] std::string folder_of(std::string_view path);
[[nodiscard]] bool is_cpp(std::string_view path);     ///< .cpp and .h
[[nodiscard]] bool is_header(std::string_view path);  ///< .h
[[nodiscard]] bool is_under(std::string_view path, std::string_view folder);

/// Every text file of the tree, in order of path; what is built, fetched or stored there is left out.
[[nodiscard]] std::vector<File> read_tree(const std::string& root);

}  // namespace paceline::tidy
