// SPDX-License-Identifier: Apache-2.0
// How a file writes dates and times: a form such as "dd.MM.yyyy HH:mm", and reading texts by it.
//
// Letters of a form (those of Unicode TR 35 that files need):
//   yyyy, yy (70 to 99: the last century)  MM, M: with or without a zero before  MMM: the English name, three letters
//   or whole  dd, d  HH, H: 0 to 23  hh, h: 1 to 12 with a  mm, m  ss, s  S: 1 to 9 digits  a: AM or PM Z: "Z" or an
//   offset "+02:00", "+0200", "+02"
// 'Quoted text' and every character that is no letter stand for themselves. "epoch" and "epoch_ms" are whole forms:
// seconds and milliseconds since 1970 in UTC. "ics" is one as well: "20260309", "20260309T100000Z", and
// "20260309T100000 Europe/Sofia" with the zone or the offset behind a space. So is "rfc3339", as this program writes
// moments: "2026-03-09T10:00:00Z", "2026-03-09T10:00:00.250000+02:00".
// Worked example: by "d/M/yy h:mm a" the text "7/3/26 9:05 PM" is 2026-03-07 21:05:00.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/written_moment.h"

namespace paceline {

/// A part of a date or time, and what its letters are.
enum class MomentPart {
  year,
  short_year,
  month,
  month_name,
  day,
  hour,
  hour_of_12,
  minute,
  second,
  fraction,
  half,
  offset,
  literal
};

class MomentForm {
 public:
  /// Returns invalid "import.form.unknown_letter", "import.form.incomplete" (no year, no month, an hour of 12 without
  /// a, a minute without an hour, a second without a minute) or "import.form.twice" (a part stands twice).
  [[nodiscard]] static Result<MomentForm> parse(std::string_view form);

  /// Returns invalid "import.moment.malformed" (not of this form, or something follows) or "import.moment.out_of_range"
  /// (no such day or time, before 1970 or after 9999).
  [[nodiscard]] Result<WrittenMoment> read(std::string_view text) const;

  [[nodiscard]] Precision precision() const { return precision_; }

 private:
  struct Piece {
    MomentPart part = MomentPart::literal;
    std::size_t fewest = 1;  ///< digits
    std::size_t most = 1;
    std::string literal;
  };
  [[nodiscard]] bool has(MomentPart part) const;
  [[nodiscard]] Result<void> add(std::string_view letters);
  [[nodiscard]] Result<void> check() const;

  std::vector<Piece> pieces_;
  bool is_ics_ = false;
  bool is_rfc3339_ = false;
  std::int64_t epoch_unit_ = 0;  ///< microseconds; 0: the form has pieces
  Precision precision_ = Precision::second;
};

}  // namespace paceline
