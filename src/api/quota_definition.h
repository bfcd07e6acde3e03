// SPDX-License-Identifier: Apache-2.0
// The definition of a quota out of its form: the same for the document of apply, for the editor and for its preview.
#pragma once

#include "api/forms/apply.h"
#include "app/apply.h"

namespace paceline::api {

[[nodiscard]] QuotaDefinition definition_of(const form::NewQuota& form);

}  // namespace paceline::api
