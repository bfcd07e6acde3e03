// SPDX-License-Identifier: Apache-2.0
// The rules of taste that the compiler and clang-tidy do not see. Each is a function from text to findings, so that
// each has a test with a planted violation.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "source.h"

namespace paceline::tidy {

// --- Rules over one file; a rule is silent about a file that it does not concern. ---

[[nodiscard]] Findings banned_words(const File& file);       ///< calls and types, each with what to use
[[nodiscard]] Findings reading_the_clock(const File& file);  ///< only src/calendar may
[[nodiscard]] Findings header_form(const File& file);        ///< SPDX line first, #pragma once
[[nodiscard]] Findings lost_results(const File& file);       ///< Result and Checked without [[nodiscard]]
[[nodiscard]] Findings lengths(const File& file);            ///< of a header, a source
[[nodiscard]] Findings unfinished_work(const File& file);    ///< marks that belong into an issue
[[nodiscard]] Findings confined_includes(
    const File& file);                                   ///< a library stays in its folder, heavy ones out of headers
[[nodiscard]] Findings foreign_words(const File& file);  ///< synonyms that CONTEXT.md bans
[[nodiscard]] Findings unversioned_boost(const File& file);  ///< Debian's unversioned names mean another Boost
[[nodiscard]] Findings machine_traces(const File& file);     ///< paths of one machine, hosts of package registries

using FileRule = Findings (*)(const File&);
struct NamedRule {
  const char* name;
  FileRule rule;
};
[[nodiscard]] const std::vector<NamedRule>& file_rules();

// --- Rules over the tree ---

/// Folders in the order in which arrows may point, each with the folders that it may include.
struct Layers {
  std::vector<std::string> order;
  std::map<std::string, std::set<std::string>> may_include;
};

/// The ```layers block of docs/architecture.md.
[[nodiscard]] Layers parse_layers(std::string_view architecture);
/// A folder that may include one of a later line, or one that is not in the list.
[[nodiscard]] Findings layers_in_order(const Layers& layers);
[[nodiscard]] Findings forbidden_arrows(const File& file, const Layers& layers);
/// CMakeLists.txt makes the libraries in the same order and links none that comes later.
[[nodiscard]] Findings cmake_order(const File& cmake, const Layers& layers);
[[nodiscard]] Findings include_cycles(const std::vector<File>& files);
/// A source that belongs to no header, a header that nobody but its own source includes.
[[nodiscard]] Findings dead_files(const std::vector<File>& files);

}  // namespace paceline::tidy
