// SPDX-License-Identifier: Apache-2.0
// Telephone numbers in one form: those of contacts, kept in the transaction that writes the contact, and the own ones
// of users.
//
// A contact whose number is not possible, or needs a country that the organisation has not said, is found by no call.
// What was typed is kept beside it as it is.
#pragma once

#include "app/ports/unit_of_work.h"

namespace paceline {

/// After the contact was written, new or changed.
[[nodiscard]] Result<void> note_phone_of(const Contact& contact, Stores& stores);

/// What the table of contacts' numbers should be, in order.
[[nodiscard]] Result<std::vector<ContactPhone>> phones_of_contacts(Stores& stores);

/// After the country of the organisation was changed.
[[nodiscard]] Result<void> rebuild_phones(Stores& stores);
/// Before contacts are looked for by number: adds those of contacts from before there was this table, once.
[[nodiscard]] Result<void> make_phones_whole(Stores& stores);

/// A user's own number: two to six digits are an extension, as they are; else a number in E.164. Returns invalid
/// "user.phone.malformed".
[[nodiscard]] Result<std::string> own_number(std::string_view text, const std::optional<std::string>& country);

}  // namespace paceline
