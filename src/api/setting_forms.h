// SPDX-License-Identifier: Apache-2.0
// The organisation's settings between their JSON form and the domain.
#pragma once

#include "api/forms/fair.h"
#include "app/change_settings.h"

namespace paceline::api {

[[nodiscard]] SettingsChange change_of(const form::NewSettings& form);
[[nodiscard]] form::Settings settings_form(const SettingsNow& now);
[[nodiscard]] std::optional<form::ComingMonitoring> coming_of(const SettingsNow& now);

}  // namespace paceline::api
