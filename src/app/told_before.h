// SPDX-License-Identifier: Apache-2.0
// A record that comes again under its key: is it the same, told twice, or another one under a name that is taken?
//
// Only the members that are told now are compared: who leaves the time out means "when I told it first", and what the
// contact was then is no part of what is told. When we heard of it (known_at) is not compared either.
#pragma once

#include "app/add_contact.h"
#include "app/add_signal.h"
#include "app/log_activity.h"

namespace paceline {

/// `note`: the one that was stored.
[[nodiscard]] bool is_same(const ActivityDraft& told, const Activity& stored, const std::optional<std::string>& note);

[[nodiscard]] bool is_same(const SignalDraft& told, const Signal& stored);

/// REQUIRES: a checked draft. The segment is of a new account only, the owner is whoever told it first: neither is
/// compared.
[[nodiscard]] bool is_same(const ContactDraft& told, const Contact& stored, const std::optional<Account>& account);

/// The activity that came before under the draft's key. Returns conflict "activity.external_id.conflict" when that one
/// is another.
[[nodiscard]] Result<std::optional<ActivityId>> find_told_before(const ActivityDraft& told, ActivityStore& activities);

}  // namespace paceline
