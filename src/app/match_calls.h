// SPDX-License-Identifier: Apache-2.0
// Whose call a call record tells of: the rep by an own number or extension, the contact by the number at the other end.
//
// An outbound call goes from the own number to the contact's, an inbound one the other way. A record that says no
// direction is the one in which an end is a rep's; failing that, the one in which the other end is a contact. Of
// several contacts with one number it is the rep's own, else the oldest. A call with no contact whom the actor may read
// is private, whoever talked: nothing of it is kept.
#pragma once

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// As a record has it. Numbers as they were written.
struct CallEnds {
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<Direction> direction;
  std::optional<UserId> rep_id;  ///< when the record names the rep itself
};

struct MatchedCall {
  std::optional<UserId> rep_id;  ///< none: no end is a rep's
  ContactId contact_id;
  Direction direction = Direction::outbound;
};

/// Of one transaction.
class CallMatcher {
 public:
  CallMatcher(const Actor& actor, Instant now, const Zones& zones, Stores& stores)
      : actor_(actor), now_(now), zones_(zones), stores_(stores) {}

  /// None: a private call.
  [[nodiscard]] Result<std::optional<MatchedCall>> match(const CallEnds& ends);

 private:
  [[nodiscard]] Result<void> prepare();
  [[nodiscard]] Result<std::optional<MatchedCall>> match_in(Direction direction, const CallEnds& ends);
  [[nodiscard]] Result<std::optional<UserId>> user_at(const std::optional<std::string>& number);
  [[nodiscard]] Result<std::optional<ContactId>> contact_at(const std::optional<std::string>& number,
                                                            const std::optional<UserId>& rep_id);
  [[nodiscard]] Result<bool> may_read(const Contact& contact);

  const Actor& actor_;
  Instant now_;
  const Zones& zones_;
  Stores& stores_;
  bool prepared_ = false;
  std::optional<std::string> country_;
};

}  // namespace paceline
