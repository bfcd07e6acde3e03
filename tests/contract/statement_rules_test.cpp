// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/statement_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "store/schema/schema.h"
#include "tests/database/statements.h"
#include "tests/database/test_database.h"

namespace paceline::store {
namespace {

std::string told(const std::vector<std::string>& rules) {
  std::string text;
  for (const std::string& rule : rules) text += rule + "; ";
  return text;
}

TEST(StatementRules, AreKeptByEveryStatement) {
  const auto all = all_statements();
  std::set<std::string> names;
  for (const WrittenStatement& statement : all) {
    EXPECT_EQ(told(broken_rules(statement)), "") << statement.file << ": " << statement.name;
    EXPECT_TRUE(names.insert(statement.name).second) << "two statements are called " << statement.name;
  }
  EXPECT_GT(all.size(), 80U);
  std::cout << "statements read: " << all.size() << "\n";
}

TEST(StatementRules, AreKeptByEveryMigration) {
  int steps = 0;
  for (const Migration& migration : migrations()) {
    for (const std::string_view step : migration.steps) {
      EXPECT_EQ(told(broken_rules_of_definition(step)), "") << migration.number << ": " << step;
      ++steps;
    }
  }
  std::cout << "definitions read: " << steps << "\n";
}

struct Planted {
  const char* rule;
  const char* text;
};

TEST(StatementRules, RefuseEachViolation) {
  const std::vector<Planted> violations{
      {"1", "UPDATE team SET org_id = $2 WHERE org_id = $1"},
      {"2", "SELECT name FROM team WHERE team_id = $1"},
      {"2", "SELECT t.name FROM membership m JOIN team t ON t.team_id = m.team_id WHERE m.org_id = $1"},
      {"2",
       "SELECT u.name FROM member u WHERE u.org_id = $1 AND EXISTS (SELECT 1 FROM membership m WHERE m.user_id = u.user_id)"},
      {"2", "DELETE FROM team WHERE team_id = $1"},
      {"2", "UPDATE team SET name = $2 WHERE team_id = $1"},
      {"2", "INSERT INTO team (team_id, org_id) VALUES ($1, $2)"},
      {"2", "INSERT INTO team (org_id, team_id) VALUES ($2, $1)"},
      {"4", "CREATE TRIGGER t AFTER INSERT ON team"},
      {"6", "SELECT nextval($1)"},
      {"7", "SELECT name FROM team WHERE org_id = $1 AND now() > $2"},
      {"7", "SELECT random()"},
      {"8", "INSERT INTO team (org_id, team_id, name) VALUES ($1, (SELECT 1), $2)"},
      {"8", "INSERT INTO team (org_id, team_id, name) VALUES ($1, $2, $3) ON CONFLICT (team_id) DO NOTHING"},
      {"8", "INSERT OR IGNORE INTO team (org_id) VALUES ($1)"},
      {"9", "SELECT name FROM team WHERE org_id = $1 AND team_id = ANY($2)"},
      {"10", "SELECT $1::bigint"},
      {"10", "WITH x AS (INSERT INTO team (org_id) VALUES ($1) RETURNING team_id) SELECT team_id FROM x"},
      {"10", "SELECT name FROM team WHERE org_id = $1 AND name ILIKE $2"},
      {"10", "SELECT DISTINCT ON (name) name FROM team WHERE org_id = $1"},
      {"11", "SELECT name FROM team WHERE org_id = $1 FOR UPDATE"},
      {"12", "BEGIN ISOLATION LEVEL SERIALIZABLE"},
      {"13", "SELECT pg_advisory_lock($1)"},
      {"13", "LISTEN changes"},
      {"17", "SELECT * FROM team WHERE org_id = $1"},
      {"17", "INSERT INTO team VALUES ($1, $2, $3)"},
      {"18", "SET lock_timeout = 1"},
      {"18", "PRAGMA synchronous"},
      {"2", "SELECT t.name FROM team t, member m WHERE t.org_id = $1 AND m.org_id = $1"},
      {"2",
       "SELECT t.name FROM membership x JOIN team t ON t.org_id = $1 AND t.team_id = x.team_id, member m WHERE x.org_id = $1"},
      {"2", "SELECT name FROM team WHERE org_id = $1 UNION SELECT name FROM member WHERE user_id = $2"},
  };
  for (const Planted& planted : violations) {
    const auto broken = broken_rules({"store/team.cpp", "planted", planted.text});
    const bool named = std::any_of(broken.begin(), broken.end(), [&](const std::string& rule) {
      return rule.starts_with(std::string(planted.rule) + " ");
    });
    EXPECT_TRUE(named) << planted.rule << " in: " << planted.text << "\n  found: " << told(broken);
  }
}

TEST(StatementRules, RefuseEachViolationInADefinition) {
  const std::vector<Planted> violations{
      {"1", "CREATE TABLE thing (thing_id BIGINT NOT NULL, org_id BIGINT NOT NULL, PRIMARY KEY (org_id, thing_id))"},
      {"1", "CREATE TABLE thing (org_id BIGINT NOT NULL, thing_id BIGINT NOT NULL, PRIMARY KEY (thing_id))"},
      {"1", "CREATE TABLE thing (org_id BIGINT NOT NULL, size REAL, PRIMARY KEY (org_id))"},
      {"1", "CREATE INDEX thing_by_name ON thing (name)"},
      {"4", "CREATE TABLE thing (org_id BIGINT NOT NULL, a BIGINT REFERENCES login (org_id), PRIMARY KEY (org_id, a))"},
      {"7", "CREATE TABLE thing (org_id BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (org_id))"},
  };
  for (const Planted& planted : violations) {
    const auto broken = broken_rules_of_definition(planted.text);
    const bool named = std::any_of(broken.begin(), broken.end(), [&](const std::string& rule) {
      return rule.starts_with(std::string(planted.rule) + " ");
    });
    EXPECT_TRUE(named) << planted.rule << " in: " << planted.text << "\n  found: " << told(broken);
  }
}

TEST(StatementRules, AReaderThatMissesAStatementWouldBeSeen) {
  const auto found = statements_in("a.cpp",
                                   "constexpr Statement kOne{\"a.one\", \"SELECT \\\"x\\\"\"\n \" FROM y\"};\n"
                                   "const Statement kTwo{\n\"a.two\",\n\"DELETE\"};");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "a.one");
  EXPECT_EQ(found[0].text, "SELECT \\\"x\\\" FROM y");
  EXPECT_EQ(found[1].text, "DELETE");
}

TEST(StatementRules, EveryStatementIsANamedConstant) {
  // Put together from the list of tables, each of which has an org_id.
  const std::set<std::string> made_of_tables{"store/copy_database.cpp", "store/remove_organisation.cpp"};
  for (const Source& source : all_sources()) {
    if (made_of_tables.contains(source.file)) continue;
    EXPECT_EQ(told(unnamed_statements(source.text)), "") << source.file;
  }
}

TEST(StatementRules, AStatementThatIsNoNamedConstantIsSeen) {
  for (const std::string planted : {"connection.execute({\"team.clear\", \"DELETE FROM team\"}, {});",
                                    "const Statement all{\"team.all\", \"SELECT name FROM team\"};",
                                    "const std::string text = \"UPDATE \" + table;"})
    EXPECT_EQ(unnamed_statements(planted).size(), 1U) << planted;
  EXPECT_EQ(told(unnamed_statements("constexpr Statement kAll{\"team.all\", \"SELECT name\"\n \" FROM team\"};")), "");
}

int parameters_of(const std::string& text) {
  static const std::regex kParameter(R"(\$([0-9]+))");
  int most = 0;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), kParameter); at != std::sregex_iterator(); ++at)
    most = std::max(most, std::stoi((*at)[1].str()));
  return most;
}

// The engine itself reads each of them, against the schema, without running it.
TEST(StatementRules, TheEngineUnderstandsEveryStatement) {
  const TestDatabase place;
  const auto database = place.open();
  ASSERT_TRUE(migrate(*database, migrations(), Instant(1), [](int) { return Result<void>(); }));
  for (const WrittenStatement& statement : all_statements()) {
    const std::string text = "EXPLAIN " + statement.text;
    const std::vector<Value> nothing(static_cast<std::size_t>(parameters_of(statement.text)));
    const std::string name = "explain." + statement.name;
    const auto read = database->write([&](Connection& connection) {
      return connection.each({name, text}, nothing, [](const Row&) {});
    });
    EXPECT_EQ(code_of(read), "ok") << statement.name << ": " << (read ? "" : read.error().detail);
  }
}

}  // namespace
}  // namespace paceline::store
