// SPDX-License-Identifier: Apache-2.0
// An opportunity that another system tells again and again: a new one is added with all its moves, of a known one only
// what is told and differs is changed.
//
// A known one is known by its key. Of its moves only the last one is looked at: the ones before it came when it was
// new. One that has ended and is told with another end, day or money is reopened and ended again, by facts that are
// known from now on: what was known before stays; told without moves it is reopened into the stage before its end. An
// expected close says nothing of one that has ended. One that was voided comes back. An amount that is told without
// money (the list price) changes nothing where the line has an amount already.
//
// Everything is checked before anything is stored, so whoever is refused leaves nothing behind.
#pragma once

#include "app/edit_opportunity.h"

namespace paceline {

enum class PutOpportunity { added, changed, unchanged };

struct PutOpportunityResult {
  PutOpportunity put = PutOpportunity::unchanged;
  KnownOpportunity known;
};

/// What put_opportunity() would do, and what it would refuse. Nothing is stored.
[[nodiscard]] Checked<PutOpportunity> opportunity_told(const OpportunityDraft& draft,
                                                       const std::vector<OpportunityEdit>& moves,
                                                       const EditContext& context, Stores& stores);

/// The codes of add_opportunity() and edit_opportunity(), those of the moves of a new one with pointers below
/// "/moves/0". `wrote` is set when something is stored: whoever is refused then (the database itself refused it) must
/// give the transaction up.
[[nodiscard]] Checked<PutOpportunityResult> put_opportunity(const OpportunityDraft& draft,
                                                            const std::vector<OpportunityEdit>& moves,
                                                            const EditContext& context, Stores& stores, bool& wrote);

}  // namespace paceline
