// SPDX-License-Identifier: Apache-2.0
// The documents of docs/api against the program: routes and codes.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "api/routes.h"

namespace paceline::api {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file.good()) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const std::filesystem::path kSource(PACELINE_SOURCE_DIR);

template <class Visit>
void each_match(const std::string& text, const std::regex& pattern, const Visit& visit) {
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) visit(*it);
}

/// "POST /api/v1/activities/{activity}/void" of every route that the text names, also in the form "`GET /live`".
std::set<std::string> routes_in(const std::string& text) {
  std::set<std::string> named;
  each_match(text, std::regex("`(GET|POST|PUT|PATCH|DELETE) (/[a-z0-9_/.{}-]*)"), [&](const std::smatch& match) {
    const auto path = match.str(2);
    named.insert(match.str(1) + ' ' + (path.starts_with(kRoot) ? path : std::string(kRoot) + path));
  });
  return named;
}

std::set<std::string> routes_of_the_table() {
  const std::map<Method, std::string> verbs{{Method::get, "GET"},
                                            {Method::post, "POST"},
                                            {Method::put, "PUT"},
                                            {Method::patch, "PATCH"},
                                            {Method::remove, "DELETE"}};
  std::set<std::string> all;
  for (const auto& route : routes()) all.insert(verbs.at(route.method) + ' ' + std::string(route.path));
  return all;
}

TEST(ApiReadme, NamesOnlyRoutesThatAreThere) {
  const auto named = routes_in(text_of(kSource / "docs/api/README.md"));
  const auto table = routes_of_the_table();
  EXPECT_GE(named.size(), 20U);
  for (const auto& route : named) EXPECT_TRUE(table.contains(route)) << route;
}

/// What the product registers; Router::missing_handlers() says the same of a running program.
TEST(Routes, EachHasAHandlerAndNoHandlerIsLeftOver) {
  std::multiset<std::string> handled;
  for (const auto& entry : std::filesystem::directory_iterator(kSource / "src/api"))
    if (entry.path().extension() == ".cpp")
      each_match(text_of(entry.path()), std::regex("router\\.on\\(\\s*\"([a-z_]+)\""),
                 [&](const std::smatch& match) { handled.insert(match.str(1)); });
  std::multiset<std::string> ids;
  for (const auto& route : routes()) ids.insert(std::string(route.operation_id));
  EXPECT_EQ(handled, ids);
}

std::set<std::string> listed_codes(const std::string& text) {
  std::set<std::string> codes;
  each_match(text, std::regex("\\n\\| `([a-z0-9_.]+)` \\| [0-9]{3} \\| [^|]+ \\| [a-z ]+ \\|"),
             [&](const std::smatch& match) { codes.insert(match.str(1)); });
  return codes;
}

std::string without_comments(const std::string& source) {
  return std::regex_replace(source, std::regex("(^|\\s)//[^\\n]*"), "$1");
}

/// Every dotted word in a statement that makes an error.
std::set<std::string> codes_in(const std::string& source) {
  const std::regex starts(
      R"re((fail\s*\(|Error\s*\{|refuse\s*\(|\.add\s*\(|\{\s*Fault::|RefusalText\s*\{|return\s+"))re");
  const std::regex code(R"re("([a-z][a-z0-9_]*(\.[a-z0-9_]+)+)")re");
  const auto text = without_comments(source);
  std::set<std::string> codes;
  each_match(text, starts, [&](const std::smatch& match) {
    const auto from = static_cast<std::size_t>(match.position());
    const auto statement = text.substr(from, text.find(';', from) - from);
    each_match(statement, code, [&](const std::smatch& found) { codes.insert(found.str(1)); });
  });
  return codes;
}

TEST(Errors, AreFoundInEveryWayThatTheSourceMakesThem) {
  const auto codes = codes_in(R"(
    // fail(Fault::invalid, "in.a_comment");
    return fail(Fault::invalid, "a.plain", "/x", "not.a/code");
    return fail(Fault::invalid, wide ? "a.wide_one" : "a.narrow_one");
    const Error lost{Fault::unavailable, "not.after_error"};
    return Error{Fault::unavailable,
                 "a.broken_line"};
    faults.add(place, "a.fault"); errors.push_back({Fault::conflict, "a.pushed", {}, {}});
    return "a.returned";
    open("data.sqlite"); all.add("only.add"); Statement take{"cell.take"};
  )");
  EXPECT_EQ(codes, (std::set<std::string>{"a.plain", "a.wide_one", "a.narrow_one", "not.after_error", "a.broken_line",
                                          "a.fault", "a.pushed", "a.returned", "only.add"}));
}

TEST(Errors, EveryCodeOfTheSourceIsListed) {
  const auto listed = listed_codes(text_of(kSource / "docs/api/errors.md"));
  EXPECT_GE(listed.size(), 50U);
  std::size_t found = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kSource / "src")) {
    const auto& path = entry.path();
    if (path.extension() != ".cpp" && path.extension() != ".h") continue;
    if (path.parent_path().filename() == "vectors") continue;  // a door for tests, not the API
    for (const auto& code : codes_in(text_of(path))) {
      EXPECT_TRUE(listed.contains(code)) << code << " of " << path << " is not in docs/api/errors.md";
      ++found;
    }
  }
  EXPECT_GE(found, 50U);
}

TEST(Errors, EachIsListedOnce) {
  const auto text = text_of(kSource / "docs/api/errors.md");
  const auto rows = std::count(text.begin(), text.end(), '\n');
  std::set<std::string> seen;
  each_match(text, std::regex("\\n\\| `([a-z0-9_.]+)`"),
             [&](const std::smatch& match) { EXPECT_TRUE(seen.insert(match.str(1)).second) << match.str(1); });
  EXPECT_EQ(seen.size(), listed_codes(text).size()) << "a row has not all of its columns, of " << rows << " lines";
}

}  // namespace
}  // namespace paceline::api
