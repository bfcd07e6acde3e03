// SPDX-License-Identifier: Apache-2.0
// The compiled statements of one connection, by the name of the statement. Not thread-safe.
//
// A statement in use is out of the cache, so a statement that runs inside its own rows gets a second compiled form.
// At most kLimit are kept; when there are more, all that are not in use are dropped.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "base/result.h"
#include "store/sql/connection.h"
#include "store/sqlite/prepared.h"

namespace paceline::store {

class StatementCache {
 public:
  static constexpr std::size_t kLimit = 512;

  struct PutBack {
    StatementCache* cache;
    void operator()(Prepared* prepared) const { cache->put_back(std::unique_ptr<Prepared>(prepared)); }
  };
  /// Reset and put back into the cache at the end of its life.
  using Loan = std::unique_ptr<Prepared, PutBack>;

  explicit StatementCache(sqlite3* handle) : handle_(handle) {}

  /// REQUIRES: no other text was ever borrowed under this name.
  [[nodiscard]] Result<Loan> borrow(const Statement& statement);

 private:
  struct Entry {
    std::string text;
    std::unique_ptr<Prepared> idle;
  };
  void put_back(std::unique_ptr<Prepared> prepared);
  void make_room();

  sqlite3* handle_;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace paceline::store
