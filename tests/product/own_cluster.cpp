// SPDX-License-Identifier: Apache-2.0
#include "tests/product/own_cluster.h"

#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <stdlib.h>

#include <filesystem>
#include <memory>

#include "base/result.h"

namespace paceline::product {
namespace {

constexpr const char* kServerOfTests = "PACELINE_TEST_DATABASE";

}  // namespace

bool OwnCluster::possible() {
  return std::filesystem::is_directory("/usr/lib/postgresql");
}

OwnCluster::OwnCluster() : folder_((std::filesystem::temp_directory_path() / "paceline-cluster-XXXXXX").string()) {
  PACELINE_ASSERT(::mkdtemp(folder_.data()) != nullptr);
  run("start", " fsync=on");
  ::setenv(kServerOfTests, (folder_ + "/url").c_str(), 1);
}

OwnCluster::~OwnCluster() {
  ::unsetenv(kServerOfTests);
  run("stop");
}

void OwnCluster::run(const std::string& command, const std::string& settings) const {
  const std::string line = "env -u PACELINE_TEST_CLUSTER '" PACELINE_SOURCE_DIR "/tests/database/cluster.sh' " +
                           command + " '" + folder_ + "'" + settings;
  EXPECT_EQ(std::system(line.c_str()), 0) << line;
}

std::vector<std::vector<std::string>> rows_of(const std::string& url, const std::string& sql) {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(url.c_str()), PQfinish);
  PQsetNoticeProcessor(
      connection.get(), [](void*, const char*) {}, nullptr);
  const std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(connection.get(), sql.c_str()), PQclear);
  const auto status = PQresultStatus(answer.get());
  EXPECT_TRUE(status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) << sql << PQerrorMessage(connection.get());
  std::vector<std::vector<std::string>> rows;
  for (int row = 0; row < PQntuples(answer.get()); ++row) {
    auto& made = rows.emplace_back();
    for (int column = 0; column < PQnfields(answer.get()); ++column)
      made.emplace_back(PQgetvalue(answer.get(), row, column));
  }
  return rows;
}

std::int64_t number_of(const std::string& url, const std::string& sql) {
  const auto rows = rows_of(url, sql);
  return rows.empty() ? 0 : std::stoll(rows.front().front());
}

}  // namespace paceline::product
