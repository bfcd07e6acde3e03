// SPDX-License-Identifier: Apache-2.0
#include "store/sql/rows.h"

#include <gtest/gtest.h>

#include "tests/database/statements.h"
#include "tests/database/test_database.h"

namespace paceline::store {
namespace {

struct Person {
  UserId id;
  std::string name;
  std::optional<Day> born;
  friend bool operator==(const Person&, const Person&) = default;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, name, born))

constexpr Statement kMakePerson{
    "person.make", "CREATE TABLE person (id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, born BIGINT)"};
constexpr Statement kInsertPerson{"person.insert", "INSERT INTO person (id, name, born) VALUES ($1, $2, $3)"};
constexpr Statement kFindPerson{"person.find", "SELECT id, name, born FROM person WHERE name = $1"};
constexpr Statement kAllPersons{"person.all", "SELECT id, name, born FROM person ORDER BY id"};

struct Everything {
  std::int64_t number = 0;
  int small = 0;
  bool truth = false;
  std::string text;
  Id<struct RepTag> id;
  Day day;
  Instant at;
  std::optional<std::int64_t> maybe_number;
  std::optional<int> maybe_small;
  std::optional<bool> maybe_truth;
  std::optional<std::string> maybe_text;
  std::optional<Id<struct RepTag>> maybe_id;
  std::optional<Day> maybe_day;
  std::optional<Instant> maybe_at;
  friend bool operator==(const Everything&, const Everything&) = default;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (number, small, truth, text, id, day, at, maybe_number, maybe_small, maybe_truth, maybe_text,
                       maybe_id, maybe_day, maybe_at))

constexpr Statement kEcho{"everything.echo", "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14"};

template <class T>
std::optional<T> echo_of(const T& record) {
  const TestDatabase place;
  const auto database = place.open();
  std::optional<T> answer;
  const auto outcome = database->read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(answer, query_one<T>(connection, kEcho, values_of(record)));
    return {};
  });
  EXPECT_EQ(code_of(outcome), "ok");
  return answer;
}

TEST(Rows, WorkedExample) {
  const TestDatabase place;
  const auto database = place.open();
  const Person ann{UserId(7), "Ann", Day(3650)};
  const Person bo{UserId(8), "Bo", std::nullopt};
  const auto written = database->write([&](Connection& connection) -> Result<void> {
    PACELINE_CHECK(connection.execute(kMakePerson, {}));
    PACELINE_CHECK(connection.execute(kInsertPerson, values_of(ann)));
    return discard(connection.execute(kInsertPerson, values_of(bo)));
  });
  ASSERT_EQ(code_of(written), "ok");
  const auto read = database->read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(const std::optional<Person> found, query_one<Person>(connection, kFindPerson, params("Ann")));
    EXPECT_EQ(found, ann);
    PACELINE_TRY(const std::optional<Person> nobody, query_one<Person>(connection, kFindPerson, params("Cy")));
    EXPECT_EQ(nobody, std::nullopt);
    PACELINE_TRY(const std::vector<Person> all, query_all<Person>(connection, kAllPersons, {}));
    EXPECT_EQ(all, (std::vector<Person>{ann, bo}));
    PACELINE_TRY(const bool has_bo, exists(connection, kFindPerson, params("Bo")));
    EXPECT_TRUE(has_bo);
    PACELINE_TRY(const bool has_cy, exists(connection, kFindPerson, params("Cy")));
    EXPECT_FALSE(has_cy);
    return {};
  });
  EXPECT_EQ(code_of(read), "ok");
}

TEST(Rows, KeepEveryTypeAtItsLimits) {
  using Rep = Id<struct RepTag>;
  constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  const Everything full{kLeast, std::numeric_limits<int>::min(), true,  "text", Rep(kMost), kLastDay,  Instant(1),
                        kMost,  std::numeric_limits<int>::max(), false, "",     Rep(1),     kFirstDay, Instant(0)};
  EXPECT_EQ(echo_of(full), full);
  EXPECT_EQ(echo_of(Everything{}), Everything{}) << "every optional is NULL";
}

TEST(Rows, ReadOneColumnWithoutAStruct) {
  const TestDatabase place;
  const auto database = place.open();
  const auto outcome = database->read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(const auto text, query_one<std::string>(connection, {"one.text", "SELECT $1"}, params("a")));
    EXPECT_EQ(text, "a");
    PACELINE_TRY(const auto sum, query_one<std::optional<std::int64_t>>(
                                     connection, {"one.sum", "SELECT sum(1) WHERE 1 = 0"}, params()));
    EXPECT_TRUE(sum.has_value() && !sum->has_value()) << "a row, with NULL in it";
    return {};
  });
  EXPECT_EQ(code_of(outcome), "ok");
}

TEST(Rows, ParametersGatherTheRowsOfABatch) {
  const TestDatabase place;
  const auto database = place.open();
  Parameters batch;
  const std::string text = "c";
  batch.add(1, "a").add(2, std::nullopt).add(3, text);
  EXPECT_EQ(batch.size(), 6U);
  const Person person{UserId(4), "d", std::nullopt};
  EXPECT_EQ(Parameters().add(OrgId(9)).add_members(person).size(), 4U);
  ASSERT_EQ(code_of(write_one(*database, kMakeEntry)), "ok");
  const Statement insert{"entry.insert.3", "INSERT INTO entry (id, note) VALUES ($1, $2), ($3, $4), ($5, $6)"};
  EXPECT_EQ(code_of(write_one(*database, insert, batch)), "ok");
  EXPECT_EQ(number_from(*database, kCountEntries), 3);
}

template <class T>
concept CanBeAdded = requires(Parameters parameters) {
  parameters.add(std::declval<T>());
};
static_assert(CanBeAdded<const std::string&> && CanBeAdded<std::string_view> && CanBeAdded<OrgId>);
static_assert(!CanBeAdded<std::string> && !CanBeAdded<std::optional<std::string>>, "the text would be gone");

}  // namespace
}  // namespace paceline::store
