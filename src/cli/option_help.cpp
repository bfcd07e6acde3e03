// SPDX-License-Identifier: Apache-2.0
#include "cli/option_help.h"

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace paceline::cli {
namespace {

const std::map<std::string, std::string>& usual_descriptions() {
  static const std::map<std::string, std::string> descriptions{
      {"--account", "Id, as `export accounts` has it"},
      {"--email", "E-mail address"},
      {"--file", "A file with one JSON object a line"},
      {"--from", "The first day, 2026-03-01"},
      {"--import", "Id, as `import list` has it"},
      {"--last-day", "2026-03-31"},
      {"--name", "Name"},
      {"--no-contacts", "The contacts stay"},
      {"--no-quotas", "The quotas stay"},
      {"--note", "A word to it, which is kept"},
      {"--opportunity", "Id, as `opportunity list` has it"},
      {"--period", "2026-W11, 2026-03 or 2026-Q1"},
      {"--phone", "Telephone number"},
      {"--product-line", "Key or id, with its parts"},
      {"--quota", "Key, as `quota list` has it"},
      {"--reason", "Why; it is kept"},
      {"--rep", "E-mail address, id, or me"},
      {"--report", "Id, as `export reports` has it"},
      {"--stage", "Key or id of a stage"},
      {"--state", "The state in which they are, such as open"},
      {"--team", "Name of the team"},
      {"--territory", "Key or id, with its parts"},
      {"--to", "The first day after, 2026-04-01"},
      {"file", "Path of the file"},
      {"id", "Id, as the list has it"},
      {"name", "Name, as the list has it"},
      {"outcome", "One of the outcomes of its kind, such as agreed"},
      {"prefix", "Beginnings of words of the name"}};
  return descriptions;
}

std::string name_of(const CLI::Option& option) {
  return option.get_lnames().empty() ? option.get_name(true) : "--" + option.get_lnames().front();
}

}  // namespace

void describe_options(CLI::App& app) {
  for (CLI::Option* option : app.get_options()) {
    if (!option->get_description().empty()) continue;
    const auto usual = usual_descriptions().find(name_of(*option));
    if (usual != usual_descriptions().end()) option->description(usual->second);
  }
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) describe_options(*command);
}

}  // namespace paceline::cli
