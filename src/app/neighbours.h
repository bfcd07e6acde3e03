// SPDX-License-Identifier: Apache-2.0
// The activities of a rep that decide together about what counts: those of a day, or those of a period with one contact
// or account. Each is read once in a unit of work, and what the unit stores itself is taken in.
#pragma once

#include <map>
#include <set>
#include <span>

#include "app/ports/activity_store.h"
#include "quota/rule.h"

namespace paceline {

/// A rep's day of which some fact was added, and the contact and account of that fact.
struct Touched {
  RepId rep_id;
  Day day;
  std::optional<ContactId> contact_id;
  std::optional<AccountId> account_id;
  friend auto operator<=>(const Touched&, const Touched&) = default;
};

/// Where an activity stands.
[[nodiscard]] Touched touched_place(const Activity& activity);

/// REQUIRES: the turns of the reps asked for are taken.
class Neighbours {
 public:
  explicit Neighbours(ActivityStore& activities) : activities_(activities) {}

  /// Those that a rule of this unit judges together with what stands in this place: of its day, or of the period with
  /// its contact (account) alone. Oldest first. Good until something is taken in or forgotten.
  [[nodiscard]] Result<std::span<const Activity>> of(const Touched& place, Unit unit, Period period);

  /// It is stored now, in place of the one of its id.
  void take_in(const Activity& activity);
  /// More was stored than is told.
  void forget() { read_.clear(); }

 private:
  struct Question {
    RepId rep_id;
    Period period;
    std::optional<ContactId> contact_id;
    std::optional<AccountId> account_id;
    friend auto operator<=>(const Question&, const Question&) = default;
  };

  [[nodiscard]] Result<std::vector<Activity>> read(const Question& question);

  ActivityStore& activities_;
  std::map<Question, std::vector<Activity>> read_;
};

}  // namespace paceline
