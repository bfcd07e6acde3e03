// SPDX-License-Identifier: Apache-2.0
// A pipeline: the stages through which a company's opportunities go, in its own words and order.
//
// A stage is open, or it ends the opportunity: won, lost, no decision. That never changes once the stage is there, so
// that what was won stays won. A stage that the company gave up is inactive: nothing can be moved into it any more.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace paceline {

using PipelineId = Id<struct PipelineTag>;
using StageId = Id<struct StageTag>;

BOOST_DEFINE_ENUM_CLASS(StageEnds, open, won, lost, no_decision)

struct Stage {
  StageId stage_id;
  std::string key;  ///< unique in its pipeline
  std::string name;
  StageEnds ends = StageEnds::open;
  bool active = true;
  friend bool operator==(const Stage&, const Stage&) = default;
};

struct Pipeline {
  PipelineId pipeline_id;
  std::string key;
  std::string name;
  bool active = true;
  std::vector<Stage> stages;  ///< in their order
  friend bool operator==(const Pipeline&, const Pipeline&) = default;
};

inline constexpr std::size_t kMostStages = 30;

/// Returns invalid "pipeline.stages.incomplete" unless it has an active stage that is open, one that is won and one
/// that is lost; "pipeline.stages.too_many" over 30.
[[nodiscard]] Result<void> check_stages(const Pipeline& pipeline);

/// By key or by id; nullptr: it has none.
[[nodiscard]] const Stage* find_stage(const Pipeline& pipeline, std::string_view name);
[[nodiscard]] const Stage* find_stage(const Pipeline& pipeline, StageId stage_id);
/// As a file of another program writes it: by key or id, or by the name that one of its stages alone has, letters A to
/// Z alike in both cases; nullptr: it has none.
[[nodiscard]] const Stage* stage_named(const Pipeline& pipeline, std::string_view words);
/// Where an opportunity begins. REQUIRES: check_stages() accepts it.
[[nodiscard]] const Stage& first_stage(const Pipeline& pipeline);
/// The stage of won opportunities that comes first. REQUIRES: the same.
[[nodiscard]] const Stage& won_stage(const Pipeline& pipeline);

/// What an organisation has that drew none of its own: key "sales"; new, qualified, estimate, negotiation, won, lost,
/// no decision. Its ids are empty.
[[nodiscard]] Pipeline usual_pipeline();

}  // namespace paceline
