// SPDX-License-Identifier: Apache-2.0
// What a fact is called where it came from. Unique for ever, so that a record that comes twice is stored once.
#pragma once

#include <string>

namespace paceline {

struct EvidenceKey {
  std::string source;  ///< the system, for example "pbx"
  std::string external_id;
};

}  // namespace paceline
