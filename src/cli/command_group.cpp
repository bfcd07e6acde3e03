// SPDX-License-Identifier: Apache-2.0
#include "cli/command_group.h"

#include <CLI/CLI.hpp>

namespace paceline::cli {

CLI::App* add_command(CLI::App& parent, const char* name, const char* what) {
  CLI::App* added = parent.add_subcommand(name, what);
  added->fallthrough();
  return added;
}

CLI::App* CommandGroup::add(const char* name, const char* what, CommandAct act) {
  CLI::App* added = add_command(group_, name, what);
  runs_(added, std::move(act));
  return added;
}

CLI::App* CommandGroup::add_to_one(const char* name, const char* what, CommandAct act) {
  CLI::App* added = add(name, what, std::move(act));
  added->add_option("id", id_)->required();
  return added;
}

}  // namespace paceline::cli
