// SPDX-License-Identifier: Apache-2.0
#include "api/batches.h"

namespace paceline::api {
namespace {

void add_faults(form::BatchResult& result, std::int64_t line, const Errors& errors) {
  ++result.refused;
  for (const Error& error : errors) result.faults.push_back({line, error.field, error.code, error.detail});
}

}  // namespace

Checked<form::BatchResult> gathered(const std::vector<Checked<bool>>& verdicts) {
  form::BatchResult result;
  std::int64_t line = 0;
  for (const Checked<bool>& added : verdicts) {
    ++line;
    if (added) {
      ++(*added ? result.added : result.unchanged);
    } else if (added.error().front().fault == Fault::unavailable) {
      return tl::unexpected(added.error());
    } else {
      add_faults(result, line, added.error());
    }
  }
  return result;
}

}  // namespace paceline::api
