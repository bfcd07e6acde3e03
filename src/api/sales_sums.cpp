// SPDX-License-Identifier: Apache-2.0
#include "api/sales_sums.h"

#include <map>

namespace paceline::api {
namespace {

/// Where the money of one rep in one line goes.
struct SaleGroup {
  std::string key;
  std::optional<std::string> name;
};

/// What a sale brings to one group: one, however many lines and reps it has there.
struct SalePart {
  std::optional<std::string> name;
  Result<Money> money;  ///< or why nobody can tell it
};

class SalesSums {
 public:
  [[nodiscard]] static Result<SalesSums> make(form::SalesBy by, const OpportunityWriter& writer, Stores& stores) {
    SalesSums sums(by, writer);
    PACELINE_TRY(auto users, stores.people.users());
    for (const User& user : users) sums.users_.emplace(user.user_id, user);
    PACELINE_TRY(sums.company_, stores.people.company());
    PACELINE_TRY(auto placements, stores.people.placements_of(std::move(users)));
    for (Placement& each : placements) sums.placements_.emplace(each.user.user_id, std::move(each));
    if (by != form::SalesBy::region) return sums;
    PACELINE_TRY(auto accounts, stores.accounts.all());
    for (AccountProfile& each : accounts) sums.accounts_.emplace(each.account_id, std::move(each));
    return sums;
  }

  void add(const KnownSale& known, const SomeReps& reps) {
    for (const auto& [key, part] : parts_by_group(known, reps)) {
      form::SalesSum& sum = sums_[key];
      sum.key = key;
      sum.name = part.name;
      sum.currency = std::string(writer_.currency().code());
      const Money before(sum.amount_minor, writer_.currency());
      const auto total = part.money ? paceline::add(before, *part.money) : part.money;
      if (total) sum.amount_minor = total->minor();
      ++(total ? sum.count : sum.unpriced);
    }
  }

  [[nodiscard]] std::vector<form::SalesSum> all() const {
    std::vector<form::SalesSum> list;
    list.reserve(sums_.size());
    for (const auto& [key, sum] : sums_) list.push_back(sum);
    return list;
  }

 private:
  SalesSums(form::SalesBy by, const OpportunityWriter& writer) : by_(by), writer_(writer) {}

  [[nodiscard]] std::map<std::string, SalePart> parts_by_group(const KnownSale& known, const SomeReps& reps) const {
    std::map<std::string, SalePart> groups;
    for (const SaleLine& line : known.sale.lines) {
      const auto whole = writer_.reported(line.amount, known.now.day);
      const auto parts = parts_of(whole ? *whole : line.amount, known.now.shares);
      for (std::size_t at = 0; at < parts.size(); ++at) {
        const RepId rep_id = known.now.shares[at].rep_id;
        if (!is_one_of(reps, rep_id)) continue;
        const SaleGroup group = group_of(known, line, rep_id);
        const auto found = groups.try_emplace(group.key, SalePart{group.name, Money(0, writer_.currency())}).first;
        Result<Money>& money = found->second.money;
        if (money) money = whole ? paceline::add(*money, parts[at]) : whole;
      }
    }
    return groups;
  }

  [[nodiscard]] std::optional<Team> team_of(RepId rep_id, Day day) const {
    const auto placement = placements_.find(rep_id);
    if (placement == placements_.end()) return std::nullopt;
    const auto id = team_on(placement->second, day);
    return id ? std::optional(company_.teams.at(*id)) : std::nullopt;
  }
  [[nodiscard]] std::string top_team_of(RepId rep_id, Day day) const {
    auto team = team_of(rep_id, day);
    for (std::size_t steps = 0; team && team->parent_id && steps < company_.teams.size(); ++steps)
      team = company_.teams.at(*team->parent_id);
    return team ? team->name : "";
  }
  [[nodiscard]] std::string region_of(const KnownSale& known, RepId rep_id) const {
    const auto account = known.sale.account_id ? accounts_.find(*known.sale.account_id) : accounts_.end();
    const auto region =
        account == accounts_.end() ? std::nullopt : trait_on(account->second, AccountTrait::region, known.now.day);
    return region ? *region : top_team_of(rep_id, known.now.day);
  }
  [[nodiscard]] SaleGroup group_of(const KnownSale& known, const SaleLine& line, RepId rep_id) const {
    const Day day = known.now.day;
    switch (by_) {
      case form::SalesBy::rep: {
        const auto user = users_.find(rep_id);
        return user == users_.end() ? SaleGroup{} : SaleGroup{user->second.email, user->second.name};
      }
      case form::SalesBy::team: {
        const auto team = team_of(rep_id, day);
        return team ? SaleGroup{team->name, team->name} : SaleGroup{};
      }
      case form::SalesBy::product_line: {
        const auto name = writer_.line_name(line.product_line_id);
        return name ? SaleGroup{name->key, name->name} : SaleGroup{};
      }
      case form::SalesBy::region: return {region_of(known, rep_id), {}};
      case form::SalesBy::month: return {period_key({PeriodKind::month, period_of(PeriodKind::month, day)}), {}};
      case form::SalesBy::quarter: return {period_key({PeriodKind::quarter, period_of(PeriodKind::quarter, day)}), {}};
    }
    return {};
  }

  form::SalesBy by_;
  const OpportunityWriter& writer_;
  Company company_;
  std::map<UserId, User> users_;
  std::map<UserId, Placement> placements_;
  std::map<AccountId, AccountProfile> accounts_;
  std::map<std::string, form::SalesSum> sums_;
};

}  // namespace

Result<std::vector<form::SalesSum>> sums_of_sales(std::span<const KnownSale> sales, form::SalesBy by,
                                                  const SomeReps& reps, const OpportunityWriter& writer,
                                                  Stores& stores) {
  PACELINE_TRY(auto sums, SalesSums::make(by, writer, stores));
  for (const KnownSale& each : sales) sums.add(each, reps);
  return sums.all();
}

}  // namespace paceline::api
