// SPDX-License-Identifier: Apache-2.0
#include "app/hand_over.h"

#include <algorithm>

#include "app/edit_account.h"
#include "app/edit_appointment.h"
#include "app/edit_opportunity.h"
#include "app/quotas_of.h"
#include "quota/hand_over.h"
#include "quota/proration.h"

namespace paceline {
namespace {

Result<Party> party_of(UserId user_id, Stores& stores) {
  PACELINE_TRY(auto terms, terms_of(user_id, stores));
  return Party{std::move(terms.placement), std::move(terms.time)};
}

Result<Party> successor_of(const HandOver& what, Stores& stores) {
  if (what.successor == what.leaver) return fail(Fault::invalid, "hand_over.successor.same");
  PACELINE_TRY(const auto user, stores.people.find_user(what.successor));
  if (!user) return fail(Fault::invalid, "hand_over.successor.unknown");
  if (!user->active || !employment_of(*user).contains(what.from)) {
    return fail(Fault::invalid, "hand_over.successor.away");
  }
  return party_of(what.successor, stores);
}

Result<std::int64_t> hand_contacts_over(const Actor& actor, const HandOver& what, Instant now, Stores& stores) {
  PACELINE_TRY(const auto contacts, stores.contacts.contacts_of(what.leaver));
  PACELINE_CHECK(stores.contacts.change_owner(what.leaver, what.successor));
  const std::string detail = to_text(what.leaver) + " " + to_text(what.successor);
  for (const ContactId contact_id : contacts) {
    PACELINE_CHECK(stores.ledger.note({actor.user_id, "contact.owner", to_text(contact_id), detail, now}));
  }
  if (!contacts.empty()) PACELINE_CHECK(stores.ledger.tell("contact", std::nullopt, now));
  return static_cast<std::int64_t>(contacts.size());
}

/// Those that are the leaver's today, from today on: whoever has the opportunities must see whose they are. An owner
/// who is entered for a later day stays.
Result<std::int64_t> hand_accounts_over(const HandOver& what, const EditContext& context, Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, context.zones.local(context.now, organisation.zone));
  PACELINE_TRY(const auto accounts, stores.accounts.all());
  AccountEdit edit;
  edit.owner_id.emplace(what.successor);
  std::int64_t count = 0;
  for (const AccountProfile& each : accounts) {
    if (owner_on(each, local.day) != what.leaver) continue;
    const auto handed = edit_account(context.actor, each.account_id, edit, local.day, context.now, stores);
    if (!handed) return tl::unexpected(handed.error().front());
    ++count;
  }
  return count;
}

Result<std::int64_t> hand_opportunities_over(const HandOver& what, const EditContext& context, Stores& stores) {
  constexpr int at_once = 500;
  std::vector<OpportunityId> open;
  OpportunityPage page{std::vector<RepId>{what.leaver}, {}, OpportunityState::open, {}, {}, at_once};
  for (bool more = true; more;) {
    PACELINE_TRY(const auto found, stores.opportunities.page(page));
    more = found.size() == static_cast<std::size_t>(at_once);
    for (const KnownOpportunity& each : found) open.push_back(each.now.opportunity_id);
    if (!open.empty()) page.before = open.back();
  }
  OpportunityEdit edit;
  edit.rep_id = what.successor;
  for (const OpportunityId id : open) {
    if (const auto handed = edit_opportunity(id, edit, context, stores); !handed)
      return tl::unexpected(handed.error().front());
  }
  return static_cast<std::int64_t>(open.size());
}

/// The rest of the period that holds the first day, or today when that is later. Empty of a span that is over.
Period rest_of_period(const Quota& quota, Day from, Day today, Weekday week_start) {
  const Day day = std::max(from, today);
  if (quota.span && !quota.span->contains(day)) return {day, day};
  const Period period = quota.span ? *quota.span : period_of(quota.period_kind, day, week_start);
  return {std::max(from, period.from), period.to};
}

std::int64_t asked(const Quota& quota, const Party& party, const Company& company, Period period) {
  return prorate(quota_days(quota, party.placement, company, party.time, period), party.time.calendar).amount;
}

/// In each of the successor's own periods: their weeks may begin on another day than the leaver's.
std::int64_t asked_more(const Quota& before, const Quota& after, const Party& successor, const Company& company,
                        Period span) {
  std::int64_t more = 0;
  for (Day day = span.from; day < span.to;) {
    const Period period =
        before.span ? *before.span : period_of(before.period_kind, day, successor.time.calendar.week_start);
    more += asked(after, successor, company, period) - asked(before, successor, company, period);
    day = period.to;
  }
  return more;
}

bool fits(const std::vector<QuotaVersion>& versions) {
  return std::all_of(versions.begin(), versions.end(), [](const QuotaVersion& version) {
    return std::all_of(version.subjects.begin(), version.subjects.end(), [](const QuotaSubject& subject) {
      return !subject.amounts || subject.amounts->stretch.value_or(subject.amounts->quota) <= kLargestQuota;
    });
  });
}

class QuotasHandedOver {
 public:
  QuotasHandedOver(const Actor& actor, const HandOver& what, Instant now, Stores& stores)
      : actor_(actor), what_(what), now_(now), stores_(stores) {}

