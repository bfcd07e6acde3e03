// SPDX-License-Identifier: Apache-2.0
// Templates by trade: what each brings, and its document for apply.
#pragma once

#include "api/forms/list.h"

namespace paceline::api::form {

struct Template {
  std::string name;
  std::vector<std::string> kinds;   ///< labels of the kinds that it adds
  std::vector<std::string> quotas;  ///< names
};
BOOST_DESCRIBE_STRUCT(Template, (), (name, kinds, quotas))

}  // namespace paceline::api::form
