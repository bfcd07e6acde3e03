// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/postgres_session.h"

#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <map>
#include <vector>

#include "store/postgres/postgres_error.h"
#include "store/postgres/postgres_url.h"
#include "store/sql/portable_text.h"

namespace paceline::store {
namespace {

constexpr const char* kBeginRead =
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = '60s'";
constexpr const char* kBeginWrite = "BEGIN ISOLATION LEVEL READ COMMITTED";
// Behind a pooler nothing may stand on the session, so each transaction says it again.
constexpr const char* kSessionLimits = "-c lock_timeout=2s -c idle_in_transaction_session_timeout=60s";
constexpr const char* kBeginPooledWrite =
    "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '2s';"
    " SET LOCAL idle_in_transaction_session_timeout = '60s'";

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Free {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Connected = std::unique_ptr<PGconn, Finish>;
using Answer = std::unique_ptr<PGresult, Clear>;

std::string_view state_of(const PGresult* result) {
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  return state ? state : std::string_view();
}

bool is_well(const PGresult* result) {
  const auto status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

std::string reason(const char* message) {
  std::string text(message);
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

class PostgresRow final : public Row {
 public:
  explicit PostgresRow(const PGresult* answer) : answer_(answer) {}
  bool next() { return ++at_ < PQntuples(answer_); }

  [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(answer_, at_, checked(column)) == 1; }
  [[nodiscard]] std::int64_t integer(int column) const override {
    const std::string_view digits = view(column);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    PACELINE_ASSERT(error == std::errc() && end == digits.data() + digits.size());
    return number;
  }
  [[nodiscard]] std::string text(int column) const override { return std::string(view(column)); }

 private:
  [[nodiscard]] int checked(int column) const {
    PACELINE_ASSERT(column >= 0 && column < PQnfields(answer_));
    return column;
  }
  [[nodiscard]] std::string_view view(int column) const {
    PACELINE_ASSERT(!is_null(column));
    return {PQgetvalue(answer_, at_, column), static_cast<std::size_t>(PQgetlength(answer_, at_, column))};
  }

  const PGresult* answer_;
  int at_ = -1;
};

/// Parameters as libpq takes them: texts that end with a NUL.
class Texts {
 public:
  static Result<Texts> of(const Statement& statement, std::span<const Value> values) {
    Texts texts;
    texts.held_.reserve(values.size());
    texts.pointers_.reserve(values.size());
    for (const Value& value : values) {
      const auto* text = std::get_if<std::string_view>(&value);
      if (text && !is_portable_text(*text))
        return fail(Fault::invalid, "store.text_malformed", {},
                    std::string(statement.name) + ": a text is not UTF-8 or has a NUL byte");
      texts.add(value);
    }
    return texts;
  }
  [[nodiscard]] int count() const { return static_cast<int>(pointers_.size()); }
  [[nodiscard]] const char* const* pointers() const { return pointers_.data(); }

 private:
  void add(const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) {
      pointers_.push_back(nullptr);
      return;
    }
    const auto* number = std::get_if<std::int64_t>(&value);
    held_.push_back(number ? std::to_string(*number) : std::string(std::get<std::string_view>(value)));
    pointers_.push_back(held_.back().c_str());
  }

  std::vector<std::string> held_;  // never grows beyond what is reserved: the pointers stay
  std::vector<const char*> pointers_;
};

bool is_definition(std::string_view text) {
  return text.starts_with("CREATE ") || text.starts_with("ALTER ") || text.starts_with("DROP ");
}

std::string ordered_by_bytes(std::string_view definition) {
  constexpr std::string_view column = " TEXT";
  std::string text;
  for (;;) {
    const auto at = definition.find(column);
    if (at == std::string_view::npos) return text.append(definition);
    text.append(definition.substr(0, at + column.size())).append(" COLLATE \"C\"");
    definition.remove_prefix(at + column.size());
  }
}

class PostgresSession final : public Session {
 public:
  PostgresSession(Connected connection, bool prepare) : connection_(std::move(connection)), prepare_(prepare) {
    PQsetNoticeReceiver(connection_.get(), note_warning, this);
  }

  Result<void> each(const Statement& statement, std::span<const Value> parameters,
                    const std::function<void(const Row&)>& take) override {
    PACELINE_TRY(const Answer answer, run(statement, parameters));
    PostgresRow row(answer.get());
    while (row.next()) take(row);
    return {};
  }

  Result<std::int64_t> execute(const Statement& statement, std::span<const Value> parameters) override {
    PACELINE_TRY(const Answer answer, run(statement, parameters));
    if (std::string_view(PQcmdStatus(answer.get())).starts_with("SELECT")) return 0;
    const std::string_view count = PQcmdTuples(answer.get());
    std::int64_t changed = 0;
    std::from_chars(count.data(), count.data() + count.size(), changed);  // empty: nothing is counted
    return changed;
  }

  Result<void> begin(Transaction kind) override {
    const char* begin_write = prepare_ ? kBeginWrite : kBeginPooledWrite;
    const Answer answer(PQexec(connection_.get(), kind == Transaction::read ? kBeginRead : begin_write));
    if (!is_well(answer.get())) return tl::unexpected(error_of(answer.get(), "begin"));
    return {};
  }

  Result<void> commit() override {
    warned_ = false;
    const Answer answer(PQexec(connection_.get(), "COMMIT"));
    if (!is_well(answer.get()))
      return tl::unexpected(error_of_commit(state_of(answer.get()), "commit: " + message(answer.get())));
    // A failed transaction answers ROLLBACK. A warning says that a standby does not have it: nobody may count on it.
    if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT")
      return fail(Fault::unavailable, "store.busy", {}, "commit: the transaction had failed");
    if (warned_) return fail(Fault::unavailable, "store.unreachable", {}, "commit: a standby did not acknowledge it");
    return {};
  }

  void roll_back() override {
    if (PQtransactionStatus(connection_.get()) == PQTRANS_IDLE) return;
    const Answer answer(PQexec(connection_.get(), "ROLLBACK"));
    broken_ = broken_ || !is_well(answer.get());
  }

  [[nodiscard]] bool usable() const override { return !broken_ && PQstatus(connection_.get()) == CONNECTION_OK; }

 private:
  Result<Answer> run(const Statement& statement, std::span<const Value> parameters) {
    PACELINE_TRY(const Texts texts, Texts::of(statement, parameters));
    if (is_definition(statement.text)) return asked(statement, ordered_by_bytes(statement.text), texts);
    if (!prepare_) return asked(statement, std::string(statement.text), texts);
    PACELINE_CHECK(prepare(statement));
    return checked(statement, PQexecPrepared(connection_.get(), std::string(statement.name).c_str(), texts.count(),
                                             texts.pointers(), nullptr, nullptr, 0));
  }

  Result<Answer> asked(const Statement& statement, const std::string& text, const Texts& texts) {
    return checked(statement, PQexecParams(connection_.get(), text.c_str(), texts.count(), nullptr, texts.pointers(),
                                           nullptr, nullptr, 0));
  }

  Result<void> prepare(const Statement& statement) {
    const auto known = prepared_.find(statement.name);
    if (known != prepared_.end()) {
      const bool same_text_as_ever_under_this_name = known->second == statement.text;
      PACELINE_ASSERT(same_text_as_ever_under_this_name);
      return {};
    }
    const std::string text(statement.text);
    PACELINE_CHECK(checked(
        statement, PQprepare(connection_.get(), std::string(statement.name).c_str(), text.c_str(), 0, nullptr)));
    prepared_.emplace(statement.name, text);
    return {};
  }

  Result<Answer> checked(const Statement& statement, PGresult* result) {
    Answer answer(result);
    if (!is_well(result)) return tl::unexpected(error_of(result, statement.name));
    return answer;
  }

  Error error_of(const PGresult* result, std::string_view doing) {
    Error error = error_of_state(state_of(result), std::string(doing) + ": " + message(result));
    // Not for use again: a standby that was the primary, a plan that is stale.
    if (error.code == "store.unreachable") broken_ = true;
    return error;
  }

  [[nodiscard]] std::string message(const PGresult* result) const {
    const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return primary ? primary : reason(PQerrorMessage(connection_.get()));
  }

  static void note_warning(void* session, const PGresult* notice) {
    const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity && std::string_view(severity) == "WARNING") static_cast<PostgresSession*>(session)->warned_ = true;
  }

  Connected connection_;
  const bool prepare_;
  std::map<std::string, std::string, std::less<>> prepared_;  // text by name
  bool broken_ = false;
  bool warned_ = false;
};

/// What the address does not say otherwise: to find out in seconds that the server is gone, and to write.
constexpr std::array kWords{"connect_timeout", "tcp_user_timeout", "keepalives_idle", "application_name",
                            "target_session_attrs"};
constexpr std::array kDefaults{"3", "10000", "10", "paceline", "read-write"};

Connected connect(const PostgresUrl& url) {
  std::vector<const char*> words(kWords.begin(), kWords.end());
  std::vector<const char*> values(kDefaults.begin(), kDefaults.end());
  if (url.prepare) words.push_back("options");
  if (url.prepare) values.push_back(kSessionLimits);
  words.insert(words.end(), {"dbname", "client_encoding", nullptr});
  values.insert(values.end(), {url.text.c_str(), "UTF8", nullptr});
  return Connected(PQconnectdbParams(words.data(), values.data(), 1));
}

/// libpq's own words about a malformed address repeat it, password and all.
Result<void> require_readable(const std::string& url) {
  const std::unique_ptr<PQconninfoOption, Free> options(PQconninfoParse(url.c_str(), nullptr));
  if (!options) return fail(Fault::invalid, "store.address_malformed", {}, "PostgreSQL cannot read the address");
  return {};
}

}  // namespace

Result<std::unique_ptr<Session>> open_postgres(const std::string& text) {
  PACELINE_TRY(const PostgresUrl url, parse_postgres_url(text));
  PACELINE_CHECK(require_readable(url.text));
  Connected connection = connect(url);
  if (PQstatus(connection.get()) != CONNECTION_OK)
    return fail(Fault::unavailable, "store.unreachable", {}, reason(PQerrorMessage(connection.get())));
  return std::make_unique<PostgresSession>(std::move(connection), url.prepare);
}

}  // namespace paceline::store
