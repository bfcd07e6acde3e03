// SPDX-License-Identifier: Apache-2.0
// A database of one test, on the engine that PACELINE_TEST_DATABASE says: nothing for SQLite in a folder in memory, or
// the address of a PostgreSQL server (or a file with that address in it), on which a database of its own is made.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/sql/connection.h"

namespace paceline {

/// In memory where the system has such a place, so that waiting for the disk costs nothing; PACELINE_TEST_FOLDER says
/// another place.
class MemoryFolder {
 public:
  MemoryFolder();
  ~MemoryFolder();
  MemoryFolder(const MemoryFolder&) = delete;
  MemoryFolder& operator=(const MemoryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The address of the PostgreSQL server of the tests; empty on SQLite.
[[nodiscard]] std::string server_of_tests();

/// Gone at the end of its life. Nobody may have it open then.
class TestDatabase {
 public:
  /// An empty database.
  TestDatabase();
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  /// More than once at a time on PostgreSQL only.
  [[nodiscard]] std::unique_ptr<store::Database> open() const;
  [[nodiscard]] bool on_postgres() const { return !url_.empty(); }
  /// How `paceline` is told of it: {"--data", FOLDER} or {"--database", URL}.
  [[nodiscard]] std::vector<std::string> words() const;
  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] const std::string& folder() const { return folder_.path(); }

 private:
  MemoryFolder folder_;
  std::string name_;
  std::string url_;  // empty: the folder
};

}  // namespace paceline
