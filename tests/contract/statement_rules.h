// SPDX-License-Identifier: Apache-2.0
// The rules of portable SQL (docs/sql.md), held against every statement of the product, which are read from its source.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace paceline::store {

struct WrittenStatement {
  std::string file;  ///< below src/
  std::string name;
  std::string text;
};

/// Every `Statement kName{"name", "text"...}` of one source.
[[nodiscard]] std::vector<WrittenStatement> statements_in(const std::string& file, const std::string& source);

/// The texts of statements in a source that stand in no such constant, where nothing else would read them.
[[nodiscard]] std::vector<std::string> unnamed_statements(const std::string& source);

struct Source {
  std::string file;  ///< below src/
  std::string text;
};

/// Of the whole product, without the drivers' own (BEGIN and the like).
[[nodiscard]] std::vector<Source> all_sources();
/// Those of all sources.
[[nodiscard]] std::vector<WrittenStatement> all_statements();

/// The rules that the statement breaks: "2 org_id = $1 for activity", "11 FOR UPDATE". Numbers are those of
/// docs/sql.md.
[[nodiscard]] std::vector<std::string> broken_rules(const WrittenStatement& statement);

/// The same for one step of a migration.
[[nodiscard]] std::vector<std::string> broken_rules_of_definition(std::string_view text);

/// Tables that belong to no organisation. The one list: a further table is put here with a reason.
[[nodiscard]] const std::set<std::string>& global_tables();

}  // namespace paceline::store
