// SPDX-License-Identifier: Apache-2.0
#include "store/appointments.h"

#include "store/columns.h"
#include "store/sql/in_list.h"
#include "store/sql/insert_all.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(CalendarFeed, (), (feed_id, user_id))
BOOST_DESCRIBE_STRUCT(Appointment, (), (appointment_id, kind, contact_id, account_id, opportunity_id, rep_id))
BOOST_DESCRIBE_STRUCT(AppointmentFact, (),
                      (appointment_id, seq, kind, starts_at, zone, minutes, activity_id, outcome, reason, rep_id,
                       known_at, stored_at, actor_id))
BOOST_DESCRIBE_STRUCT(AppointmentNow, (),
                      (appointment_id, rep_id, state, starts_at, ends_at, zone, minutes, moves, activity_id, joined,
                       outcome, reason, changed_at, version))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAdd{
    "appointment.add",
    "INSERT INTO appointment (org_id, appointment_id, kind, contact_id, account_id, opportunity_id,"
    " rep_id) VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kAddText{
    "appointment_text.add",
    "INSERT INTO appointment_text (org_id, appointment_id, purpose, place) VALUES ($1, $2, $3, $4)"};
constexpr Statement kAddFact{
    "appointment_fact.add",
    "INSERT INTO appointment_fact (org_id, appointment_id, seq, kind, starts_at, zone, minutes, activity_id, outcome, reason,"
    " rep_id, known_at, stored_at, actor_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};
constexpr Statement kPutNow{
    "appointment_now.put",
    "INSERT INTO appointment_now (org_id, appointment_id, rep_id, state, starts_at, ends_at, zone, minutes, moves, activity_id,"
    " joined, outcome, reason, changed_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
    " ON CONFLICT (org_id, appointment_id) DO UPDATE SET rep_id = excluded.rep_id, state = excluded.state, starts_at = excluded.starts_at,"
    " ends_at = excluded.ends_at, zone = excluded.zone, minutes = excluded.minutes, moves = excluded.moves,"
    " activity_id = excluded.activity_id, joined = excluded.joined, outcome = excluded.outcome, reason = excluded.reason,"
    " changed_at = excluded.changed_at, version = excluded.version"};
constexpr Statement kTakeTurn{"appointment_now.take_turn",
                              "UPDATE appointment_now SET version = version WHERE org_id = $1 AND appointment_id = $2"};
constexpr Statement kFind{"appointment.get",
                          "SELECT appointment_id, kind, contact_id, account_id, opportunity_id, rep_id FROM appointment"
                          " WHERE org_id = $1 AND appointment_id = $2"};
constexpr Statement kFacts{
    "appointment_fact.of",
    "SELECT appointment_id, seq, kind, starts_at, zone, minutes, activity_id, outcome, reason, rep_id, known_at, stored_at,"
    " actor_id FROM appointment_fact WHERE org_id = $1 AND appointment_id = $2 ORDER BY seq"};
constexpr Statement kFactsUntil{
    "appointment_fact.until",
    "SELECT appointment_id, seq, kind, starts_at, zone, minutes, activity_id, outcome, reason, rep_id, known_at, stored_at,"
    " actor_id FROM appointment_fact WHERE org_id = $1 AND known_at <= $2 ORDER BY appointment_id, seq"};
constexpr Statement kTexts{"appointment_text.many",
                           "SELECT appointment_id, purpose, place FROM appointment_text WHERE org_id = $1"
                           " AND appointment_id IN ($2)"};
constexpr Statement kOfActivity{"appointment_now.of_activity",
                                "SELECT appointment_id FROM appointment_now WHERE org_id = $1 AND activity_id = $2"};
constexpr Statement kHeads{
    "appointment.all",
    "SELECT appointment_id, kind, contact_id, account_id, opportunity_id, rep_id FROM appointment"
    " WHERE org_id = $1 ORDER BY appointment_id"};
constexpr Statement kNows{
    "appointment_now.all",
    "SELECT appointment_id, rep_id, state, starts_at, ends_at, zone, minutes, moves, activity_id, joined, outcome, reason,"
    " changed_at, version FROM appointment_now WHERE org_id = $1 ORDER BY appointment_id"};
constexpr Statement kNowsOfRep{
    "appointment_now.of_rep",
    "SELECT appointment_id, rep_id, state, starts_at, ends_at, zone, minutes, moves, activity_id, joined, outcome, reason,"
    " changed_at, version FROM appointment_now WHERE org_id = $1 AND rep_id = $2 AND ends_at > $3 AND starts_at < $4"
    " ORDER BY starts_at, appointment_id"};
constexpr Statement kNowsOfOpportunity{
    "appointment_now.of_opportunity",
    "SELECT n.appointment_id, n.rep_id, n.state, n.starts_at, n.ends_at, n.zone, n.minutes, n.moves, n.activity_id, n.joined,"
    " n.outcome, n.reason, n.changed_at, n.version FROM appointment a JOIN appointment_now n ON n.org_id = $1"
    " AND n.appointment_id = a.appointment_id WHERE a.org_id = $1 AND a.opportunity_id = $2"
    " ORDER BY n.starts_at, n.appointment_id"};
constexpr Statement kNowsWithContact{
    "appointment_now.with_contact",
    "SELECT n.appointment_id, n.rep_id, n.state, n.starts_at, n.ends_at, n.zone, n.minutes, n.moves, n.activity_id, n.joined,"
    " n.outcome, n.reason, n.changed_at, n.version FROM appointment a JOIN appointment_now n ON n.org_id = $1"
    " AND n.appointment_id = a.appointment_id WHERE a.org_id = $1 AND a.contact_id = $2"
    " ORDER BY n.starts_at, n.appointment_id"};
constexpr Statement kNowsWithAccount{
    "appointment_now.with_account",
    "SELECT n.appointment_id, n.rep_id, n.state, n.starts_at, n.ends_at, n.zone, n.minutes, n.moves, n.activity_id, n.joined,"
    " n.outcome, n.reason, n.changed_at, n.version FROM appointment a JOIN appointment_now n ON n.org_id = $1"
    " AND n.appointment_id = a.appointment_id WHERE a.org_id = $1 AND a.account_id = $2"
    " ORDER BY n.starts_at, n.appointment_id"};
constexpr Statement kHeadsOf{
    "appointment.many",
    "SELECT appointment_id, kind, contact_id, account_id, opportunity_id, rep_id FROM appointment"
    " WHERE org_id = $1 AND appointment_id IN ($2)"};

constexpr Statement kAddFeed{"calendar_feed.add",
                             "INSERT INTO calendar_feed (org_id, feed_id, user_id, token_hash, created_at)"
                             " VALUES ($1, $2, $3, $4, $5)"};
constexpr Statement kRevokeFeeds{"calendar_feed.revoke_of",
                                 "UPDATE calendar_feed SET revoked_at = $3"
                                 " WHERE org_id = $1 AND user_id = $2 AND revoked_at IS NULL"};
constexpr Statement kFeeds{"calendar_feed.all",
                           "SELECT feed_id, user_id FROM calendar_feed WHERE org_id = $1 AND revoked_at IS NULL"
                           " ORDER BY feed_id"};
constexpr Statement kFeedMadeAt{"calendar_feed.made_at",
                                "SELECT created_at FROM calendar_feed"
                                " WHERE org_id = $1 AND user_id = $2 AND revoked_at IS NULL"};
constexpr Statement kUserOfFeed{"calendar_feed.user_of",
                                "SELECT user_id FROM calendar_feed"
                                " WHERE org_id = $1 AND token_hash = $2 AND revoked_at IS NULL"};

struct AppointmentTextRecord {
  AppointmentId appointment_id;
  std::optional<std::string> purpose;
  std::optional<std::string> place;
};
BOOST_DESCRIBE_STRUCT(AppointmentTextRecord, (), (appointment_id, purpose, place))

std::map<AppointmentId, Appointment> by_appointment(const std::vector<Appointment>& heads) {
  std::map<AppointmentId, Appointment> map;
  for (const Appointment& head : heads) map.emplace(head.appointment_id, head);
  return map;
}

Result<std::vector<KnownAppointment>> with_heads(std::vector<AppointmentNow> nows, const OrgScope& scope) {
  std::vector<AppointmentId> ids;
  ids.reserve(nows.size());
  for (const AppointmentNow& now : nows) ids.push_back(now.appointment_id);
  PACELINE_TRY(const auto list, query_list<Appointment>(scope.connection, kHeadsOf, params(scope.org_id),
                                                        std::span<const AppointmentId>(ids)));
  const auto heads = by_appointment(list);
  std::vector<KnownAppointment> known;
  known.reserve(nows.size());
  for (AppointmentNow& now : nows) known.push_back({heads.at(now.appointment_id), std::move(now)});
  return known;
}

Result<void> put_appointment_now(const AppointmentNow& now, const OrgScope& scope) {
  PACELINE_CHECK(scope.connection.execute(kPutNow, Parameters().add(scope.org_id).add_members(now)));
  return {};
}

}  // namespace

