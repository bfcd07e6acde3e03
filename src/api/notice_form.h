// SPDX-License-Identifier: Apache-2.0
// The printable notice, made from the settings and from the one check of rights: what it says is what holds.
#pragma once

#include "api/backend.h"
#include "api/forms/fair.h"

namespace paceline::api {

[[nodiscard]] Result<form::Notice> notice_of(const Actor& reader, const Backend& backend, Stores& stores);

}  // namespace paceline::api
