// SPDX-License-Identifier: Apache-2.0
// Contacts.
#pragma once

#include "api/forms/list.h"
#include "contact/contact.h"

namespace paceline::api::form {

struct Owner {
  RepId rep_id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Owner, (), (rep_id, name))

struct Contact {
  ContactId contact_id;
  std::string name;
  std::optional<std::string> account_name;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  Relation relation = Relation::new_;
  Temperature temperature = Temperature::cold;
  std::optional<std::string> source;
  std::optional<Owner> owner;
  std::optional<Instant> last_activity_at;
};
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (contact_id, name, account_name, phone, email, relation, temperature, source, owner,
                       last_activity_at))

/// A contact in a list.
struct FoundContact : Contact {
  std::optional<Instant> waiting_since;  ///< of the newest signal that nobody answered yet
};
BOOST_DESCRIBE_STRUCT(FoundContact, (Contact), (waiting_since))

/// The best matches only, without a following page; with a cursor, "0" first, all of them, oldest first.
struct ContactsQuery : PageQuery {
  std::optional<ShortText> prefix;  ///< words, each the beginning of a word of the name, the account or the phone
};
BOOST_DESCRIBE_STRUCT(ContactsQuery, (PageQuery), (prefix))

struct NewContact {
  Name name;
  std::optional<Name> account_name;
  std::optional<json::Text<1, 40>> phone;
  std::optional<json::Text<1, 254>> email;
  std::optional<Relation> relation;        ///< absent: new
  std::optional<Temperature> temperature;  ///< absent: cold
  std::optional<ShortText> source;
  std::optional<ShortText> key;  ///< the company's own name for the contact, unique
};
BOOST_DESCRIBE_STRUCT(NewContact, (), (name, account_name, phone, email, relation, temperature, source, key))

}  // namespace paceline::api::form
