// SPDX-License-Identifier: Apache-2.0
// Many items in one request: each is added, known already, or refused by itself.
#pragma once

#include "api/forms/list.h"

namespace paceline::api {

/// A Result as a Checked: one fault is all of them.
template <class T>
[[nodiscard]] Checked<T> or_all(Result<T> result) {
  if (!result) return tl::unexpected(Errors{std::move(result).error()});
  return *std::move(result);
}

/// What became of each item: whether it was new, or its faults. Returns unavailable when one of them says that the
/// database failed: then nothing is added.
[[nodiscard]] Checked<form::BatchResult> gathered(const std::vector<Checked<bool>>& verdicts);

/// `add` answers whether the item was new.
template <class T, class Add>
[[nodiscard]] Checked<form::BatchResult> each_item(const form::Batch<T>& batch, Add add) {
  std::vector<Checked<bool>> verdicts;
  verdicts.reserve(batch.items.size());
  for (const Checked<T>& item : batch.items)
    verdicts.push_back(item ? add(*item) : Checked<bool>(tl::unexpected(item.error())));
  return gathered(verdicts);
}

}  // namespace paceline::api
