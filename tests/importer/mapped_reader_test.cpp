// SPDX-License-Identifier: Apache-2.0
#include "importer/mapped_reader.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace paceline {
namespace {

Mapping mapping_of(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  auto mapping = parse_mapping(text);
  EXPECT_TRUE(mapping) << (mapping ? "" : mapping.error().front().code + mapping.error().front().field);
  return mapping.value_or(Mapping{});
}

constexpr const char* kCalls =
    "{'name': 'calls', 'key': ['Id'], 'fields': {'kind': {'constant': 'call'}, 'occurred_at': {'column': 'Day', 'form':"
    " 'yyyy-MM-dd'}, 'outcome': {'column': 'End', 'values': {'ok': 'answered', 'x': null}}, 'duration_s': {'column':"
    " 'Min', 'unit': 'minutes'}}, 'attributes': {'line': {'column': 'Line'}}}";

struct File {
  std::vector<FileRow> rows;
  std::vector<RowFault> faults;
};

File read(const std::string& mapping, std::string_view bytes, std::size_t piece = 1000) {
  File file;
  const auto reader = open_rows(mapping_of(mapping));
  for (std::size_t at = 0; at < bytes.size(); at += piece) reader->feed(bytes.substr(at, piece), file.rows);
  reader->end(file.rows);
  file.faults = reader->faults();
  return file;
}

const ActivityCells& activity_of(const FileRow& row) {
  return std::get<ActivityCells>(row.cells);
}

std::string faults_of(const FileRow& row) {
  std::string text;
  for (const RowFault& fault : row.faults)
    text += std::to_string(fault.row) + " " + fault.column + " " + fault.code + "\n";
  return text;
}

TEST(MappedReader, SaysThatAFileIsSeparatedOtherwise) {
  const auto said = [](const std::string& header) {
    const auto file = read(kCalls, header + "\n");
    std::string text;
    for (const RowFault& fault : file.faults) text += fault.code + " " + fault.detail + "|";
    return text;
  };
  EXPECT_EQ(said("Line;Id;Day;End;Min"), "import.header.separator the file has ;|");
  EXPECT_EQ(said("Line\t Id \tDay\tEnd, or how it went\tMin"), "import.header.separator the file has a tab|");
  EXPECT_EQ(said("Line|Id|Day|End|Min"), "import.header.separator the file has ||");
  EXPECT_EQ(said("\"Line\";\"Id\""), "import.header.separator the file has ;|");
  EXPECT_EQ(said("\"Line\"x,Id,Day"), "import.row.after_quote is the file separated otherwise?|");
  EXPECT_EQ(said("Line;\"Id\";Day;\"Min, or so\""), "import.header.separator the file has ;|");
  EXPECT_EQ(said("Line,Id,Day,End,Min"), "");
  EXPECT_EQ(said("Line,Id;Day,End,Min"), "import.header.column_missing |import.header.column_missing |");
}

constexpr const char* kWithoutHeader =
    "{'name': 'calls', 'header': false, 'fields': {'kind': {'constant': 'call'}, 'occurred_at': {'column': '3', 'form':"
    " 'yyyy-MM-dd'}, 'outcome': {'column': '1'}}}";

TEST(MappedReader, SaysThatAFileWithoutAHeaderIsSeparatedOtherwise) {
  const auto said = [](const std::string& bytes, std::size_t piece) {
    std::string text;
    for (const RowFault& fault : read(kWithoutHeader, bytes, piece).faults)
      text += fault.column + " " + fault.code + " " + fault.detail + "|";
    return text;
  };
  for (const std::size_t piece : {1U, 3U, 1000U}) {
    EXPECT_EQ(said("ok;a;2026-03-09;1,5\nok;a;2026-03-10;2\n", piece), " import.header.separator the file has ;|");
    EXPECT_EQ(said("\nok\ta\t2026-03-09", piece), " import.header.separator the file has a tab|");
    EXPECT_EQ(said("\"ok\";\"a\";\"2026-03-09\"\n", piece), " import.header.separator the file has ;|");
    EXPECT_EQ(said("ok,a,2026-03-09\n", piece), "");
    EXPECT_EQ(said("ok;a\n", piece), "3 import.header.column_missing |") << "no separator has three";
  }
}

TEST(MappedReader, NamesTheColumnsThatItDoesNotUse) {
  const auto unused = [](const std::string& mapping, std::string_view bytes) {
    std::vector<FileRow> rows;
    const auto reader = open_rows(mapping_of(mapping));
    reader->feed(bytes, rows);
    reader->end(rows);
    std::string text;
    for (const std::string& column : reader->unused_columns()) text += column + "|";
    return text;
  };
  EXPECT_EQ(unused(kCalls, "Line,Id,Day,End,Min\n"), "");
  EXPECT_EQ(unused(kCalls, "Line, Cost centre ,Id,day,End,,Min,\"A\nB\"\n"), "Cost centre|A B|");
  EXPECT_EQ(unused(kCalls, "Line,Remark,Id\n"), "Remark|") << "also of a file that lacks others";
  EXPECT_EQ(unused(kCalls, "Line;Id\n"), "") << "nothing is known of a file that is separated otherwise";
  EXPECT_EQ(unused(kWithoutHeader, "ok,a,2026-03-09,b\n"), "2|4|");
  std::string wide = "Line,Id,Day,End,Min";
  for (int more = 0; more < 300; ++more) wide += ",c" + std::to_string(more);
  const std::string named = unused(kCalls, wide + "\n");
  EXPECT_EQ(std::count(named.begin(), named.end(), '|'), 100);
}

TEST(MappedReader, FillsTheMembersOfARow) {
  const auto file = read(kCalls, "Line,Id,Day,End,Min\n a ,7,2026-03-09,ok,1.5\n");
  ASSERT_EQ(file.rows.size(), 1U);
  const FileRow& row = file.rows.front();
  EXPECT_EQ(faults_of(row), "");
  EXPECT_EQ(row.row, 2);
  EXPECT_EQ(row.key, "7");
  EXPECT_EQ(activity_of(row).kind, "call");
  EXPECT_EQ(activity_of(row).outcome, "answered");
  EXPECT_EQ(activity_of(row).duration_s, 90);
  EXPECT_EQ(activity_of(row).attributes, (std::map<std::string, std::string>{{"line", "a"}}));
  EXPECT_EQ(activity_of(row).occurred_at->precision, Precision::day);
}

TEST(MappedReader, SaysTheSameHoweverTheBytesCome) {
  const std::string bytes = "Line,Id,Day,End,Min\r\n\"a\nb\",1,2026-03-09,ok,2\r\nc,2,2026-03-10,x,\r\n";
  const auto whole = read(kCalls, bytes);
  for (std::size_t piece = 1; piece < 20; ++piece) {
    const auto file = read(kCalls, bytes, piece);
    ASSERT_EQ(file.rows.size(), whole.rows.size()) << piece;
    for (std::size_t at = 0; at < file.rows.size(); ++at) {
      EXPECT_EQ(file.rows[at].content, whole.rows[at].content) << piece;
      EXPECT_EQ(file.rows[at].row, whole.rows[at].row) << piece;
    }
  }
  EXPECT_EQ(whole.rows.at(1).row, 4);
  EXPECT_FALSE(activity_of(whole.rows.at(1)).outcome);
  EXPECT_FALSE(activity_of(whole.rows.at(1)).duration_s);
}

TEST(MappedReader, RefusesARowAndReadsTheNext) {
  const std::string nul("a,3,2026-03-09,ok,1\0", 20);
  const auto file =
      read(kCalls, "Line,Id,Day,End,Min\na,1,2026-03-09,ok\n" + nul +
                       "\na\xFF,4,2026-03-09,ok,1\na,5,9.3.2026,gone,long\na,,2026-03-09,ok,1\nb,6,2026-03-09,ok,1\n");
  ASSERT_EQ(file.rows.size(), 6U);
  EXPECT_EQ(faults_of(file.rows[0]), "2  import.row.columns\n");
  EXPECT_EQ(faults_of(file.rows[1]), "3  import.row.control_character\n");
  EXPECT_EQ(faults_of(file.rows[2]), "4  import.row.undecodable\n");
  EXPECT_EQ(faults_of(file.rows[3]),
            "5 Min import.value.number\n5 Day import.moment.malformed\n5 End import.value.unknown\n");
  std::string seen;
  for (const RowFault& fault : file.rows[3].faults) seen += fault.detail + "|";
  EXPECT_EQ(seen, "long|9.3.2026|gone|") << "what stands there is shown";
  EXPECT_EQ(faults_of(file.rows[4]), "6  import.key.empty\n");
  EXPECT_EQ(faults_of(file.rows[5]), "");
}

TEST(MappedReader, RefusesAFileWithoutItsColumns) {
  const auto file = read(kCalls, "Id,Id,Day\n1,2,2026-03-09\n");
  EXPECT_TRUE(file.rows.empty());
  std::string faults;
  for (const RowFault& fault : file.faults) faults += fault.column + " " + fault.code + "\n";
  EXPECT_EQ(faults,
            "Id import.header.column_twice\nMin import.header.column_missing\nEnd import.header.column_missing\n"
            "Line import.header.column_missing\n");
  EXPECT_EQ(read(kCalls, "").faults.at(0).code, "import.file.empty");
}

TEST(MappedReader, ReadsColumnsByNumberWithoutAHeader) {
  const auto file = read(
      "{'name': 'records', 'header': false, 'fields': {'kind': {'constant': 'call'}, 'occurred_at': {'column': '3', 'form':"
      " 'epoch'}, 'duration_s': {'column': '2'}}}",
      "a, 78, 1336101842\nb, 5, 1336113924\n");
  ASSERT_EQ(file.rows.size(), 2U);
  EXPECT_EQ(activity_of(file.rows[0]).duration_s, 78);
  EXPECT_EQ(activity_of(file.rows[0]).occurred_at->offset_minute, 0);
  EXPECT_EQ(file.rows[0].row, 1);
}

TEST(MappedReader, LeavesOutWhatIsOptionalAndCannotBeRead) {
  const auto file = read(
      "{'name': 'x', 'fields': {'kind': {'constant': 'call'}, 'occurred_at': {'column': 'a', 'form': 'yyyy-MM-dd'},"
      " 'duration_s': {'column': 'b', 'optional': true}}}",
      "a,b\n2026-03-09,-6\nlater,-6\n");
  ASSERT_EQ(file.rows.size(), 2U);
  EXPECT_EQ(faults_of(file.rows[0]), "");
  EXPECT_FALSE(activity_of(file.rows[0]).duration_s);
  EXPECT_EQ(faults_of(file.rows[1]), "3 a import.moment.malformed\n");
}

TEST(MappedReader, LetsYearsFollowFromTheOrder) {
  const auto file = read(
      "{'name': 'months', 'fields': {'kind': {'constant': 'call'}, 'occurred_at': {'column': 'm', 'form': 'MMM',"
      " 'first_year': 2008}}}",
      "m\nmay\nmay\ndec\nmar\nmay\nnov\nmar\n");
  std::string days;
  for (const FileRow& row : file.rows) days += to_text(activity_of(row).occurred_at->day) + " ";
  EXPECT_EQ(days, "2008-05-01 2008-05-01 2008-12-01 2009-03-01 2009-05-01 2009-11-01 2010-03-01 ");
  EXPECT_EQ(activity_of(file.rows.front()).occurred_at->precision, Precision::month);
}

}  // namespace
}  // namespace paceline