Result<void> SqlAppointmentStore::add(const Appointment& appointment, const AppointmentText& text,
                                      const AppointmentFact& fact, const AppointmentNow& now) {
  PACELINE_CHECK(scope_.connection.execute(kAdd, Parameters().add(scope_.org_id).add_members(appointment)));
  PACELINE_CHECK(
      scope_.connection.execute(kAddText, params(scope_.org_id, appointment.appointment_id, text.purpose, text.place)));
  return add_facts({fact}, now);
}

Result<void> SqlAppointmentStore::add_facts(const std::vector<AppointmentFact>& facts, const AppointmentNow& now) {
  std::vector<Parameters> rows;
  rows.reserve(facts.size());
  for (const AppointmentFact& fact : facts)
    rows.push_back(std::move(Parameters().add(scope_.org_id).add_members(fact)));
  const auto added = insert_all(scope_.connection, kAddFact, rows);
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "appointment.changed");
  PACELINE_CHECK(added);
  return put_appointment_now(now, scope_);
}

Result<bool> SqlAppointmentStore::take_turn_of(AppointmentId appointment_id) {
  PACELINE_TRY(const auto taken, scope_.connection.execute(kTakeTurn, params(scope_.org_id, appointment_id)));
  return taken > 0;
}

Result<std::optional<Appointment>> SqlAppointmentStore::find(AppointmentId appointment_id) {
  return query_one<Appointment>(scope_.connection, kFind, params(scope_.org_id, appointment_id));
}

