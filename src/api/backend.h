// SPDX-License-Identifier: Apache-2.0
// What the handlers are made of: the ports, and the two ways to the stores.
//
// A route that is answered once runs in one transaction, which also keeps its answer (steps.cpp); its handler takes the
// stores from the call. Every other handler opens a read of its own.
#pragma once

#include "api/call.h"
#include "app/last_backup.h"
#include "app/looks.h"
#include "app/ports/country_calendars.h"
#include "app/ports/names.h"
#include "app/sign_in.h"

namespace paceline::api {

struct Backend {
  UnitOfWork& unit;
  const Secrets& secrets;
  const Zones& zones;
  const Clock& clock;
  const Names& names;
  const CountryCalendars& countries;
  const ImportFiles& import_files;
  Ids& ids;
  Looks& looks;
  int schema = 0;
  const LastBackup* backups = nullptr;  ///< null: nobody keeps any here

  [[nodiscard]] Identity identity() const { return {unit, secrets, zones, clock, ids}; }
};

/// The answer of `work` on one consistent state of the caller's organisation.
template <class T, class Work>
[[nodiscard]] Result<T> reading(const Call& call, const Backend& backend, Work work) {
  return read_as<T>(backend.unit, call.actor().org_id, std::move(work));
}

}  // namespace paceline::api
