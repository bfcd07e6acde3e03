// SPDX-License-Identifier: Apache-2.0
// Identifiers as they would have been made at a moment of the past: the product reads from an id when its row was
// stored (base/id.h), so what a simulated company stored weeks ago has ids of that time.
#pragma once

#include <optional>

#include "app/ports/secrets.h"
#include "base/id.h"

namespace paceline::demo {

/// Four million in turn are all different, whatever their moments: of more rows than that only those of the present
/// are.
class IdsOfThen : public Ids {
 public:
  /// `of_then`: false for those of the present, whatever moment is set.
  IdsOfThen(Ids& ids, bool of_then) : ids_(ids), of_then_(of_then), turn_(ids.next()) {}

  /// The moment of the ids that are made from here on. REQUIRES: not before 2020.
  void set(Instant moment) {
    if (of_then_) moment_ = moment;
  }
  [[nodiscard]] std::int64_t next() override {
    if (!moment_) return ids_.next();
    constexpr std::int64_t turns = std::int64_t{1} << kIdRandomBits;
    return id_before(*moment_) + 1 + ++turn_ % turns;
  }

 private:
  Ids& ids_;
  bool of_then_;
  std::optional<Instant> moment_;
  std::int64_t turn_;
};

}  // namespace paceline::demo
