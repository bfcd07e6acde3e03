// SPDX-License-Identifier: Apache-2.0
// JSON, iCalendar and vCard files by a mapping.
#include <gtest/gtest.h>

#include <algorithm>

#include "importer/json_import_files.h"
#include "importer/mapped_reader.h"

namespace paceline {
namespace {

struct FileRead {
  std::vector<FileRow> rows;
  std::string faults;  ///< of the file
};

FileRead read_by(const Mapping& mapping, std::string_view bytes) {
  FileRead file;
  const auto reader = open_rows(mapping);
  for (std::size_t at = 0; at < bytes.size(); at += 11) reader->feed(bytes.substr(at, 11), file.rows);
  reader->end(file.rows);
  for (const RowFault& fault : reader->faults()) file.faults += fault.code;
  return file;
}

Mapping shipped(const std::string& name) {
  return *parse_mapping(shipped_mappings().at(name));
}

Mapping parsed(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  const auto mapping = parse_mapping(text);
  EXPECT_TRUE(mapping) << (mapping ? "" : mapping.error().front().code + mapping.error().front().field);
  return mapping.value_or(Mapping{});
}

/// "3 import.json.malformed", a row a line; a good row has its name or the minute of its day.
std::string told(const FileRead& file) {
  std::string text = file.faults;
  for (const FileRow& row : file.rows) {
    text += std::to_string(row.row) + " ";
    if (!row.faults.empty())
      text += row.faults.front().code;
    else if (const auto* contact = std::get_if<ContactCells>(&row.cells))
      text += contact->name + "|" + contact->account_name.value_or("") + "|" + contact->phone.value_or("") + "|" +
              contact->email.value_or("");
    else
      text += to_text(std::get<ActivityCells>(row.cells).occurred_at->day);
    text += "\n";
  }
  return text;
}

constexpr const char* kJson =
    "{'name': 'x', 'format': 'json', 'records': '/data/calls', 'fields': {'kind': {'column': 'kind'},"
    " 'occurred_at': {'column': '/time/began', 'form': 'yyyy-MM-dd'}}}";

TEST(JsonFile, IsReadElementByElement) {
  const auto file =
      read_by(parsed(kJson),
              R"({"data": {"other": [{"x": "]"}], "calls": [{"kind": "call", "time": {"began": "2026-03-09"}},
                            {"kind": "call", "time": {"began": "2026-03-"},
                            {"kind": "call" "time": {}}, 7, {"kind": null, "time": {"began": "2026-03-11"}},
                            {"kind": "call", "time": {"began": "2026-03-12"}}]}, "calls": [1]})");
  EXPECT_EQ(told(file), "1 2026-03-09\n2 import.json.malformed\n3 import.json.unfinished\n");
  const auto mended = read_by(parsed(kJson),
                              R"({"data": {"calls": [{"kind": "call", "time": {"began": "2026-03-"}},
                              {"kind": "call" "time": {}}, 7, {"kind": null, "time": {"began": "2026-03-11"}},
                              {"kind": "call", "time": {"began": "2026-03-12"}}]}})");
  EXPECT_EQ(told(mended),
            "1 import.moment.malformed\n2 import.json.malformed\n3 import.json.not_an_object\n4 import.value.missing\n"
            "5 2026-03-12\n");
}

TEST(JsonFile, WithoutItsArrayIsRefused) {
  EXPECT_EQ(told(read_by(parsed(kJson), R"({"data": {"calls": {"calls": []}}})")), "import.json.no_array");
  EXPECT_EQ(told(read_by(parsed(kJson), "[1]")), "import.json.no_array");
  EXPECT_EQ(told(read_by(parsed(kJson), "a;b;c")), "import.json.malformed");
  EXPECT_EQ(told(read_by(parsed(kJson), "")), "import.json.no_array");
  EXPECT_EQ(told(read_by(parsed(kJson), R"({"data": {"calls": []}})")), "");
}

TEST(JsonFile, OfLinesHasAnObjectALine) {
  const auto mapping = parsed(
      "{'name': 'x', 'format': 'jsonl', 'fields': {'kind': {'column': 'k'}, 'occurred_at': {'column': 'at',"
      " 'form': 'epoch'}}}");
  EXPECT_EQ(told(read_by(mapping, "{\"k\":\"call\",\"at\":86400}\r\n\n{\"k\"\n{\"k\":\"call\",\"at\":\"172800\"}")),
            "1 1970-01-02\n3 import.json.malformed\n4 1970-01-03\n");
  EXPECT_EQ(told(read_by(mapping, "\n\n")), "import.file.empty");
}

