// SPDX-License-Identifier: Apache-2.0
#include "tests/product/program.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <utility>

#include "http/client.h"
#include "tests/product/product.h"

extern char** environ;

namespace paceline::product {
namespace {

constexpr std::chrono::milliseconds kPatience{10'000};

std::vector<std::string> joined(std::vector<std::string> words, const Place& place) {
  words.insert(words.end(), place.begin(), place.end());
  words.emplace_back("--json");
  return words;
}

}  // namespace

Program::Program(std::vector<std::string> words) {
  words.insert(words.begin(), PACELINE_BINARY_DIR "/paceline");
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::array<int, 2> ends{};
  PACELINE_ASSERT(::pipe2(ends.data(), O_CLOEXEC) == 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  PACELINE_ASSERT(::posix_spawn(&pid_, arguments[0], &actions, nullptr, arguments.data(), environ) == 0);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  output_ = ends[0];
}

Program::~Program() {
  kill();
  ::close(output_);
}

std::string Program::line() {
  std::string text;
  for (char c = 0; ::read(output_, &c, 1) == 1 && c != '\n';) text.push_back(c);
  return text;
}

void Program::signal(int number) const {
  PACELINE_ASSERT(pid_ > 0 && ::kill(pid_, number) == 0);
}

std::int64_t Program::most_memory_kb() const {
  std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
  for (std::string word; status >> word;) {
    std::int64_t kb = 0;
    if (word == "VmHWM:" && status >> kb) return kb;
  }
  return 0;
}

void Program::kill() {
  if (pid_ <= 0) return;
  signal(SIGKILL);
  (void)wait();
}

int Program::wait() {
  int status = 0;
  ::waitpid(std::exchange(pid_, 0), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

boost::json::value answer_of(std::vector<std::string> words, const Place& place) {
  Program program(joined(std::move(words), place));
  std::string all;
  for (std::string line = program.line(); !line.empty(); line = program.line()) all += line;
  EXPECT_EQ(program.wait(), 0) << all;
  boost::json::error_code fault;
  return boost::json::parse(all, fault);
}

Server::Server(const Place& place) : program_(joined({"serve", "--port", "0"}, place)) {
  const auto ready = boost::json::parse(program_.line());
  const std::string url(ready.at("url").as_string());
  port_ = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

Result<api::Response> Server::send(const api::Request& request) const {
  return http::send("127.0.0.1", port_, request, kPatience);
}

std::string found_company(const Place& place) {
  (void)answer_of({"init", "--name", "Killed", "--zone", "Etc/UTC", "--currency", "EUR", "--admin", "a@k.example"},
                  place);
  const MemoryFolder folder;
  const auto definitions = folder.path() + "/definitions.json";
  std::ofstream(definitions) << json(
      "{'teams': [{'name': 'T'}], 'users': [{'email': 'r@k.example', 'name': 'R', 'team': 'T'}], 'quotas': [{'key': 'q', 'name': 'Q',"
      "'period': 'week', 'amount': 9, 'rule': {'kinds': ['call']}, 'teams': ['T'], 'from': '2020-01-01'}]}");
  (void)answer_of({"apply", definitions}, place);
  const auto made = answer_of({"user", "token", "--user", "r@k.example", "--scope", "log"}, place);
  return std::string(made.at("token").as_string());
}

api::Request log_request(const std::string& token, const std::string& name) {
  api::Request request;
  request.method = api::Method::post;
  request.path = "/api/v1/activities";
  request.headers = {
      {"content-type", "application/json"}, {"authorization", "Bearer " + token}, {"idempotency-key", name}};
  request.body = json("{'kind': 'call', 'direction': 'outbound', 'external_id': '" + name + "'}");
  return request;
}

std::int64_t verified_activities(const Place& place) {
  const auto verified = answer_of({"verify"}, place);
  EXPECT_TRUE(verified.at("ok").as_bool()) << verified;
  return verified.at("checked").at("activity_now").as_int64();
}

}  // namespace paceline::product
