// SPDX-License-Identifier: Apache-2.0
// Which definitions of quotas a caller may know, and their forms.
//
// A rep knows those that ask them or their team, of these the subjects that are about them. A manager knows besides
// those that ask somebody of the own team; ops and admin know all.
#pragma once

#include "api/backend.h"
#include "api/forms/quota_change.h"
#include "app/quotas_of.h"

namespace paceline::api {

class QuotaSight {
 public:
  /// Reads what the sight of the caller depends on.
  [[nodiscard]] static Result<QuotaSight> of(const Call& call, const Backend& backend, Stores& stores);

  [[nodiscard]] const std::vector<Quota>& quotas() const { return book_.quotas; }
  [[nodiscard]] const QuotaBook& book() const { return book_; }
  [[nodiscard]] const std::vector<User>& users() const { return users_; }
  [[nodiscard]] bool is_in_sight(const Quota& quota) const;
  [[nodiscard]] bool is_in_sight(const QuotaSubject& subject) const;

  /// By id or key. Returns not_found "quota.not_found", also for one that is out of sight.
  [[nodiscard]] Result<Quota> named(std::string_view name) const;

  /// As it stands today; before its first day: as it begins.
  [[nodiscard]] form::Quota form_of(const Quota& quota) const;
  [[nodiscard]] Result<form::QuotaDetail> detail_of(const Quota& quota) const;

  /// The name of a user; of the system the empty one.
  [[nodiscard]] std::string name_of(UserId user_id) const;

 private:
  QuotaSight(const Call& call, const Backend& backend, Stores& stores)
      : call_(call), backend_(backend), stores_(stores) {}
  [[nodiscard]] Result<void> read();
  [[nodiscard]] form::QuotaSubject form_of(const QuotaSubject& subject) const;
  [[nodiscard]] std::vector<form::QuotaSubject> seen(const std::vector<QuotaSubject>& subjects) const;
  void fill(form::Quota& form, const Quota& quota) const;

  const Call& call_;
  const Backend& backend_;
  Stores& stores_;
  QuotaBook book_;
  std::vector<User> users_;
  std::vector<Team> teams_;
  std::map<UserId, std::optional<TeamId>> team_of_;  ///< today
  std::optional<Placement> own_;
  Day today_;
};

}  // namespace paceline::api
