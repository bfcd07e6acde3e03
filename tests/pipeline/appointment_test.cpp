// SPDX-License-Identifier: Apache-2.0
#include "pipeline/appointment.h"

#include <gtest/gtest.h>

#include <vector>

#include "pipeline/appointment_ics.h"
#include "pipeline/free_time.h"

namespace paceline {
namespace {

Instant appointment_moment(const std::string& text) {
  return *parse_instant("2026-03-" + text + ":00Z");
}

AppointmentFact appointment_fact(std::int64_t seq, AppointmentFactKind kind, const std::string& known_at) {
  AppointmentFact fact;
  fact.appointment_id = AppointmentId(1);
  fact.seq = seq;
  fact.kind = kind;
  fact.known_at = appointment_moment(known_at);
  return fact;
}

AppointmentFact placed(AppointmentFact fact, const std::string& starts_at, std::int64_t minutes) {
  fact.starts_at = appointment_moment(starts_at);
  fact.zone = "Europe/Sofia";
  fact.minutes = minutes;
  return fact;
}

/// Set on Monday for Wednesday, moved on Tuesday to Thursday, held.
std::vector<AppointmentFact> appointment_of_a_week() {
  AppointmentFact held = appointment_fact(3, AppointmentFactKind::held, "12T13:00");
  held.activity_id = ActivityId(7);
  return {placed(appointment_fact(1, AppointmentFactKind::set, "09T08:00"), "11T10:00", 60),
          placed(appointment_fact(2, AppointmentFactKind::moved, "10T08:00"), "12T11:00", 90), held};
}

const Appointment kOfSeven{AppointmentId(1), AppointmentKind::meeting, {}, {}, {}, RepId(7)};

TEST(Appointment, IsWhatItsFactsMakeOfItAtAMoment) {
  const auto facts = appointment_of_a_week();
  EXPECT_FALSE(appointment_as_of(kOfSeven, facts, appointment_moment("09T07:59")));
  const auto monday = appointment_as_of(kOfSeven, facts, appointment_moment("09T20:00"));
  EXPECT_EQ(monday->starts_at, appointment_moment("11T10:00"));
  EXPECT_EQ(monday->moves, 0);
  EXPECT_EQ(monday->state, AppointmentState::set);
  const auto now = appointment_as_of(kOfSeven, facts, appointment_moment("20T20:00"));
  EXPECT_EQ(now->state, AppointmentState::held);
  EXPECT_EQ(now->starts_at, appointment_moment("12T11:00"));
  EXPECT_EQ(now->ends_at, appointment_moment("12T12:30"));
  EXPECT_EQ(now->moves, 1);
  EXPECT_EQ(now->version, 3);
  EXPECT_EQ(now->rep_id, RepId(7));
}

TEST(Appointment, IsAnotherRepsFromTheDayOnWhichItWasGiven) {
  auto facts = appointment_of_a_week();
  facts.pop_back();
  AppointmentFact given = appointment_fact(3, AppointmentFactKind::given, "11T08:00");
  given.rep_id = RepId(8);
  facts.push_back(given);
  EXPECT_EQ(appointment_as_of(kOfSeven, facts, appointment_moment("10T20:00"))->rep_id, RepId(7));
  const auto now = appointment_as_of(kOfSeven, facts, appointment_moment("11T08:00"));
  EXPECT_EQ(now->rep_id, RepId(8));
  EXPECT_EQ(now->starts_at, appointment_moment("12T11:00"));
  EXPECT_EQ(now->moves, 1);
  EXPECT_EQ(now->version, 3);
}

TEST(Appointment, TakenBackIsSetAgainWithoutItsActivity) {
  auto facts = appointment_of_a_week();
  facts.push_back(appointment_fact(4, AppointmentFactKind::joined, "12T14:00"));
  facts.back().activity_id = ActivityId(8);
  EXPECT_TRUE(appointment_as_of(kOfSeven, facts, facts.back().known_at)->joined);
  facts.push_back(appointment_fact(5, AppointmentFactKind::reopened, "12T15:00"));
  const auto now = appointment_as_of(kOfSeven, facts, facts.back().known_at);
  EXPECT_EQ(now->state, AppointmentState::set);
  EXPECT_FALSE(now->activity_id);
  EXPECT_FALSE(now->joined);
  EXPECT_EQ(now->moves, 1) << "that it was moved stays";
}

TEST(Appointment, NeedsAnOutcomeOnceItIsOver) {
  auto facts = appointment_of_a_week();
  const auto set = appointment_as_of(kOfSeven, facts, appointment_moment("10T09:00"));
  EXPECT_FALSE(needs_outcome(*set, appointment_moment("12T12:29")));
  EXPECT_TRUE(needs_outcome(*set, appointment_moment("12T12:30")));
  const auto held = appointment_as_of(kOfSeven, facts, appointment_moment("12T13:00"));
  EXPECT_TRUE(needs_outcome(*held, appointment_moment("12T13:00")));
  facts.push_back(appointment_fact(4, AppointmentFactKind::outcome, "12T14:00"));
  facts.back().outcome = "agreed";
  const auto told = appointment_as_of(kOfSeven, facts, appointment_moment("12T14:00"));
  EXPECT_FALSE(needs_outcome(*told, appointment_moment("13T14:00")));
}

TEST(Appointment, AsksOnlyWhatNobodyAsked) {
  OpportunityNow opportunity;
  opportunity.answers = {{QualificationQuestion::decision_maker, QualificationGround::said, 4},
                         {QualificationQuestion::budget, QualificationGround::unknown, 5},
                         {QualificationQuestion::timeframe, QualificationGround::inferred_from_urgency, 6},
                         {QualificationQuestion::need, QualificationGround::unknown, 0}};
  EXPECT_EQ(questions_never_asked(opportunity), std::vector{QualificationQuestion::need});
}

TEST(FreeTimes, AreTheEarliestThatFitBetweenWhatIsTaken) {
  const std::vector<TimeSpan> work{{appointment_moment("11T09:00"), appointment_moment("11T12:00")}};
  const std::vector<TimeSpan> taken{{appointment_moment("11T10:00"), appointment_moment("11T10:50")}};
  const std::vector<TimeSpan> wanted{{appointment_moment("11T09:00"), appointment_moment("11T10:00")},
                                     {appointment_moment("11T11:00"), appointment_moment("11T12:00")}};
  EXPECT_EQ(free_times(work, taken, 60, 10), wanted);
  EXPECT_EQ(free_times(work, taken, 60, 1).size(), 1U);
  EXPECT_TRUE(free_times(work, taken, 90, 10).empty());
  EXPECT_TRUE(free_times({}, taken, 15, 10).empty());
}

TEST(FreeTimes, BeginOnAQuarterOfAnHourAndPassOverlappingOnes) {
  const std::vector<TimeSpan> work{{appointment_moment("11T09:07"), appointment_moment("11T11:00")}};
  const std::vector<TimeSpan> taken{{appointment_moment("11T09:00"), appointment_moment("11T09:20")},
                                    {appointment_moment("11T09:10"), appointment_moment("11T10:05")}};
  const auto found = free_times(work, taken, 30, 10);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().from, appointment_moment("11T10:15"));
}

TEST(CalendarFile, SaysEachAppointmentAsTheStandardAsks) {
  const auto now = appointment_as_of(kOfSeven, appointment_of_a_week(), appointment_moment("10T09:00"));
  const CalendarEntry entry{*now,        OrgId(5),          "First talk; Carla", "", "Sofia, Main Street",
                            "Ann \"A\"", "ann@acme.example"};
  EXPECT_EQ(calendar_file({&entry, 1}, CalendarOf::one),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Paceline//Appointments//EN\r\nMETHOD:PUBLISH\r\n"
            "BEGIN:VEVENT\r\nUID:1.5@appointments.paceline\r\nDTSTAMP:20260310T080000Z\r\n"
            "DTSTART:20260312T110000Z\r\nDTEND:20260312T123000Z\r\nSEQUENCE:1\r\nSTATUS:CONFIRMED\r\n"
            "SUMMARY:First talk\\; Carla\r\nLOCATION:Sofia\\, Main Street\r\n"
            "ORGANIZER;CN=\"Ann  A \":mailto:ann@acme.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(CalendarFile, CancelsWhatIsCancelled) {
  auto facts = appointment_of_a_week();
  facts.push_back(appointment_fact(4, AppointmentFactKind::cancelled, "12T14:00"));
  const auto now = appointment_as_of(kOfSeven, facts, appointment_moment("12T14:00"));
  const CalendarEntry entry{*now, OrgId(5), "First talk", "", "", "Ann", "ann@acme.example"};
  const std::string file = calendar_file({&entry, 1}, CalendarOf::one);
  EXPECT_NE(file.find("METHOD:CANCEL\r\n"), std::string::npos);
  EXPECT_NE(calendar_file({&entry, 1}, CalendarOf::many).find("METHOD:PUBLISH\r\n"), std::string::npos);
  EXPECT_NE(file.find("STATUS:CANCELLED\r\n"), std::string::npos);
  EXPECT_NE(file.find("SEQUENCE:3\r\n"), std::string::npos) << "it rises with each change";
}

TEST(CalendarFile, FoldsLinesBetweenCharactersOnly) {
  std::string text = "SUMMARY:";
  for (int count = 0; count < 50; ++count) text += "ж";  // two octets each
  const std::string line = content_line(text);
  std::string unfolded;
  std::size_t begin = 0;
  for (std::size_t end = line.find("\r\n"); end != std::string::npos; end = line.find("\r\n", begin)) {
    EXPECT_LE(end - begin, 75U);
    unfolded += line.substr(begin == 0 ? 0 : begin + 1, end - begin - (begin == 0 ? 0 : 1));
    begin = end + 2;
  }
  EXPECT_EQ(unfolded, text);
  EXPECT_EQ(line.substr(0, 74), text.substr(0, 74)) << "the 75th octet would be half of a character";
  EXPECT_EQ(escaped_text("a\\b;c,d\r\ne"), "a\\\\b\\;c\\,d\\ne");
}

}  // namespace
}  // namespace paceline
