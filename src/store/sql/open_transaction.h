// SPDX-License-Identifier: Apache-2.0
// A transaction that is open already, as a Database: what is read through it is what the transaction sees, its own
// changes included, before anybody else does.
#pragma once

#include "store/sql/connection.h"

namespace paceline::store {

/// Used by one thread, inside the work that has the connection.
class OpenTransaction final : public Database {
 public:
  explicit OpenTransaction(Connection& connection) : connection_(connection) {}
  [[nodiscard]] Result<void> read(const Work& work) override { return work(connection_); }
  /// Returns conflict "store.read_only": an error could not undo this work alone.
  [[nodiscard]] Result<void> write(const Work&) override { return fail(Fault::conflict, "store.read_only"); }

 private:
  Connection& connection_;
};

}  // namespace paceline::store
