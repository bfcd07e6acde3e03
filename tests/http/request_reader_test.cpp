// SPDX-License-Identifier: Apache-2.0
#include "http/request_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/http/reader_transcript.h"

namespace paceline::http {
namespace {

TEST(RequestReader, WorkedExample) {
  const Limits limits;
  RequestReader reader(limits);
  EXPECT_EQ(reader.stage(), RequestReader::Stage::between);
  reader.feed("GET /api/v1/kinds HTTP/1.1\r\n");
  EXPECT_EQ(reader.next(), RequestReader::Event::need_more);
  EXPECT_EQ(reader.stage(), RequestReader::Stage::header);
  reader.feed("Host: x\r\n\r\n");
  ASSERT_EQ(reader.next(), RequestReader::Event::request);
  EXPECT_EQ(reader.take().path, "/api/v1/kinds");
  EXPECT_TRUE(reader.keep_alive());
  EXPECT_EQ(reader.next(), RequestReader::Event::need_more);
  EXPECT_EQ(reader.stage(), RequestReader::Stage::between);
}

TEST(RequestReader, ReadsOneRequestAfterTheOther) {
  EXPECT_EQ(
      transcript("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\nPace"
                 "PUT /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nli\r\n02;x\r\nne\r\n0\r\n\r\n"
                 "GET /c HTTP/1.0\r\n\r\nDELETE /",
                 all_at_once),
      "continue\n"
      "2 /a\n content-length: 4\n expect: 100-continue\n host: x\n keep 1 body Pace\n"
      "3 /b\n host: x\n transfer-encoding: chunked\n keep 1 body line\n"
      "0 /c\n keep 0 body \n"
      "stage 1\n");
}

TEST(RequestReader, RefusesForGood) {
  EXPECT_EQ(transcript("GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", all_at_once),
            "refused http.host_missing\n");
}

// The corpus of the fuzz target: whatever it found once is tried in every build.
TEST(RequestReader, DoesNotMindHowTheBytesAreSplit) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(PACELINE_SOURCE_DIR "/tests/fuzz/corpus/http")) {
    std::ostringstream read;
    read << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    const std::string bytes = read.str();
    const std::string whole = transcript(bytes, all_at_once);
    EXPECT_EQ(transcript(bytes, byte_by_byte), whole) << entry.path();
    for (std::size_t seed = 0; seed < 8; ++seed) EXPECT_EQ(transcript(bytes, pieces(seed)), whole) << entry.path();
    ++files;
  }
  EXPECT_GT(files, 20);
}

}  // namespace
}  // namespace paceline::http
