// SPDX-License-Identifier: Apache-2.0
// The part of read_definitions() that is about the pipeline: product lines, territories, pipelines, rates.
#pragma once

#include "app/apply.h"

namespace paceline {

/// In an order in which an empty organisation could take them: a part after its whole. Stages that were given up are
/// left out.
[[nodiscard]] Result<void> add_pipeline_definitions(Definitions& definitions, PipelineStore& store);

}  // namespace paceline