Result<std::vector<AppointmentFact>> SqlAppointmentStore::facts_of(AppointmentId appointment_id) {
  return query_all<AppointmentFact>(scope_.connection, kFacts, params(scope_.org_id, appointment_id));
}

Result<std::map<AppointmentId, AppointmentText>> SqlAppointmentStore::texts_of(
    const std::vector<AppointmentId>& appointments) {
  PACELINE_TRY(auto records, query_list<AppointmentTextRecord>(scope_.connection, kTexts, params(scope_.org_id),
                                                               std::span<const AppointmentId>(appointments)));
  std::map<AppointmentId, AppointmentText> texts;
  for (AppointmentTextRecord& record : records)
    texts.emplace(record.appointment_id, AppointmentText{std::move(record.purpose), std::move(record.place)});
  return texts;
}

Result<std::optional<AppointmentId>> SqlAppointmentStore::of_activity(ActivityId activity_id) {
  return query_one<AppointmentId>(scope_.connection, kOfActivity, params(scope_.org_id, activity_id));
}

Result<std::vector<KnownAppointment>> SqlAppointmentStore::of_rep(RepId rep_id, Instant from, Instant to) {
  PACELINE_TRY(auto nows,
               query_all<AppointmentNow>(scope_.connection, kNowsOfRep, params(scope_.org_id, rep_id, from, to)));
  return with_heads(std::move(nows), scope_);
}

Result<std::vector<KnownAppointment>> SqlAppointmentStore::of_opportunity(OpportunityId opportunity_id) {
  PACELINE_TRY(auto nows,
               query_all<AppointmentNow>(scope_.connection, kNowsOfOpportunity, params(scope_.org_id, opportunity_id)));
  return with_heads(std::move(nows), scope_);
}

Result<std::vector<KnownAppointment>> SqlAppointmentStore::with_contact(ContactId contact_id) {
  PACELINE_TRY(auto nows,
               query_all<AppointmentNow>(scope_.connection, kNowsWithContact, params(scope_.org_id, contact_id)));
  return with_heads(std::move(nows), scope_);
}

Result<std::vector<KnownAppointment>> SqlAppointmentStore::with_account(AccountId account_id) {
  PACELINE_TRY(auto nows,
               query_all<AppointmentNow>(scope_.connection, kNowsWithAccount, params(scope_.org_id, account_id)));
  return with_heads(std::move(nows), scope_);
}

Result<std::vector<KnownAppointment>> SqlAppointmentStore::all_as_of(Instant as_of) {
  PACELINE_TRY(const auto heads, query_all<Appointment>(scope_.connection, kHeads, params(scope_.org_id)));
  PACELINE_TRY(const auto facts,
               query_all<AppointmentFact>(scope_.connection, kFactsUntil, params(scope_.org_id, as_of)));
  std::map<AppointmentId, std::vector<AppointmentFact>> by_id;
  for (const AppointmentFact& fact : facts) by_id[fact.appointment_id].push_back(fact);
  std::vector<KnownAppointment> all;
  for (const Appointment& head : heads) {
    auto now = appointment_as_of(head, by_id[head.appointment_id], as_of);
    if (now) all.push_back({head, *std::move(now)});
  }
  return all;
}

Result<std::vector<KnownAppointment>> SqlAppointmentStore::all_now() {
  PACELINE_TRY(auto nows, query_all<AppointmentNow>(scope_.connection, kNows, params(scope_.org_id)));
  return with_heads(std::move(nows), scope_);
}

Result<std::vector<CalendarFeed>> SqlAppointmentStore::feeds() {
  return query_all<CalendarFeed>(scope_.connection, kFeeds, params(scope_.org_id));
}

Result<void> SqlAppointmentStore::add_feed(CalendarFeedId feed_id, UserId user_id, std::string_view fingerprint,
                                           Instant at) {
  PACELINE_CHECK(scope_.connection.execute(kAddFeed, params(scope_.org_id, feed_id, user_id, fingerprint, at)));
  return {};
}

Result<bool> SqlAppointmentStore::revoke_feeds_of(UserId user_id, Instant at) {
  PACELINE_TRY(const auto revoked, scope_.connection.execute(kRevokeFeeds, params(scope_.org_id, user_id, at)));
  return revoked > 0;
}

Result<std::optional<Instant>> SqlAppointmentStore::feed_made_at(UserId user_id) {
  return query_one<Instant>(scope_.connection, kFeedMadeAt, params(scope_.org_id, user_id));
}

Result<std::optional<UserId>> SqlAppointmentStore::user_of_feed(std::string_view fingerprint) {
  return query_one<UserId>(scope_.connection, kUserOfFeed, params(scope_.org_id, fingerprint));
}

}  // namespace paceline::store
