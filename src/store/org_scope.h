// SPDX-License-Identifier: Apache-2.0
// What every store works on: one connection inside a transaction, and the organisation that all its statements name
// first.
#pragma once

#include "app/ports/names.h"
#include "app/ports/secrets.h"
#include "base/id.h"
#include "store/sql/connection.h"

namespace paceline::store {

struct OrgScope {
  Connection& connection;
  OrgId org_id;
  const Names& names;
  Ids& ids;
};

}  // namespace paceline::store
