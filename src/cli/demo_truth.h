// SPDX-License-Identifier: Apache-2.0
// The truth of a demonstration as a JSON document: what tests hold the product's figures against.
#pragma once

#include <string>

#include "demo/truth.h"

namespace paceline::cli {

[[nodiscard]] std::string truth_document(const demo::Truth& truth);

}  // namespace paceline::cli
