// SPDX-License-Identifier: Apache-2.0
// How the commands of one group are set up: `paceline GROUP COMMAND [ID] [OPTIONS]`.
#pragma once

#include <functional>
#include <string>

#include "cli/console.h"
#include "cli/environment.h"

namespace CLI {  // NOLINT: the library is called so
class App;
}

namespace paceline::cli {

using CommandAct = std::function<int(Environment&, const Place&)>;
/// What a command does when it is called.
using CommandRuns = std::function<void(CLI::App*, CommandAct)>;

/// A command below another; the options of the program may be said after it, too.
CLI::App* add_command(CLI::App& parent, const char* name, const char* what);

/// `act`, when the command is called, with what the line said until then. REQUIRES: the options outlive the command.
template <class Options>
[[nodiscard]] CommandAct with_options(int (*act)(Environment&, const Place&, const Options&), const Options& options) {
  return [act, &options](Environment& environment, const Place& place) { return act(environment, place, options); };
}

/// What a group adds its commands with. REQUIRES: the group and `id` outlive the commands, `runs` outlives this.
class CommandGroup {
 public:
  /// `id`: where a command on one row finds which one is meant.
  CommandGroup(CLI::App& group, std::string& id, const CommandRuns& runs) : group_(group), id_(id), runs_(runs) {}

  CLI::App* add(const char* name, const char* what, CommandAct act);
  CLI::App* add_to_one(const char* name, const char* what, CommandAct act);

 private:
  CLI::App& group_;
  std::string& id_;
  const CommandRuns& runs_;
};

}  // namespace paceline::cli
