// SPDX-License-Identifier: Apache-2.0
#include "cli/requests.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "json/json.h"

namespace paceline::cli {
namespace {

api::Request request(const Place& place, api::Method method, std::string path) {
  api::Request request;
  request.method = method;
  request.path = "/api/v1" + std::move(path);
  request.door = api::Door::operator_;
  if (!place.org.empty()) request.headers["x-paceline-org"] = place.org;
  if (!place.as.empty()) request.headers["x-paceline-as"] = place.as;
  return request;
}

}  // namespace

api::Request get(const Place& place, std::string path, const Query& query) {
  api::Request made = request(place, api::Method::get, std::move(path));
  for (const auto& [name, value] : query) {
    if (!value.empty()) made.query.emplace_back(name, value);
  }
  if (!place.as_of.empty()) made.query.emplace_back("as_of", place.as_of);
  return made;
}

api::Request post(const Place& place, std::string path, std::string body, std::string key) {
  api::Request made = request(place, api::Method::post, std::move(path));
  if (!place.as_of.empty()) made.query.emplace_back("as_of", place.as_of);  // refused: nothing is written in the past
  made.body = std::move(body);
  made.headers["content-type"] = "application/json";
  made.headers["idempotency-key"] = std::move(key);
  return made;
}

api::Request put_bytes(const Place& place, std::string path, std::string bytes, std::string key) {
  api::Request made = request(place, api::Method::put, std::move(path));
  made.body = std::move(bytes);
  made.headers["content-type"] = "application/octet-stream";
  made.headers["idempotency-key"] = std::move(key);
  return made;
}

std::string json_text(std::string_view text) {
  return json::write(std::string(text));
}

Result<std::string> read_file(const std::string& path) {
  if (!std::filesystem::exists(path)) return fail(Fault::not_found, "file.not_found", {}, path);
  if (std::filesystem::is_directory(path)) return fail(Fault::invalid, "file.unreadable", {}, path);
  std::ifstream file(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) return fail(Fault::invalid, "file.unreadable", {}, path);
  return content;
}

}  // namespace paceline::cli
