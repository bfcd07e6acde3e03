// SPDX-License-Identifier: Apache-2.0
#include "tests/database/test_database.h"

#include <libpq-fe.h>
#include <stdlib.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "store/postgres/postgres_database.h"
#include "store/sqlite/sqlite_database.h"

namespace paceline {
namespace {

/// On the server itself, outside any database of a test.
void on_server(const std::string& command) {
  PGconn* connection = PQconnectdb(server_of_tests().c_str());
  PGresult* result = PQexec(connection, command.c_str());
  const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
  if (!done) fprintf(stderr, "%s: %s", command.c_str(), PQerrorMessage(connection));
  PQclear(result);
  PQfinish(connection);
  PACELINE_ASSERT(done);
}

std::string new_name() {
  static std::atomic<int> count = 0;
  return "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

/// The same server, another database: the path of the address is the name.
std::string url_of(const std::string& name) {
  const std::string server = server_of_tests();
  const auto path = server.find('/', server.find("//") + 2);
  const auto query = std::min(server.find('?'), server.size());
  return server.substr(0, std::min(path, query)) + "/" + name + server.substr(query);
}

}  // namespace

MemoryFolder::MemoryFolder() {
  const char* told = ::getenv("PACELINE_TEST_FOLDER");
  const std::filesystem::path memory(told ? told : "/dev/shm");
  const bool has_memory = std::filesystem::is_directory(memory);
  std::string made = ((has_memory ? memory : std::filesystem::temp_directory_path()) / "paceline-XXXXXX").string();
  PACELINE_ASSERT(::mkdtemp(made.data()) != nullptr);
  path_ = made;
}

MemoryFolder::~MemoryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string server_of_tests() {
  const char* told = ::getenv("PACELINE_TEST_DATABASE");
  std::string address = told ? told : "";
  if (std::filesystem::is_regular_file(address)) {
    std::ifstream file(address);
    std::getline(file, address);
  }
  return address;
}

TestDatabase::TestDatabase() {
  if (server_of_tests().empty()) return;
  name_ = new_name();
  url_ = url_of(name_);
  on_server("CREATE DATABASE " + name_);
}

TestDatabase::~TestDatabase() {
  if (!url_.empty()) on_server("DROP DATABASE " + name_ + " WITH (FORCE)");
}

std::unique_ptr<store::Database> TestDatabase::open() const {
  if (url_.empty()) {
    auto opened = store::SqliteDatabase::open(folder_.path(), store::Access::owner);
    PACELINE_ASSERT(opened.has_value());
    return *std::move(opened);
  }
  auto opened = store::open_postgres_database(url_);
  PACELINE_ASSERT(opened.has_value());
  return *std::move(opened);
}

std::vector<std::string> TestDatabase::words() const {
  if (url_.empty()) return {"--data", folder_.path()};
  return {"--database", url_};
}

}  // namespace paceline
