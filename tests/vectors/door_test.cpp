// SPDX-License-Identifier: Apache-2.0
// The program `vectors` from outside: what it prints and how it ends.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>

namespace paceline {
namespace {

namespace fs = std::filesystem;

struct Ending {
  int code = -1;
  std::string output;  ///< standard output and error
  [[nodiscard]] bool says(std::string_view text) const { return output.find(text) != std::string::npos; }
};

Ending run(const std::string& arguments) {
  Ending ending;
  const std::string command = PACELINE_BINARY_DIR "/vectors " + arguments + " 2>&1";
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return ending;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) ending.output.push_back(static_cast<char>(c));
  const int status = pclose(pipe);
  if (WIFEXITED(status)) ending.code = WEXITSTATUS(status);
  return ending;
}

class Door : public testing::Test {
 protected:
  Ending run_on(const std::string& text) {
    std::ofstream(file_) << text;
    return run("'" + file_.string() + "'");
  }
  /// One vector of funnel_rates with counts 4, 1.
  Ending run_expecting(const std::string& expected, const std::string& rel_tol = "1e-6") {
    return run_on(R"({"vectors": [{"id": "a", "topic": "funnel_rates", "input": {"counts": [4, 1]}, "expected": )" +
                  expected + R"(, "rel_tol": )" + rel_tol + "}]}");
  }
  void TearDown() override { fs::remove(file_); }

 private:
  fs::path file_ = fs::temp_directory_path() / ("paceline_vectors_" + std::to_string(getpid()) + ".json");
};

TEST_F(Door, PassesItsOwnClosedForms) {
  const auto result = run("'" PACELINE_SOURCE_DIR "/tests/vectors/closed_forms.json'");
  EXPECT_EQ(result.code, 0) << result.output;
  EXPECT_TRUE(result.output.ends_with(" passed, 0 failed\n")) << result.output;
  EXPECT_TRUE(result.says("skipped no_such_topic (1)\n")) << result.output;
}

TEST_F(Door, PassesTheEdgesOfEveryTopic) {
  const auto result = run("'" PACELINE_SOURCE_DIR "/tests/vectors/edges.json'");
  EXPECT_EQ(result.code, 0) << result.output;
  EXPECT_TRUE(result.output.ends_with(" passed, 0 failed\n")) << result.output;
}

TEST_F(Door, PassesTheSharedVectorsWhereTheyAre) {
  const fs::path shared = fs::path(PACELINE_SOURCE_DIR).parent_path() / "shared/science/vectors.json";
  if (!fs::exists(shared)) GTEST_SKIP() << "no shared/science/vectors.json beside the source";
  const auto result = run("'" + shared.string() + "'");
  EXPECT_EQ(result.code, 0) << result.output;
  EXPECT_TRUE(result.output.ends_with(" passed, 0 failed\n")) << result.output;
}

TEST_F(Door, AFailureNamesItsPlaceAndEndsWithOne) {
  const auto result = run_expecting(R"({"rates": [0.26], "per_sale": 5, "more": null})");
  EXPECT_EQ(result.code, 1);
  EXPECT_TRUE(result.says("failed a/rates/0: expected 2.6E-1, got 2.5E-1\n")) << result.output;
  EXPECT_TRUE(result.says("failed a/per_sale: expected 5, got 4E0\n")) << result.output;
  EXPECT_TRUE(result.says("failed a/more: expected null, got nothing\n")) << result.output;
  EXPECT_TRUE(result.output.ends_with("0 passed, 1 failed\n")) << result.output;
}

TEST_F(Door, RealsMeetWithinTheToleranceAndNotOutside) {
  EXPECT_EQ(run_expecting(R"({"per_sale": 4.000003})").code, 0);
  EXPECT_EQ(run_expecting(R"({"per_sale": 4.000005})").code, 1);
  EXPECT_EQ(run_expecting(R"({"per_sale": 4.0})", "0").code, 0);
  EXPECT_EQ(run_expecting(R"({"per_sale": 4.00000000001})", "0").code, 1);
}

TEST_F(Door, OtherValuesMeetOnlyThemselves) {
  for (const char* expected : {R"({"rates": []})", R"({"rates": [0.25, 0.25]})", R"({"rates": null})", R"([0.25])",
                               R"({"rates": ["0.25"]})", R"({"per_sale": true})", R"({"end_to_end": null})", "0.25"})
    EXPECT_EQ(run_expecting(expected).code, 1) << expected;
}

TEST_F(Door, WholeNumbersMeetExactly) {
  const auto expecting = [&](const char* dials) {
    return run_on(R"({"vectors": [{"id": "a", "topic": "dials_known", "input": {"p_num": 5, "p_den": 1500, "m": 5},
                      "rel_tol": 0.5, "expected": {"n80": )" +
                  std::string(dials) + "}}]}");
  };
  EXPECT_EQ(expecting("2015").code, 0);
  EXPECT_EQ(expecting("2014").code, 1);
}

TEST_F(Door, ARefusedInputIsAFailureWithItsCode) {
  const auto refused = [&](const char* expected) {
    return run_on(R"({"vectors": [{"id": "a", "topic": "funnel_rates", "input": {"counts": [1, 4]}, "expected": )" +
                  std::string(expected) + "}]}");
  };
  const auto result = refused(R"({"rates": [4.0]})");
  EXPECT_EQ(result.code, 1);
  EXPECT_TRUE(result.says("failed a/counts/1: refused with funnel.counts.rising\n")) << result.output;
  EXPECT_EQ(refused(R"({"error": "funnel.counts.rising"})").code, 0);
  EXPECT_EQ(refused(R"({"error": "funnel.counts.empty"})").code, 1);
}

TEST_F(Door, AnAnswerInPlaceOfARefusalIsAFailure) {
  EXPECT_EQ(run_expecting(R"({"error": "funnel.counts.rising"})").code, 1);
}

TEST_F(Door, UnknownTopicsAreSkippedByName) {
  const auto result = run_on(R"({"vectors": [{"id": "a", "topic": "zeta", "input": 1, "expected": 2},
                                             {"id": "b", "topic": "zeta", "input": 1, "expected": 2},
                                             {"id": "c", "topic": "eta", "input": 1, "expected": 2}]})");
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.output, "skipped eta (1)\nskipped zeta (2)\n0 passed, 0 failed\n");
}

