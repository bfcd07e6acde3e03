// SPDX-License-Identifier: Apache-2.0
// Signals of contacts.
#pragma once

#include "api/forms/list.h"
#include "contact/contact.h"

namespace paceline::api::form {

struct Signal {
  SignalId signal_id;
  ContactId contact_id;
  std::string contact_name;
  std::optional<std::string> account_name;
  std::string kind;
  std::optional<std::string> topic;
  Instant occurred_at;
  Temperature temperature = Temperature::cold;
};
BOOST_DESCRIBE_STRUCT(Signal, (),
                      (signal_id, contact_id, contact_name, account_name, kind, topic, occurred_at, temperature))

/// The newest only, without a following page; with a cursor, "0" first, all of them, contact by contact.
struct SignalsQuery : MomentPageQuery {
  std::optional<ShortText> rep;  ///< absent: me
};
BOOST_DESCRIBE_STRUCT(SignalsQuery, (MomentPageQuery), (rep))

struct NewSignal {
  std::optional<ContactId> contact_id;
  std::optional<ShortText> contact;  ///< the contact's key, in place of the id
  ShortText kind;
  std::optional<ShortText> topic;
  std::optional<Instant> occurred_at;  ///< absent: now
  std::optional<Instant> known_at;     ///< absent: now
  std::optional<ShortText> source;     ///< with external_id: the other system that tells it
  std::optional<ShortText> external_id;
};
BOOST_DESCRIBE_STRUCT(NewSignal, (), (contact_id, contact, kind, topic, occurred_at, known_at, source, external_id))

}  // namespace paceline::api::form
