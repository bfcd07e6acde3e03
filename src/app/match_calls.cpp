// SPDX-License-Identifier: Apache-2.0
#include "app/match_calls.h"

#include "app/phones.h"
#include "app/relation.h"
#include "contact/phone_number.h"

namespace paceline {

Result<void> CallMatcher::prepare() {
  if (prepared_) return {};
  PACELINE_CHECK(make_phones_whole(stores_));
  PACELINE_TRY(const Settings settings, stores_.settings.settings());
  country_ = settings.phone_country;
  prepared_ = true;
  return {};
}

Result<std::optional<UserId>> CallMatcher::user_at(const std::optional<std::string>& number) {
  if (!number) return std::optional<UserId>();
  const auto own = own_number(*number, country_);
  if (!own) return std::optional<UserId>();
  return stores_.phones.user_with(*own);
}

Result<bool> CallMatcher::may_read(const Contact& contact) {
  Whose whose = Whose::nobody;
  if (contact.owner_id) {
    PACELINE_TRY(whose, relation_to_user(actor_, *contact.owner_id, now_, zones_, stores_));
  }
  return authorise(actor_, Right::read_contacts, whose).has_value();
}

Result<std::optional<ContactId>> CallMatcher::contact_at(const std::optional<std::string>& number,
                                                         const std::optional<UserId>& rep_id) {
  std::optional<ContactId> found;
  const auto parsed = number ? parse_phone_number(*number, country_) : std::nullopt;
  if (!parsed) return found;
  PACELINE_TRY(const auto contacts, stores_.phones.contacts_with(parsed->e164));
  for (const ContactId contact_id : contacts) {
    PACELINE_TRY(const auto contact, stores_.contacts.find_contact(contact_id));
    if (!contact) continue;
    PACELINE_TRY(const bool readable, may_read(*contact));
    if (!readable) continue;
    if (rep_id && contact->owner_id == rep_id) return std::optional(contact_id);
    if (!found) found = contact_id;
  }
  return found;
}

Result<std::optional<MatchedCall>> CallMatcher::match_in(Direction direction, const CallEnds& ends) {
  const bool outbound = direction == Direction::outbound;
  std::optional<UserId> rep_id = ends.rep_id;
  if (!rep_id) {
    PACELINE_TRY(rep_id, user_at(outbound ? ends.from : ends.to));
  }
  PACELINE_TRY(const auto contact_id, contact_at(outbound ? ends.to : ends.from, rep_id));
  if (!contact_id) return std::optional<MatchedCall>();
  return std::optional(MatchedCall{rep_id, *contact_id, direction});
}

Result<std::optional<MatchedCall>> CallMatcher::match(const CallEnds& ends) {
  PACELINE_CHECK(prepare());
  if (ends.direction) return match_in(*ends.direction, ends);
  PACELINE_TRY(auto outbound, match_in(Direction::outbound, ends));
  if (outbound && outbound->rep_id) return outbound;
  PACELINE_TRY(auto inbound, match_in(Direction::inbound, ends));
  if (!outbound || (inbound && inbound->rep_id)) return inbound;
  return outbound;
}

}  // namespace paceline
