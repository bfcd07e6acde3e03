// SPDX-License-Identifier: Apache-2.0
#include "store/copy_database.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "store/across.h"
#include "store/schema/schema.h"
#include "store/sql/insert_all.h"
#include "store/sql/open_transaction.h"

namespace paceline::store {
namespace {

constexpr std::size_t kMostRows = 500;
constexpr std::size_t kMostParameters = 30'000;

template <class Items, class TextOf>
std::string listed(const Items& items, TextOf text_of) {
  std::string list;
  for (std::size_t at = 0; at < items.size(); ++at) list.append(at ? ", " : "").append(text_of(items[at], at));
  return list;
}

std::string columns_of(const Table& table) {
  return listed(table.columns, [](const TableColumn& column, std::size_t) { return column.name; });
}

std::string select_of(const Table& table) {
  return "SELECT " + columns_of(table) + " FROM " + table.name + " ORDER BY " +
         listed(table.key, [](const std::string& name, std::size_t) { return name; });
}

std::string insert_of(const Table& table) {
  return "INSERT INTO " + table.name + " (" + columns_of(table) + ") VALUES (" +
         listed(table.columns, [](const TableColumn&, std::size_t at) { return "$" + std::to_string(at + 1); }) + ")";
}

/// A Value that keeps its text.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;

Cell cell_of(const Row& row, int at, const TableColumn& column) {
  if (row.is_null(at)) return std::monostate();
  if (column.is_text) return row.text(at);
  return row.integer(at);
}

Value value_of(const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  if (const auto* text = std::get_if<std::string>(&cell)) return std::string_view(*text);
  return std::monostate();
}

/// Gathers rows of one table and writes many at once.
class Writer {
 public:
  Writer(const Table& table, Connection& destination)
      : table_(table), destination_(destination), insert_(insert_of(table)) {}

  void take(const Row& row) {
    if (failure_) return;
    for (std::size_t at = 0; at < table_.columns.size(); ++at)
      cells_.push_back(cell_of(row, static_cast<int>(at), table_.columns[at]));
    if (++waiting_ == static_cast<std::int64_t>(rows_at_once(table_))) write();
  }
  /// Returns how many rows were written.
  Result<std::int64_t> finish() {
    if (waiting_ > 0) write();
    if (failure_) return tl::unexpected(*failure_);
    return written_;
  }

 private:
  void write() {
    std::vector<Value> values;
    values.reserve(cells_.size());
    for (const Cell& cell : cells_) values.push_back(value_of(cell));
    const std::string name = "copy.write." + table_.name + "." + std::to_string(waiting_);
    const auto count = destination_.execute({name, for_rows(insert_, static_cast<std::size_t>(waiting_))}, values);
    if (!count) failure_ = count.error();
    if (count && *count != waiting_) failure_ = Error{Fault::unavailable, "migrate.copy_differs", {}, table_.name};
    written_ += std::exchange(waiting_, 0);
    cells_.clear();
  }

  const Table& table_;
  Connection& destination_;
  const std::string insert_;
  std::vector<Cell> cells_;
  std::int64_t waiting_ = 0;  // rows
  std::int64_t written_ = 0;
  std::optional<Error> failure_;
};

Result<std::int64_t> copy_table(const Table& table, Connection& source, Connection& destination) {
  Writer writer(table, destination);
  const std::string name = "copy.read." + table.name;
  const std::string text = select_of(table);
  PACELINE_CHECK(source.each({name, text}, {}, [&](const Row& row) { writer.take(row); }));
  return writer.finish();
}

std::span<const Migration> release(int schema) {
  return migrations().first(static_cast<std::size_t>(schema));
}

Result<Copied> copy_tables(int schema, Connection& source, Connection& destination) {
  Copied copied;
  for (const Table& table : tables_of(release(schema))) {
    PACELINE_TRY(const auto rows, copy_table(table, source, destination));
    copied.rows += rows;
    ++copied.tables;
  }
  return copied;
}

Result<void> require_empty(Connection& destination) {
  PACELINE_TRY(const auto organisations, all_organisations(destination));
  if (!organisations.empty())
    return fail(Fault::conflict, "migrate.not_empty", {}, "an organisation is in the PostgreSQL database already");
  return {};
}

/// Before its schema is touched, which may be of another release. A database that was never ours has no such table.
Result<void> refuse_what_others_use(Database& destination) {
  const auto looked = destination.read(require_empty);
  return !looked && looked.error().code == "migrate.not_empty" ? looked : Result<void>();
}

Result<Copied> copy_into(Database& destination, Connection& from, const Look& after) {
  Copied copied;
  PACELINE_CHECK(destination.write([&](Connection& to) -> Result<void> {
    PACELINE_CHECK(require_empty(to));
    PACELINE_TRY(copied, copy_tables(schema_number(), from, to));
    OpenTransaction there(to);
    return after(there);
  }));
  return copied;
}

Result<void> require_schema(Connection& connection, int schema) {
  OpenTransaction here(connection);
  PACELINE_TRY(const int version, version_of(here));
  if (version == schema) return {};
  return fail(Fault::conflict, "store.schema_newer", {}, "another server has changed the tables meanwhile");
}

/// The last that was made first, since it may refer to those before it.
Result<void> drop_tables(int schema, Connection& connection) {
  const std::vector<Table> tables = tables_of(release(schema));
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    const std::string name = "copy.drop." + table->name;
    const std::string text = "DROP TABLE " + table->name;
    PACELINE_CHECK(connection.execute({name, text}, {}));
  }
  PACELINE_CHECK(connection.execute({"copy.drop.schema_version", "DROP TABLE schema_version"}, {}));
  return {};
}

}  // namespace

Result<Copied> copy_release(Database& source, Database& destination, int schema, Instant now) {
  PACELINE_CHECK(migrate(destination, release(schema), now, [](int) { return Result<void>(); }));
  Copied copied;
  PACELINE_CHECK(source.read([&](Connection& from) -> Result<void> {
    PACELINE_CHECK(require_schema(from, schema));
    return destination.write([&](Connection& to) -> Result<void> {
      PACELINE_TRY(copied, copy_tables(schema, from, to));
      return {};
    });
  }));
  return copied;
}

Result<void> replace_everything(Database& source, Database& destination, int schema, Instant now) {
  PACELINE_TRY(const int version, version_of(destination));
  return source.read([&](Connection& from) -> Result<void> {
    PACELINE_CHECK(require_schema(from, schema));
    return destination.write([&](Connection& to) -> Result<void> {
      PACELINE_CHECK(require_schema(to, version));
      PACELINE_CHECK(drop_tables(version, to));
      PACELINE_CHECK(make_schema(to, release(schema), now));
      PACELINE_CHECK(copy_tables(schema, from, to));
      return {};
    });
  });
}

std::size_t rows_at_once(const Table& table) {
  return std::min(kMostRows, kMostParameters / table.columns.size());
}

Result<Copied> copy_everything(Database& source, Database& destination, Instant now, const Look& before,
                               const Look& after) {
  PACELINE_CHECK(check_schema(source, migrations()));
  PACELINE_CHECK(refuse_what_others_use(destination));
  PACELINE_CHECK(
      migrate(destination, migrations(), now, [&](int number) { return destination.backup_before(number); }));
  Copied copied;
  PACELINE_CHECK(source.read([&](Connection& from) -> Result<void> {
    OpenTransaction here(from);
    PACELINE_CHECK(before(here));
    PACELINE_TRY(copied, copy_into(destination, from, after));
    return {};
  }));
  return copied;
}

}  // namespace paceline::store
