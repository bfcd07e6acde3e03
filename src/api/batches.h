// SPDX-License-Identifier: Apache-2.0
// Many items in one request: each is added, known already, or refused by itself.
#pragma once

#include "api/forms/list.h"

namespace paceline::api {

void add_faults(form::BatchResult& result, std::int64_t line, const Errors& errors);

/// A Result as a Checked: one fault is all of them.
template <class T>
[[nodiscard]] Checked<T> or_all(Result<T> result) {
  if (!result) return tl::unexpected(Errors{std::move(result).error()});
  return *std::move(result);
}

/// `add` answers whether the item was new. Returns unavailable when the database fails: then nothing is added.
template <class T, class Add>
[[nodiscard]] Checked<form::BatchResult> each_item(const form::Batch<T>& batch, Add add) {
  form::BatchResult result;
  std::int64_t line = 0;
  for (const Checked<T>& item : batch.items) {
    ++line;
    const Checked<bool> added = item ? add(*item) : Checked<bool>(tl::unexpected(item.error()));
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
