// SPDX-License-Identifier: Apache-2.0
// What was changed, when and by whom.
#pragma once

#include "api/forms/contact.h"
#include "app/ports/ledger_store.h"

namespace paceline::api::form {

struct AuditLine {
  AuditId audit_id;
  Instant at;
  std::optional<Owner> actor;  ///< absent: the system
  std::string action;          ///< "quota.add"
  std::string subject;         ///< id of what it was done to; empty: of nothing in particular
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(AuditLine, (), (audit_id, at, actor, action, subject, detail))

}  // namespace paceline::api::form
