// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL cluster of one test's own, in a temporary folder, to be crashed. It keeps what it promises (fsync=on),
// whatever cluster the other tests run on.
#pragma once

#include <string>
#include <vector>

namespace paceline::product {

/// As long as it lives, it is the server on which TestDatabase makes databases.
class OwnCluster {
 public:
  /// Whether PostgreSQL is installed here.
  [[nodiscard]] static bool possible();

  OwnCluster();
  ~OwnCluster();
  OwnCluster(const OwnCluster&) = delete;
  OwnCluster& operator=(const OwnCluster&) = delete;

  /// All its processes end at once, as in a power cut.
  void crash() const { run("crash"); }
  void again() const { run("again"); }

 private:
  void run(const std::string& command, const std::string& settings = "") const;

  std::string folder_;
};

/// What one statement answers, from outside the product; a refused one fails the test.
[[nodiscard]] std::vector<std::vector<std::string>> rows_of(const std::string& url, const std::string& sql);
/// The same, of one number; 0 for no row.
[[nodiscard]] std::int64_t number_of(const std::string& url, const std::string& sql);

}  // namespace paceline::product
