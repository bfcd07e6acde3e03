// SPDX-License-Identifier: Apache-2.0
// Every topic with inputs bent at random (emptied, cut, doubled, turned, huge, tiny, negative, of another kind): an
// answer or a refusal, never a crash, never "not a number" or infinity. By seed; each run bends others.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/base/random.h"

namespace paceline {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

using testing_support::Random;

std::size_t pick(Random& random, std::size_t end) {
  return static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(end) - 1));
}

json::value odd_value(Random& random) {
  static const json::array kOdd{0,    1,       -1,  0.5,  1e-300,        1e300,          1.5,    -0.5, 2, 100,
                                1e15, nullptr, "x", true, json::array{}, json::object{}, 9.01e15};
  return kOdd[pick(random, kOdd.size())];
}

void bend_list(json::array& list, Random& random) {
  switch (random.between(0, 3)) {
    case 0: list.clear(); break;
    case 1: list.resize(std::min<std::size_t>(list.size(), 1)); break;
    case 2:
      if (!list.empty()) list.push_back(json::value(list[pick(random, list.size())]));
      break;
    default: std::reverse(list.begin(), list.end());
  }
}

void bend_number(json::value& number, Random& random) {
  static constexpr std::array kFactors{-1.0, 0.1, 10.0, 1000.0};
  const double bent = number.to_number<double>() * kFactors[pick(random, kFactors.size())];
  if (number.is_double()) {
    number = bent;
  } else {
    number = number.to_number<std::int64_t>() + random.between(-1, 1);
  }
}

/// Walks down to a random place and bends what is there.
void bend(json::value& value, Random& random) {
  const bool stop = random.between(0, 2) == 0;
  if (value.is_object() && !value.get_object().empty()) {
    auto& object = value.get_object();
    bend(std::next(object.begin(), static_cast<std::ptrdiff_t>(pick(random, object.size())))->value(), random);
  } else if (value.is_array() && !value.get_array().empty() && !stop) {
    bend(value.get_array()[pick(random, value.get_array().size())], random);
  } else if (value.is_array() && random.between(0, 1) == 0) {
    bend_list(value.get_array(), random);
  } else if (value.is_number() && random.between(0, 1) == 0) {
    bend_number(value, random);
  } else {
    value = odd_value(random);
  }
}

std::string read_text(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Mutation, EveryTopicAnswersOrRefuses) {
  Random random;
  const auto inputs = json::parse(read_text(PACELINE_SOURCE_DIR "/tests/vectors/inputs.json"));
  json::array vectors;
  for (const auto& item : inputs.at("vectors").as_array())
    for (int i = 0; i < 4; ++i) {
      json::object vector = item.as_object();
      for (std::int64_t times = random.between(1, 3); times > 0; --times) bend(vector["input"], random);
      vector["id"] = json::serialize(vector["input"]);
      vector["expected"] = "an answer is printed where this is expected";
      vectors.push_back(vector);
    }
  ASSERT_EQ(vectors.size(), 57U * 4);
  const fs::path file = fs::temp_directory_path() / ("paceline_mutation_" + std::to_string(getpid()) + ".json");
  std::ofstream(file) << json::serialize(json::object{{"vectors", vectors}});
  const std::string command = PACELINE_BINARY_DIR "/vectors '" + file.string() + "' > '" + file.string() + ".out' 2>&1";
  const int ending = std::system(command.c_str());
  const std::string output = read_text(file.string() + ".out");
  fs::remove(file);
  fs::remove(file.string() + ".out");
  EXPECT_TRUE(WIFEXITED(ending) && WEXITSTATUS(ending) == 1) << output;
  EXPECT_NE(output.find("0 passed, 228 failed"), std::string::npos);
  std::size_t begin = 0;
  for (std::size_t end = output.find('\n'); end != std::string::npos; end = output.find('\n', begin)) {
    const std::string line = output.substr(begin, end - begin);
    const auto answer = line.find(", got ");
    if (answer != std::string::npos) {
      EXPECT_EQ(line.find("NaN", answer), std::string::npos) << line;
      EXPECT_EQ(line.find("1e99999", answer), std::string::npos) << line;
    }
    begin = end + 1;
  }
}

}  // namespace
}  // namespace paceline
