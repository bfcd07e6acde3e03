// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/activity_words.h"
#include "app/latest_told.h"
#include "app/log_activity.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestText = 200;
constexpr std::size_t kLongestNote = 10'000;

class DraftCheck {
 public:
  DraftCheck(const ActivityDraft& draft, Instant now) : draft_(draft), now_(now) {}

  void refuse(std::string code, std::string pointer, std::string detail = {}) {
    faults_.push_back({Fault::invalid, std::move(code), std::move(pointer), std::move(detail)});
  }

  void check_texts() {
    check_text(draft_.outcome, "/outcome");
    check_text(draft_.topic, "/topic");
    check_text(draft_.product_line, "/product_line");
    check_text(draft_.lead_source, "/lead_source");
    check_text(draft_.segment, "/segment");
    if (draft_.key) {
      check_text(draft_.key->source, "/source");
      check_text(draft_.key->external_id, "/external_id");
    }
    if (!draft_.note) return;
    if (!is_utf8(*draft_.note) || draft_.note->find('\0') != std::string::npos)
      refuse("activity.text.not_allowed", "/note");
    if (draft_.note->size() > kLongestNote) refuse("activity.text.too_long", "/note", "at most 10000 bytes");
  }

  void check_times() {
    const Instant occurred = draft_.occurred_at.value_or(now_);
    const Instant known = draft_.known_at.value_or(now_);
    const Instant latest = latest_told(now_);
    if (occurred > latest) refuse("activity.occurred_at.in_future", "/occurred_at");
    if (known > latest) refuse("activity.known_at.in_future", "/known_at");
    if (draft_.known_at && occurred <= latest && known < occurred)
      refuse("activity.known_at.before_occurred_at", "/known_at");
  }

  void check_words(const Activity& activity, const std::vector<Kind>& kinds) {
    for (Error& fault : word_faults(activity, {}, kinds)) faults_.push_back(std::move(fault));
    if (draft_.duration_s && (*draft_.duration_s < 0 || *draft_.duration_s > kLongestDurationSeconds)) {
      refuse("activity.duration_s.out_of_range", "/duration_s", "0 to 86400");
    }
  }

  [[nodiscard]] Errors take_faults() { return std::move(faults_); }

 private:
  void check_text(const std::optional<std::string>& text, std::string pointer) {
    if (!text) return;
    if (text->empty() || !is_plain_text(*text)) return refuse("activity.text.not_allowed", std::move(pointer));
    if (text->size() > kLongestText) refuse("activity.text.too_long", std::move(pointer), "at most 200 bytes");
  }

  const ActivityDraft& draft_;
  Instant now_;
  Errors faults_;
};

/// What the contact is at this moment stays with the activity.
void note_contact(const Contact& contact, const std::optional<Account>& account, Activity& activity) {
  activity.account_id = contact.account_id;
  if (!activity.relation) activity.relation = contact.relation;
  if (!activity.temperature) activity.temperature = contact.temperature;
  if (!activity.lead_source) activity.lead_source = contact.source;
  if (!activity.segment && account) activity.segment = account->segment;
}

Activity activity_from(const ActivityDraft& draft, Instant now) {
  Activity activity;
  activity.rep_id = draft.rep_id;
  activity.contact_id = draft.contact_id;
  activity.kind = draft.kind;
  activity.direction = draft.direction;
  activity.outcome = draft.outcome;
  activity.duration_s = draft.duration_s;
  activity.topic = draft.topic;
  activity.product_line = draft.product_line;
  activity.relation = draft.relation;
  activity.temperature = draft.temperature;
  activity.lead_source = draft.lead_source;
  activity.segment = draft.segment;
  activity.occurred_at = draft.occurred_at.value_or(now);
  activity.known_at = std::min(draft.known_at.value_or(now), now);
  return activity;
}

tl::unexpected<Errors> one(Error error) {
  return tl::unexpected(Errors{std::move(error)});
}

}  // namespace

Checked<Activity> check_activity(const ActivityDraft& draft, Instant now, const Zones& zones, PeopleStore& people,
                                 ContactStore& contacts, ActivityStore& activities) {
  DraftCheck check(draft, now);
  check.check_texts();
  check.check_times();
  auto kinds = activities.kinds();
  if (!kinds) return one(kinds.error());
  Activity activity = activity_from(draft, now);
  check.check_words(activity, *kinds);

  auto rep = people.find_user(draft.rep_id);
  if (!rep) return one(rep.error());
  if (!*rep) check.refuse("activity.rep.not_found", "/rep");
  if (draft.contact_id) {
    auto contact = contacts.find_contact(*draft.contact_id);
    if (!contact) return one(contact.error());
    std::optional<Account> account;
    if (!*contact) {
      check.refuse("activity.contact.not_found", "/contact_id");
    } else if ((*contact)->account_id) {
      auto found = contacts.find_account(*(*contact)->account_id);
      if (!found) return one(found.error());
      account = *std::move(found);
    }
    if (*contact) note_contact(**contact, account, activity);
  }
  if (auto faults = check.take_faults(); !faults.empty()) return tl::unexpected(std::move(faults));
  const auto local = zones.local(activity.occurred_at, (*rep)->zone);
  if (!local) return one(local.error());
  if (local->day < kFirstDay) return one({Fault::invalid, "instant.out_of_range", "/occurred_at", {}});
  activity.day = local->day;
  return activity;
}

}  // namespace paceline
