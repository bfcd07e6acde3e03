// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/prepared.h"

#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <variant>

#include "store/sql/portable_text.h"
#include "store/sqlite/sqlite_error.h"

namespace paceline::store {
namespace {

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
  [[nodiscard]] bool is_null(int column) const override { return type(column) == SQLITE_NULL; }
  [[nodiscard]] std::int64_t integer(int column) const override {
    PACELINE_ASSERT(type(column) == SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] std::string text(int column) const override {
    PACELINE_ASSERT(type(column) == SQLITE_TEXT);
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string();
  }

 private:
  [[nodiscard]] int type(int column) const {
    PACELINE_ASSERT(column >= 0 && column < sqlite3_data_count(statement_));
    return sqlite3_column_type(statement_, column);
  }

  sqlite3_stmt* statement_;
};

std::size_t number_of_parameter(const char* name) {
  PACELINE_ASSERT(name != nullptr && name[0] == '$');
  const std::string_view digits(name + 1);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  PACELINE_ASSERT(error == std::errc() && end == digits.data() + digits.size() && number > 0);
  return number;
}

int bind_text(sqlite3_stmt* statement, int index, std::string_view text) {
  const char* bytes = text.data() ? text.data() : "";  // a null pointer would bind NULL
  return sqlite3_bind_text64(statement, index, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

int bind_value(sqlite3_stmt* statement, int index, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, index, *number);
  if (const auto* text = std::get_if<std::string_view>(&value)) return bind_text(statement, index, *text);
  return sqlite3_bind_null(statement, index);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

}  // namespace

Result<void> check_texts(std::string_view name, std::span<const Value> values) {
  for (const Value& value : values) {
    const auto* text = std::get_if<std::string_view>(&value);
    if (text && !is_portable_text(*text)) {
      return fail(Fault::invalid, "store.text_malformed", {},
                  std::string(name) + ": a text is not UTF-8 or has a NUL byte");
    }
  }
  return {};
}

Prepared::Prepared(sqlite3_stmt* statement, std::string_view name)
    : statement_(statement), row_(std::make_unique<SqliteRow>(statement)), name_(name) {
  const int count = sqlite3_bind_parameter_count(statement);
  for (int index = 1; index <= count; ++index)
    numbers_.push_back(number_of_parameter(sqlite3_bind_parameter_name(statement, index)));
  if (!numbers_.empty()) highest_ = *std::max_element(numbers_.begin(), numbers_.end());
  PACELINE_ASSERT(highest_ == numbers_.size());  // $1 to $n without a gap: PostgreSQL refuses an unused one
}

Result<std::unique_ptr<Prepared>> Prepared::compile(sqlite3* handle, const Statement& statement) {
  sqlite3_stmt* compiled = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(handle, statement.text.data(), static_cast<int>(statement.text.size()),
                                      SQLITE_PREPARE_PERSISTENT, &compiled, &rest);
  if (code != SQLITE_OK) return tl::unexpected(error_of(handle, statement.name));
  PACELINE_ASSERT(compiled != nullptr);
  std::unique_ptr<Prepared> prepared(new Prepared(compiled, statement.name));
  PACELINE_ASSERT(is_blank(statement.text.substr(static_cast<std::size_t>(rest - statement.text.data()))));
  return prepared;
}

Result<void> Prepared::bind(std::span<const Value> values) {
  PACELINE_ASSERT(values.size() == highest_);
  PACELINE_CHECK(check_texts(name_, values));
  for (std::size_t at = 0; at < numbers_.size(); ++at) {
    const int code = bind_value(statement_.get(), static_cast<int>(at + 1), values[numbers_[at] - 1]);
    if (code != SQLITE_OK) return tl::unexpected(error_of(sqlite3_db_handle(statement_.get()), name_));
  }
  return {};
}

Result<bool> Prepared::step() {
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: return false;
    default: return tl::unexpected(error_of(sqlite3_db_handle(statement_.get()), name_));
  }
}

void Prepared::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

void Prepared::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

}  // namespace paceline::store