TEST_F(Door, UnknownMembersAndMissingToleranceAreFine) {
  EXPECT_EQ(run_on(R"({"about": 1, "vectors": [{"id": "a", "topic": "funnel_rates", "note": [],
                      "input": {"counts": [4, 1], "colour": "red"}, "expected": {"rates": [0.25]}}]})")
                .output,
            "1 passed, 0 failed\n");
  EXPECT_EQ(run_on(R"({"vectors": []})").output, "0 passed, 0 failed\n");
}

TEST_F(Door, AMalformedFileEndsWithThree) {
  for (const char* text :
       {"", "{", "[]", "1", R"({"vectors": {}})", R"({"vectors": [1]})", "{}", R"({"vectors": []} x)",
        R"({"vectors": [{"id": 1, "topic": "t", "input": 1, "expected": 1}]})",
        R"({"vectors": [{"id": "a", "input": 1, "expected": 1}]})",
        R"({"vectors": [{"id": "a", "topic": "t", "expected": 1}]})",
        R"({"vectors": [{"id": "a", "topic": "t", "input": 1}]})",
        R"({"vectors": [{"id": "a", "topic": "t", "input": 1, "expected": 1, "rel_tol": -1}]})",
        R"({"vectors": [{"id": "a", "topic": "t", "input": 1, "expected": 1, "rel_tol": "1"}]})", "\xff\xfe"}) {
    const auto result = run_on(text);
    EXPECT_EQ(result.code, 3) << text << result.output;
    EXPECT_TRUE(result.says("vectors.file.malformed")) << text << result.output;
  }
}

TEST_F(Door, AMalformedFileNamesThePlace) {
  EXPECT_TRUE(run_on(R"({"vectors": [{"id": "a", "topic": "t", "input": 1}]})").says("/vectors/0/expected is missing"));
}

TEST_F(Door, AnUnreadableFileEndsWithThree) {
  EXPECT_EQ(run("/no/such/file.json").code, 3);
  EXPECT_EQ(run("/").code, 3);
}

TEST_F(Door, WantsExactlyOneFile) {
  EXPECT_EQ(run("").code, 2);
  EXPECT_EQ(run("a b").code, 2);
}

}  // namespace
}  // namespace paceline
