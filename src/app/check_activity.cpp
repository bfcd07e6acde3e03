// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/activity_check.h"
#include "app/activity_words.h"
#include "app/latest_told.h"
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
    check_attributes();
    if (!draft_.note) return;
    if (!is_utf8(*draft_.note) || draft_.note->find('\0') != std::string::npos)
      refuse("activity.text.not_allowed", "/note");
    if (draft_.note->size() > kLongestNote) refuse("activity.text.too_long", "/note", "at most 10000 bytes");
  }

  void check_attributes() {
    if (draft_.attributes.size() > kMostAttributes) refuse("activity.attributes.too_many", "/attributes", "at most 20");
    for (const auto& attribute : draft_.attributes) {
      const bool fits = !attribute.first.empty() && is_plain_text(attribute.first);
      const std::string pointer = fits ? "/attributes/" + attribute.first : "/attributes";
      if (!fits) refuse("activity.text.not_allowed", pointer);
      if (attribute.first.size() > kLongestAttributeName) refuse("activity.text.too_long", pointer, "at most 50 bytes");
      check_text(attribute.second, pointer);
    }
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
void note_contact(const Contact& contact, Activity& activity) {
  activity.account_id = contact.account_id;
  if (!activity.relation) activity.relation = contact.relation;
  if (!activity.temperature) activity.temperature = contact.temperature;
  if (!activity.lead_source) activity.lead_source = contact.source;
}

/// A segment holds from its day on, whenever it was told.
std::optional<std::string> segment_on(const std::vector<SegmentFrom>& segments, Day day) {
  std::optional<std::string> segment;
  for (const SegmentFrom& each : segments) {
    if (each.from <= day) segment = each.segment;
  }
  return segment;
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
  activity.occurred_precision = draft.occurred_precision;
  return activity;
}

tl::unexpected<Errors> one(Error error) {
  return tl::unexpected(Errors{std::move(error)});
}

}  // namespace

Result<const std::vector<Kind>*> ActivityCheck::kinds() {
  if (!kinds_) {
    PACELINE_TRY(kinds_, activities_.kinds());
  }
  return &*kinds_;
}

Result<const User*> ActivityCheck::rep(RepId rep_id) {
  const auto known = reps_.find(rep_id);
  if (known != reps_.end()) return known->second ? &*known->second : nullptr;
  PACELINE_TRY(auto user, people_.find_user(rep_id));
  const auto& kept = reps_.emplace(rep_id, std::move(user)).first->second;
  return kept ? &*kept : nullptr;
}

Result<const ActivityCheck::KnownContact*> ActivityCheck::contact(ContactId contact_id) {
  const auto known = contacts_known_.find(contact_id);
  if (known != contacts_known_.end()) return known->second ? &*known->second : nullptr;
  PACELINE_TRY(auto contact, contacts_.find_contact(contact_id));
  std::optional<KnownContact> found;
  if (contact) {
    found.emplace(KnownContact{*std::move(contact), {}});
    if (found->contact.account_id) {
      PACELINE_TRY(found->segments, contacts_.segments_of(*found->contact.account_id));
    }
  }
  const auto& kept = contacts_known_.emplace(contact_id, std::move(found)).first->second;
  return kept ? &*kept : nullptr;
}

Result<void> check_room(std::int64_t on_day) {
  if (on_day < kMostOfRepDay) return {};
  return fail(Fault::conflict, "activity.day.full", "/occurred_at", "a rep has at most 20000 activities of a day");
}

Result<void> ActivityCheck::take_room(const Activity& activity) {
  if (!is_of_a_known_day(activity)) return {};
  const auto [there, is_new] = on_day_.try_emplace({activity.rep_id, activity.day}, 0);
  if (is_new) {
    PACELINE_TRY(there->second, activities_.how_many_on(activity.rep_id, activity.day));
  }
  PACELINE_CHECK(check_room(there->second));
  ++there->second;
  return {};
}

Checked<Activity> ActivityCheck::check(const ActivityDraft& draft) {
  DraftCheck check(draft, now_);
  check.check_texts();
  check.check_times();
  const auto kinds = this->kinds();
  if (!kinds) return one(kinds.error());
  Activity activity = activity_from(draft, now_);
  check.check_words(activity, **kinds);

  const auto rep = this->rep(draft.rep_id);
  if (!rep) return one(rep.error());
  if (*rep == nullptr) check.refuse("activity.rep.not_found", "/rep");
  const KnownContact* known = nullptr;
  if (draft.contact_id) {
    const auto contact = this->contact(*draft.contact_id);
    if (!contact) return one(contact.error());
    if (*contact == nullptr) check.refuse("activity.contact.not_found", "/contact_id");
    known = *contact;
    if (known != nullptr) note_contact(known->contact, activity);
  }
  if (auto faults = check.take_faults(); !faults.empty()) return tl::unexpected(std::move(faults));
  const auto local = zones_.local(activity.occurred_at, (*rep)->zone);
  if (!local) return one(local.error());
  if (local->day < kFirstDay) return one({Fault::invalid, "instant.out_of_range", "/occurred_at", {}});
  activity.day = local->day;
  if (known != nullptr && !activity.segment) activity.segment = segment_on(known->segments, activity.day);
  return activity;
}

Checked<Activity> check_activity(const ActivityDraft& draft, Instant now, const Zones& zones, PeopleStore& people,
                                 ContactStore& contacts, ActivityStore& activities) {
  return ActivityCheck(now, zones, people, contacts, activities).check(draft);
}

}  // namespace paceline
