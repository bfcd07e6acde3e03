// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "cli/commands.h"
#include "json/json.h"

namespace paceline::cli {
namespace {

struct Ready {
  std::string event = "ready";
  std::string url;
  std::int64_t pid = 0;
  int schema = 0;
  json::Settable<std::string> metrics;
};
BOOST_DESCRIBE_STRUCT(Ready, (), (event, url, pid, schema, metrics))

}  // namespace

int serve(Environment& environment, const Place& place, const ServeOptions& options) {
  const auto served = environment.serve(place, options, [&](const Serving& serving) {
    Ready ready{"ready", serving.url, ::getpid(), serving.schema, {}};
    if (!serving.metrics.empty()) ready.metrics = serving.metrics;
    print(place.json, json::write(ready));
  });
  return served ? kOk : refuse(served.error());
}

}  // namespace paceline::cli
