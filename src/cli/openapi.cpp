// SPDX-License-Identifier: Apache-2.0
#include "api/openapi.h"

#include "cli/commands.h"

namespace paceline::cli {

int openapi() {
  print(true, api::openapi_document());
  return kOk;
}

}  // namespace paceline::cli
