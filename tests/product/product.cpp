// SPDX-License-Identifier: Apache-2.0
#include "tests/product/product.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <ctime>

#include "api/handlers.h"
#include "api/routes.h"
#include "app/add_contact.h"
#include "app/log_activity.h"
#include "app/verify_reports.h"
#include "store/schema/schema.h"
#include "store/sql/rows.h"

namespace paceline::product {
namespace {

std::unique_ptr<store::Database> migrated(std::unique_ptr<store::Database> database, const Clock& clock) {
  const auto backup = [&](int number) { return database->backup_before(number); };
  PACELINE_ASSERT(store::migrate(*database, store::migrations(), clock.now(), backup).has_value());
  return database;
}

Instant start() {
  return *parse_instant("2026-11-18T12:00:00Z");
}

void split_query(const std::string& path, api::Request& request) {
  const auto mark = path.find('?');
  request.path = std::string(api::kRoot) + path.substr(0, mark);
  std::string rest = mark == std::string::npos ? "" : path.substr(mark + 1);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const auto equals = std::min(rest.find('='), end);
    request.query.emplace_back(rest.substr(0, equals), rest.substr(std::min(equals + 1, end), end - equals - 1));
    rest.erase(0, std::min(end + 1, rest.size()));
  }
}

Actor system_of(OrgId org_id) {
  return {org_id, UserId(), Role::system, {}, {}, {}, Monitoring::full};
}

/// Processor time of this thread so far.
double thread_ms() {
  timespec now{};
  PACELINE_ASSERT(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// PostgreSQL cuts names of statements at 63 bytes.
std::string name_of(std::string_view sql) {
  return "test." + std::to_string(std::hash<std::string_view>{}(sql));
}

}  // namespace

std::string Answered::code() const {
  const auto* object = body.if_object();
  const auto* found = object != nullptr ? object->if_contains("code") : nullptr;
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

std::string Answered::told() const {
  return std::to_string(status) + (code().empty() ? "" : " " + code());
}

const boost::json::value& Answered::at(const std::string& pointer) const {
  static const boost::json::value nothing;
  boost::json::error_code fault;
  const auto* found = body.find_pointer(pointer, fault);
  EXPECT_TRUE(found != nullptr) << pointer << " is not in " << text;
  return found != nullptr ? *found : nothing;
}

std::string Answered::text_at(const std::string& pointer) const {
  const auto& found = at(pointer);
  return found.is_string() ? std::string(found.get_string()) : "";
}

std::int64_t Answered::number_at(const std::string& pointer) const {
  const auto& found = at(pointer);
  return found.is_int64() ? found.get_int64() : -1;
}

std::vector<std::string> texts_of(const Answered& list, const std::string& member) {
  std::vector<std::string> texts;
  const auto& items = list.at("/items");
  if (!items.is_array()) return texts;
  for (const auto& item : items.get_array()) texts.emplace_back(item.as_object().at(member).as_string());
  return texts;
}

Product::Product(const Open& open)
    : database_((clock.set(start()), migrated(open(place_), clock))),
      unit(*database_, names, ids),
      backend{unit, secrets, zones, clock, names, countries, import_files, ids, looks, store::schema_number()},
      router_(api::routes(), api::steps(backend, tries_, [this](const api::Request& request, std::string_view what) {
                reports.push_back(request.path + ": " + std::string(what));
              })) {
  api::add_handlers(router_, backend);
}

OrgId Product::found(const std::string& name, const std::string& zone) {
  const Founding founding{name, zone, "EUR", "admin@" + name + ".example", "Admin " + name, false};
  const auto founded = found_organisation(founding, clock.now(), zones, secrets, ids, unit);
  PACELINE_ASSERT(founded.has_value());
  return founded->org_id;
}

void Product::apply(OrgId org_id, const std::string& document) {
  api::Request request;
  request.method = api::Method::post;
  request.path = std::string(api::kRoot) + "/apply";
  request.door = api::Door::operator_;
  request.headers = {{"content-type", "application/json"},
                     {"x-paceline-org", to_text(org_id)},
                     {"idempotency-key", "apply-" + std::to_string(++last_key_)}};
  request.body = document;
  const Answered applied = send(std::move(request));
  ASSERT_EQ(applied.told(), "200") << applied.text;
  ASSERT_EQ(applied.number_at("/refused"), 0) << applied.text;
}

Person Product::person(OrgId org_id, const std::string& email) {
  const auto user = read_as<std::optional<User>>(
      unit, org_id, [&](Stores& stores) { return stores.people.find_user_by_email(email); });
  PACELINE_ASSERT(user && *user);
  return {(*user)->user_id, (*user)->email, (*user)->role};
}

ContactId Product::add_contact(OrgId org_id, const std::string& name, std::optional<UserId> owner,
                               const std::string& account) {
  ContactDraft draft;
  draft.name = name;
  draft.owner_id = owner;
  if (!account.empty()) draft.account_name = account;
  ContactId made;
  write(org_id, [&](Stores& stores) -> Result<void> {
    const auto added = paceline::add_contact(system_of(org_id), draft, clock.now(), zones, ids, stores);
    if (!added) return tl::unexpected(added.error().front());
    made = added->contact_id;
    return {};
  });
  return made;
}

ActivityId Product::add_call(OrgId org_id, UserId rep_id, std::optional<ContactId> contact_id) {
  ActivityDraft draft;
  draft.rep_id = rep_id;
  draft.contact_id = contact_id;
  draft.kind = "call";
  draft.direction = Direction::outbound;
  ActivityId made;
  write(org_id, [&](Stores& stores) -> Result<void> {
    const auto logged = log_activity(system_of(org_id), draft, clock.now(), zones, ids, stores);
    if (!logged) return tl::unexpected(logged.error().front());
    made = logged->activity_id;
    return {};
  });
  return made;
}

Caller Product::session(OrgId org_id, UserId user_id, std::int64_t seconds) {
  const std::string secret = secrets.new_token();
  const Session session{secrets.fingerprint(secret), user_id, secrets.new_token(), clock.now().plus_seconds(seconds)};
  write(org_id, [&](Stores& stores) { return stores.access.add_session(session, clock.now()); });
  return {to_text(org_id) + "." + secret, session.csrf_token, ""};
}

Caller Product::token(OrgId org_id, UserId user_id, Scope scope) {
  const std::string secret = secrets.new_token();
  const Token token{ids.make<TokenId>(), secrets.fingerprint(secret), user_id, scope};
  write(org_id, [&](Stores& stores) { return stores.access.add_token(token, clock.now()); });
  return {"", "", to_text(org_id) + "." + secret};
}

std::string Product::password(OrgId org_id, UserId user_id) {
  auto made = make_password(org_id, user_id, backend.identity());
  PACELINE_ASSERT(made.has_value());
  return *std::move(made);
}

Answered Product::get(const Caller& caller, const std::string& path, const Sending& sending) {
  return send(caller, api::Method::get, path, "", sending);
}

Answered Product::post(const Caller& caller, const std::string& path, const std::string& body, const Sending& sending) {
  return send(caller, api::Method::post, path, body, sending);
}

api::Request Product::request_of(const Caller& caller, api::Method method, const std::string& path,
                                 const std::string& body, const Sending& sending) {
  api::Request request;
  request.method = method;
  split_query(path, request);
  request.body = body;
  request.peer = sending.peer;
  if (!body.empty()) request.headers["content-type"] = "application/json";
  if (method != api::Method::get)
    request.headers["idempotency-key"] = sending.key.empty() ? "key-" + std::to_string(++last_key_) : sending.key;
  if (!caller.cookie.empty()) request.headers["cookie"] = "paceline_session=" + caller.cookie;
  if (!caller.csrf_token.empty()) request.headers["x-csrf-token"] = caller.csrf_token;
  if (!caller.bearer.empty()) request.headers["authorization"] = "Bearer " + caller.bearer;
  for (const auto& [name, value] : sending.headers) request.headers[name] = value;
  return request;
}

Answered Product::send(const Caller& caller, api::Method method, const std::string& path, const std::string& body,
                       const Sending& sending) {
  return send(request_of(caller, method, path, body, sending));
}

api::Response Product::begun(const Caller& caller, const std::string& path) {
  return router_.handle(request_of(caller, api::Method::get, path, {}, {}));
}

Answered Product::send(api::Request request) {
  Answered answered;
  const double began = thread_ms();
  answered.whole = router_.handle(request);
  answered.handling_ms = thread_ms() - began;
  (void)looks.store(unit);  // what a server does within a second; a database that a test breaks takes it later
  answered.status = answered.whole.status;
  answered.text = answered.whole.body;
  while (answered.whole.next_part) {
    const auto part = answered.whole.next_part();
    if (!part) ADD_FAILURE() << part.error().code;
    if (!part || part->empty()) break;
    answered.text += *part;
  }
  boost::json::error_code fault;
  answered.body = boost::json::parse(answered.text, fault);
  return answered;
}

std::vector<std::string> Product::differences(OrgId org_id) {
  const auto found = read_as<Verification>(unit, org_id, [](Stores& stores) { return verify(stores); });
  PACELINE_ASSERT(found.has_value());
  std::vector<std::string> lines;
  for (const Difference& d : found->differences)
    lines.push_back(d.table + " | " + d.cell + " | " + d.stored + " | " + d.computed);
  const auto frozen = read_as<ReportVerification>(
      unit, org_id, [&](Stores& stores) { return verify_reports(secrets, stores.reports); });
  PACELINE_ASSERT(frozen.has_value());
  for (const Difference& d : frozen->differences)
    lines.push_back(d.table + " | " + d.cell + " | " + d.stored + " | " + d.computed);
  return lines;
}

std::int64_t Product::alter(std::string_view sql) {
  std::int64_t changed = -1;
  const std::string name = name_of(sql);
  const store::Statement statement{name, sql};
  const auto written = database_->write([&](store::Connection& connection) -> Result<void> {
    PACELINE_TRY(changed, connection.execute(statement, {}));
    return {};
  });
  EXPECT_TRUE(written) << (written ? "" : written.error().detail);
  return changed;
}

std::int64_t Product::number(std::string_view sql) {
  std::int64_t number = -1;
  const std::string name = name_of(sql);
  const store::Statement statement{name, sql};
  const auto read = database_->read([&](store::Connection& connection) -> Result<void> {
    PACELINE_TRY(const auto found, store::query_one<std::int64_t>(connection, statement, {}));
    number = found.value_or(-1);
    return {};
  });
  EXPECT_TRUE(read) << (read ? "" : read.error().detail);
  return number;
}

std::string json(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return text;
}

}  // namespace paceline::product
