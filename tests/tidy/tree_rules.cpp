// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "rules.h"

namespace paceline::tidy {
namespace {

constexpr const char* kArchitecture = "docs/architecture.md";

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (const auto& word : words_of(text)) words.emplace_back(word.text);
  return words;
}

std::string stem_of(const std::string& path) {
  return path.substr(0, path.rfind('.'));
}

std::map<std::string, const File*> product_files(const std::vector<File>& files) {
  std::map<std::string, const File*> found;
  for (const auto& file : files) {
    if (is_cpp(file.path) && is_under(file.path, "src")) found[file.path] = &file;
  }
  return found;
}

/// "src/base/day.h" for "\"base/day.h\"", empty for a system header.
std::string path_of(const Include& include) {
  if (include.name.front() != '"') return {};
  return "src/" + include.name.substr(1, include.name.size() - 2);
}

// A source implements a header of its folder, and so includes it; main.cpp belongs to its program.
bool belongs_to_a_header(const File& source) {
  if (source.path.ends_with("/main.cpp")) return true;
  const auto folder = source.path.substr(0, source.path.rfind('/') + 1);
  const auto includes = includes_of(source);
  return std::any_of(includes.begin(), includes.end(),
                     [&](const Include& include) { return path_of(include).starts_with(folder); });
}

}  // namespace

Layers parse_layers(std::string_view architecture) {
  Layers layers;
  bool inside = false;
  for (const auto line : lines_of(architecture)) {
    if (line.starts_with("```")) inside = line == "```layers";
    const auto colon = line.find(':');
    if (!inside || colon == std::string_view::npos) continue;
    const auto folder = split(line.substr(0, colon));
    const auto others = split(line.substr(colon));
    if (folder.size() != 1) continue;
    layers.order.push_back(folder.front());
    layers.may_include[folder.front()] = {others.begin(), others.end()};
  }
  return layers;
}

Findings layers_in_order(const Layers& layers) {
  Findings findings;
  std::set<std::string> earlier;
  for (const auto& folder : layers.order) {
    for (const auto& other : layers.may_include.at(folder)) {
      if (earlier.count(other) == 0)
        findings.push_back(
            {kArchitecture, 0, folder + " may not include " + other + ", which is not on an earlier line"});
    }
    earlier.insert(folder);
  }
  return findings;
}

Findings forbidden_arrows(const File& file, const Layers& layers) {
  Findings findings;
  if (!is_cpp(file.path) || !is_under(file.path, "src") || file.path == "src/main.cpp") return findings;
  const std::string from = folder_of(file.path);
  const auto allowed = layers.may_include.find(from);
  if (allowed == layers.may_include.end())
    return {{file.path, 0, "src/" + from + " is not in the list of " + kArchitecture}};
  for (const auto& include : includes_of(file)) {
    if (include.name.front() != '"') continue;
    const std::string to = folder_of(path_of(include));
    if (to.empty()) {
      findings.push_back({file.path, include.line, include.name + ": write the folder, as from src/"});
    } else if (to != from && allowed->second.count(to) == 0) {
      findings.push_back({file.path, include.line, from + " may not include " + to + " (" + kArchitecture + ")"});
    }
  }
  return findings;
}

Findings cmake_order(const File& cmake, const Layers& layers) {
  Findings findings;
  const auto place_of = [&](const std::string& folder) {
    return std::find(layers.order.begin(), layers.order.end(), folder) - layers.order.begin();
  };
  const auto end = static_cast<std::ptrdiff_t>(layers.order.size());
  std::ptrdiff_t last = -1;
  int number = 0;
  for (const auto line : lines_of(cmake.text)) {
    ++number;
    if (!line.starts_with("paceline_library(")) continue;
    const auto words = split(line.substr(line.find('(')));
    const auto place = place_of(words.front());
    if (place == end || place <= last)
      findings.push_back({cmake.path, number, words.front() + " stands elsewhere in " + kArchitecture});
    for (const auto& other : words) {
      if (place_of(other) != end && place_of(other) > place)
        findings.push_back({cmake.path, number, words.front() + " links " + other + ", which comes later"});
    }
    last = place;
  }
  return findings;
}

Findings include_cycles(const std::vector<File>& files) {
  Findings findings;
  const auto known = product_files(files);
  enum class State { unseen, open, done };
  std::map<std::string, State> states;
  const std::function<void(const std::string&)> visit = [&](const std::string& path) {
    states[path] = State::open;
    for (const auto& include : includes_of(*known.at(path))) {
      const std::string next = path_of(include);
      if (known.count(next) == 0) continue;
      if (states[next] == State::open) findings.push_back({path, include.line, next + " includes this file again"});
      if (states[next] == State::unseen) visit(next);
    }
    states[path] = State::done;
  };
  for (const auto& [path, file] : known) {
    if (states[path] == State::unseen) visit(path);
  }
  return findings;
}

Findings dead_files(const std::vector<File>& files) {
  Findings findings;
  std::set<std::string> included;
  for (const auto& file : files) {
    if (!is_cpp(file.path) && !file.path.ends_with(".cmake")) continue;
    for (const auto& include : includes_of(file)) {
      const std::string path = path_of(include);
      if (stem_of(path) + ".cpp" != file.path) included.insert(path);
    }
  }
  const auto known = product_files(files);
  for (const auto& [path, file] : known) {
    if (is_header(path) ? included.count(path) == 0 : !belongs_to_a_header(*file))
      findings.push_back(
          {path, 0,
           is_header(path) ? "nobody includes this header" : "this source belongs to no header of its folder"});
  }
  return findings;
}

}  // namespace paceline::tidy
