// SPDX-License-Identifier: Apache-2.0
// What stands beside every write: the change that live screens hear of, the first answer to a key, the audit.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"

namespace paceline {

struct Change {
  std::int64_t seq = 0;  ///< rises by one for each change of the organisation
  std::string word;      ///< what changed: "activity", "signal", "contact", "quota", "team", "settings"
  std::optional<UserId> rep_id;
};

struct FirstAnswer {
  std::string body_hash;
  int status = 200;
  std::string body;
};

struct AuditEntry {
  UserId actor_id;
  std::string action;   ///< "activity.void"
  std::string subject;  ///< id of what it was done to
  std::string detail;   ///< no personal data, no secret
  Instant at;
};

using AuditId = Id<struct AuditTag>;

struct NotedEntry : AuditEntry {
  AuditId audit_id;
};

class LedgerStore {
 public:
  virtual ~LedgerStore() = default;
  /// Live screens hear of it when the transaction has ended; the same told again in one transaction is told once.
  [[nodiscard]] virtual Result<void> tell(std::string_view word, std::optional<UserId> rep_id, Instant at) = 0;
  [[nodiscard]] virtual Result<std::vector<Change>> changes_after(std::int64_t seq, int limit) = 0;
  [[nodiscard]] virtual Result<std::int64_t> newest_change() = 0;

  [[nodiscard]] virtual Result<std::optional<FirstAnswer>> first_answer(UserId actor, std::string_view key) = 0;
  [[nodiscard]] virtual Result<void> keep_answer(UserId actor, std::string_view key, const FirstAnswer& answer,
                                                 Instant at) = 0;
  /// Writes the kept answer again: the COMMIT of a transaction that wrote nothing waits for no disk and no standby, and
  /// whoever answers again must not say more than is safe.
  [[nodiscard]] virtual Result<void> keep_answer_again(UserId actor, std::string_view key) = 0;
  /// At most that many; returns how many.
  [[nodiscard]] virtual Result<std::int64_t> forget_answers_before(Instant at, int most) = 0;
  [[nodiscard]] virtual Result<std::int64_t> forget_changes_before(Instant at, int most) = 0;

  [[nodiscard]] virtual Result<void> note(const AuditEntry& entry) = 0;
  /// Newest first: those before this one (absent: all), noted by `as_of`.
  [[nodiscard]] virtual Result<std::vector<NotedEntry>> noted(std::optional<AuditId> before, Instant as_of,
                                                              int limit) = 0;
  /// The subjects of what was noted of the action since the id was made.
  [[nodiscard]] virtual Result<std::set<std::string>> noted_since(std::string_view action, std::int64_t id) = 0;
};

}  // namespace paceline
