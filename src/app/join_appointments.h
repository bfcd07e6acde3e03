// SPDX-License-Identifier: Apache-2.0
// A meeting that somebody logged by hand and the held appointment that it was become one, whichever comes first. It is
// the logged activity that stays and counts (docs/adr/0046).
//
// They are the same when rep, contact and kind are, and the logged one happened from an hour before the appointment
// began to an hour after it ended. Of several the one nearest to its beginning.
#pragma once

#include <set>

#include "app/log_activity.h"
#include "app/recount.h"

namespace paceline {

/// The source of activities that appointments log. Nobody else's record may have it.
inline constexpr std::string_view kAppointmentSource = "appointment";
/// The reason of the change that voids an appointment's own activity, as it stands in the activity's history.
inline constexpr std::string_view kAppointmentJoined = "appointment.joined";
inline constexpr std::int64_t kAppointmentWindowSeconds = 3'600;

[[nodiscard]] bool is_of_appointment(const Activity& activity, const Appointment& appointment,
                                     const AppointmentNow& now);

/// A logged activity that is this appointment and of no other one. REQUIRES: the turns of rep and contact are taken.
[[nodiscard]] Result<std::optional<Activity>> logged_meeting(const KnownAppointment& known, Stores& stores);

/// Of one transaction that logs activities by hand. REQUIRES: it took the turns of the reps and contacts.
class AppointmentJoins {
 public:
  AppointmentJoins(UserId actor_id, Instant now, Ids& ids, Stores& stores)
      : actor_id_(actor_id), now_(now), ids_(ids), stores_(stores) {}

  /// A logged activity with its id, before it is stored: the activity of the held appointment that it takes the place
  /// of.
  [[nodiscard]] Result<std::optional<Activity>> join_logged(const Activity& logged);
  /// After the activities of this transaction were stored. Adds what is to be counted again.
  [[nodiscard]] Result<void> store(std::set<Touched>& touched);

 private:
  struct Join {
    AppointmentId appointment_id;
    Activity own;
    Activity logged;
  };
  [[nodiscard]] Result<void> store_one(const Join& join, std::set<Touched>& touched);

  UserId actor_id_;
  Instant now_;
  Ids& ids_;
  Stores& stores_;
  std::vector<Join> joins_;
};

}  // namespace paceline
