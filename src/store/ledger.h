// SPDX-License-Identifier: Apache-2.0
// LedgerStore on SQL.
#pragma once

#include <map>

#include "app/ports/ledger_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlLedgerStore : public LedgerStore {
 public:
  explicit SqlLedgerStore(const OrgScope& scope) : scope_(scope) {}

  /// Stores what was told. At the end of the transaction: the number of the newest change is a row that all writers of
  /// the organisation take, so it is taken last and for a moment only.
  [[nodiscard]] Result<void> store_told();

  Result<void> tell(std::string_view word, std::optional<UserId> rep_id, Instant at) override;
  Result<std::vector<Change>> changes_after(std::int64_t seq, int limit) override;
  Result<std::int64_t> newest_change() override;
  Result<std::optional<FirstAnswer>> first_answer(UserId actor, std::string_view key) override;
  Result<void> keep_answer(UserId actor, std::string_view key, const FirstAnswer& answer, Instant at) override;
  Result<void> keep_answer_again(UserId actor, std::string_view key) override;
  Result<std::int64_t> forget_answers_before(Instant at, int most) override;
  Result<std::int64_t> forget_changes_before(Instant at, int most) override;
  Result<void> note(const AuditEntry& entry) override;
  Result<std::vector<NotedEntry>> noted(std::optional<AuditId> before, Instant as_of, int limit) override;
  Result<std::set<std::string>> noted_since(std::string_view action, std::int64_t id) override;

 private:
  struct Told {
    std::string word;
    std::optional<UserId> rep_id;
    friend auto operator<=>(const Told&, const Told&) = default;
  };
  const OrgScope& scope_;
  std::map<Told, Instant> told_;
};

}  // namespace paceline::store
