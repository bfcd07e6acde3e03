// SPDX-License-Identifier: Apache-2.0
#include "api/openapi.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fstream>
#include <regex>
#include <set>

#include "api/routes.h"
#include "json/any.h"

namespace paceline::api {
namespace {

boost::json::object document() {
  return boost::json::parse(openapi_document()).as_object();
}

std::string text_of(const boost::json::value& value) {
  return json::write(value);
}

template <class Visit>
void each_value(const boost::json::value& value, const Visit& visit) {
  visit(value);
  if (value.is_array())
    for (const auto& item : value.get_array()) each_value(item, visit);
  if (value.is_object())
    for (const auto& member : value.get_object()) each_value(member.value(), visit);
}

template <class Visit>
void each_operation(const boost::json::object& document, const Visit& visit) {
  for (const auto& path : document.at("paths").as_object())
    for (const auto& operation : path.value().as_object())
      visit(std::string(path.key()), std::string(operation.key()), operation.value().as_object());
}

TEST(OpenApi, EveryReferenceResolves) {
  const boost::json::value all = document();
  int references = 0;
  each_value(all, [&](const boost::json::value& value) {
    if (!value.is_object() || !value.get_object().contains("$ref")) return;
    const std::string pointer(value.get_object().at("$ref").as_string().c_str() + 1);
    boost::json::error_code missing;
    EXPECT_NE(all.find_pointer(pointer, missing), nullptr) << pointer;
    ++references;
  });
  EXPECT_GT(references, 50);
}

TEST(OpenApi, EveryParameterOfAPathIsDeclared) {
  each_operation(document(),
                 [](const std::string& path, const std::string& verb, const boost::json::object& operation) {
                   std::set<std::string> declared;
                   if (const auto* parameters = operation.if_contains("parameters"))
                     for (const auto& parameter : parameters->as_array())
                       if (const auto* in = parameter.as_object().if_contains("in"); in != nullptr && *in == "path")
                         declared.insert(std::string(parameter.at("name").as_string()));
                   std::set<std::string> named;
                   const std::regex braces("\\{([a-z_]+)\\}");
                   for (std::sregex_iterator it(path.begin(), path.end(), braces), end; it != end; ++it)
                     named.insert((*it)[1]);
                   EXPECT_EQ(declared, named) << verb << ' ' << path;
                 });
}

TEST(OpenApi, EveryOperationIsThereOnceWithItsAnswers) {
  std::set<std::string> ids;
  std::size_t operations = 0;
  each_operation(document(), [&](const std::string&, const std::string&, const boost::json::object& operation) {
    ids.insert(std::string(operation.at("operationId").as_string()));
    EXPECT_TRUE(operation.at("responses").as_object().contains("default"));
    EXPECT_EQ(operation.at("responses").as_object().size(), 2U);
    ++operations;
  });
  EXPECT_EQ(operations, routes().size());
  EXPECT_EQ(ids.size(), routes().size());
}

TEST(OpenApi, AnswersHaveEveryMemberAndRequestsMayLeaveOut) {
  const auto all = document();
  const auto& schemas = all.at("components").at("schemas").as_object();
  const auto& contact = schemas.at("Contact").as_object();
  EXPECT_EQ(contact.at("required").as_array().size(), contact.at("properties").as_object().size());
  EXPECT_FALSE(contact.contains("additionalProperties"));
  EXPECT_EQ(text_of(contact.at("properties").at("phone")), R"({"type":["string","null"]})");
  const auto& added = schemas.at("NewContact").as_object();
  EXPECT_EQ(text_of(added.at("required")), R"(["name"])");
  EXPECT_EQ(text_of(added.at("properties").at("name")), R"({"type":"string","minLength":1,"maxLength":200})");
  EXPECT_EQ(added.at("additionalProperties"), false);
}

TEST(OpenApi, IsTheSameEveryTime) {
  EXPECT_EQ(openapi_document(), openapi_document());
}

TEST(OpenApi, IsLeftForOthersToRead) {
  std::ofstream file(PACELINE_BINARY_DIR "/openapi.json");
  file << openapi_document() << '\n';
  EXPECT_TRUE(file.good());
}

}  // namespace
}  // namespace paceline::api
