// SPDX-License-Identifier: Apache-2.0
#include "source.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace paceline::tidy {
namespace {

bool is_word_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_word_part(char c) {
  return is_word_start(c) || (c >= '0' && c <= '9');
}

// Blanks comments, and literals when asked, one token after another.
class Blanker {
 public:
  Blanker(std::string_view text, bool script, bool keep_literals)
      : in_(text), out_(text), script_(script), keep_literals_(keep_literals) {}

  std::string run() {
    while (at_ < in_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    if (starts("//")) return blank_to(in_.find('\n', at_), true);
    if (starts("/*")) return blank_to(end_after("*/", at_ + 2), true);
    if (!script_ && starts("R\"") && (at_ == 0 || !is_word_part(in_[at_ - 1]))) return raw_literal();
    const char c = in_[at_];
    const bool separator = c == '\'' && at_ > 0 && is_word_part(in_[at_ - 1]);  // 1'000, and don't
    if (c == '"' || (c == '\'' && !separator) || (script_ && c == '`')) return literal(c);
    ++at_;
  }

  [[nodiscard]] bool starts(std::string_view what) const { return in_.substr(at_, what.size()) == what; }

  [[nodiscard]] std::size_t end_after(std::string_view what, std::size_t from) const {
    const auto found = in_.find(what, from);
    return found == std::string_view::npos ? in_.size() : found + what.size();
  }

  void raw_literal() {
    const auto open = in_.find('(', at_);
    if (open == std::string_view::npos) return blank_to(in_.size(), !keep_literals_);
    blank_to(end_after(")" + std::string(in_.substr(at_ + 2, open - at_ - 2)) + "\"", open), !keep_literals_);
  }

  // A quote that does not close on its line is an apostrophe.
  void literal(char quote) {
    std::size_t end = at_ + 1;
    while (end < in_.size() && in_[end] != quote && (quote == '`' || in_[end] != '\n')) end += in_[end] == '\\' ? 2 : 1;
    if (end >= in_.size() || in_[end] != quote) return static_cast<void>(++at_);
    ++at_;
    blank_to(end, !keep_literals_);
    at_ = end + 1;
  }

  void blank_to(std::size_t end, bool blank) {
    end = std::min(end, in_.size());
    for (; at_ < end; ++at_) {
      if (blank && in_[at_] != '\n') out_[at_] = ' ';
    }
  }

  std::string_view in_;
  std::string out_;
  bool script_;
  bool keep_literals_;
  std::size_t at_ = 0;
};

bool is_script(std::string_view path) {
  return path.ends_with(".ts") || path.ends_with(".tsx") || path.ends_with(".mjs");
}

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::string code_of(const File& file) {
  return Blanker(file.text, is_script(file.path), false).run();
}
std::string code_and_literals_of(const File& file) {
  return Blanker(file.text, is_script(file.path), true).run();
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  int line = 1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') ++line;
    if (!is_word_part(text[at])) continue;
    const std::size_t begin = at;
    while (at + 1 < text.size() && is_word_part(text[at + 1])) ++at;
    if (is_word_start(text[begin])) words.push_back({text.substr(begin, at + 1 - begin), begin, line});
  }
  return words;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

int line_at(std::string_view text, std::size_t at) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::vector<Include> includes_of(const File& file) {
  std::vector<Include> includes;
  const std::string text = code_and_literals_of(file);
  int number = 0;
  for (const auto line : lines_of(text)) {
    ++number;
    if (!line.starts_with("#include ")) continue;
    const auto begin = line.find_first_of("\"<");
    const auto end = line.find_last_of("\">");
    if (begin != std::string_view::npos && end > begin)
      includes.push_back({std::string(line.substr(begin, end + 1 - begin)), number});
  }
  return includes;
}

std::string folder_of(std::string_view path) {
  if (!is_under(path, "src")) return {};
  path.remove_prefix(4);
  const auto slash = path.find('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

bool is_cpp(std::string_view path) {
  return path.ends_with(".cpp") || is_header(path);
}
bool is_header(std::string_view path) {
  return path.ends_with(".h");
}
bool is_under(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::vector<File> read_tree(const std::string& root) {
  namespace fs = std::filesystem;
  static const std::set<std::string> kLeftOut{".git",         "build", ".tools",      "data",
                                              "node_modules", "dist",  "test-results"};
  std::vector<File> files;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && kLeftOut.count(entry->path().filename().string()) != 0) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file() && !entry->is_symlink()) {
      File file{fs::relative(entry->path(), root).generic_string(), contents_of(entry->path())};
      if (file.text.find('\0') == std::string::npos) files.push_back(std::move(file));
    }
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return files;
}

}  // namespace paceline::tidy
