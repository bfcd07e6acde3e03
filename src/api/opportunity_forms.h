// SPDX-License-Identifier: Apache-2.0
// Opportunities as JSON: ids turned to names, amounts to one value in the reporting currency.
#pragma once

#include "api/backend.h"
#include "api/forms/opportunity.h"
#include "app/as_of.h"

namespace paceline::api {

/// What the answers of one request share: definitions, people and rates.
class OpportunityWriter {
 public:
  [[nodiscard]] static Result<OpportunityWriter> make(AsOf when, const Backend& backend, Stores& stores);

  [[nodiscard]] Result<std::vector<form::Opportunity>> forms_of(const std::vector<KnownOpportunity>& known);
  /// REQUIRES: with people and answers.
  [[nodiscard]] Result<form::OpportunityDetail> detail_of(const KnownOpportunity& known);
  [[nodiscard]] Result<std::vector<form::OpportunityEvent>> events_of(const std::vector<OpportunityFact>& facts);

  [[nodiscard]] const std::vector<Pipeline>& pipelines() const { return pipelines_; }
  [[nodiscard]] const Currency& currency() const { return currency_; }
  [[nodiscard]] Result<Money> reported(const Money& money, Day day) const;
  [[nodiscard]] std::optional<form::ProductLineName> line_name(const std::optional<ProductLineId>& id) const;
  [[nodiscard]] form::Owner owner_name(UserId user_id) const;
  [[nodiscard]] std::string stage_key(StageId stage_id) const { return stage_form(stage_id).key; }

 private:
  OpportunityWriter(Stores& stores, Currency currency) : stores_(stores), currency_(currency) {}
  [[nodiscard]] form::Stage stage_form(StageId stage_id) const;
  [[nodiscard]] form::Opportunity form_of(const KnownOpportunity& known) const;
  void put_value(form::Opportunity& form, const OpportunityNow& now) const;
  [[nodiscard]] Result<std::vector<form::Sharer>> sharers_of(const OpportunityNow& now) const;
  /// On the rep's own day: the one that its sale has.
  [[nodiscard]] Day day_of_end(RepId rep_id, Instant ended_at) const;
  [[nodiscard]] Result<void> read_names(const std::vector<AccountId>& accounts, const std::vector<ContactId>& contacts);
  [[nodiscard]] std::optional<form::AccountName> account_name(const std::optional<AccountId>& id) const;
  [[nodiscard]] std::optional<form::ContactName> contact_name(const std::optional<ContactId>& id) const;

  Stores& stores_;
  Currency currency_;
  AsOf when_;
  Day today_;
  std::vector<Pipeline> pipelines_;
  std::map<ProductLineId, ProductLine> lines_;
  std::map<UserId, std::string> users_;
  std::map<UserId, std::string> zones_of_users_;
  const Zones* zones_ = nullptr;
  std::vector<CurrencyRate> rates_;
  std::map<AccountId, std::string> accounts_;
  std::map<ContactId, std::string> contacts_;
};

[[nodiscard]] form::NextStep next_step_form(const NextStep& step);
/// As it was then: what ended later was still open.
[[nodiscard]] form::NextStep next_step_form(NextStep step, Instant as_of);

}  // namespace paceline::api
