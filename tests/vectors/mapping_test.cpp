// SPDX-License-Identifier: Apache-2.0
// The mappings of src/vectors only carry values to the product's functions and back: no arithmetic, no mathematics.
// The one exception is compare.cpp, which holds the comparison with its tolerance.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <regex>
#include <string>

namespace paceline {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExempt = "compare.cpp";

/// The code without comments, texts and the names of includes.
std::string code_of(const std::string& text) {
  static const std::regex kNoCode(R"rx(//[^\n]*|R"\(([^)]|\)[^"])*\)"|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])*')rx");
  static const std::regex kSystemInclude(R"(#include <(?!boost/math|cmath|numeric|valarray|complex)[^>]*>)");
  return std::regex_replace(std::regex_replace(text, kNoCode, "\"\""), kSystemInclude, "");
}

/// The first piece of arithmetic, or nothing. Counting (++) and concatenating a literal (` + "`) are none.
std::string arithmetic_in(const std::string& text) {
  static const std::regex kArithmetic(
      R"([^\n"] [-+*/%] (?!")[^\n]*|[-+*/%]=[^\n]*|--\w[^\n]*|std::(pow|exp|expm1|log|log1p|sqrt|cbrt|abs|fabs|floor|ceil|round|lround|trunc|fmod|lgamma|tgamma|erf|erfc|accumulate|reduce|inner_product|plus|minus|multiplies|divides|midpoint|lerp)\b[^\n]*|#include <(boost/math|cmath|numeric|valarray|complex)[^\n]*)");
  const std::string code = code_of(text);
  std::smatch match;
  return std::regex_search(code, match, kArithmetic) ? match.str() : "";
}

TEST(Mapping, NoFileOfTheDoorComputes) {
  int seen = 0;
  for (const auto& entry : fs::directory_iterator(PACELINE_SOURCE_DIR "/src/vectors")) {
    if (entry.path().filename() == kExempt) continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(arithmetic_in(text), "") << entry.path();
    ++seen;
  }
  EXPECT_GE(seen, 10);
}

TEST(Mapping, TheCheckSeesPlantedArithmetic) {
  for (const char* planted :
       {"x = a + b;", "x = a - 1;", "x = rate * days;", "x = k / n;", "x = k % n;", "x += 1;", "x /= n;", "--x;",
        "return std::pow(x, 2);", "return std::sqrt(x);", "std::accumulate(a, b, 0);", "#include <cmath>\n",
        "#include <boost/math/distributions.hpp>\n", "x = f(a) * g(b);"})
    EXPECT_NE(arithmetic_in(planted), "") << planted;
}

TEST(Mapping, TheCheckLeavesCarryingAlone) {
  for (const char* harmless : {"#include <boost/json/value.hpp>\n", "// a - b\n", "/// k / n in words\n",
                               "auto* x = input.if_contains(name);", "return *found;", "const json::array* items;",
                               "x->y;", "++seen;", "f(\"a + b\");", "x = -1;", "Answer (*answer)(const T& input);"})
    EXPECT_EQ(arithmetic_in(harmless), "") << harmless;
}

}  // namespace
}  // namespace paceline