  Result<std::vector<HandedQuota>> run(const Party& leaver, const Party& successor, Day today) {
    PACELINE_TRY(const Company company, stores_.people.company());
    PACELINE_TRY(const auto given, stores_.quotas.handed_over_by(what_.leaver));
    PACELINE_TRY(const auto quotas, stores_.quotas.quotas());
    std::vector<HandedQuota> handed;
    for (const Quota& quota : quotas) {
      std::vector<Period> before;
      for (const HandedSpan& each : given) {
        if (each.quota_id == quota.quota_id) before.push_back(each.span);
      }
      const Period days = rest_of_period(quota, what_.from, today, leaver.time.calendar.week_start);
      if (days.days() <= 0) continue;
      const Remainder remainder = paceline::hand_over(quota, leaver, successor, company, days, before);
      if (remainder.versions.empty()) continue;
      if (!fits(remainder.versions)) return fail(Fault::invalid, "quota.amount.out_of_range", {}, quota.key);
      PACELINE_CHECK(store(quota, remainder));
      const Quota after = with_versions(quota, remainder.versions);
      handed.push_back({quota.key, asked_more(quota, after, successor, company, remainder.span), remainder.span});
    }
    return handed;
  }

 private:
  Result<void> store(const Quota& quota, const Remainder& remainder) {
    for (const QuotaVersion& version : remainder.versions) {
      PACELINE_CHECK(stores_.quotas.put_version(quota.quota_id, version, actor_.user_id, now_, {}));
    }
    const HandedSpan handed{quota.quota_id, remainder.span};
    PACELINE_CHECK(stores_.quotas.add_handed_over(what_.leaver, what_.successor, handed, actor_.user_id, now_));
    PACELINE_CHECK(stores_.ledger.tell("quota", std::nullopt, now_));
    const std::string detail = to_text(what_.leaver) + " " + to_text(what_.successor) + " " +
                               to_text(remainder.span.from) + "/" + to_text(remainder.span.to);
    return stores_.ledger.note({actor_.user_id, "quota.hand_over", to_text(quota.quota_id), detail, now_});
  }

  const Actor& actor_;
  const HandOver& what_;
  Instant now_;
  Stores& stores_;
};

}  // namespace

Result<HandedOver> hand_over(const Actor& actor, const HandOver& what, Instant now, const Zones& zones, Ids& ids,
                             Stores& stores) {
  PACELINE_TRY(const Party successor, successor_of(what, stores));
  PACELINE_TRY(const Party leaver, party_of(what.leaver, stores));
  PACELINE_TRY(const auto today, zones.local(now, leaver.placement.user.zone));
  HandedOver handed;
  if (what.quotas) {
    PACELINE_TRY(handed.quotas, QuotasHandedOver(actor, what, now, stores).run(leaver, successor, today.day));
  }
  if (what.contacts) {
    PACELINE_TRY(handed.contacts, hand_contacts_over(actor, what, now, stores));
    const EditContext context{actor, now, zones, ids};
    PACELINE_TRY(handed.accounts, hand_accounts_over(what, context, stores));
    PACELINE_TRY(const auto coming, stores.appointments.of_rep(what.leaver, now, Instant(INT64_MAX)));
    PACELINE_TRY(handed.appointments, give_coming_appointments(coming, {what.leaver, what.successor}, context, stores));
    PACELINE_TRY(handed.opportunities, hand_opportunities_over(what, context, stores));
  }
  return handed;
}

}  // namespace paceline
