// SPDX-License-Identifier: Apache-2.0
#include "demo/demonstration.h"

#include <algorithm>

#include "app/found_organisation.h"
#include "demo/company.h"
#include "demo/people.h"
#include "demo/work_day.h"

namespace paceline::demo {
namespace {

constexpr int kContactsOfRep = 110;
constexpr double kSignalsOfDay = 3.0;
constexpr std::size_t kWarmMost = 25;

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
      : size_(size), tools_(tools), chance_(size.seed), now_(tools.clock.now()) {}

  Result<Made> run() {
    PACELINE_TRY(const auto known, tools_.unit.organisations());
    if (!known.empty())
      return fail(Fault::conflict, "demo.not_empty", {}, "there is an organisation in this folder already");
    const Founding founding{"Brightside Advisers",         "Europe/Sofia", "EUR",
                            "admin@demo.paceline.example", "Alex Admin",   true};
    PACELINE_TRY(const Founded founded, first_fault(found_organisation(founding, now_, tools_.zones, tools_.secrets,
                                                                       tools_.ids, tools_.unit)));
    made_.org_id = founded.org_id;
    actor_ = Actor{founded.org_id, UserId(), Role::system, {}, {}, {}, Monitoring::full};
    PACELINE_TRY(const LocalTime today, tools_.zones.local(now_, founding.zone));
    history_ = Period{today.day - size_.days, today.day + 1};
    PACELINE_CHECK(apply_all(company(size_.reps, history_)));
    PACELINE_CHECK(know_users());
    for (const User& rep : reps_) PACELINE_CHECK(live_through(rep));
    PACELINE_CHECK(apply_all(quotas(history_)));
    return made_;
  }

 private:
  Result<void> apply_all(const Definitions& definitions) {
    return tools_.unit.write(made_.org_id, [&](Stores& stores) -> Result<void> {
      PACELINE_TRY(const auto applied,
                   apply(actor_, definitions, now_, {tools_.zones, tools_.countries, tools_.ids}, stores));
      if (applied.refused > 0) return tl::unexpected(first_of(applied.faults));
      return {};
    });
  }

  /// Gives everybody the known password, and finds the reps.
  Result<void> know_users() {
    PACELINE_TRY(const std::string hash, tools_.secrets.hash_password(kPassword));
    return tools_.unit.write(made_.org_id, [&](Stores& stores) -> Result<void> {
      PACELINE_TRY(const auto users, stores.people.users());
      made_.users = static_cast<std::int64_t>(users.size());
      reps_.clear();
      for (const User& user : users) {
        PACELINE_CHECK(stores.people.set_password_hash(user.user_id, hash));
        if (user.role == Role::rep) reps_.push_back(user);
      }
      PACELINE_ASSERT(!reps_.empty());
      PACELINE_TRY(calendar_, stores.calendars.calendar_of(reps_.front().user_id));
      return {};
    });
  }

  Result<std::vector<ContactId>> meet_contacts(const User& rep) {
    std::vector<ContactDraft> drafts;
    drafts.reserve(kContactsOfRep);
    for (int i = 0; i < kContactsOfRep; ++i) drafts.push_back(contact_of(rep));
    std::vector<ContactId> contacts;
    PACELINE_CHECK(tools_.unit.write(made_.org_id, [&](Stores& stores) -> Result<void> {
      contacts.clear();
      for (const ContactDraft& draft : drafts) {
        PACELINE_TRY(const auto added, first_fault(add_contact(actor_, draft, now_, tools_.ids, stores)));
        contacts.push_back(added.contact_id);
      }
      return {};
    }));
    made_.contacts += static_cast<std::int64_t>(contacts.size());
    return contacts;
  }

  ContactDraft contact_of(const User& rep) {
    ContactDraft draft;
    draft.name = contact_name(chance_);
    draft.account_name = account_name(chance_);
    draft.phone = "+359 2 " + std::to_string(chance_.between(1000000, 9999999));
    draft.relation =
        chance_.happens(0.2) ? Relation::customer : (chance_.happens(0.5) ? Relation::lead : Relation::new_);
    draft.temperature =
        chance_.happens(0.12) ? Temperature::hot : (chance_.happens(0.4) ? Temperature::warm : Temperature::cold);
    draft.source = chance_.happens(0.3) ? "web" : (chance_.happens(0.3) ? "fair" : "list");
    draft.owner_id = rep.user_id;
    return draft;
  }

  Result<void> live_through(const User& rep) {
    PACELINE_TRY(const auto contacts, meet_contacts(rep));
    const Habits habit = habits(chance_);
    std::vector<ContactId> warm;
    for (Day day = history_.from; day < history_.to; ++day) {
      PACELINE_TRY(const Instant midnight, tools_.zones.start_of(day, rep.zone));
      const Instant begins = midnight.plus_seconds(calendar_.day_start_minute * 60);
      const int minutes = available_minutes(calendar_, day);
      auto signals = signals_of(begins, contacts, minutes > 0 ? kSignalsOfDay : kSignalsOfDay / 4, chance_);
      std::vector<ActivityDraft> drafts;
      if (minutes > 0) drafts = activities_of({rep.user_id, begins, 1.0, contacts, warm}, habit, chance_);
      keep_past(signals, drafts);
      PACELINE_CHECK(store(signals, drafts));
      for (const SignalDraft& signal : signals) warm.insert(warm.begin(), signal.contact_id);
      warm.resize(std::min(warm.size(), kWarmMost));
    }
    return {};
  }

  /// What would happen later today has not happened yet.
  void keep_past(std::vector<SignalDraft>& signals, std::vector<ActivityDraft>& drafts) const {
    std::erase_if(signals, [&](const SignalDraft& signal) { return *signal.occurred_at > now_; });
    std::erase_if(drafts, [&](const ActivityDraft& draft) { return *draft.known_at > now_; });
  }

  Result<void> store(const std::vector<SignalDraft>& signals, const std::vector<ActivityDraft>& drafts) {
    PACELINE_CHECK(tools_.unit.write(made_.org_id, [&](Stores& stores) -> Result<void> {
      for (const SignalDraft& signal : signals) {
        PACELINE_TRY(const auto added, first_fault(add_signal(actor_, signal, now_, tools_.ids, stores)));
        static_cast<void>(added);
      }
      for (const ActivityDraft& draft : drafts) {
        PACELINE_TRY(const auto logged,
                     first_fault(log_activity(actor_, draft, now_, tools_.zones, tools_.ids, stores)));
        static_cast<void>(logged);
      }
      return {};
    }));
    made_.signals += static_cast<std::int64_t>(signals.size());
    made_.activities += static_cast<std::int64_t>(drafts.size());
    return {};
  }

  const Size& size_;
  const Tools& tools_;
  Chance chance_;
  Instant now_;
  Actor actor_;
  Period history_;
  WorkingCalendar calendar_;
  std::vector<User> reps_;
  Made made_;
};

}  // namespace

Checked<Made> make(const Size& size, const Tools& tools) {
  auto made = Maker(size, tools).run();
  if (!made) return tl::unexpected(Errors{std::move(made).error()});
  return *made;
}

}  // namespace paceline::demo