TEST(JsonFile, OfMicrosoftHasItsCalls) {
  const auto file =
      read_by(shipped("microsoft-pstn-calls"), R"({"value": [{"id": "9c", "userPrincipalName": "ann@acme.example",
    "startDateTime": "2019-11-01T00:00:08.2589935Z", "duration": 219, "callType": "user_in", "calleeNumber": "+12", "callerNumber": "+34"}]})");
  ASSERT_EQ(told(file), "1 2019-11-01\n");
  const auto& call = std::get<ActivityCells>(file.rows[0].cells);
  EXPECT_EQ(call.direction, "inbound");
  EXPECT_EQ(call.duration_s, 219);
  EXPECT_EQ(call.rep, "ann@acme.example");
  EXPECT_EQ(call.occurred_at->microsecond, 8'258'993);
  EXPECT_EQ(file.rows[0].key, "9c");
}

std::string calendar(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
}
std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:u\r\n" + lines + "END:VEVENT\r\n";
}

TEST(IcsFile, HasItsEvents) {
  const auto file = read_by(
      shipped("ics-meetings"),
      calendar(event("DTSTART;TZID=Europe/Sofia:20260309T100000\r\nDTEND;TZID=Europe/Sofia:20260309T113000\r\n"
                     "SUMMARY:Price\\, and a\r\n  long talk\r\nBEGIN:VALARM\r\nDURATION:PT5M\r\nEND:VALARM\r\n") +
               event("DTSTART;VALUE=DATE:20260310\r\n") + event("DTSTART:20260311T100000Z\r\nDURATION:PT1H30M\r\n")));
  ASSERT_EQ(told(file), "3 2026-03-09\n13 2026-03-10\n17 2026-03-11\n");
  const auto& meeting = std::get<ActivityCells>(file.rows[0].cells);
  EXPECT_EQ(meeting.kind, "meeting");
  EXPECT_EQ(meeting.occurred_at->zone, "Europe/Sofia");
  EXPECT_EQ(meeting.duration_s, 5400);
  EXPECT_EQ(meeting.note, "Price, and a long talk");
  EXPECT_EQ(std::get<ActivityCells>(file.rows[1].cells).occurred_at->precision, Precision::day);
  EXPECT_EQ(std::get<ActivityCells>(file.rows[2].cells).occurred_at->offset_minute, 0);
  EXPECT_EQ(std::get<ActivityCells>(file.rows[2].cells).duration_s, 5400);
}

std::string zone_of(const std::string& tzid, const std::string& zones = "") {
  const auto file =
      read_by(shipped("ics-meetings"), calendar(zones + event("DTSTART;TZID=" + tzid + ":20260309T100000\r\n")));
  const auto& moment = *std::get<ActivityCells>(file.rows.at(0).cells).occurred_at;
  return moment.offset_minute ? std::to_string(*moment.offset_minute) : moment.zone;
}

TEST(IcsFile, NamesZonesAsIanaDoes) {
  EXPECT_EQ(zone_of("Europe/Sofia"), "Europe/Sofia");
  EXPECT_EQ(zone_of("/mozilla.org/20050126_1/America/Argentina/Buenos_Aires"), "America/Argentina/Buenos_Aires");
  EXPECT_EQ(zone_of("W. Europe Standard Time"), "Europe/Berlin");
  EXPECT_EQ(zone_of("Mine",
                    "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\n"
                    "END:VTIMEZONE\r\n"),
            "330");
  EXPECT_EQ(zone_of("Mine", "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nX-LIC-LOCATION:Europe/Tirane\r\nEND:VTIMEZONE\r\n"),
            "Europe/Tirane");
  EXPECT_EQ(zone_of("Nobody knows"), "Nobody knows");
}

