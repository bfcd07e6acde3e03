// SPDX-License-Identifier: Apache-2.0
// Two organisations for tests of access: "first" with the teams East and West, and "second" with the team Remote.
#pragma once

#include "tests/product/product.h"

namespace paceline::product {

struct Company {
  Company();

  Product product;
  OrgId first;
  OrgId second;
  // In East:
  Person ana, boris;  ///< reps
  Person mila;        ///< its manager
  Person olga;        ///< ops
  Person adam;        ///< an admin
  // In West:
  Person carl, wim;  ///< a rep, the manager
  // In Remote, of the other organisation:
  Person zoe;        ///< a rep
  Person zed;        ///< its manager
  Person zoe_admin;  ///< its admin

  [[nodiscard]] Caller session(const Person& person) { return product.session(org_of(person), person.user_id); }
  [[nodiscard]] Caller token(const Person& person, Scope scope) {
    return product.token(org_of(person), person.user_id, scope);
  }
  [[nodiscard]] OrgId org_of(const Person& person) const;
  [[nodiscard]] TeamId team(OrgId org_id, const std::string& name);
  [[nodiscard]] QuotaId quota(OrgId org_id, const std::string& key);
  /// Of a week of the autumn; the same one when it is asked for again.
  [[nodiscard]] ReportId report_of(const Person& rep);
};

}  // namespace paceline::product
