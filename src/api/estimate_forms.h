// SPDX-License-Identifier: Apache-2.0
// Estimates as JSON: ids turned to names, their worth in the reporting currency, and sums.
#pragma once

#include "api/forms/estimate.h"
#include "api/opportunity_forms.h"

namespace paceline::api {

/// What the answers of one request share.
class EstimateWriter {
 public:
  [[nodiscard]] static Result<EstimateWriter> make(AsOf when, const Backend& backend, Stores& stores);

  [[nodiscard]] Result<std::vector<form::Estimate>> forms_of(const std::vector<KnownEstimate>& known) const;
  [[nodiscard]] Result<form::EstimateDetail> detail_of(const KnownEstimate& known) const;
  /// By one quality, in order of its key. Those that do not count are left out.
  [[nodiscard]] std::vector<form::EstimateSum> sums_of(const std::vector<KnownEstimate>& known,
                                                       form::EstimatesBy by) const;
  /// As it is seen then, on the rep's own day.
  [[nodiscard]] EstimateState state_of(const KnownEstimate& known) const;

 private:
  EstimateWriter(OpportunityWriter writer, AsOf when, const Zones& zones, Stores& stores)
      : writer_(std::move(writer)), when_(when), zones_(zones), stores_(stores) {}
  [[nodiscard]] Day today_of_rep(RepId rep_id) const;
  [[nodiscard]] Result<Money> reported_worth(const KnownEstimate& known) const;
  [[nodiscard]] form::Estimate form_of(const KnownEstimate& known, const std::string& name) const;
  [[nodiscard]] Result<form::EstimateOffer> offer_of(const Estimate& estimate) const;

  OpportunityWriter writer_;
  AsOf when_;
  const Zones& zones_;
  Stores& stores_;
  std::vector<CurrencyRate> rates_;
  std::map<UserId, User> users_;
};

}  // namespace paceline::api
