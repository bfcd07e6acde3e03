// SPDX-License-Identifier: Apache-2.0
// A folder for one test, removed at its end, and short words for running statements in it.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "store/sql/rows.h"
#include "store/sqlite/sqlite_database.h"
#include "tests/database/statements.h"

namespace paceline::store {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string made = (std::filesystem::temp_directory_path() / "paceline-XXXXXX").string();
    PACELINE_ASSERT(::mkdtemp(made.data()) != nullptr);
    path_ = made;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string path() const { return path_; }
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

/// For death tests that open databases: they run in a process of their own, and the folders that it cannot remove any
/// more are made inside this one.
class DeathTestFolder {
 public:
  DeathTestFolder() {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    ::setenv("TMPDIR", folder_.path().c_str(), 1);
  }
  ~DeathTestFolder() { before_.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", before_.c_str(), 1); }
  DeathTestFolder(const DeathTestFolder&) = delete;
  DeathTestFolder& operator=(const DeathTestFolder&) = delete;

 private:
  std::string before_ = ::getenv("TMPDIR") ? ::getenv("TMPDIR") : "";
  TemporaryFolder folder_;
};

inline void write_file(const std::string& path, std::string_view content) {
  std::ofstream(path, std::ios::binary) << content;
}

[[nodiscard]] inline unsigned mode_of(const std::string& path) {
  struct stat found {};
  return ::stat(path.c_str(), &found) == 0 ? found.st_mode & 0777U : 0;
}

[[nodiscard]] inline std::string content_of(const std::string& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

[[nodiscard]] inline std::unique_ptr<SqliteDatabase> open_owner(const std::string& folder, SqliteOptions options = {}) {
  auto opened = SqliteDatabase::open(folder, Access::owner, options);
  EXPECT_TRUE(opened) << (opened ? "" : opened.error().code + ": " + opened.error().detail);
  PACELINE_ASSERT(opened);
  return std::move(*opened);
}

/// Makes a database with as many entries, and closes it.
inline void fill(const std::string& folder, int rows) {
  const auto database = open_owner(folder);
  const auto outcome = database->write([&](Connection& connection) -> Result<void> {
    PACELINE_CHECK(connection.execute(kMakeEntry, {}));
    for (int row = 0; row < rows; ++row)
      PACELINE_CHECK(connection.execute(kInsertEntry, params(row, std::string(100, 'x'))));
    return {};
  });
  ASSERT_EQ(code_of(outcome), "ok");
}

}  // namespace paceline::store
