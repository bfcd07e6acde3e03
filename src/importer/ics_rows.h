// SPDX-License-Identifier: Apache-2.0
// The events of an iCalendar file (RFC 5545) as rows. A column is the name of a property; its value is without escapes,
// of several the first. An address is without "mailto:".
//
// DTSTART and other moments are as the form "ics" reads them: the zone of TZID stands behind a space, as an IANA name
// where the file or the list of Windows names has one, else as the offset of a zone that has only one. DURATION is the
// length in seconds, also of an event that has DTEND in its place.
// A row is refused: "import.ics.recurring" (RRULE, RDATE or EXRULE: an event that comes again is not read),
// "import.ics.cancelled", "import.ics.component" (VTODO and others, which are no events), "import.ics.line_malformed",
// "import.ics.nesting_broken", "import.row.too_large" (over 1 MB, its alarms among them). The file is refused with
// "import.ics.no_calendar" when it does not begin with BEGIN:VCALENDAR, and with "import.file.empty" when nothing is in
// it. Memory: one event, and the zones that stand before it, at most kMostIcsZones.
#pragma once

#include <map>

#include "importer/mapped_reader.h"
#include "text/content_lines.h"

namespace paceline {

inline constexpr std::size_t kMostIcsZones = 1000;

class IcsRows final : public MappedReader {
 public:
  explicit IcsRows(Mapping mapping);

 private:
  struct Zone {
    std::string id;
    std::string location;              ///< X-LIC-LOCATION
    std::vector<std::string> offsets;  ///< TZOFFSETTO of each of its parts
  };

  void read(std::string_view bytes) override;
  void read_end() override;
  void take(const ContentLine& line);
  void open(const ContentLine& line);
  void close(const ContentLine& line);
  void take_property(const ContentLine& line);
  void give_event();
  void refuse_event(std::string_view code, std::string detail = {});
  void end_zone();
  [[nodiscard]] std::string cell_named(const std::string& column) const;
  [[nodiscard]] std::string moment_of(const ContentLine& line) const;
  [[nodiscard]] std::string zone_named(const std::string& id) const;
  [[nodiscard]] std::string length() const;

  TextDecoder decoder_;
  std::string text_;
  ContentLineReader lines_;
  std::vector<std::string> open_;  ///< names of components, the outermost first
  bool lost_ = false;              ///< after an END that fits nothing: until the next event begins
  std::size_t begin_ = 0;          ///< line of the component at hand
  std::size_t last_ = 0;           ///< line
  std::size_t size_ = 0;           ///< bytes of the component at hand
  std::string_view fault_;         ///< of the event at hand
  std::string fault_detail_;
  std::string content_;
  std::map<std::string, ContentLine> properties_;  ///< the first of each
  Zone zone_;
  std::map<std::string, std::string> zones_;  ///< what stands behind a moment, by TZID
};

}  // namespace paceline
