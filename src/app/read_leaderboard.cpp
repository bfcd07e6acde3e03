// SPDX-License-Identifier: Apache-2.0
#include "app/read_leaderboard.h"

#include <algorithm>

namespace paceline {
namespace {

std::string shown_name(const User& user, const LeaderboardEntry& entry) {
  return entry.first_name_only ? user.name.substr(0, user.name.find(' ')) : user.name;
}

struct Joined {
  std::vector<Placement> placements;
  std::vector<LeaderboardEntry> entries;  ///< one for each placement
};

/// Who asked to stand on it and is one of the team today.
Result<Joined> joined_members(TeamId team_id, Day day, Stores& stores) {
  PACELINE_TRY(const Company company, stores.people.company());
  PACELINE_TRY(const auto entries, stores.settings.leaderboard_entries());
  Joined joined;
  for (const LeaderboardEntry& entry : entries) {
    PACELINE_TRY(auto placement, stores.people.placement_of(entry.user_id));
    if (!placement || !placement->user.active) continue;
    const auto team = team_on(*placement, day);
    if (!team || !steps_up(company, *team, team_id)) continue;
    joined.placements.push_back(*std::move(placement));
    joined.entries.push_back(entry);
  }
  return joined;
}

void rank(Leaderboard& board) {
  const auto better = [](const LeaderboardPlace& a, const LeaderboardPlace& b) {
    return a.attainment != b.attainment ? a.attainment > b.attainment
                                        : std::tie(a.name, a.rep_id) < std::tie(b.name, b.rep_id);
  };
  std::sort(board.places.begin(), board.places.end(), better);
  std::vector<double> attainments;
  attainments.reserve(board.places.size());
  for (const LeaderboardPlace& place : board.places) attainments.push_back(place.attainment);
  const auto places = places_of(attainments);
  for (std::size_t i = 0; i < places.size(); ++i) board.places[i].place = places[i];
}

}  // namespace

std::vector<int> places_of(const std::vector<double>& attainments) {
  std::vector<int> places;
  places.reserve(attainments.size());
  for (std::size_t i = 0; i < attainments.size(); ++i) {
    const bool shared = i > 0 && attainments[i] == attainments[i - 1];
    places.push_back(shared ? places.back() : static_cast<int>(i) + 1);
  }
  return places;
}

Result<std::vector<Leaderboard>> read_leaderboards(TeamId team_id, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const Settings settings, stores.settings.settings());
  if (!settings.leaderboard) return fail(Fault::not_found, "leaderboard.off");
  PACELINE_TRY(const Organisation organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, zones.local(when.as_of, organisation.zone));
  PACELINE_TRY(const Joined joined, joined_members(team_id, local.day, stores));
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  PACELINE_TRY(const auto reps, terms_of(joined.placements, stores));
  PACELINE_TRY(const auto paces, read_paces(book, reps, when, zones, stores));
  std::map<std::pair<std::string, QuotaId>, Leaderboard> boards;
  for (std::size_t i = 0; i < reps.size(); ++i) {
    const User& user = reps[i].placement.user;
    for (const RepPace& pace : paces[i]) {
      if (!pace.pace.attainment) continue;
      const Quota& quota = pace.quota.quota;
      Leaderboard& board = boards[{quota.name, quota.quota_id}];
      board.quota_id = quota.quota_id;
      board.key = quota.key;
      board.name = quota.name;
      board.period_kind = quota.period_kind;
      board.places.push_back({1, user.user_id, shown_name(user, joined.entries[i]), *pace.pace.attainment});
    }
  }
  std::vector<Leaderboard> all;
  all.reserve(boards.size());
  for (auto& [key, board] : boards) {
    rank(board);
    all.push_back(std::move(board));
  }
  return all;
}

}  // namespace paceline
