// SPDX-License-Identifier: Apache-2.0
#include "app/phones.h"

#include <algorithm>

#include "base/utf8.h"
#include "contact/phone_number.h"

namespace paceline {
namespace {

constexpr std::size_t kShortestExtension = 2;
constexpr std::size_t kLongestExtension = 6;

}  // namespace

Result<void> note_phone_of(const Contact& contact, Stores& stores) {
  std::vector<ContactPhone> phones;
  PACELINE_TRY(const Settings settings, stores.settings.settings());
  auto number = contact.phone ? parse_phone_number(*contact.phone, settings.phone_country) : std::nullopt;
  if (number) phones.push_back({contact.contact_id, std::move(number->e164)});
  return stores.phones.put_contact_phones(contact.contact_id, phones);
}

Result<std::vector<ContactPhone>> phones_of_contacts(Stores& stores) {
  PACELINE_TRY(const Settings settings, stores.settings.settings());
  PACELINE_TRY(const auto typed, stores.phones.typed_phones());
  std::vector<ContactPhone> phones;
  phones.reserve(typed.size());
  for (const ContactPhone& phone : typed) {
    auto number = parse_phone_number(phone.number, settings.phone_country);
    if (number) phones.push_back({phone.contact_id, std::move(number->e164)});
  }
  std::sort(phones.begin(), phones.end());
  return phones;
}

Result<void> rebuild_phones(Stores& stores) {
  // In this order nobody's number is lost who is added meanwhile.
  PACELINE_CHECK(stores.phones.remove_contact_phones());
  PACELINE_TRY(const auto phones, phones_of_contacts(stores));
  PACELINE_CHECK(stores.phones.add_contact_phones(phones));
  return stores.phones.set_whole();
}

Result<void> make_phones_whole(Stores& stores) {
  PACELINE_TRY(const bool whole, stores.phones.is_whole());
  return whole ? Result<void>() : rebuild_phones(stores);
}

Result<std::string> own_number(std::string_view text, const std::optional<std::string>& country) {
  text = trimmed(text);
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
  if (digits && kShortestExtension <= text.size() && text.size() <= kLongestExtension) return std::string(text);
  auto number = parse_phone_number(text, country);
  if (!number || !number->extension.empty()) return fail(Fault::invalid, "user.phone.malformed");
  return std::move(number->e164);
}

}  // namespace paceline
