// SPDX-License-Identifier: Apache-2.0
#include "json/schema.h"

#include <gtest/gtest.h>

#include "tests/json/sample.h"

namespace paceline::json::sample {
namespace {

template <class T>
std::string schema_text(Use use = Use::answer) {
  Components components;
  return write(to_json(schema<T>(components, use)));
}

TEST(Schema, OfPlainTypes) {
  EXPECT_EQ(schema_text<bool>(), R"({"type":"boolean"})");
  EXPECT_EQ(schema_text<std::int64_t>(), R"({"type":"integer"})");
  EXPECT_EQ(schema_text<std::uint8_t>(), R"({"type":"integer","minimum":0,"maximum":255})");
  EXPECT_EQ(schema_text<double>(), R"({"type":"number"})");
  EXPECT_EQ((schema_text<Text<1, 200>>()), R"({"type":"string","minLength":1,"maxLength":200})");
  EXPECT_EQ((schema_text<Whole<1, 500>>()), R"({"type":"integer","minimum":1,"maximum":500})");
  EXPECT_EQ(schema_text<Day>(), R"({"type":"string","format":"date"})");
  EXPECT_EQ(schema_text<ContactId>(), R"({"type":"string","pattern":"^[1-9][0-9]{0,18}$"})");
  EXPECT_EQ(schema_text<Colour>(), R"({"type":"string","enum":["red","green","new"]})");
  EXPECT_EQ(schema_text<boost::json::value>(), "{}");
}

TEST(Schema, OfWhatMayBeNull) {
  EXPECT_EQ(schema_text<std::optional<double>>(), R"({"type":["number","null"]})");
  EXPECT_EQ(schema_text<std::optional<Colour>>(), R"({"type":["string","null"],"enum":["red","green","new",null]})");
  EXPECT_EQ(schema_text<std::optional<Inner>>(),
            R"({"anyOf":[{"$ref":"#/components/schemas/Inner"},{"type":"null"}]})");
}

TEST(Schema, OfListsAndMaps) {
  EXPECT_EQ(schema_text<std::vector<Inner>>(), R"({"type":"array","items":{"$ref":"#/components/schemas/Inner"}})");
  EXPECT_EQ((schema_text<Items<int, 500>>(Use::request)),
            R"({"type":"array","maxItems":500,"items":{"type":"integer","minimum":-2147483648,"maximum":2147483647}})");
  EXPECT_EQ((schema_text<std::map<std::string, bool>>()),
            R"({"type":"object","additionalProperties":{"type":"boolean"}})");
}

TEST(Schema, OfAStructStandsUnderItsName) {
  Components components;
  EXPECT_EQ(schema<Sample>(components, Use::request).reference, "Sample");
  ASSERT_EQ(components.size(), 2U);
  EXPECT_EQ(write(to_json(components.at("Inner"))),
            R"({"type":"object","properties":{"n":{"type":"integer"}},"required":["n"],"additionalProperties":false})");
  EXPECT_EQ(component_name<Only<Inner>>(), "InnerOnly");
}

TEST(Schema, RequiresInARequestWhatMayNotBeLeftOutAndInAnAnswerAll) {
  struct Counter {
    static int required(Use use) {
      Components components;
      (void)schema<Sample>(components, use);
      int count = 0;
      for (const auto& property : components.at("Sample").properties) count += property.required ? 1 : 0;
      return count;
    }
  };
  EXPECT_EQ(Counter::required(Use::request), 13);  // of 16, without inner, currency and change
  EXPECT_EQ(Counter::required(Use::answer), 15);   // without change
}

}  // namespace
}  // namespace paceline::json::sample
