// SPDX-License-Identifier: Apache-2.0
#include "demo/demonstration.h"

#include <algorithm>
#include <map>
#include <span>

#include "app/cells.h"
#include "app/found_organisation.h"
#include "app/phones.h"
#include "demo/company.h"
#include "demo/past_reports.h"
#include "demo/people.h"
#include "demo/pipeline_facts.h"
#include "demo/work_day.h"

namespace paceline::demo {
namespace {

constexpr int kContactsOfRep = 110;
constexpr int kContactsOfMany = 30;  // of each rep, where there are over a hundred
constexpr int kManyReps = 100;       // over these its past is not closed, and rows have ids of the present
constexpr double kSignalsOfDay = 3.0;
constexpr std::size_t kWarmMost = 25;
constexpr std::size_t kActivitiesAtOnce = 500;
constexpr std::size_t kRepsAtOnce = 25;

// What a chance is about, beside those of truth.cpp.
enum Topic : std::int64_t { of_contacts = 11, of_activities, of_selling = 14 };

/// Of the first ones, so that a large company is made as fast as without; of these some are on the leaderboard.
constexpr int kRepsWhoSell = 12;

/// Are the periods of its past closed?
bool closes(const Size& size) {
  return size.reps <= kManyReps;
}

Error first_of(const Errors& errors) {
  return errors.front();
}

template <class T>
Result<T> first_fault(Checked<T> checked) {
  if (!checked) return tl::unexpected(first_of(checked.error()));
  return *std::move(checked);
}

class Maker {
 public:
  Maker(const Size& size, const Tools& tools)
      : size_(size), tools_(tools), ids_(tools.ids, closes(size)), now_(tools.clock.now()) {}

  Result<Demonstration> run() {
    PACELINE_TRY(const auto known, tools_.unit.organisations());
    if (!known.empty())
      return fail(Fault::conflict, "demo.not_empty", {}, "there is an organisation in this folder already");
    const Founding founding{"Brightside Advisers",         "Europe/Sofia", "EUR",
                            "admin@demo.paceline.example", "Alex Admin",   true};
    PACELINE_TRY(const LocalTime today, tools_.zones.local(now_, founding.zone));
    truth_ = truth_of(size_, today.day);
    PACELINE_TRY(began_, tools_.zones.start_of(truth_.history.from, founding.zone));
    PACELINE_TRY(const Founded founded, first_fault(found_organisation(founding, began_, tools_.zones, tools_.secrets,
                                                                       tools_.ids, tools_.unit)));
    made_.org_id = founded.org_id;
    actor_ = Actor{founded.org_id, UserId(), Role::system, {}, {}, {}, Monitoring::full};
    PACELINE_CHECK(apply_all(company(truth_), began_));
    PACELINE_CHECK(apply_all(moves(truth_), began_));
    PACELINE_CHECK(apply_all(selling(), began_));
    PACELINE_CHECK(ask());
    PACELINE_CHECK(know_users());
    PACELINE_CHECK(know_selling(today.day));
    const std::span<const TrueRep> reps = truth_.reps;
    for (std::size_t at = 0; at < reps.size(); at += kRepsAtOnce)
      PACELINE_CHECK(live_through(reps.subspan(at, std::min(kRepsAtOnce, reps.size() - at))));
    PACELINE_CHECK(count());
    PACELINE_CHECK(close_past());
    return Demonstration{made_, std::move(truth_)};
  }

 private:
  /// Makes the quotas, before there is anything to count: all of it is counted together afterwards.
  Result<void> ask() {
    const Instant made = closes(size_) ? began_ : now_;
    ids_.set(made);
    PACELINE_CHECK(apply_all(quotas(truth_), made));
    return apply_all(revenue_quotas(truth_), made);
  }

  Result<void> count() {
    return tools_.unit.write(made_.org_id, [&](Stores& stores) -> Result<void> {
      PACELINE_TRY(const auto uses, rule_uses(stores.quotas));
      return count_history(uses, stores);
    });
  }

  Result<void> close_past() {
    if (!closes(size_)) return {};
    const Past past{truth_, made_.org_id, users_, calendars_, tools_.zones, tools_.secrets, now_};
    return tools_.unit.write(made_.org_id, [&](Stores& stores) { return close_the_past(past, ids_, stores); });
  }

