// SPDX-License-Identifier: Apache-2.0
// The runner itself: it must see what is wrong, so each claim here has a case that does not hold.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/cli/case_run.h"
#include "tests/cli/case_text.h"

namespace paceline::cases {
namespace {

const std::string kProgram = PACELINE_BINARY_DIR "/paceline";

/// What the runner says of these steps, with a program that prints its arguments.
std::string said_of(const std::string& steps) {
  const auto path = std::filesystem::temp_directory_path() / ("paceline-runner-" + std::to_string(getpid()));
  std::ofstream(path) << "A case.\n\n" << steps;
  std::string said;
  try {
    said = CaseRun("/bin/echo").run(read_case(path.string(), path.parent_path().string()));
  } catch (const std::exception& error) {
    said = error.what();
  }
  std::filesystem::remove(path);
  return said;
}

TEST(Runner, IsSilentWhenTheAnswerIsAsExpected) {
  EXPECT_EQ(said_of("$ paceline 'a  b' c\na  b c --data data\n"), "");
}

TEST(Runner, NamesTheLineOfAnotherAnswer) {
  EXPECT_NE(said_of("$ paceline a\nb --data data\n").find("line 3: a"), std::string::npos);
  EXPECT_NE(said_of("$ paceline a\na --data data\n-> 3\n"), "") << "another exit code";
  EXPECT_NE(said_of("$ paceline a\na --data data\n! refused\n"), "") << "no message";
  EXPECT_NE(said_of("$ paceline a\n"), "") << "more output";
  EXPECT_NE(said_of("$ paceline a | counted\n1\n"), "") << "not JSON";
}

TEST(Runner, RefusesLinesThatMeanNothing) {
  EXPECT_NE(said_of("paceline a\n").find("means nothing"), std::string::npos);
  EXPECT_NE(said_of("FILE x\n1\n").find("has no END"), std::string::npos);
  EXPECT_NE(said_of("INCLUDE absent.part\n").find("cannot read"), std::string::npos);
  EXPECT_NE(said_of("$ paceline ${X}\n").find("nothing is kept"), std::string::npos);
  EXPECT_NE(said_of("> GET /api/v1/health\n").find("no server"), std::string::npos);
  EXPECT_NE(said_of("SQL UPDATE count_day SET n = 2\n"), "");
}

TEST(Projection, IsOneLineOrOneForEachItem) {
  const std::string answer =
      R"({"counted":2,"rate":0.5,"name":"a b","period":{"from":"2026-03-02"},"items":[{"n":1},{"n":null}]})";
  const auto none = [](std::string_view) { return std::string(); };
  using Lines = std::vector<std::string>;
  EXPECT_EQ(project(answer, "counted rate name period.from items# absent @etag", none),
            Lines{R"(2 0.5 "a b" 2026-03-02 2 absent absent)"});
  EXPECT_EQ(project(answer, "items: n n?", none), (Lines{"1 whole", "null null"}));
  EXPECT_EQ(project("{\"n\":1}\n{\"n\":2}\n", "lines: n", none), (Lines{"1", "2"}));
  EXPECT_THROW(static_cast<void>(project(answer, "counted: n", none)), std::exception);
  EXPECT_EQ(member_of(answer, "items.0.n"), "1");
  EXPECT_THROW(static_cast<void>(member_of(answer, "items.2.n")), std::exception);
}

/// The commands that --help lists, with those of groups: "quota show".
std::vector<std::string> commands_of(const std::string& group) {
  auto arguments = split_words(group);
  arguments.emplace_back("--help");
  const std::string help = Child(kProgram, arguments, "/").wait().out;
  std::istringstream lines(help.substr(std::min(help.find("Subcommands:"), help.size())));
  static const std::regex kCommand("^  ([a-z-]+) +.*$");
  std::vector<std::string> commands;
  std::smatch parts;
  for (std::string line; std::getline(lines, line);) {
    if (!std::regex_match(line, parts, kCommand)) continue;
    const std::string command = group.empty() ? parts[1].str() : group + " " + parts[1].str();
    const auto inner = group.empty() ? commands_of(command) : std::vector<std::string>();
    commands.insert(commands.end(), inner.begin(), inner.end());
    if (inner.empty()) commands.push_back(command);
  }
  return commands;
}

TEST(Commands, EachHasAnExampleInItsDocument) {
  std::ifstream file(PACELINE_SOURCE_DIR "/docs/operating/commands.md");
  const std::string document{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto commands = commands_of("");
  EXPECT_GE(commands.size(), 18U);
  for (const std::string& command : commands) {
    EXPECT_NE(document.find("`paceline " + command), std::string::npos) << command;
  }
}

/// The options and arguments of which --help says nothing more than their name.
std::vector<std::string> undescribed_of(const std::string& command) {
  constexpr std::size_t column_of_words = 30;  // where descriptions begin
  auto arguments = split_words(command);
  arguments.emplace_back("--help");
  std::istringstream lines(Child(kProgram, arguments, "/").wait().out);
  static const std::regex kOption("^  (--?[a-z].*|[a-z]+ TEXT.*)$");
  std::vector<std::string> undescribed;
  std::string waits;
  for (std::string line; std::getline(lines, line);) {
    const bool goes_on = line.starts_with(std::string(column_of_words, ' '));
    if (!waits.empty() && !goes_on) undescribed.push_back(command + ": " + waits);
    const bool described =
        line.size() > column_of_words && line[column_of_words - 1] == ' ' && line[column_of_words] != ' ';
    const bool bare = std::regex_match(line, kOption) && !described;
    waits = bare ? line : "";
  }
  if (!waits.empty()) undescribed.push_back(command + ": " + waits);
  return undescribed;
}

TEST(Commands, SayWhatEachOptionIs) {
  for (const std::string& command : commands_of(""))
    for (const std::string& option : undescribed_of(command)) ADD_FAILURE() << option;
}

}  // namespace
}  // namespace paceline::cases
