// SPDX-License-Identifier: Apache-2.0
#include "cli/proof.h"

#include "app/verify.h"
#include "app/verify_reports.h"

namespace paceline::cli {

Result<Proof> prove(const api::Backend& backend) {
  Proof proof;
  PACELINE_TRY(const auto all, backend.unit.organisations());
  for (const OrgId org_id : all) {
    PACELINE_CHECK(backend.unit.read(org_id, [&](Stores& stores) -> Result<void> {
      PACELINE_TRY(const auto counts, verify(stores));
      PACELINE_TRY(const auto reports, verify_reports(backend.secrets, stores.reports));
      proof.activities += counts.activity_now;
      proof.differences += static_cast<std::int64_t>(counts.differences.size() + reports.differences.size());
      return {};
    }));
    ++proof.organisations;
  }
  return proof;
}

Result<Proof> require_sound(const api::Backend& backend) {
  PACELINE_TRY(const Proof proof, prove(backend));
  if (proof.differences == 0) return proof;
  return fail(Fault::conflict, "backup.differs", {},
              std::to_string(proof.differences) + " differences; paceline verify names them");
}

}  // namespace paceline::cli
