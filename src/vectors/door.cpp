// SPDX-License-Identifier: Apache-2.0
#include "vectors/door.h"

#include <boost/json/parse.hpp>

#include "vectors/compare.h"
#include "vectors/topics.h"

namespace paceline::vectors {
namespace {

namespace json = boost::json;

constexpr double kUsualTolerance = 1e-6;

struct Vector {
  std::string id;
  std::string topic;
  json::value input;
  json::value expected;
  double rel_tol = kUsualTolerance;
};

auto malformed(const std::string& place, const char* why) {
  return fail(Fault::invalid, "vectors.file.malformed", place, why);
}

Result<json::value> member(const json::object& object, std::string_view name, const std::string& place) {
  const json::value* found = object.if_contains(name);
  if (found == nullptr) return malformed(std::string(place).append("/").append(name), "is missing");
  return *found;
}

Result<std::string> text_member(const json::object& object, std::string_view name, const std::string& place) {
  PACELINE_TRY(const json::value found, member(object, name, place));
  if (!found.is_string()) return malformed(std::string(place).append("/").append(name), "is not a text");
  return std::string(found.get_string());
}

Result<double> tolerance(const json::object& object, const std::string& place) {
  const json::value* found = object.if_contains("rel_tol");
  if (found == nullptr || found->is_null()) return kUsualTolerance;
  if (!found->is_number() || found->to_number<double>() < 0)
    return malformed(std::string(place).append("/rel_tol"), "is not a number from 0 up");
  return found->to_number<double>();
}

Result<Vector> read_vector(const json::value& item, const std::string& place) {
  const json::object* object = item.if_object();
  if (object == nullptr) return malformed(place, "is not an object");
  Vector vector;
  PACELINE_TRY(vector.id, text_member(*object, "id", place));
  PACELINE_TRY(vector.topic, text_member(*object, "topic", place));
  PACELINE_TRY(vector.input, member(*object, "input", place));
  PACELINE_TRY(vector.expected, member(*object, "expected", place));
  PACELINE_TRY(vector.rel_tol, tolerance(*object, place));
  return vector;
}

Result<std::vector<Vector>> read_vectors(std::string_view text) {
  boost::system::error_code fault;
  const json::value file = json::parse(text, fault);
  if (fault) return malformed("", "is not JSON");
  if (!file.is_object()) return malformed("", "is not an object");
  PACELINE_TRY(const json::value items, member(file.get_object(), "vectors", ""));
  if (!items.is_array()) return malformed("/vectors", "is not a list");
  std::vector<Vector> vectors;
  for (const json::value& item : items.get_array()) {
    PACELINE_TRY(auto vector, read_vector(item, "/vectors/" + std::to_string(vectors.size())));
    vectors.push_back(std::move(vector));
  }
  return vectors;
}

Answer ask(const Topic& topic, const json::value& input) {
  if (!input.is_object()) return fail(Fault::invalid, "vectors.input.not_an_object");
  return topic.answer(input.get_object());
}

bool expects_refusal(const json::value& expected) {
  return expected.is_object() && expected.get_object().contains("error");
}

std::vector<std::string> faults_of(const Vector& vector, const Topic& topic) {
  const Answer answer = ask(topic, vector.input);
  if (answer) return differences(vector.expected, *answer, vector.rel_tol);
  const Error& error = answer.error();
  if (!expects_refusal(vector.expected)) return {error.field + ": refused with " + error.code};
  return differences(vector.expected, json::object{{"error", error.code}}, vector.rel_tol);
}

}  // namespace

Result<Report> run_vectors(std::string_view text) {
  PACELINE_TRY(const auto vectors, read_vectors(text));
  Report report;
  for (const Vector& vector : vectors) {
    const Topic* topic = find_topic(vector.topic);
    if (topic == nullptr) {
      ++report.skipped[vector.topic];
      continue;
    }
    const auto faults = faults_of(vector, *topic);
    ++(faults.empty() ? report.passed : report.failed);
    for (const auto& fault : faults) report.failures.push_back(std::string(vector.id).append(fault));
  }
  return report;
}

}  // namespace paceline::vectors
