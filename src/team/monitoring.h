// SPDX-License-Identifier: Apache-2.0
// How much of one rep's work others may see: the company's monitoring profile, and which sums say nothing about one
// person.
//
// full: managers see each rep of their team, ops and admin everybody. verdicts: of one rep others see the verdict of a
// closed period, no count. own_figures: of one rep others see nothing. Under the last two, sums of kFewestPeople or
// more are left. Sums must not give a smaller one away when one is subtracted from another: a team's sum is shown when
// it is about five people or more, and what is left of it without its parts that have a sum of their own is about
// nobody, or about five or more. So whatever is added and subtracted, nothing about fewer than five comes out. Worked
// example: Sales has 7 people, 5 of them in its part North: North is shown, Sales is not, since Sales less North would
// be two people. With 10 people in Sales both are shown. Who moved from Sales into North in mid-week is one of both:
// Sales less North would be this one person's first days.
#pragma once

#include <boost/describe/enum.hpp>
#include <map>
#include <set>

#include "team/placement.h"

namespace paceline {

BOOST_DEFINE_ENUM_CLASS(Monitoring, full, own_figures, verdicts)

inline constexpr int kFewestPeople = 5;

/// Does `a` show more than `b`? own_figures shows least, full most.
[[nodiscard]] bool shows_more(Monitoring a, Monitoring b);

/// The teams whose sum is shown. `people` are those whom the sum of a team is about for having been in that very team,
/// not in a part of it.
[[nodiscard]] std::set<TeamId> shown_sums(const Company& company, const std::map<TeamId, std::set<UserId>>& people);

}  // namespace paceline
