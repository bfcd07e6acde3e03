// SPDX-License-Identifier: Apache-2.0
#include "api/batches.h"

namespace paceline::api {

void add_faults(form::BatchResult& result, std::int64_t line, const Errors& errors) {
  ++result.refused;
  for (const Error& error : errors) result.faults.push_back({line, error.field, error.code, error.detail});
}

}  // namespace paceline::api
