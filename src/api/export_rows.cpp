// SPDX-License-Identifier: Apache-2.0
#include "api/export_rows.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <map>
#include <utility>

#include "api/problem.h"
#include "base/enum_text.h"

namespace paceline::api {
namespace {

constexpr int kRowsOfWhole = 5'000;
constexpr int kForbiddenStatus = 403;
constexpr int kNotFoundStatus = 404;

std::string filled(std::string_view pattern, const json::Query& values) {
  std::string path(pattern);
  for (const auto& [name, value] : values) {
    const std::string place = "{" + name + "}";
    if (const auto at = path.find(place); at != std::string::npos) path.replace(at, place.size(), value);
  }
  return path;
}

std::set<std::string, std::less<>> parameters_of(const Route& route) {
  std::set<std::string, std::less<>> names;
  if (!route.query) return names;
  json::Components components;
  for (const json::Schema& parameter : route.query.parameters(components)) names.insert(parameter.name);
  return names;
}

std::optional<std::string> text_in(const boost::json::value& answer, const char* member) {
  const auto* const found = answer.as_object().if_contains(member);
  if (found == nullptr || !found->is_string()) return std::nullopt;
  return std::string(found->as_string());
}

/// The list in which they stand, and the member that names one.
struct Subjects {
  const char* path;
  const char* member;
};

Subjects subjects_of(Each each) {
  switch (each) {
    case Each::quota: return {"/api/v1/quotas", "key"};
    case Each::opportunity: return {"/api/v1/opportunities", "opportunity_id"};
    case Each::account: return {"/api/v1/accounts", "account_id"};
    case Each::once:
    case Each::rep: break;
  }
  return {"/api/v1/reps", "rep_id"};
}

/// Of each row; one that has none: 0.
template <class T>
Result<std::vector<T>> ids_in(const ExportRows::Page& page, const char* member) {
  std::vector<T> ids;
  ids.reserve(page.size());
  for (const auto& row : page) {
    const auto* const text = row.if_contains(member);
    if (text == nullptr || !text->is_string()) {
      ids.emplace_back();
      continue;
    }
    PACELINE_TRY(const auto id, parse_id<T>(std::string_view(text->get_string())));
    ids.push_back(id);
  }
  return ids;
}

std::vector<ContactId> distinct(const std::vector<ContactId>& ids) {
  const std::set<ContactId> all(ids.begin(), ids.end());
  std::vector<ContactId> some(all.begin(), all.end());
  std::erase(some, ContactId());
  return some;
}

void add_rest(const Activity& activity, boost::json::object& row) {
  if (activity.segment) row["segment"] = *activity.segment;
  if (activity.occurred_precision) row["occurred_precision"] = std::string(enum_text(*activity.occurred_precision));
}

boost::json::object object_of(const std::pair<const ActivityId, Attributes>& words) {
  boost::json::object object;
  for (const auto& [name, value] : words.second) object[name] = value;
  return object;
}

}  // namespace

ExportRows::ExportRows(const ExportTable& table, const Call& call, const Backend& backend, Handler handler)
    : table_(table),
      backend_(backend),
      handler_(std::move(handler)),
      request_(call.request),
      org_id_(call.actor().org_id),
      known_(parameters_of(route_of(table))) {
  for (auto& [name, value] : std::exchange(request_.query, {})) {
    if (name == "format" || value.empty()) continue;
    const bool fills_path = table.path.find("{" + name + "}") != std::string_view::npos;
    (fills_path ? path_ : query_).emplace_back(name, std::move(value));
  }
  const bool says_when =
      std::any_of(query_.begin(), query_.end(), [](const auto& parameter) { return parameter.first == "as_of"; });
  if (table.of_one_moment && !says_when) query_.emplace_back("as_of", to_text(backend.clock.now()));
  request_.method = Method::get;
}

tl::expected<ExportRows::Page, Response> ExportRows::next() {
  if (!begun_) {
    if (auto refusal = begin()) return tl::unexpected(*std::move(refusal));
  }
  Page page;
  while (page.empty() && !of_.empty()) {
    auto answer = ask_page();
    if (!answer && !passes_over(answer.error())) return tl::unexpected(std::move(answer).error());
    if (answer) take(*answer, page);
    answered_ = answered_ || answer;
    const bool has_pages = known_.contains("cursor");  // else `next` is something else: the period after this one
    cursor_ = answer && has_pages ? text_in(*answer, "next") : std::nullopt;
    if (cursor_) continue;
    of_.pop_front();
    cursor_ = first_cursor();
  }
  if (nowhere_ && !answered_ && of_.empty()) return tl::unexpected(*std::exchange(nowhere_, std::nullopt));
  const auto added = table_.name == "activities" ? add_words(page)
                     : table_.name == "contacts" ? add_keys(page)
                                                 : Result<void>();
  if (!added) return tl::unexpected(problem(added.error()));
  return page;
}

/// Of several that are asked for one after the other, one may be hidden from the caller, or a quota may not ask a rep.
/// A quota that is not there is so for all of them.
bool ExportRows::passes_over(const Response& refusal) {
  if (!many_) return false;
  if (refusal.status == kNotFoundStatus && !nowhere_) nowhere_ = refusal;
  return refusal.status == kForbiddenStatus || refusal.status == kNotFoundStatus;
}

std::optional<std::string> ExportRows::first_cursor() const {
  return table_.cursor.empty() ? std::nullopt : std::optional(std::string(table_.cursor));
}

/// Of whom there is something to ask.
std::optional<Response> ExportRows::begin() {
  begun_ = true;
  cursor_ = first_cursor();
  const std::string subject = subject_of(table_.each);
  const auto named = [&](const auto& parameter) { return parameter.first == subject; };
  many_ = table_.each != Each::once && std::none_of(path_.begin(), path_.end(), named) &&
          std::none_of(query_.begin(), query_.end(), named);
  const std::string open = filled(table_.path, path_);
  const auto brace = open.find('{');
  const std::string missing = brace == std::string::npos ? "" : open.substr(brace + 1, open.find('}') - brace - 1);
  if (!missing.empty() && !(many_ && missing == subject))
    return problem({Fault::invalid, "member.missing", "?" + missing, {}});
  if (!many_) return of_.emplace_back(), std::nullopt;
  const auto [path, member] = subjects_of(table_.each);
  // Who left is not among the reps; who administers has all of them.
  if (table_.each == Each::rep && !collect("/api/v1/users", "user_id")) return std::nullopt;
  return collect(path, member);
}

std::optional<Response> ExportRows::collect(const std::string& path, const char* member) {
  std::optional<std::string> cursor;
  do {
    json::Query query{{"limit", std::to_string(form::kLargestLimit)}};
    if (cursor) query.emplace_back("cursor", *cursor);
    if (table_.each == Each::opportunity) {
      const auto as_of =
          std::find_if(query_.begin(), query_.end(), [](const auto& parameter) { return parameter.first == "as_of"; });
      if (as_of != query_.end()) query.push_back(*as_of);
    }
    const auto answer = ask(path, std::move(query));
    if (!answer) return answer.error();
    for (const auto& item : answer->at("items").as_array()) of_.push_back(*text_in(item, member));
    cursor = text_in(*answer, "next");
  } while (cursor);
  return std::nullopt;
}

tl::expected<boost::json::value, Response> ExportRows::ask_page() {
  json::Query path = path_;
  json::Query query = query_;
  if (many_) {
    const std::string subject = subject_of(table_.each);
    const bool fills_path = table_.path.find("{" + subject + "}") != std::string_view::npos;
    (fills_path ? path : query).emplace_back(subject, of_.front());
  }
  if (known_.contains("limit")) query.emplace_back("limit", std::to_string(form::kLargestLimit));
  if (cursor_) query.emplace_back("cursor", *cursor_);
  return ask(filled(table_.path, path), std::move(query), table_.whole ? kRowsOfWhole : 0);
}

tl::expected<boost::json::value, Response> ExportRows::ask(const std::string& path, json::Query query, int rows) const {
  Request request = request_;
  request.path = path;
  request.query = std::move(query);
  request.rows = rows;
  Response response = handler_(request);
  if (response.status != 200) return tl::unexpected(std::move(response));
  return boost::json::parse(response.body);
}

void ExportRows::take(const boost::json::value& answer, Page& page) const {
  const std::string of = owner_column(table_.each);
  const auto add = [&](boost::json::object row) {
    if (many_ && table_.name != "activities") row[of] = of_.front();
    page.push_back(std::move(row));
  };
  const std::string inside(table_.inside);
  for (const auto& item : answer.at(std::string(table_.rows)).as_array()) {
    boost::json::object row = item.as_object();
    if (inside.empty()) {
      add(std::move(row));
      continue;
    }
    const boost::json::array elements = row[inside].as_array();
    for (const auto& element : elements) {
      row[inside] = element;
      add(row);
    }
  }
}

/// What an import of the file needs and the list does not show: notes, attributes, what the company calls the contact.
Result<void> ExportRows::add_words(Page& page) const {
  return backend_.unit.read(org_id_, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto ids, ids_in<ActivityId>(page, "activity_id"));
    PACELINE_TRY(const auto contact_ids, ids_in<ContactId>(page, "contact_id"));
    PACELINE_TRY(const auto keys, stores.contacts.keys_of(distinct(contact_ids)));
    PACELINE_TRY(const auto attributes, stores.activities.attributes_of(ids));
    PACELINE_TRY(const auto activities, stores.activities.now_by_ids(ids));
    std::map<ActivityId, const Activity*> by_id;
    for (const Activity& each : activities) by_id.emplace(each.activity_id, &each);
    for (std::size_t at = 0; at < page.size(); ++at) {
      boost::json::object& row = page[at];
      if (const auto key = keys.find(contact_ids[at]); key != keys.end()) row["contact_key"] = key->second;
      PACELINE_TRY(const auto note, stores.activities.note_of(ids[at]));
      if (note) row["note"] = *note;
      if (const auto found = by_id.find(ids[at]); found != by_id.end()) add_rest(*found->second, row);
      if (const auto words = attributes.find(ids[at]); words != attributes.end()) row["attributes"] = object_of(*words);
    }
    return {};
  });
}

Result<void> ExportRows::add_keys(Page& page) const {
  return backend_.unit.read(org_id_, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto ids, ids_in<ContactId>(page, "contact_id"));
    PACELINE_TRY(const auto keys, stores.contacts.keys_of(ids));
    PACELINE_TRY(const auto users, stores.people.users());
    std::map<UserId, std::string> addresses;
    for (const User& user : users) addresses.emplace(user.user_id, user.email);
    for (std::size_t at = 0; at < page.size(); ++at) {
      PACELINE_TRY(const auto contact, stores.contacts.find_contact(ids[at]));
      if (!contact) continue;
      if (const auto key = keys.find(ids[at]); key != keys.end()) page[at]["key"] = key->second;
      if (contact->owner_id) page[at]["owner_email"] = addresses[*contact->owner_id];
      if (!contact->account_id) continue;
      PACELINE_TRY(const auto account, stores.contacts.find_account(*contact->account_id));
      if (account && account->segment) page[at]["segment"] = *account->segment;
    }
    return {};
  });
}

}  // namespace paceline::api
