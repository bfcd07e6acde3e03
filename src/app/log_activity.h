// SPDX-License-Identifier: Apache-2.0
// Logs an activity: checks it, notes what the contact was at the time, stores it, counts it, all in one transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"
#include "app/quotas_of.h"
#include "app/recount.h"

namespace paceline {

/// An activity as somebody tells it. Texts are not yet checked.
struct ActivityDraft {
  RepId rep_id;
  std::optional<ContactId> contact_id;
  std::string kind;
  std::optional<Direction> direction;
  std::optional<std::string> outcome;
  std::optional<std::int64_t> duration_s;
  std::optional<std::string> topic;
  std::optional<std::string> product_line;
  std::optional<Relation> relation;        ///< none: what the contact is now
  std::optional<Temperature> temperature;  ///< the same
  std::optional<std::string> lead_source;  ///< the same
  std::optional<std::string> segment;      ///< the same, of the account
  std::optional<Instant> occurred_at;      ///< none: now
  std::optional<Instant> known_at;         ///< none: now; never later than now
  std::optional<EvidenceKey> key;
  std::optional<std::string> note;
  std::optional<Precision> occurred_precision;  ///< month or day; none: occurred_at is exact
  Attributes attributes;
};

/// What an activity does to one quota.
struct Effect {
  QuotaId quota_id;
  std::string key;
  std::string name;
  Reason reason = Reason::counted;
  bool counts = false;
  std::int64_t before = 0;  ///< counted in the period of the activity's day, without and with the activity
  std::int64_t after = 0;
  std::int64_t amount = 0;  ///< prorated
};

struct LoggedActivity {
  ActivityId activity_id;
  bool added = false;  ///< false: the evidence key was there with the same content
  std::vector<Effect> effects;
};

/// Checks and completes a draft without storing it. All faults at once: "activity.kind.unknown",
/// "activity.outcome.unknown", "activity.direction.not_for_kind", "activity.duration_s.out_of_range",
/// "activity.occurred_at.in_future", "activity.known_at.in_future", "activity.known_at.before_occurred_at",
/// "activity.text.not_allowed", "activity.text.too_long", "activity.attributes.too_many", "activity.contact.not_found",
/// "activity.rep.not_found".
[[nodiscard]] Checked<Activity> check_activity(const ActivityDraft& draft, Instant now, const Zones& zones,
                                               PeopleStore& people, ContactStore& contacts, ActivityStore& activities);

/// What a checked activity would do to each quota of its rep. An activity with a known id stands in place of the old
/// one.
[[nodiscard]] Result<std::vector<Effect>> effects_of(const Activity& activity, Stores& stores);
/// The same with what was read in the unit of work.
[[nodiscard]] Result<std::vector<Effect>> effects_of(const Activity& activity, const QuotaBook& book,
                                                     Neighbours& neighbours, Stores& stores);

/// Returns also conflict "activity.external_id.conflict": the evidence key is there with other content (is_same); and
/// "activity.day.full": the rep has as many activities of that day as there may be.
[[nodiscard]] Checked<LoggedActivity> log_activity(const Actor& actor, const ActivityDraft& draft, Instant now,
                                                   const Zones& zones, Ids& ids, Stores& stores);

}  // namespace paceline
