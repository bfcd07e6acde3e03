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
};
BOOST_DESCRIBE_STRUCT(Ready, (), (event, url, pid, schema))

}  // namespace

int serve(Environment& environment, const Place& place, const ServeOptions& options) {
  const auto served = environment.serve(place, options, [&](const std::string& url, int schema) {
    print(place.json, json::write(Ready{"ready", url, ::getpid(), schema}));
  });
  return served ? kOk : refuse(served.error());
}

}  // namespace paceline::cli
