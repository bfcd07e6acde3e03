// SPDX-License-Identifier: Apache-2.0
// What `--help` says of the options that mean the same in every command.
#pragma once

namespace CLI {  // NOLINT: the library is called so
class App;
}

namespace paceline::cli {

/// Gives each option and argument without a description, of the commands within too, that of its name.
void describe_options(CLI::App& app);

}  // namespace paceline::cli