  Result<void> apply_all(const Definitions& definitions, Instant at) {
    return tools_.unit.write(made_.org_id, [&](Stores& stores) -> Result<void> {
      PACELINE_TRY(const auto applied, apply(actor_, definitions, at, {tools_.zones, tools_.countries, ids_}, stores));
      if (applied.refused > 0) return tl::unexpected(first_of(applied.faults));
      return {};
    });
  }

  /// Gives everybody the known password, and finds the reps and the calendars.
  Result<void> know_users() {
    PACELINE_TRY(const std::string hash, tools_.secrets.hash_password(kPassword));
    return tools_.unit.write(made_.org_id, [&](Stores& stores) -> Result<void> {
      PACELINE_TRY(const auto users, stores.people.users());
      made_.users = static_cast<std::int64_t>(users.size());
      for (const User& user : users) {
        PACELINE_CHECK(stores.people.set_password_hash(user.user_id, hash));
        users_[user.email] = user;
      }
      PACELINE_TRY(const auto calendars, stores.calendars.calendars());
      for (const StoredCalendar& each : calendars) calendars_[each.calendar_id] = each.calendar;
      return {};
    });
  }

  /// The stages and product lines, as they are stored.
  Result<void> know_selling(Day today) {
    return tools_.unit.write(made_.org_id, [&](Stores& stores) -> Result<void> {
      PACELINE_TRY(const auto organisation, stores.people.organisation());
      PACELINE_TRY(const auto currency, Currency::parse(organisation.currency));
      PACELINE_TRY(const auto pipelines, stores.pipelines.pipelines());
      PACELINE_TRY(const auto lines, stores.pipelines.product_lines());
      selling_.emplace(Selling{pipelines.front(), {}, currency, today});
      for (const TrueLine& line : kTrueLines) {
        const auto found = std::ranges::find(lines, line.key, &ProductLine::key);
        selling_->lines.push_back(found->product_line_id);
      }
      return {};
    });
  }

  /// All that these did, in one write: the disk is waited for once.
  Result<void> live_through(std::span<const TrueRep> reps) {
    const Made before = made_;
    return tools_.unit.write(made_.org_id, [&](Stores& stores) -> Result<void> {
      made_ = before;
      for (const TrueRep& rep : reps) PACELINE_CHECK(live_through(rep, stores));
      return {};
    });
  }

  Result<void> live_through(const TrueRep& rep, Stores& stores) {
    const User& user = users_.at(rep.email);
    PACELINE_TRY(const auto contacts, meet_contacts(rep, user, stores));
    const WorkTime time = time_of(rep, calendars_.at(user.calendar_id));
    Chance chance(truth_.seed, {of_activities, rep.number});
    std::vector<NewActivity> activities;
    Ties ties;
    for (Day day = truth_.history.from; day < truth_.history.to; ++day) {
      const auto there = paceline::work_day(time, day);
      PACELINE_TRY(const Instant midnight, tools_.zones.start_of(day, user.zone));
      WorkDay of_rep{day, midnight.plus_seconds(time.calendar.day_start_minute * 60), there.present * 60, ties};
      const auto counts = counts_on(truth_, rep, day, worth_of(time, there));
      auto of_day = activities_on(of_rep, counts, user.user_id, contacts, chance);
      change_ties(of_day, contacts, ties);
      for (Activity& activity : of_day) keep(std::move(activity), activities);
      const double signals = kSignalsOfDay * size_.scale * (there.calendar > 0 ? 1 : 0.25);
      PACELINE_CHECK(add_signals(signals_on(of_rep, signals, contacts, chance), contacts, ties.warm, stores));
      if (activities.size() >= kActivitiesAtOnce) PACELINE_CHECK(flush(activities, stores));
    }
    PACELINE_CHECK(flush(activities, stores));
    if (rep.number >= kRepsWhoSell) return {};
    if (rep.number % 3 != 2) PACELINE_CHECK(join_leaderboard(user, rep.number % 3 == 1, stores));
    return sell(rep, user, contacts, stores);
  }

  /// Two of three want to stand on it.
  Result<void> join_leaderboard(const User& user, bool first_name_only, Stores& stores) const {
    PACELINE_CHECK(stores.settings.put_leaderboard_entry({user.user_id, first_name_only}));
    return stores.ledger.note({user.user_id, "leaderboard.choose", to_text(user.user_id), "joined", began_});
  }