TEST(IcsFile, RefusesWhatIsNoMeetingThatHappenedOnce) {
  EXPECT_EQ(told(read_by(shipped("ics-meetings"),
                         calendar(event("DTSTART:20260309T100000Z\r\nRRULE:FREQ=WEEKLY\r\n") +
                                  event("DTSTART:20260309T100000Z\r\nSTATUS:CANCELLED\r\n") +
                                  "BEGIN:VTODO\r\nEND:VTODO\r\n" + event("no colon\r\nDTSTART:20260309T100000Z\r\n") +
                                  "BEGIN:VEVENT\r\nUID:open\r\n" + event("DTSTART:20260310T100000Z\r\n")))),
            "3 import.ics.recurring\n8 import.ics.cancelled\n13 import.ics.component\n15 import.ics.line_malformed\n"
            "20 import.ics.nesting_broken\n22 2026-03-10\n");
  EXPECT_EQ(told(read_by(shipped("ics-meetings"), "BEGIN:VCARD\r\nEND:VCARD\r\n")), "import.ics.no_calendar");
  EXPECT_EQ(told(read_by(shipped("ics-meetings"), calendar(""))), "import.file.empty");
  EXPECT_EQ(told(read_by(shipped("ics-meetings"), "")), "import.file.empty");
  EXPECT_EQ(told(read_by(shipped("ics-meetings"), "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n")),
            "2 import.ics.nesting_broken\n");
  EXPECT_EQ(told(read_by(shipped("ics-meetings"),
                         calendar("") + "BEGIN:VEVENT\r\nEND:VTIMEZONE\r\n" + event("DTSTART:20260310T100000Z\r\n"))),
            "5 import.ics.nesting_broken\n")
      << "an event outside of a calendar is refused once";
}

TEST(VcardFile, HasItsCards) {
  const auto file = read_by(
      shipped("vcard-contacts"),
      "\xEF\xBB\xBF"
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller;Ann=\r\n-Marie;;;\r\n"
      "TEL;WORK;FAX:1\r\nTEL;HOME:222\r\nTEL;CELL:0888 123\r\nPHOTO;ENCODING=BASE64:AAAA\r\nBBBB\r\n\r\nEND:VCARD\r\n"
      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\n  Doe\r\nORG:Acme\\, Sons;Sales\r\nTEL;TYPE=WORK:333\r\n"
      "item1.TEL;TYPE=pref:444\r\nEMAIL:ann@acme.example\r\nUID:u1\r\nEND:VCARD\r\n"
      "BEGIN:VCARD\r\nVERSION:4.0\r\nNICKNAME:Bo\r\nTEL;VALUE=uri;PREF=1:tel:+1-555;ext=5\r\nEND:VCARD\r\n");
  EXPECT_EQ(told(file),
            "1 Ann-Marie M\xC3\xBCller||0888 123|\n12 Ann Doe|Acme, Sons|444|ann@acme.example\n22 Bo||+1-555|\n");
  EXPECT_EQ(file.rows.at(1).key, "u1");
}

TEST(VcardFile, RefusesWhatItCannotRead) {
  EXPECT_EQ(
      told(read_by(shipped("vcard-contacts"),
                   "BEGIN:VCARD\nno colon\nFN:A\nEND:VCARD\nBEGIN:VCARD\nTITLE:x\nEND:VCARD\n"
                   "BEGIN:VCARD\nFN:M\xFCller\nEND:VCARD\nBEGIN:VCARD\nFN;CHARSET=ISO-8859-1:M\xFCller\nEND:VCARD\n"
                   "BEGIN:VCARD\nFN:B\n")),
      "1 import.vcard.line_malformed\n5 import.value.missing\n8 import.row.undecodable\n11 M\xC3\xBCller|||\n"
      "14 import.vcard.unfinished\n");
  EXPECT_EQ(told(read_by(shipped("vcard-contacts"), "Name,Phone\nAnn,1\n")), "import.vcard.no_card");
  EXPECT_EQ(told(read_by(shipped("vcard-contacts"), "")), "import.vcard.no_card");
}

