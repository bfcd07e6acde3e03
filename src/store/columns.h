// SPDX-License-Identifier: Apache-2.0
// How the domain's own values stand in rows: enums by their text, structs by their members in the order of the columns.
#pragma once

#include <type_traits>

#include "app/ports/activity_store.h"
#include "app/ports/contact_store.h"
#include "app/ports/count_store.h"
#include "app/ports/ledger_store.h"
#include "app/ports/people_store.h"
#include "app/ports/quota_store.h"
#include "app/ports/work_time_store.h"
#include "base/enum_text.h"
#include "store/sql/rows.h"

namespace paceline::store {

/// An enum is its text. A text that no enumerator has is a broken invariant: only this program writes the column.
template <class E>
requires std::is_enum_v<E>
struct Column<E> {
  static E read(const Row& row, int column) {
    const auto value = parse_enum<E>(row.text(column));
    PACELINE_ASSERT(value);
    return *value;
  }
  static Value value(E value) { return enum_text(value); }
};

}  // namespace paceline::store

namespace paceline {

BOOST_DESCRIBE_STRUCT(Organisation, (), (org_id, name, zone, currency, demonstration))
BOOST_DESCRIBE_STRUCT(User, (), (user_id, email, name, role, zone, calendar_id, active, joined, left))
BOOST_DESCRIBE_STRUCT(Team, (), (team_id, name, parent_id))
BOOST_DESCRIBE_STRUCT(Membership, (), (user_id, from, team_id))
BOOST_DESCRIBE_STRUCT(Phase, (), (phase_id, name, from_month, to_month))
BOOST_DESCRIBE_STRUCT(RampStep, (), (after_days, share_bp))
BOOST_DESCRIBE_STRUCT(RampStart, (), (ramp_id, from))
BOOST_DESCRIBE_STRUCT(Account, (), (account_id, name, segment))
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (contact_id, key, name, account_id, phone, email, relation, temperature, source, owner_id))
BOOST_DESCRIBE_STRUCT(Signal, (), (signal_id, contact_id, kind, topic, occurred_at, known_at))
BOOST_DESCRIBE_STRUCT(Activity, (),
                      (activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic,
                       product_line, relation, temperature, lead_source, segment, occurred_at, known_at, day, state,
                       occurred_precision))
BOOST_DESCRIBE_STRUCT(KeyedActivity, (Activity), (external_id))
BOOST_DESCRIBE_STRUCT(ActivityGroup, (), (value, outcome, count))
BOOST_DESCRIBE_STRUCT(DayCell, (), (rule_id, rep_id, day, n, amount))
BOOST_DESCRIBE_STRUCT(RepCount, (), (rep_id, day, n))
BOOST_DESCRIBE_STRUCT(FirstOfEntity, (), (entity_id, day, occurred_at, activity_id))
BOOST_DESCRIBE_STRUCT(Change, (), (seq, word, rep_id))
BOOST_DESCRIBE_STRUCT(AuditEntry, (), (actor_id, action, subject, detail, at))
BOOST_DESCRIBE_STRUCT(NotedEntry, (AuditEntry), (audit_id))
BOOST_DESCRIBE_STRUCT(FirstAnswer, (), (body_hash, status, body))

}  // namespace paceline
