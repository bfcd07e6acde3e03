// SPDX-License-Identifier: Apache-2.0
// A signal: something that a contact did by itself, such as a click, a like, a comment, a visit or a form.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/instant.h"

namespace paceline {

struct Signal {
  SignalId signal_id;
  ContactId contact_id;
  std::string kind;  ///< "click", "like", "comment", "post", "open", "visit", "form", or a word that the company adds
  std::optional<std::string> topic;
  Instant occurred_at;
  Instant known_at;
};

}  // namespace paceline
