// SPDX-License-Identifier: Apache-2.0
#include "api/openapi.h"

#include <algorithm>

#include "api/forms/list.h"
#include "api/forms/problem.h"
#include "api/routes.h"
#include "json/any.h"

namespace paceline::api {
namespace {

using boost::json::array;
using boost::json::object;

/// The components of all requests and of all answers, apart, since an optional member means another thing in each. One
/// that differs has "Input" behind its name in requests.
struct Forms {
  json::Components requests;
  json::Components answers;
};

void name_inputs(json::Schema& schema, const Forms& forms) {
  const auto request = forms.requests.find(schema.reference);
  const auto answer = forms.answers.find(schema.reference);
  if (request != forms.requests.end() && answer != forms.answers.end() && request->second != answer->second)
    schema.reference += "Input";
  for (auto* parts : {&schema.items, &schema.values, &schema.properties})
    for (auto& part : *parts) name_inputs(part, forms);
}

boost::json::value request_schema(json::Schema schema, const Forms& forms) {
  name_inputs(schema, forms);
  return json::to_json(schema);
}

/// Every form of the table, and the problem.
Forms all_forms() {
  Forms forms;
  (void)json::schema<form::Problem>(forms.answers, json::Use::answer);
  for (const auto& route : routes()) {
    if (route.query) (void)route.query.parameters(forms.requests);
    if (route.body) (void)route.body.schema(forms.requests, json::Use::request);
    if (route.answer.shape) (void)route.answer.shape.schema(forms.answers, json::Use::answer);
  }
  return forms;
}

const char* verb_of(Method method) {
  switch (method) {
    case Method::get: return "get";
    case Method::head: return "head";
    case Method::post: return "post";
    case Method::put: return "put";
    case Method::patch: return "patch";
    case Method::remove: return "delete";
  }
  return "";
}

object parameter_reference(std::string_view name) {
  return {{"$ref", "#/components/parameters/" + std::string(name)}};
}

/// Every "{name}" of the path.
void add_path_parameters(std::string_view path, array& parameters) {
  for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1)) {
    const auto name = path.substr(open + 1, path.find('}', open) - open - 1);
    parameters.push_back(
        object{{"name", std::string(name)}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
  }
}

void add_query_parameters(const Route& route, Forms& forms, array& parameters) {
  if (!route.query) return;
  for (auto property : route.query.parameters(forms.requests)) {
    const bool shared = property.name == "as_of" || property.name == "limit" || property.name == "cursor";
    if (shared) {
      parameters.push_back(parameter_reference(property.name));
      continue;
    }
    property.nullable = false;  // a query has no null
    parameters.push_back(object{{"name", property.name},
                                {"in", "query"},
                                {"required", property.required},
                                {"schema", json::to_json(property)}});
  }
}

array parameters_of(const Route& route, Forms& forms) {
  array parameters;
  add_path_parameters(route.path, parameters);
  add_query_parameters(route, forms, parameters);
  if (route.repeat == Repeat::once) parameters.push_back(parameter_reference("idempotency_key"));
  if (route.method != Method::get && route.right != Right::anyone)
    parameters.push_back(parameter_reference("csrf_token"));
  return parameters;
}

object content(std::string_view type, boost::json::value schema) {
  object media;
  media["schema"] = std::move(schema);
  object content;
  content[{type.data(), type.size()}] = std::move(media);
  return content;
}

object responses_of(const Route& route, Forms& forms) {
  object success{{"description", "Done"}};
  const auto& answer = route.answer;
  if (answer.shape)
    success["content"] =
        content(answer.content_type, json::to_json(answer.shape.schema(forms.answers, json::Use::answer)));
  if (!answer.shape && !answer.content_type.empty())
    success["content"] = content(answer.content_type, object{{"type", "string"}});
  object responses;
  responses[std::to_string(answer.status)] = std::move(success);
  responses["default"] = object{{"$ref", "#/components/responses/problem"}};
  return responses;
}

object operation_of(const Route& route, Forms& forms) {
  const auto below = route.path.substr(kRoot.size() + 1);
  object operation{{"operationId", std::string(route.operation_id)},
                   {"summary", std::string(route.summary)},
                   {"tags", array{std::string(below.substr(0, below.find('/')))}},
                   {"x-right", std::string(enum_text(route.right))}};
  if (route.right == Right::anyone) operation["security"] = array{};
  if (auto parameters = parameters_of(route, forms); !parameters.empty())
    operation["parameters"] = std::move(parameters);
  const auto* type = route.body == shape<form::Bytes>() ? "application/octet-stream" : "application/json";
  if (route.body)
    operation["requestBody"] = object{
        {"required", true},
        {"content", content(type, request_schema(route.body.schema(forms.requests, json::Use::request), forms))}};
  operation["responses"] = responses_of(route, forms);
  return operation;
}

object paths_of(Forms& forms) {
  object paths;
  for (const auto& route : routes()) {
    const auto path = route.path.substr(kRoot.size());
    auto& item = paths[{path.data(), path.size()}];
    if (item.is_null()) item.emplace_object();
    item.get_object()[verb_of(route.method)] = operation_of(route, forms);
  }
  return paths;
}

object schemas_of(const Forms& forms) {
  std::map<std::string, boost::json::value> all;
  for (const auto& [name, schema] : forms.answers) all[name] = json::to_json(schema);
  for (const auto& [name, schema] : forms.requests) {
    json::Schema reference{.reference = name};
    name_inputs(reference, forms);
    all[reference.reference] = request_schema(schema, forms);
  }
  object schemas;
  for (auto& [name, schema] : all) schemas[name] = std::move(schema);
  return schemas;
}

object parameter(const char* name, const char* in, bool required, const char* description, const json::Schema& schema) {
  return {{"name", name},
          {"in", in},
          {"required", required},
          {"description", description},
          {"schema", json::to_json(schema)}};
}

object shared_parameters() {
  const json::Schema instant{.type = "string", .format = "date-time"};
  return {{"as_of", parameter("as_of", "query", false, "What was known then. Default: now", instant)},
          {"limit", parameter("limit", "query", false, "Items of one page. Default: 50", json::whole_schema(1, 500))},
          {"cursor", parameter("cursor", "query", false, "`next` of the page before", json::text_schema(1, 500))},
          {"idempotency_key", parameter("Idempotency-Key", "header", true,
                                        "The same key answers the first answer again", json::text_schema(1, 100))},
          {"csrf_token", parameter("X-CSRF-Token", "header", false, "Of the session; required with the cookie",
                                   json::text_schema(1, 100))}};
}

object components_of(Forms& forms) {
  const auto problem = json::to_json(json::schema<form::Problem>(forms.answers, json::Use::answer));
  const object responses{{"problem", object{{"description", "Refused, with every fault"},
                                            {"content", content("application/problem+json", problem)}}}};
  const object schemes{{"cookie", object{{"type", "apiKey"}, {"in", "cookie"}, {"name", "paceline_session"}}},
                       {"bearer", object{{"type", "http"}, {"scheme", "bearer"}}}};
  return {{"schemas", schemas_of(forms)},
          {"responses", responses},
          {"parameters", shared_parameters()},
          {"securitySchemes", schemes}};
}

}  // namespace

std::string openapi_document() {
  auto forms = all_forms();
  object document{{"openapi", "3.1.0"},
                  {"info", object{{"title", "Paceline"},
                                  {"version", PACELINE_VERSION},
                                  {"license", object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
                  {"servers", array{object{{"url", std::string(kRoot)}}}},
                  {"security", array{object{{"cookie", array{}}}, object{{"bearer", array{}}}}}};
  document["paths"] = paths_of(forms);
  document["components"] = components_of(forms);
  return json::write(document);
}

}  // namespace paceline::api
