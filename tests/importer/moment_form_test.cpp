// SPDX-License-Identifier: Apache-2.0
#include "importer/moment_form.h"

#include <gtest/gtest.h>

#include "base/instant.h"

namespace paceline {
namespace {

constexpr std::int64_t kMinute = 60 * kMicrosecondsPerSecond;

std::string code_of(std::string_view form, std::string_view text) {
  const auto made = MomentForm::parse(form);
  if (!made) return made.error().code;
  const auto read = made->read(text);
  return read ? "" : read.error().code;
}

WrittenMoment read(std::string_view form, std::string_view text) {
  const auto made = MomentForm::parse(form);
  EXPECT_TRUE(made) << form;
  const auto found = made->read(text);
  EXPECT_TRUE(found) << form << ": " << text << ": " << found.error().code;
  return found.value_or(WrittenMoment{});
}

Day day(std::string_view text) {
  return parse_day(text).value();
}

TEST(MomentForm, ReadsWhatFilesHold) {
  const WrittenMoment evening{day("2026-03-07"), (21 * 60 + 5) * kMinute, {}, Precision::second};
  EXPECT_EQ(read("d/M/yy h:mm a", "7/3/26 9:05 PM"), evening);
  EXPECT_EQ(read("dd.MM.yyyy HH:mm", "07.03.2026 21:05"), evening);
  EXPECT_EQ(read("MM/dd/yyyy hh:mm:ss a", "03/07/2026 09:05:00 p.m."), evening);
  EXPECT_EQ(read("d MMM yyyy 'at' H:mm", "7 March 2026 at 21:05"), evening);
  EXPECT_EQ(read("MMM d, yyyy H:mm", "mar 7, 2026 21:05"), evening);
  EXPECT_EQ(read("yyyy-MM-dd'T'HH:mm:ss.SZ", "2026-03-07T21:05:00.25+02:00"),
            (WrittenMoment{day("2026-03-07"), (21 * 60 + 5) * kMinute + 250'000, 120, Precision::second}));
  EXPECT_EQ(read("yyyyMMdd HHmmZ", "20260307 2105-0330").offset_minute, -210);
  EXPECT_EQ(read("epoch", "86460"), (WrittenMoment{day("1970-01-02"), kMinute, 0, Precision::second}));
  EXPECT_EQ(read("epoch_ms", "86460001"), (WrittenMoment{day("1970-01-02"), kMinute + 1000, 0, Precision::second}));
  EXPECT_EQ(read("d.M.yy", "1.2.70").day, day("1970-02-01"));
  EXPECT_EQ(read("d.M.yy", "1.2.69").day, day("2069-02-01"));
}

TEST(MomentForm, ReadsMomentsAsThisProgramWritesThem) {
  EXPECT_EQ(read("rfc3339", "2026-03-07T21:05:00Z"),
            (WrittenMoment{day("2026-03-07"), (21 * 60 + 5) * kMinute, 0, Precision::second}));
  EXPECT_EQ(read("rfc3339", "2026-03-07T21:05:00.250000+02:00"),
            (WrittenMoment{day("2026-03-07"), (21 * 60 + 5) * kMinute + 250'000, 120, Precision::second}));
  for (const char* text : {"2026-03-07", "2026-03-07 21:05:00Z", "2026-03-07T21:05:00", "2026-03-07T21:05:00.Z"})
    EXPECT_EQ(code_of("rfc3339", text), "import.moment.malformed") << text;
}

TEST(MomentForm, SaysHowMuchIsKnown) {
  EXPECT_EQ(read("yyyy-MM", "2026-05"), (WrittenMoment{day("2026-05-01"), 0, {}, Precision::month}));
  EXPECT_EQ(read("dd.MM.yyyy", "29.02.2028"), (WrittenMoment{day("2028-02-29"), 0, {}, Precision::day}));
}

TEST(MomentForm, TwelveIsNoonOrMidnight) {
  EXPECT_EQ(read("yyyy-MM-dd h:mm a", "2026-03-07 12:30 AM").microsecond, 30 * kMinute);
  EXPECT_EQ(read("yyyy-MM-dd h:mm a", "2026-03-07 12:30 PM").microsecond, (12 * 60 + 30) * kMinute);
}

TEST(MomentForm, RefusesNearMisses) {
  for (const auto text : {"7.3.2026", "07.03.26", "07/03/2026", " 07.03.2026", "07.03.2026 ", "07.03.2026 10:00", ""})
    EXPECT_EQ(code_of("dd.MM.yyyy", text), "import.moment.malformed") << text;
  for (const auto text : {"29.02.2026", "31.04.2026", "00.01.2026", "01.13.2026", "01.00.2026", "31.12.1969"})
    EXPECT_EQ(code_of("dd.MM.yyyy", text), "import.moment.out_of_range") << text;
  EXPECT_EQ(code_of("yyyy-MM-dd HH:mm", "2026-03-07 24:00"), "import.moment.out_of_range");
  EXPECT_EQ(code_of("yyyy-MM-dd HH:mm", "2026-03-07 10:60"), "import.moment.out_of_range");
  EXPECT_EQ(code_of("yyyy-MM-dd h:mm a", "2026-03-07 0:30 AM"), "import.moment.out_of_range");
  EXPECT_EQ(code_of("yyyy-MM-dd h:mm a", "2026-03-07 13:30 PM"), "import.moment.out_of_range");
  EXPECT_EQ(code_of("yyyy-MM-dd HH:mmZ", "2026-03-07 10:00+24:00"), "import.moment.out_of_range");
  EXPECT_EQ(code_of("yyyy-MM-dd HH:mmZ", "2026-03-07 10:00 CET"), "import.moment.malformed");
  EXPECT_EQ(code_of("epoch", "-1"), "import.moment.out_of_range");
  EXPECT_EQ(code_of("epoch", "99999999999999999999"), "import.moment.out_of_range");
  EXPECT_EQ(code_of("epoch", "253402300800"), "import.moment.out_of_range");
  EXPECT_EQ(code_of("epoch", "12.5"), "import.moment.malformed");
}

TEST(MomentForm, RefusesFormsThatCannotBeRead) {
  EXPECT_EQ(code_of("dd.MM.yyyy QQ", ""), "import.form.unknown_letter");
  EXPECT_EQ(code_of("yyyyy-MM-dd", ""), "import.form.unknown_letter");
  EXPECT_EQ(code_of("yyyy-MM-dd'T", ""), "import.form.unknown_letter");
  for (const auto form :
       {"", "yyyy", "dd.MM", "yyyy-MM-dd h:mm", "yyyy-MM-dd HH:mm a", "yyyy-MM HH:mm", "yyyy-MM-dd mm"})
    EXPECT_EQ(code_of(form, ""), "import.form.incomplete") << form;
  for (const auto form : {"yyyy-MM-dd dd", "yyyy yy-MM", "yyyy-MM-M", "yyyy-MM-dd HH:hh"})
    EXPECT_EQ(code_of(form, ""), "import.form.twice") << form;
}

}  // namespace
}  // namespace paceline
