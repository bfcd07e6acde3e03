// SPDX-License-Identifier: Apache-2.0
// Topics in use. Kinds and outcomes stand in words.h.
#pragma once

#include "api/forms/list.h"
#include "api/forms/words.h"

namespace paceline::api::form {

struct Topic {
  std::string topic;
};
BOOST_DESCRIBE_STRUCT(Topic, (), (topic))

}  // namespace paceline::api::form
