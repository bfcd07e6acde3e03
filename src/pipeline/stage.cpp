// SPDX-License-Identifier: Apache-2.0
#include "pipeline/stage.h"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <iterator>
#include <locale>

namespace paceline {
namespace {

const Stage* first_that_ends(const Pipeline& pipeline, StageEnds ends) {
  const auto found = std::find_if(pipeline.stages.begin(), pipeline.stages.end(),
                                  [&](const Stage& stage) { return stage.active && stage.ends == ends; });
  return found == pipeline.stages.end() ? nullptr : &*found;
}

}  // namespace

Result<void> check_stages(const Pipeline& pipeline) {
  if (pipeline.stages.size() > kMostStages) return fail(Fault::invalid, "pipeline.stages.too_many", "/stages", "30");
  const bool complete = first_that_ends(pipeline, StageEnds::open) != nullptr &&
                        first_that_ends(pipeline, StageEnds::won) != nullptr &&
                        first_that_ends(pipeline, StageEnds::lost) != nullptr;
  if (!complete) return fail(Fault::invalid, "pipeline.stages.incomplete", "/stages", "one open, one won, one lost");
  return {};
}

const Stage* find_stage(const Pipeline& pipeline, std::string_view name) {
  const auto id = parse_id<StageId>(name);
  const auto found = std::find_if(pipeline.stages.begin(), pipeline.stages.end(), [&](const Stage& stage) {
    return stage.key == name || (id && stage.stage_id == *id);
  });
  return found == pipeline.stages.end() ? nullptr : &*found;
}

const Stage* find_stage(const Pipeline& pipeline, StageId stage_id) {
  const auto found = std::find_if(pipeline.stages.begin(), pipeline.stages.end(),
                                  [&](const Stage& stage) { return stage.stage_id == stage_id; });
  return found == pipeline.stages.end() ? nullptr : &*found;
}

const Stage* stage_named(const Pipeline& pipeline, std::string_view words) {
  if (const Stage* stage = find_stage(pipeline, words)) return stage;
  const auto is_meant = [&](const Stage& stage) {
    return boost::algorithm::iequals(stage.name, words, std::locale::classic());
  };
  const auto end = pipeline.stages.end();
  const auto found = std::find_if(pipeline.stages.begin(), end, is_meant);
  if (found == end || std::find_if(std::next(found), end, is_meant) != end) return nullptr;
  return &*found;
}

const Stage& first_stage(const Pipeline& pipeline) {
  const Stage* found = first_that_ends(pipeline, StageEnds::open);
  PACELINE_ASSERT(found != nullptr);
  return *found;
}

const Stage& won_stage(const Pipeline& pipeline) {
  const Stage* found = first_that_ends(pipeline, StageEnds::won);
  PACELINE_ASSERT(found != nullptr);
  return *found;
}

Pipeline usual_pipeline() {
  return {{},
          "sales",
          "Sales",
          true,
          {{{}, "new", "New", StageEnds::open, true},
           {{}, "qualified", "Qualified", StageEnds::open, true},
           {{}, "estimate", "Estimate", StageEnds::open, true},
           {{}, "negotiation", "Negotiation", StageEnds::open, true},
           {{}, "won", "Won", StageEnds::won, true},
           {{}, "lost", "Lost", StageEnds::lost, true},
           {{}, "no_decision", "No decision", StageEnds::no_decision, true}}};
}

}  // namespace paceline
