// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/case_file.h"

#include <fstream>
#include <regex>
#include <stdexcept>
#include <utility>

#include "tests/cli/case_text.h"

namespace paceline::cases {
namespace {

struct Line {
  std::string text;
  int number = 0;
};

std::vector<Line> lines_of(const std::string& path, const std::string& cases_folder) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<Line> lines;
  int number = 0;
  for (std::string text; std::getline(file, text);) {
    ++number;
    const std::string include = "INCLUDE ";
    if (!text.starts_with(include)) {
      lines.push_back({text, number});
      continue;
    }
    for (const Line& line : lines_of(cases_folder + "/" + text.substr(include.size()), cases_folder)) {
      lines.push_back({line.text, number});
    }
  }
  return lines;
}

/// The words of a step and, behind " | ", its projection.
std::pair<std::string, std::string> with_projection(const std::string& text) {
  const auto bar = text.rfind(" | ");
  if (bar == std::string::npos) return {text, ""};
  return {text.substr(0, bar), text.substr(bar + 3)};
}

class Reader {
 public:
  Reader(std::vector<Line> lines, std::string root) : lines_(std::move(lines)), root_(std::move(root)) {}

  Case read() {
    for (; at_ < lines_.size() && !lines_[at_].text.empty(); ++at_) made_.prose += lines_[at_].text + "\n";
    for (; at_ < lines_.size(); ++at_) take(lines_[at_].text);
    return std::move(made_);
  }

 private:
  Step& add(StepKind kind, const std::string& rest) {
    auto [words, wanted] = with_projection(rest);
    made_.steps.push_back({kind, lines_[at_].number, words, {}, wanted, {}, {}, 0});
    answering_ =
        kind == StepKind::command || kind == StepKind::http || kind == StepKind::same_http || kind == StepKind::serve;
    return made_.steps.back();
  }

  void take_file(const std::string& name) {
    const std::string from = " FROM ";
    const auto document = name.find(from);
    Step& step = add(StepKind::file, name.substr(0, document));
    if (document != std::string::npos) {
      step.text = example_of(root_ + "/" + name.substr(document + from.size()));
      return;
    }
    for (++at_; at_ < lines_.size() && lines_[at_].text != "END"; ++at_) step.text += repeated(lines_[at_].text);
    if (at_ == lines_.size()) throw std::runtime_error("FILE " + name + " has no END");
  }

  void take_keep(const std::smatch& parts) {
    Step& step = add(StepKind::keep, parts[1]);
    step.text = parts[2];
  }

  void expect(const std::string& line) {
    if (!answering_) {
      throw std::runtime_error("line " + std::to_string(lines_[at_].number) + " means nothing: " + line);
    }
    Step& step = made_.steps.back();
    if (line.starts_with("! ")) {
      step.messages.push_back(line.substr(2));
    } else if (line.starts_with("-> ")) {
      step.code = std::stoi(line.substr(3));
    } else {
      step.output.push_back(line);
    }
  }

  void take(const std::string& line) {
    static const std::regex kKeep("^([A-Z_]+) := (.+)$");
    std::smatch parts;
    const auto rest = [&](std::size_t from) { return line.size() > from ? line.substr(from) : ""; };
    if (line.empty()) {
      answering_ = false;
    } else if (line == "$ paceline" || line.starts_with("$ paceline ")) {
      add(StepKind::command, rest(11));
    } else if (line.starts_with("> ")) {
      add(StepKind::http, rest(2));
    } else if (line.starts_with("= ")) {
      add(StepKind::same_http, rest(2));
    } else if (line.starts_with("FILE ")) {
      take_file(rest(5));
    } else if (line == "SERVE" || line.starts_with("SERVE ")) {
      add(StepKind::serve, rest(5));
    } else if (line == "STOP") {
      add(StepKind::stop, "");
    } else if (line.starts_with("SQL ")) {
      add(StepKind::sql, rest(4));
    } else if (std::regex_match(line, parts, kKeep)) {
      take_keep(parts);
    } else if (!line.starts_with("#")) {
      expect(line);
    }
  }

  std::vector<Line> lines_;
  std::string root_;
  std::size_t at_ = 0;
  bool answering_ = false;
  Case made_;
};

}  // namespace

Case read_case(const std::string& path, const std::string& cases_folder) {
  return Reader(lines_of(path, cases_folder), cases_folder + "/../..").read();
}

}  // namespace paceline::cases
