// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/json/sample.h"

namespace paceline::json::sample {
namespace {

using Faults = std::vector<std::string>;

struct NearMiss {
  const char* value;
  const char* fault;
};

template <class T>
void expect_faults(const std::vector<NearMiss>& table) {
  for (const auto& row : table) EXPECT_EQ(only_fault<T>(row.value), row.fault) << row.value;
}

struct NewContact {
  Text<1, 200> name;
  std::optional<Text<1, 40>> phone;
  BOOST_DESCRIBE_CLASS(NewContact, (), (name, phone), (), ())
};

TEST(Read, WorkedExample) {
  EXPECT_EQ(faults_of(read<NewContact>(R"({"phone":7})")),
            (Faults{"member.missing at /name", "type.mismatch at /phone"}));
  const auto contact = read<NewContact>(R"({"phone":7})");
  EXPECT_EQ(contact.error()[1].detail, "expected text, found a whole number");
}

TEST(Read, RefusesTextThatIsNotJson) {
  const std::vector<NearMiss> table{
      {"", "json.malformed at "},
      {"   ", "json.malformed at "},
      {"{", "json.malformed at "},
      {"{}}", "json.malformed at "},
      {"{} {}", "json.malformed at "},
      {"{\"v\":1}x", "json.malformed at "},
      {"{\"v\":1,}", "json.malformed at "},
      {"{\"v\":01}", "json.malformed at "},
      {"{\"v\":+1}", "json.malformed at "},
      {"{\"v\":1.}", "json.malformed at "},
      {"{\"v\":.5}", "json.malformed at "},
      {"{\"v\":0x1}", "json.malformed at "},
      {"{\"v\":NaN}", "json.malformed at "},
      {"{\"v\":Infinity}", "json.malformed at "},
      {"{'v':1}", "json.malformed at "},
      {"{v:1}", "json.malformed at "},
      {"{\"v\":1/*c*/}", "json.malformed at "},
      {"\xEF\xBB\xBF{\"v\":1}", "json.malformed at "},
      {"{\"v\":\"a\nb\"}", "json.malformed at "},
      {"{\"v\":\"\\x41\"}", "json.malformed at "},
      {"{\"v\":\"\\u12\"}", "json.malformed at "},
      {"{\"v\":\"\xC3(\"}", "json.invalid_utf8 at "},
      {"{\"v\":\"\xC0\x80\"}", "json.invalid_utf8 at "},
      {"{\"v\":\"\xED\xA0\x80\"}", "json.invalid_utf8 at "},
      {"{\"v\":\"\\ud800\"}", "json.malformed at "},
      {"{\"v\":\"\\ud800x\"}", "json.malformed at "},
      {"{\"v\":\"\\udc00\"}", "json.malformed at "},
      {"{\"v\":\"\\ud800\\ud800\"}", "json.malformed at "},
  };
  for (const auto& row : table) EXPECT_EQ(faults_of(read<Only<double>>(row.value)), Faults{row.fault}) << row.value;
}

TEST(Read, NamesTheByteWhereTheTextGoesWrong) {
  EXPECT_EQ(read<Only<int>>(R"({"v":tru})").error()[0].detail, "syntax error at byte 5");
}

TEST(Read, AllowsThirtyTwoLevelsAndNoMore) {
  const auto nested = [](int levels) {
    return std::string(static_cast<std::size_t>(levels), '[') + std::string(static_cast<std::size_t>(levels), ']');
  };
  EXPECT_TRUE(read<boost::json::value>(nested(32)));
  EXPECT_EQ(faults_of(read<boost::json::value>(nested(33))), Faults{"json.too_deep at "});
  EXPECT_EQ(faults_of(read<boost::json::value>(nested(100'000))), Faults{"json.too_deep at "});
}

TEST(Read, FindsEveryNameThatStandsTwice) {
  EXPECT_EQ(faults_of(read<boost::json::value>(R"({"a":1,"b":{"c":1,"c":2},"a":[{"d":0},{"d":0,"\u0064":0}]})")),
            (Faults{"member.duplicate at /b/c", "member.duplicate at /a", "member.duplicate at /a/1/d"}));
}

TEST(Read, WritesPointersAsRfc6901Says) {
  EXPECT_EQ(faults_of(read<Only<int>>(R"({"v":1,"a/b~c":1,"":2})")),
            (Faults{"member.unknown at /a~1b~0c", "member.unknown at /"}));
}

TEST(Read, RefusesAWholeThatIsNoObject) {
  for (const auto* text : {"null", "[]", "1", "\"v\"", "true"})
    EXPECT_EQ(faults_of(read<Only<int>>(text)), Faults{"type.mismatch at "}) << text;
}

TEST(Read, WholeNumbers) {
  expect_faults<std::int64_t>({{"0", "accepted"},
                               {"-0", "accepted"},
                               {"9223372036854775807", "accepted"},
                               {"-9223372036854775808", "accepted"},
                               {"9223372036854775808", "number.out_of_range at /v"},
                               {"-9223372036854775809", "number.out_of_range at /v"},
                               {"18446744073709551616", "number.out_of_range at /v"},
                               {"1e400", "number.out_of_range at /v"},
                               {"-1e400", "number.out_of_range at /v"},
                               {"1.0", "number.not_whole at /v"},
                               {"1e3", "number.not_whole at /v"},
                               {"0.5", "number.not_whole at /v"},
                               {"1e-400", "number.not_whole at /v"},
                               {"\"1\"", "type.mismatch at /v"},
                               {"null", "type.mismatch at /v"},
                               {"true", "type.mismatch at /v"},
                               {"[1]", "type.mismatch at /v"},
                               {"{}", "type.mismatch at /v"}});
  expect_faults<std::uint64_t>({{"18446744073709551615", "accepted"},
                                {"18446744073709551616", "number.out_of_range at /v"},
                                {"-1", "number.out_of_range at /v"}});
  expect_faults<std::int8_t>(
      {{"127", "accepted"}, {"128", "number.out_of_range at /v"}, {"-129", "number.out_of_range at /v"}});
  expect_faults<std::uint16_t>({{"65535", "accepted"}, {"65536", "number.out_of_range at /v"}});
  expect_faults<Whole<1, 500>>({{"1", "accepted"},
                                {"500", "accepted"},
                                {"0", "number.out_of_range at /v"},
                                {"501", "number.out_of_range at /v"}});
}

TEST(Read, Reals) {
  expect_faults<double>({{"0.1", "accepted"},
                         {"5", "accepted"},
                         {"-0.0", "accepted"},
                         {"1e308", "accepted"},
                         {"1e309", "number.out_of_range at /v"},
                         {"-1e400", "number.out_of_range at /v"},
                         {"\"0.1\"", "type.mismatch at /v"},
                         {"null", "type.mismatch at /v"}});
  EXPECT_EQ(read<Only<double>>(R"({"v":0.30000000000000004})")->v, 0.1 + 0.2);
  EXPECT_EQ(read<Only<double>>(R"({"v":2.2250738585072011e-308})")->v, 2.2250738585072011e-308);
}

TEST(Read, Booleans) {
  expect_faults<bool>({{"true", "accepted"},
                       {"false", "accepted"},
                       {"0", "type.mismatch at /v"},
                       {"\"true\"", "type.mismatch at /v"},
                       {"null", "type.mismatch at /v"}});
}

TEST(Read, TextIsCountedInCharactersAndHasNoControls) {
  expect_faults<Text<1, 3>>({{"\"a\"", "accepted"},
                             {"\"\xD0\x90\xD0\xBD\xD0\xB0\"", "accepted"},  // three letters, six bytes
                             {"\"\\ud83d\\ude00\"", "accepted"},
                             {"\"\"", "text.too_short at /v"},
                             {"\"abcd\"", "text.too_long at /v"},
                             {"\"a\\u0000\"", "text.control_character at /v"},
                             {"\"a\\n\"", "text.control_character at /v"},
                             {"\"a\\u007f\"", "text.control_character at /v"},
                             {"\"a\\u0085\"", "text.control_character at /v"},
                             {"7", "type.mismatch at /v"}});
  expect_faults<Prose<0, 5>>({{"\"\"", "accepted"},
                              {"\"a\\r\\n\\tb\"", "accepted"},
                              {"\"a\\u0000\"", "text.control_character at /v"},
                              {"\"a\\u001b\"", "text.control_character at /v"}});
  const auto quoted = [](std::size_t length) { return '"' + std::string(length, 'x') + '"'; };
  EXPECT_EQ(only_fault<std::string>(quoted(10'000)), "accepted");
  EXPECT_EQ(only_fault<std::string>(quoted(10'001)), "text.too_long at /v");
}

TEST(Read, ValuesPassTheCodesOfTheirParsersThrough) {
  expect_faults<Day>({{"\"2026-11-27\"", "accepted"},
                      {"\"2026-2-09\"", "day.malformed at /v"},
                      {"\"2026-02-29\"", "day.out_of_range at /v"},
                      {"20261127", "type.mismatch at /v"}});
  expect_faults<Instant>({{"\"2026-11-27T09:31:00Z\"", "accepted"},
                          {"\"2026-11-27T09:31:00\"", "instant.zone_missing at /v"},
                          {"\"2026-11-27\"", "instant.malformed at /v"},
                          {"0", "type.mismatch at /v"}});
  expect_faults<ContactId>({{"\"184467440737095\"", "accepted"},
                            {"184467440737095", "type.mismatch at /v"},
                            {"\"0\"", "id.malformed at /v"},
                            {"\"9223372036854775808\"", "id.malformed at /v"},
                            {"\"\"", "id.malformed at /v"}});
  expect_faults<std::optional<Currency>>({{"\"EUR\"", "accepted"},
                                          {"null", "accepted"},
                                          {"\"eur\"", "currency.unknown at /v"},
                                          {"\"XXZ\"", "currency.unknown at /v"}});
}

TEST(Read, EnumsAreTheirOwnWords) {
  expect_faults<Colour>({{"\"red\"", "accepted"},
                         {"\"new\"", "accepted"},
                         {"\"new_\"", "enum.unknown at /v"},
                         {"\"Red\"", "enum.unknown at /v"},
                         {"\"\"", "enum.unknown at /v"},
                         {"0", "type.mismatch at /v"}});
  EXPECT_EQ(read<Only<Colour>>(R"({"v":"blue"})").error()[0].detail, "one of: red green new");
}

TEST(Read, ListsTellEveryBadItemAndHaveALimit) {
  EXPECT_EQ(faults_of(read<Only<std::vector<int>>>(R"({"v":[1,"2",3,null]})")),
            (Faults{"type.mismatch at /v/1", "type.mismatch at /v/3"}));
  EXPECT_TRUE(read<Few<int>>(R"({"v":[1,2,3]})"));
  EXPECT_EQ(faults_of(read<Few<int>>(R"({"v":[1,2,3,4]})")), Faults{"list.too_long at /v"});
  EXPECT_EQ(only_fault<std::vector<int>>("{}"), "type.mismatch at /v");
  std::string long_list = "[0";
  for (int i = 1; i < 10'001; ++i) long_list += ",0";
  EXPECT_EQ(only_fault<std::vector<int>>(long_list + ']'), "list.too_long at /v");
}

TEST(Read, MapsTakeAnyName) {
  using Counts = std::map<std::string, int>;
  EXPECT_EQ(read<Only<Counts>>(R"({"v":{"b":2,"a":1}})")->v.at("b"), 2);
  EXPECT_EQ(only_fault<Counts>(R"({"a":"x"})"), "type.mismatch at /v/a");
}

TEST(Read, TellsLeftOutFromNullWhereAChangeNeedsIt) {
  using Change = Only<Settable<int>>;
  EXPECT_FALSE(read<Change>("{}")->v.has_value());
  EXPECT_TRUE(read<Change>(R"({"v":null})")->v.has_value());
  EXPECT_FALSE(read<Change>(R"({"v":null})")->v->has_value());
  EXPECT_EQ(**read<Change>(R"({"v":7})")->v, 7);
  EXPECT_FALSE(read<Only<std::optional<int>>>("{}")->v);
  EXPECT_FALSE(read<Only<std::optional<int>>>(R"({"v":null})")->v);
}

TEST(Read, ABatchKeepsTheFaultsOfEachItem) {
  const auto batch = read<Only<std::vector<Checked<Inner>>>>(R"({"v":[{"n":1},{"n":"x","m":0},{"n":3}]})");
  ASSERT_TRUE(batch);
  EXPECT_EQ(batch->v[0]->n, 1);
  EXPECT_EQ(faults_of(batch->v[1]), (Faults{"type.mismatch at /n", "member.unknown at /m"}));
  EXPECT_EQ(batch->v[2]->n, 3);
}

TEST(Read, StopsListingAfterAHundredFaults) {
  std::string text = R"({"v":1)";
  for (int i = 0; i < 1000; ++i) text += ",\"u" + std::to_string(i) + "\":0";
  EXPECT_EQ(read<Only<int>>(text + '}').error().size(), 100U);
}

TEST(Read, JsonAsItIsRefusesWhatCouldNotBeWrittenAgain) {
  EXPECT_EQ(only_fault<boost::json::value>("[1,{\"a\":1e400}]"), "number.out_of_range at /v");
  EXPECT_EQ(only_fault<boost::json::object>("[]"), "type.mismatch at /v");
  EXPECT_EQ(write(*read<boost::json::value>(R"([1,-2,18446744073709551615,1.5,"\u0041",null,{"b":[],"a":{}}])")),
            R"([1,-2,18446744073709551615,1.5,"A",null,{"b":[],"a":{}}])");
}

}  // namespace
}  // namespace paceline::json::sample
