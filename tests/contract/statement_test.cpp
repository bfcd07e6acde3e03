// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>

#include "tests/database/statements.h"
#include "tests/database/test_database.h"

namespace paceline::store {
namespace {

std::string text_from(Database& database, const Statement& statement, std::span<const Value> parameters) {
  std::string text;
  const auto outcome = database.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(text,
                 query_one<std::string>(connection, statement, parameters).map([](auto found) { return *found; }));
    return {};
  });
  EXPECT_EQ(code_of(outcome), "ok");
  return text;
}

class Statements : public testing::Test {
 protected:
  TestDatabase place_;
  std::unique_ptr<Database> database_ = place_.open();
};

TEST_F(Statements, TakeParametersByTheirNumberInAnyOrderAndMoreThanOnce) {
  const Statement statement{"order",
                            "SELECT CAST($3 AS TEXT) || $1 || $2 || $1 || $10 || $4 || $5 || $6 || $7 || $8 || $9"};
  EXPECT_EQ(text_from(*database_, statement, params("1", "2", "3", "4", "5", "6", "7", "8", "9", "x")), "3121x456789");
}

TEST_F(Statements, KeepTextAsItIs) {
  const Statement echo{"echo", "SELECT CAST($1 AS TEXT)"};
  for (const std::string text : {"", "O'Brien \"quoted\" `x` $1 ? :a", "Zoë 北京 😀", "line\nline\ttab\\", "'; DROP"})
    EXPECT_EQ(text_from(*database_, echo, params(text)), text);
  EXPECT_EQ(text_from(*database_, echo, params(std::string_view())), "") << "an empty text is not NULL";
  const std::string large(3'000'000, 'x');
  EXPECT_EQ(text_from(*database_, echo, params(large)), large);
}

TEST_F(Statements, RefuseTextThatPostgresqlCannotHold) {
  ASSERT_EQ(code_of(write_one(*database_, kMakeEntry)), "ok");
  for (const std::string_view text : {std::string_view("a\0b", 3), std::string_view("\0", 1), std::string_view("\xFF"),
                                      std::string_view("\xC0\x80"), std::string_view("\xED\xA0\x80")}) {
    const auto outcome = write_one(*database_, kInsertEntry, params(1, text));
    ASSERT_EQ(code_of(outcome), "store.text_malformed");
    EXPECT_EQ(outcome.error().fault, Fault::invalid);
  }
  EXPECT_EQ(number_from(*database_, kCountEntries), 0);
}

TEST_F(Statements, CountTheRowsThatTheyChange) {
  ASSERT_EQ(code_of(write_one(*database_, kMakeEntry)), "ok");
  std::vector<std::int64_t> counts;
  const auto outcome = database_->write([&](Connection& connection) -> Result<void> {
    for (const Statement& statement :
         {Statement{"three", "INSERT INTO entry (id) VALUES (1), (2), (3)"},
          Statement{"same", "INSERT INTO entry (id) VALUES (1) ON CONFLICT (id) DO NOTHING"},
          Statement{"upsert", "INSERT INTO entry (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET note = 'n'"},
          Statement{"update", "UPDATE entry SET note = 'm' WHERE id > 1"},
          Statement{"nothing", "UPDATE entry SET note = 'm' WHERE id > 9"},
          Statement{"ddl", "CREATE INDEX entry_note ON entry (note)"}, Statement{"select", "SELECT id FROM entry"},
          Statement{"delete", "DELETE FROM entry"}}) {
      PACELINE_TRY(const std::int64_t count, connection.execute(statement, {}));
      counts.push_back(count);
    }
    return {};
  });
  ASSERT_EQ(code_of(outcome), "ok");
  EXPECT_EQ(counts, (std::vector<std::int64_t>{3, 0, 1, 2, 0, 0, 0, 3}));
}

TEST_F(Statements, NameTheirFaults) {
  ASSERT_EQ(code_of(write_one(*database_, kMakeEntry)), "ok");
  ASSERT_EQ(
      code_of(write_one(*database_, {"part.make",
                                     "CREATE TABLE part (id BIGINT NOT NULL PRIMARY KEY, entry_id BIGINT NOT NULL "
                                     "REFERENCES entry (id), size BIGINT CHECK (size > 0), tag TEXT UNIQUE)"})),
      "ok");
  ASSERT_EQ(code_of(write_one(*database_, kInsertEntry, params(1, "a"))), "ok");
  ASSERT_EQ(code_of(write_one(*database_, {"part", "INSERT INTO part VALUES (1, 1, 1, 'x')"})), "ok");
  struct Case {
    const char* text;
    const char* code;
    Fault fault;
  };
  for (const Case& example : {Case{"INSERT INTO entry VALUES (1, '')", "store.unique", Fault::conflict},
                              Case{"INSERT INTO part VALUES (2, 1, 1, 'x')", "store.unique", Fault::conflict},
                              Case{"INSERT INTO part VALUES (2, 9, 1, 'y')", "store.foreign_key", Fault::conflict},
                              Case{"DELETE FROM entry", "store.foreign_key", Fault::conflict},
                              Case{"INSERT INTO part VALUES (2, 1, 0, 'y')", "store.constraint", Fault::conflict},
                              Case{"INSERT INTO part VALUES (2, NULL, 1, 'y')", "store.constraint", Fault::conflict},
                              Case{"SELECT \"text\"", "store.unavailable", Fault::unavailable},
                              Case{"SELEKT", "store.unavailable", Fault::unavailable}}) {
    const auto outcome = write_one(*database_, {example.text, example.text});
    ASSERT_EQ(code_of(outcome), example.code) << example.text;
    EXPECT_EQ(outcome.error().fault, example.fault) << example.text;
    EXPECT_NE(outcome.error().detail.find(example.text), std::string::npos) << "the name is in the detail";
  }
  EXPECT_EQ(number_from(*database_, kCountEntries), 1);
}

TEST_F(Statements, MayRunInsideTheirOwnRows) {
  const Statement two{"two", "SELECT 1 UNION ALL SELECT 2"};
  int seen = 0;
  const auto outcome = database_->read([&](Connection& connection) {
    return connection.each(
        two, {}, [&](const Row&) { EXPECT_EQ(code_of(connection.each(two, {}, [&](const Row&) { ++seen; })), "ok"); });
  });
  EXPECT_EQ(code_of(outcome), "ok");
  EXPECT_EQ(seen, 4);
}

}  // namespace
}  // namespace paceline::store