TEST(LargeRow, IsRefusedAloneInEveryForm) {
  const std::string large(3 << 19, 'x');
  std::string lines = "NOTE;QUOTED-PRINTABLE:x";
  for (int line = 0; line < 30'000; ++line) lines += std::string(50, 'x') + "=\n";
  lines += "x\n";

  const std::string ann = "BEGIN:VCARD\nFN:Ann\n";
  const std::string bea = "END:VCARD\nBEGIN:VCARD\nFN:Bea\nEND:VCARD\n";
  const Mapping cards = shipped("vcard-contacts");
  EXPECT_EQ(told(read_by(cards, ann + lines + bea)), "1 import.row.too_large\n30005 Bea|||\n");
  EXPECT_EQ(told(read_by(cards, ann + "PHOTO;ENCODING=b:" + large + "\n" + bea)), "1 import.row.too_large\n5 Bea|||\n");
  EXPECT_EQ(told(read_by(cards, ann + "BEGIN:VCARD\nNOTE:" + large + "\nEND:VCARD\n" + bea)),
            "1 import.row.too_large\n7 Bea|||\n");
  EXPECT_EQ(told(read_by(cards, ann + lines)), "1 import.row.too_large\n");

  const std::string event = "BEGIN:VEVENT\nUID:2\nDTSTART:20261109T100000Z\nEND:VEVENT\nEND:VCALENDAR\n";
  const std::string begun = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261109T100000Z\n";
  const Mapping meetings = shipped("ics-meetings");
  const std::string day = "2026-11-09";
  EXPECT_EQ(told(read_by(meetings, begun + lines + "END:VEVENT\n" + event)),
            "2 import.row.too_large\n30007 " + day + "\n");
  EXPECT_EQ(told(read_by(meetings, begun + "BEGIN:VALARM\nX:" + large + "\nEND:VALARM\nEND:VEVENT\n" + event)),
            "2 import.row.too_large\n9 " + day + "\n");

  const std::string good = "{\"kind\": \"call\", \"time\": {\"began\": \"2026-11-09\"}}";
  const std::string of_json = "{\"data\": {\"calls\": [{\"kind\": \"" + large + "\", \"x\": [1]}, " + good + "]}}";
  EXPECT_EQ(told(read_by(parsed(kJson), of_json)), "1 import.row.too_large\n2 " + day + "\n");
}

TEST(Faults, SayLittleOfWhatStandsInTheFile) {
  const std::string name = "V\x01" + std::string(197, 'a') + std::string(100, '\xC3') + "X";
  const auto file =
      read_by(shipped("ics-meetings"), "BEGIN:VCALENDAR\nBEGIN:" + name + "\nEND:" + name + "\nEND:VCALENDAR\n");
  ASSERT_EQ(file.rows.size(), 1U);
  EXPECT_EQ(file.rows[0].faults.front().code, "import.ics.component");
  EXPECT_EQ(file.rows[0].faults.front().detail.substr(0, 3), "V a");
  EXPECT_EQ(file.rows[0].faults.front().detail.size(), 199U) << "no half of a character";
}

TEST(ExportOfSalesforce, IsReadWhateverItsCapitalsAre) {
  const auto file =
      read_by(shipped("salesforce-contacts"),
              "Id,FirstName,LastName,Phone,Email,LeadSource,Account.Name\n003,Ann,Doe,12 34,a@b.example,Web,Acme\n");
  EXPECT_EQ(told(file), "2 Ann Doe|Acme|12 34|a@b.example\n");
  EXPECT_EQ(told(read_by(shipped("salesforce-accounts"), "\"ID\",\"NAME\",\"PHONE\"\n\"001\",\"Acme\",\"\"\n")),
            "2 Acme|Acme||\n");
  EXPECT_EQ(told(read_by(shipped("salesforce-accounts"), "NAME,PHONE\nAcme,1\n")),
            "import.header.column_missingimport.header.column_missing");
}

TEST(ExportOfHubspot, IsRead) {
  const auto file = read_by(
      shipped("hubspot-contacts"),
      "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage,Lead Status,Company Name,Create Date\n"
      "101,Ann,Doe,ann@acme.example,+359 2 123 456,Bob Roe,Customer,,Acme,2026-03-09 10:00\n"
      "102,,Solo,,,,Marketing Qualified Lead,,,2026-03-09 10:00\n103,,,x@y.example,,,,,,\n");
  EXPECT_EQ(told(file), "2 Ann Doe|Acme|+359 2 123 456|ann@acme.example\n3 Solo|||\n4 import.value.missing\n");
  EXPECT_EQ(std::get<ContactCells>(file.rows[0].cells).relation, "customer");
  EXPECT_EQ(std::get<ContactCells>(file.rows[1].cells).relation, "lead");
}

TEST(Mapping, SaysWhatIsNotForItsFormat) {
  const auto faults = [](std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    std::string all;
    const auto mapping = parse_mapping(text);
    if (mapping) return all;
    for (const Error& error : mapping.error()) all += error.code + " at " + error.field + "\n";
    return all;
  };
  EXPECT_EQ(
      faults("{'name': 'x', 'into': 'contacts', 'format': 'vcard', 'records': '/a', 'separator': ';', 'header': true,"
             " 'fields': {'name': {'columns': []}}}"),
      "import.mapping.not_for_format at /separator\nimport.mapping.not_for_format at /header\n"
      "import.mapping.not_for_format at /records\nimport.mapping.source at /fields/name\n");
  EXPECT_EQ(faults("{'name': 'x', 'into': 'contacts', 'format': 'json', 'records': 'a', 'fields': {'name': {'columns':"
                   " ['a', 'b']}}}"),
            "import.mapping.records at /records\n");
}

}  // namespace
}  // namespace paceline
