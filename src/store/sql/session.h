// SPDX-License-Identifier: Apache-2.0
// One connection with its transactions: what a driver for a database server gives, and what a test can make fail.
//
// Errors, beside those of connection.h: unavailable "store.busy" (a lock or the database was somebody else's for too
// long; the same again may succeed) and "store.unreachable" (the server or the way to it went away).
#pragma once

#include <functional>
#include <memory>

#include "store/sql/connection.h"

namespace paceline::store {

enum class Transaction { read, write };

/// Used by one thread at a time.
class Session : public Connection {
 public:
  /// A read sees one state from its first statement to its end, and may not write. A write is READ COMMITTED.
  [[nodiscard]] virtual Result<void> begin(Transaction kind) = 0;
  /// Returns success when the server has said that all of it is on disk. After "store.unreachable" nobody knows.
  [[nodiscard]] virtual Result<void> commit() = 0;
  /// Ends the transaction, if one is open, without its changes. A session that cannot is usable no more.
  virtual void roll_back() = 0;
  [[nodiscard]] virtual bool usable() const = 0;
};

using OpenSession = std::function<Result<std::unique_ptr<Session>>()>;

}  // namespace paceline::store
