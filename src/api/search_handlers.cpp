// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/forms/history.h"
#include "api/handlers.h"
#include "api/opportunity_sight.h"

namespace paceline::api {
namespace {

// What one search reads: names a part at a time, the newest first, until it has what was asked for.
constexpr int kNamesAtOnce = 1'000;
constexpr int kMostNamesRead = 20'000;
constexpr std::size_t kMostAccountsChecked = 200;

class NameSearch {
 public:
  NameSearch(const form::SearchQuery& query, const Call& call, const Backend& backend, Stores& stores)
      : words_(backend.names.search_words(query.prefix.value)),
        most_(static_cast<std::size_t>(query.limit.value)),
        call_(call),
        backend_(backend),
        stores_(stores) {}

  [[nodiscard]] Result<form::List<form::FoundName>> found() {
    PACELINE_TRY(const auto users, stores_.people.users());
    for (const User& user : users) users_.emplace(user.user_id, user.name);
    form::List<form::FoundName> list;
    if (words_.empty()) return list;
    PACELINE_TRY(list.items, accounts());
    PACELINE_TRY(auto opportunities, this->opportunities());
    std::move(opportunities.begin(), opportunities.end(), std::back_inserter(list.items));
    return list;
  }

 private:
  [[nodiscard]] bool is_meant(const std::string& name) const { return backend_.names.is_meant(name, words_); }

  [[nodiscard]] form::Owner owner_of(UserId user_id) const {
    const auto found = users_.find(user_id);
    return {user_id, found == users_.end() ? "" : found->second};
  }

  /// The account, when the caller may read it.
  [[nodiscard]] Result<std::optional<form::FoundName>> readable(const NamedAccount& named, Day today) {
    PACELINE_TRY(const auto account, stores_.accounts.find(named.account_id));
    if (!account) return std::optional<form::FoundName>();
    const auto owner = owner_on(*account, today);
    const auto may = may_with_contact(Right::read_contacts, owner, call_, backend_, stores_.people);
    if (!may && may.error().fault != Fault::forbidden) return tl::unexpected(may.error());
    if (!may) return std::optional<form::FoundName>();
    form::FoundName found{form::FoundKind::account, named.account_id, {}, named.name, {}, {}};
    if (owner) found.rep = owner_of(*owner);
    return std::optional(std::move(found));
  }

  [[nodiscard]] Result<std::vector<form::FoundName>> accounts() {
    PACELINE_TRY(const auto organisation, stores_.people.organisation());
    PACELINE_TRY(const LocalTime local, backend_.zones.local(backend_.clock.now(), organisation.zone));
    std::vector<form::FoundName> found;
    std::size_t checked = 0;
    std::optional<AccountId> before;
    for (int read = 0; read < kMostNamesRead; read += kNamesAtOnce) {
      PACELINE_TRY(const auto names, stores_.accounts.named_before(before, kNamesAtOnce));
      for (const NamedAccount& each : names) {
        if (!is_meant(each.name)) continue;
        if (found.size() == most_ || ++checked > kMostAccountsChecked) return found;
        PACELINE_TRY(auto one, readable(each, local.day));
        if (one) found.push_back(*std::move(one));
      }
      if (names.size() < static_cast<std::size_t>(kNamesAtOnce)) break;
      before = names.back().account_id;
    }
    return found;
  }

  [[nodiscard]] Result<std::vector<NamedOpportunity>> meant_opportunities() {
    PACELINE_TRY(const auto reps, readable_reps(call_, backend_, stores_.people));
    std::vector<NamedOpportunity> meant;
    std::optional<OpportunityId> before;
    for (int read = 0; read < kMostNamesRead; read += kNamesAtOnce) {
      PACELINE_TRY(const auto names, stores_.opportunities.named_before(reps, before, kNamesAtOnce));
      for (const NamedOpportunity& each : names) {
        if (meant.size() < most_ && is_meant(each.name)) meant.push_back(each);
      }
      if (meant.size() == most_ || names.size() < static_cast<std::size_t>(kNamesAtOnce)) break;
      before = names.back().opportunity_id;
    }
    return meant;
  }

  [[nodiscard]] Result<std::vector<form::FoundName>> opportunities() {
    PACELINE_TRY(const auto meant, meant_opportunities());
    std::vector<AccountId> accounts;
    for (const NamedOpportunity& each : meant) {
      if (each.account_id) accounts.push_back(*each.account_id);
    }
    PACELINE_TRY(auto names, stores_.accounts.names_of(accounts));
    std::vector<form::FoundName> found;
    for (const NamedOpportunity& each : meant) {
      form::FoundName form{form::FoundKind::opportunity, each.account_id, each.opportunity_id, each.name, {}, {}};
      if (each.account_id) form.account_name = names[*each.account_id];
      form.rep = owner_of(each.rep_id);
      found.push_back(std::move(form));
    }
    return found;
  }

  std::vector<std::string> words_;
  std::size_t most_;
  const Call& call_;
  const Backend& backend_;
  Stores& stores_;
  std::map<UserId, std::string> users_;
};

}  // namespace

void add_search_handlers(Router& router, const Backend& backend) {
  router.on("search_names", [&backend](const Call& call, const form::SearchQuery& query) {
    using Found = form::List<form::FoundName>;
    return reading<Found>(call, backend,
                          [&](Stores& stores) { return NameSearch(query, call, backend, stores).found(); });
  });
}

}  // namespace paceline::api