  Result<void> sell(const TrueRep& rep, const User& user, const std::vector<Contact>& contacts, Stores& stores) {
    const DayStart start = [&](Day day) { return tools_.zones.start_of(day, user.zone); };
    PACELINE_TRY(const auto all, opportunities_of(truth_, rep, contacts.size(), start, now_));
    const Chance chance(truth_.seed, {of_selling, rep.number});
    return add_selling(all, {user.user_id, user.zone, &contacts}, *selling_, start, chance, ids_, stores);
  }

  Result<std::vector<Contact>> meet_contacts(const TrueRep& rep, const User& user, Stores& stores) {
    Chance chance(truth_.seed, {of_contacts, rep.number});
    const int language = countries().at(rep.country).language;
    const int count = size_.reps > kManyReps ? kContactsOfMany : kContactsOfRep;
    std::vector<Contact> contacts;
    for (int i = 0; i < count; ++i) {
      Contact contact;
      contact.contact_id = tools_.ids.make<ContactId>();
      contact.name = contact_name(chance.happens(0.3) ? chance.below(kLanguages) : language, chance);
      PACELINE_TRY(contact.account_id, account(account_name(chance), stores));
      contact.phone = "+359 2 " + std::to_string(chance.between(1000000, 9999999));
      contact.relation =
          chance.happens(0.2) ? Relation::customer : (chance.happens(0.5) ? Relation::lead : Relation::new_);
      contact.temperature =
          chance.happens(0.12) ? Temperature::hot : (chance.happens(0.4) ? Temperature::warm : Temperature::cold);
      contact.source = chance.happens(0.3) ? "web" : (chance.happens(0.3) ? "fair" : "list");
      contact.owner_id = user.user_id;
      PACELINE_CHECK(stores.contacts.add_contact(contact, now_));
      PACELINE_CHECK(note_phone_of(contact, stores));
      contacts.push_back(std::move(contact));
    }
    made_.contacts += count;
    return contacts;
  }

  Result<AccountId> account(const std::string& name, Stores& stores) {
    PACELINE_TRY(const auto known, stores.contacts.find_account_by_name(name));
    if (known) return known->account_id;
    return stores.contacts.add_account({tools_.ids.make<AccountId>(), name, {}});
  }

  /// What would happen later today has not happened yet.
  void keep(Activity activity, std::vector<NewActivity>& activities) {
    if (activity.known_at > now_) return;
    ids_.set(activity.known_at);
    activity.activity_id = ids_.make<ActivityId>();
    const Instant known_at = activity.known_at;
    activities.push_back({std::move(activity), Intake{{}, {}, actor_.user_id, known_at, {}}});
    ++made_.activities;
  }

  static Result<void> flush(std::vector<NewActivity>& activities, Stores& stores) {
    PACELINE_CHECK(stores.activities.add(activities));
    activities.clear();
    return {};
  }

  Result<void> add_signals(std::vector<Signal> signals, const std::vector<Contact>& contacts,
                           std::vector<const Contact*>& warm, Stores& stores) {
    std::erase_if(signals, [&](const Signal& signal) { return signal.known_at > now_; });
    for (Signal& signal : signals) {
      ids_.set(signal.known_at);
      signal.signal_id = ids_.make<SignalId>();
      PACELINE_CHECK(stores.contacts.add_signal(signal, {}, actor_.user_id, signal.known_at));
      const auto of = std::find_if(contacts.begin(), contacts.end(),
                                   [&](const Contact& contact) { return contact.contact_id == signal.contact_id; });
      warm.insert(warm.begin(), &*of);
      ++made_.signals;
    }
    warm.resize(std::min(warm.size(), kWarmMost));
    return {};
  }

  const Size& size_;
  const Tools& tools_;
  IdsOfThen ids_;
  Instant now_;
  Instant began_;  ///< the first moment of the history
  Actor actor_;
  Truth truth_;
  std::optional<Selling> selling_;
  std::map<std::string, User> users_;
  std::map<CalendarId, WorkingCalendar> calendars_;
  Made made_;
};

}  // namespace

Checked<Demonstration> make(const Size& size, const Tools& tools) {
  auto made = Maker(size, tools).run();
  if (!made) return tl::unexpected(Errors{std::move(made).error()});
  return *std::move(made);
}

}  // namespace paceline::demo
