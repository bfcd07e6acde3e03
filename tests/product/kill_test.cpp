// SPDX-License-Identifier: Apache-2.0
// The program itself, killed while eight clients write to it over HTTP. What it acknowledged is there after a restart,
// once; what it did not acknowledge is there at most once, and can be sent again; and `paceline verify` is clean.
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <fstream>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "http/client.h"
#include "store/sqlite/sqlite_database.h"
#include "tests/base/random.h"
#include "tests/product/product.h"

extern char** environ;

namespace paceline::product {
namespace {

constexpr int kRounds = 5;
constexpr int kWriters = 8;

/// `paceline` with its words, whose output is read here. Killed at the end of its life if it still runs.
class Program {
 public:
  explicit Program(std::vector<std::string> words) {
    words.insert(words.begin(), PACELINE_BINARY_DIR "/paceline");
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::array<int, 2> ends{};
    PACELINE_ASSERT(::pipe(ends.data()) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    PACELINE_ASSERT(::posix_spawn(&pid_, arguments[0], &actions, nullptr, arguments.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    output_ = ends[0];
  }
  ~Program() {
    kill();
    ::close(output_);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// The next line; empty at the end of the output.
  std::string line() {
    std::string text;
    for (char c = 0; ::read(output_, &c, 1) == 1 && c != '\n';) text.push_back(c);
    return text;
  }
  void kill() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    (void)wait();
  }
  /// The exit code.
  int wait() {
    int status = 0;
    ::waitpid(std::exchange(pid_, 0), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_ = 0;
  int output_ = -1;
};

boost::json::value answer_of(std::vector<std::string> words) {
  words.emplace_back("--json");
  Program program(std::move(words));
  std::string all;
  for (std::string line = program.line(); !line.empty(); line = program.line()) all += line;
  EXPECT_EQ(program.wait(), 0) << all;
  boost::json::error_code fault;
  return boost::json::parse(all, fault);
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

struct Written {
  std::vector<std::string> acknowledged;
  std::vector<std::string> unanswered;
};

class Server {
 public:
  explicit Server(const std::string& data) : program_({"serve", "--data", data, "--port", "0", "--json"}) {
    const auto ready = boost::json::parse(program_.line());
    const std::string url(ready.at("url").as_string());
    port_ = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
  }
  Result<api::Response> send(const api::Request& request) const {
    return http::send("127.0.0.1", port_, request, std::chrono::milliseconds(5'000));
  }
  /// Eight clients write until it dies, which it does after the patience.
  Written write_until_killed(const std::string& token, int round, std::chrono::microseconds patience) {
    Written written;
    std::mutex mutex;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < kWriters; ++writer) {
      writers.emplace_back([&, writer] {
        for (int n = 0;; ++n) {
          const std::string name = std::to_string(round) + "-" + std::to_string(writer) + "-" + std::to_string(n);
          const auto answered = send(log_request(token, name));
          const std::lock_guard lock(mutex);
          (answered && answered->status == 201 ? written.acknowledged : written.unanswered).push_back(name);
          if (!answered) return;
          EXPECT_EQ(answered->status, 201) << answered->body;
        }
      });
    }
    std::this_thread::sleep_for(patience);
    program_.kill();
    for (std::thread& writer : writers) writer.join();
    return written;
  }

 private:
  Program program_;
  std::uint16_t port_ = 0;
};

std::map<std::string, int> stored_names(const std::string& data) {
  std::map<std::string, int> names;
  const auto database = store::SqliteDatabase::open(data, store::Access::reader);
  EXPECT_TRUE(database);
  if (!database) return names;
  const auto read = (*database)->read([&](store::Connection& connection) {
    return connection.each({"test.names", "SELECT external_id FROM activity"}, {},
                           [&](const store::Row& row) { ++names[row.text(0)]; });
  });
  EXPECT_TRUE(read);
  return names;
}

TEST(Killed, TheProgramLosesNothingAndDoublesNothing) {
  const MemoryFolder folder;
  const std::string data = folder.path() + "/data";
  (void)answer_of(
      {"init", "--data", data, "--name", "Killed", "--zone", "Etc/UTC", "--currency", "EUR", "--admin", "a@k.example"});
  const auto definitions = folder.path() + "/definitions.json";
  std::ofstream(definitions) << json(
      "{'teams': [{'name': 'T'}], 'users': [{'email': 'r@k.example', 'name': 'R', 'team': 'T'}], 'quotas': [{'key': 'q', 'name': 'Q',"
      "'period': 'week', 'amount': 9, 'rule': {'kinds': ['call']}, 'teams': ['T'], 'from': '2020-01-01'}]}");
  (void)answer_of({"apply", definitions, "--data", data});
  const auto made = answer_of({"user", "token", "--user", "r@k.example", "--scope", "log", "--data", data});
  const std::string token(made.at("token").as_string());
  testing_support::Random chance;
  std::vector<std::string> all_acknowledged;
  for (int round = 0; round < kRounds; ++round) {
    Server server(data);
    const auto written =
        server.write_until_killed(token, round, std::chrono::microseconds(chance.between(50'000, 500'000)));
    const auto names = stored_names(data);
    all_acknowledged.insert(all_acknowledged.end(), written.acknowledged.begin(), written.acknowledged.end());
    for (const auto& name : all_acknowledged)
      ASSERT_EQ(names.count(name), 1U) << name << " was acknowledged and is lost";
    for (const auto& [name, times] : names) ASSERT_EQ(times, 1) << name;
    const auto verified = answer_of({"verify", "--data", data});
    EXPECT_TRUE(verified.at("ok").as_bool()) << verified;
    EXPECT_EQ(verified.at("checked").at("activity_now").as_int64(), static_cast<std::int64_t>(names.size()));

    const Server again(data);
    for (const auto& name : written.unanswered) EXPECT_EQ(again.send(log_request(token, name))->status, 201) << name;
    for (const auto& name : written.acknowledged) {
      const auto repeated = again.send(log_request(token, name));
      ASSERT_EQ(repeated->status, 201) << name;
      if (&name - written.acknowledged.data() > 20) break;
    }
    const auto after = stored_names(data);
    for (const auto& name : written.unanswered) EXPECT_EQ(after.count(name), 1U) << name;
    EXPECT_EQ(after.size(), names.size() + static_cast<std::size_t>(std::count_if(
                                               written.unanswered.begin(), written.unanswered.end(),
                                               [&](const auto& name) { return names.count(name) == 0; })));
  }
  EXPECT_GT(all_acknowledged.size(), 100U);
}

}  // namespace
}  // namespace paceline::product
