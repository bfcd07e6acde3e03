// SPDX-License-Identifier: Apache-2.0
// Each rule refuses a planted violation, and lets the nearest harmless text pass.
#include "rules.h"

#include <gtest/gtest.h>

namespace paceline::tidy {
namespace {

const std::string kSpdx = "// SPDX-License-Identifier: Apache-2.0\n";

struct Sample {
  const char* path;
  std::string text;
};

void expect_refused(FileRule rule, const std::vector<Sample>& samples) {
  for (const auto& [path, text] : samples) EXPECT_EQ(rule({path, text}).size(), 1U) << path << "\n" << text;
}

void expect_fine(FileRule rule, const std::vector<Sample>& samples) {
  for (const auto& [path, text] : samples) {
    for (const auto& finding : rule({path, text})) ADD_FAILURE() << path << "\n" << text << "\n" << finding.what;
  }
}

TEST(BannedWords, AreRefusedInCodeOnly) {
  expect_refused(banned_words, {{"src/http/a.cpp", "co_await x;"},
                                {"src/app/a.cpp", "co_return 1;"},
                                {"src/app/a.cpp", "co_yield 1;"},
                                {"src/app/a.cpp", "double d = std::stod(text);"},
                                {"src/app/a.cpp", "int i = std::stoi(text);"},
                                {"src/app/a.cpp", "int i = atoi(text);"},
                                {"src/app/a.cpp", "int i = rand();"},
                                {"tests/app/a.cpp", "srand(7);"},
                                {"src/app/a.h", "float share;"},
                                {"src/app/a.cpp", "using namespace std;"},
                                {"src/app/a.cpp", "auto v = x | std::views::filter(f);"},
                                {"src/app/a.cpp", "auto v = x | ranges::views::take(3);"}});
  expect_fine(banned_words, {{"src/app/a.cpp", "// never std::stod(text) nor co_await\n"},
                             {"src/app/a.cpp", "/* float\n rand() */ int x = 1;"},
                             {"src/app/a.cpp", "auto text = \"using namespace float rand(\";"},
                             {"src/app/a.cpp", "auto text = R\"(float \" rand()\")\";"},
                             {"src/app/a.cpp", "int brand(); int floats = 1'000; namespace x = std::chrono;"},
                             {"src/app/a.cpp", "char c = '\"'; int y; char d = '\"';"},
                             {"tests/app/a.cpp", "using namespace std; int i = std::stoi(text);"},
                             {"docs/a.md", "float"}});
}

TEST(Clock, IsReadOnlyInCalendar) {
  expect_refused(reading_the_clock, {{"src/app/a.cpp", "auto t = std::chrono::system_clock::now();"},
                                     {"src/http/a.cpp", "gettimeofday(&tv, nullptr);"}});
  expect_fine(reading_the_clock, {{"src/calendar/clock.cpp", "auto t = std::chrono::system_clock::now();"},
                                  {"src/http/a.cpp", "auto t = std::chrono::steady_clock::now();"},
                                  {"tests/http/a.cpp", "auto t = std::chrono::system_clock::now();"}});
}

TEST(HeaderForm, AsksForLicenceAndGuard) {
  expect_refused(header_form, {{"src/a/a.h", "#pragma once\n" + kSpdx + "\n#pragma once\n"},
                               {"src/a/a.h", kSpdx + "int x();\n"},
                               {"src/a/a.cpp", "\n" + kSpdx}});
  expect_fine(header_form,
              {{"src/a/a.h", kSpdx + "// What it is.\n#pragma once\n"}, {"src/a/a.cpp", kSpdx}, {"run", ""}});
}

TEST(LostResults, AreRefusedInHeaders) {
  expect_refused(lost_results, {{"src/a/a.h", "Result<Day> parse_day(std::string_view text);"},
                                {"src/a/a.h", "[[nodiscard]] int x();\nResult<std::vector<Day>> days(int n);"},
                                {"src/a/a.h", "class A {\n virtual Result<void> write(const Work& work) = 0;\n};"},
                                {"src/a/a.h", "Checked<Body> read(int n);"},
                                {"src/a/a.h", "template <class T>\nResult<T> parse(int n) { return n; }"},
                                {"src/a/a.h", "struct F { Result<int> operator()(int n) const; };"}});
  expect_fine(lost_results, {{"src/a/a.h", "[[nodiscard]] static Result<Day> parse(std::string_view text);"},
                             {"src/a/a.h", "template <class T>\n[[nodiscard]] Result<T> parse(int n);"},
                             {"src/a/a.h", "Result<Day> day(DayId id) const override;"},
                             {"src/a/a.h", "using Work = std::function<Result<void>(Connection&)>;"},
                             {"src/a/a.h", "template <class T>\nusing Result = tl::expected<T, Error>;"},
                             {"src/a/a.h", "void take(Result<int> result);"},
                             {"src/a/a.h", "// Result<Day> parse_day(text) answers\nint x;"},
                             {"src/a/a.cpp", "Result<Day> parse_day(std::string_view text) {}"}});
}

TEST(Lengths, OfFiles) {
  const auto repeated = [](int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += "int x;\n";
    return text;
  };
  expect_refused(lengths,
                 {{"src/a/a.cpp", repeated(501)}, {"src/a/a.h", repeated(251)}, {"web/src/a.tsx", repeated(501)}});
  expect_fine(
      lengths,
      {{"src/a/a.cpp", repeated(500)}, {"src/a/a.h", repeated(250)}, {"web/src/api/schema.d.ts", repeated(5000)}});
}

TEST(UnfinishedWork, IsRefusedEverywhere) {
  expect_refused(unfinished_work, {{"src/a/a.cpp",
                                    "// FIX"
                                    "ME: later"},
                                   {"docs/a.md",
                                    "TO"
                                    "DO"},
                                   {"run",
                                    "# XX"
                                    "X"}});
  expect_fine(unfinished_work, {{"src/a/a.cpp", "int todo = 1; // to do"},
                                {"web/package-lock.json",
                                 "\"sha512-TO"
                                 "DO\""}});
}

TEST(ConfinedIncludes, StayInTheirFolders) {
  expect_refused(confined_includes, {{"src/api/a.cpp", "#include <boost/asio.hpp>\n"},
                                     {"src/http/a.h", "#include <boost/beast/http.hpp>\n"},
                                     {"src/cli/a.h", "#include <CLI/CLI.hpp>\n"},
                                     {"src/store/activity.cpp", "#include <sqlite3.h>\n"},
                                     {"src/store/sqlite/a.cpp", "#include <libpq-fe.h>\n"},
                                     {"src/api/a.cpp", "#include <sodium.h>\n"},
                                     {"src/app/a.cpp", "#include <date/tz.h>\n"}});
  expect_fine(confined_includes, {{"src/http/a.cpp", "#include <boost/asio.hpp>\n"},
                                  {"src/cli/a.cpp", "#include <CLI/CLI.hpp>\n"},
                                  {"src/store/sqlite/a.h", "#include <sqlite3.h>\n"},
                                  {"src/secret/a.cpp", "#include <sodium.h>\n"},
                                  {"src/api/a.cpp", "// #include <sodium.h>\n#include <vector>\n"},
                                  {"tests/http/a.cpp", "#include <boost/asio.hpp>\n"}});
}

TEST(ForeignWords, AreRefusedInNames) {
  expect_refused(foreign_words, {{"src/a/a.cpp", "int deal = 1;"},
                                 {"src/a/a.cpp", "void close_deals();"},
                                 {"src/a/a.h", "struct SalesTarget {};"},
                                 {"src/a/a.cpp", "read(\"goal_id\");"},
                                 {"src/a/prospect.cpp", ""},
                                 {"src/api/a.cpp", "auto t = request.target();"},
                                 {"web/src/a.tsx", "const dealId = 1;"},
                                 {"web/src/a.ts", "const x = seller.name;"}});
  expect_fine(foreign_words, {{"src/a/a.cpp", "// a prospect is a lead\nint ideal = 1; int dealt = 2;"},
                              {"src/a/a.cpp", "help(\"e-mails to prospects\");"},
                              {"src/http/a.cpp", "auto t = request.target();"},
                              {"web/src/a.tsx", "event.target.value; <Trans>Your goal is near. It's a deal.</Trans>"},
                              {"docs/a.md", "deal"}});
}

TEST(UnversionedBoost, IsRefusedInScripts) {
  const std::string all =
      "libboost-all"
      "-dev";
  expect_refused(unversioned_boost, {{"run",
                                      "apt-get install libboost"
                                      "-dev"},
                                     {"scripts/packages", "build " + all + "\n"},
                                     {".ci/run",
                                      "libboost-json"
                                      "-dev"}});
  expect_fine(unversioned_boost, {{"run", "libboost1.81-dev libboost-json1.81-dev"}, {"docs/a.md", all}});
}

TEST(MachineTraces, AreRefusedEverywhere) {
  expect_refused(machine_traces, {{"run",
                                   "cd /wo"
                                   "rk/main"},
                                  {"docs/a.md",
                                   "(/ho"
                                   "me/ann/paceline)"},
                                  {"web/.npmrc",
                                   "registry=https://registry"
                                   ".npm.example/\n"},
                                  {"web/package-lock.json",
                                   "\"https://x.npm"
                                   "js.org/a.tgz\""}});
  expect_fine(machine_traces, {{"src/a/a.cpp",
                                "#include \"src/wo"
                                "rk/a.h\""},
                               {"docs/a.md",
                                "https://docs.example.org/debian and at/ho"
                                "me/x, frame/wo"
                                "rk/"}});
}

// --- Over the tree ---

const Layers kLayers = parse_layers("text\n```layers\nbase :\nteam : base\napp  : base team\n```\nmore : text\n");

TEST(LayersBlock, IsReadInOrder) {
  EXPECT_EQ(kLayers.order, (std::vector<std::string>{"base", "team", "app"}));
  EXPECT_EQ(kLayers.may_include.at("app"), (std::set<std::string>{"base", "team"}));
  EXPECT_TRUE(layers_in_order(kLayers).empty());
  EXPECT_EQ(layers_in_order(parse_layers("```layers\nbase : team\nteam : base\n```")).size(), 1U);
  EXPECT_EQ(layers_in_order(parse_layers("```layers\nbase : bass\n```")).size(), 1U);
}

TEST(ForbiddenArrows, AreRefused) {
  const auto arrows = [](const char* path, const char* text) { return forbidden_arrows({path, text}, kLayers).size(); };
  EXPECT_EQ(arrows("src/base/a.h", "#include \"team/team.h\"\n"), 1U);
  EXPECT_EQ(arrows("src/team/a.h", "#include \"a.h\"\n"), 1U);
  EXPECT_EQ(arrows("src/shop/a.h", ""), 1U);
  EXPECT_EQ(arrows("src/app/a.h", "#include \"team/team.h\"\n#include \"app/b.h\"\n#include <vector>\n"), 0U);
  EXPECT_EQ(arrows("src/main.cpp", "#include \"app/b.h\"\n"), 0U);
  EXPECT_EQ(arrows("src/base/a.h", "// #include \"team/team.h\"\n"), 0U);
}

TEST(CmakeOrder, FollowsTheList) {
  const auto order = [](const char* text) { return cmake_order({"CMakeLists.txt", text}, kLayers).size(); };
  EXPECT_EQ(order("paceline_library(team base)\npaceline_library(base fmt::fmt)\n"), 1U);
  EXPECT_EQ(order("paceline_library(base team)\npaceline_library(team)\n"), 1U);
  EXPECT_EQ(order("paceline_library(shop base)\n"), 1U);
  EXPECT_EQ(order("paceline_library(base fmt::fmt)\npaceline_library(app base Boost::json)\n"), 0U);
}

TEST(IncludeCycles, AreRefused) {
  const File a{"src/base/a.h", "#include \"base/b.h\"\n"};
  EXPECT_EQ(include_cycles({a, {"src/base/b.h", "#include \"base/a.h\"\n"}}).size(), 1U);
  EXPECT_EQ(include_cycles({{"src/base/a.h", "#include \"base/a.h\"\n"}}).size(), 1U);
  EXPECT_EQ(include_cycles({a, {"src/base/b.h", "#include <vector>\n"}}).size(), 0U);
}

TEST(DeadFiles, AreRefused) {
  const File header{"src/base/a.h", ""};
  const File own{"src/base/a.cpp", "#include \"base/a.h\"\n"};
  const File user{"src/main.cpp", "#include \"base/a.h\"\n"};
  EXPECT_EQ(dead_files({header, own}).size(), 1U);
  EXPECT_EQ(dead_files({header, own, user, {"src/team/b.cpp", "#include \"base/a.h\"\n"}}).size(), 1U);
  EXPECT_EQ(dead_files({header, own, user, {"src/base/b.cpp", "#include <vector>\n"}}).size(), 1U);
  EXPECT_EQ(dead_files({header, own, user, {"src/base/a_text.cpp", "#include \"base/a.h\"\n"}}).size(), 0U);
  EXPECT_EQ(dead_files({header, own, user, {"src/vectors/main.cpp", ""}}).size(), 0U);
}

}  // namespace
}  // namespace paceline::tidy
