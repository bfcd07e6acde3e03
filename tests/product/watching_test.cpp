// SPDX-License-Identifier: Apache-2.0
// What a server tells about itself, asked of the program itself: metrics, a log without a secret or a name, its health,
// and how it hears that it is to end. On both engines.
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>

#include <boost/json/parse.hpp>
#include <fstream>
#include <sstream>
#include <thread>

#include "http/client.h"
#include "tests/database/test_database.h"
#include "tests/product/product.h"
#include "tests/product/program.h"
#include "tests/watch/exposition.h"

namespace paceline::product {
namespace {

constexpr std::chrono::seconds kPatienceOfWatcher{10};

std::uint16_t port_in(const std::string& url) {
  const std::string address = url.substr(url.find("//") + 2);
  return static_cast<std::uint16_t>(std::stoi(address.substr(address.find(':') + 1)));
}

class Watching : public testing::Test {
 protected:
  Watching() : token_(found_company(place_.words())) {
    const auto made = answer_of({"user", "password", "--user", "r@k.example"}, place_.words());
    password_ = std::string(made.at("one_time_password").as_string());
    std::vector<std::string> words{"serve",       "--port", "0",   "--json",   "--metrics",
                                   "127.0.0.1:0", "--log",  "all", "--log-to", log_file()};
    for (const std::string& word : place_.words()) words.push_back(word);
    server_ = std::make_unique<Program>(words);
    const auto ready = boost::json::parse(server_->line());
    port_ = port_in(std::string(ready.at("url").as_string()));
    metrics_port_ = port_in(std::string(ready.at("metrics").as_string()));
  }

  [[nodiscard]] std::string log_file() const { return files_.path() + "/paceline.log"; }

  api::Response ask(api::Method method, const std::string& path, const std::string& body = "",
                    std::map<std::string, std::string> headers = {}) const {
    api::Request request;
    request.method = method;
    const auto question = path.find('?');
    request.path = path.substr(0, question);
    if (question != std::string::npos) request.query = {{"prefix", path.substr(path.find('=') + 1)}};
    request.headers = std::move(headers);
    if (!body.empty()) request.headers["content-type"] = "application/json";
    request.body = body;
    const auto answered = http::send("127.0.0.1", port_, request, kPatienceOfWatcher);
    EXPECT_TRUE(answered) << path;
    return answered ? *answered : api::Response();
  }
  api::Response sign_in(const std::string& password) const {
    return ask(api::Method::post, "/api/v1/session", json("{'email': 'r@k.example', 'password': '" + password + "'}"));
  }
  [[nodiscard]] std::string metrics() const {
    api::Request request;
    request.path = "/metrics";
    const auto answered = http::send("127.0.0.1", metrics_port_, request, kPatienceOfWatcher);
    EXPECT_TRUE(answered && answered->status == 200);
    return answered ? answered->body : "";
  }
  /// Whatever clients may write: signing in, wrong passwords, names, deliveries, paths with an address.
  void do_all_sorts() {
    const std::map<std::string, std::string> bearer{{"authorization", "Bearer " + token_}};
    EXPECT_EQ(sign_in(password_).status, 200);
    EXPECT_EQ(sign_in("wrong-Passw0rd").status, 401);
    auto keyed = bearer;
    keyed["idempotency-key"] = "keyOfZebulon";
    EXPECT_EQ(ask(api::Method::post, "/api/v1/contacts", json("{'name': 'Zebulon Quill'}"), keyed).status, 201);
    EXPECT_EQ(ask(api::Method::get, "/api/v1/contacts?prefix=Zebulon", "", bearer).status, 200);
    EXPECT_EQ(ask(api::Method::get, "/api/v1/reps/r@k.example/pace", "", bearer).status, 200);
    EXPECT_EQ(ask(api::Method::get, "/api/v1/Zebulon", "", bearer).status, 404);
    (void)ask(api::Method::get, "/Zebulon.html");
    EXPECT_EQ(ask(api::Method::post, "/api/v1/call-records", json("{'source': 'Zebulon', 'items': []}"),
                  {{"x-paceline-webhook", "77"},
                   {"x-paceline-timestamp", "1"},
                   {"x-paceline-signature", "sha256=secretOfZebulon"}})
                  .status,
              401);
    EXPECT_EQ(ask(api::Method::get, "/api/v1/kinds", "", {{"authorization", "Bearer tokenOfZebulon"}}).status, 401);
    keyed["idempotency-key"] = "anotherOfZebulon";
    keyed["content-type"] = "application/json";
    const int import_begun =
        ask(api::Method::post, "/api/v1/imports",
            json("{'file_name': 'Zebulon.csv', 'bytes': 10, 'mapping_name': 'bank-marketing'}"), keyed)
            .status;
    EXPECT_TRUE(import_begun == 201 || import_begun == 400 || import_begun == 403) << import_begun;
    for (int call = 0; call < 3; ++call)
      EXPECT_TRUE(
          http::send("127.0.0.1", port_, log_request(token_, "Zebulon" + std::to_string(call)), kPatienceOfWatcher));
  }
  int end() {
    server_->signal(SIGTERM);
    return server_->wait();
  }

  TestDatabase place_;
  MemoryFolder files_;
  std::string token_;
  std::string password_;
  std::unique_ptr<Program> server_;
  std::uint16_t port_ = 0;
  std::uint16_t metrics_port_ = 0;
};

TEST_F(Watching, MetricsHaveNoWordOfAClientAndAreReadByPrometheus) {
  do_all_sorts();
  const std::string text = metrics();
  const Exposition read(text);
  EXPECT_EQ(read.fault, "");
  const auto value = [&](const std::string& sample) {
    const auto found = read.samples.find(sample);
    return found == read.samples.end() ? -1 : found->second;
  };
  EXPECT_EQ(value(R"(paceline_sign_in_refusals_total{reason="refused"})"), 1);
  EXPECT_EQ(value(R"(paceline_http_requests_total{route="/api/v1/activities",method="POST",status="2xx"})"), 3);
  EXPECT_EQ(value(R"(paceline_http_requests_total{route="/api/v1/reps/{rep}/pace",method="GET",status="2xx"})"), 1);
  EXPECT_EQ(value(R"(paceline_http_requests_total{route="unknown",method="GET",status="4xx"})"), 1);
  EXPECT_EQ(value("paceline_database_up"), 1);
  EXPECT_EQ(value("paceline_organisations"), 1);
  EXPECT_GE(value("paceline_writes_total"), 4);
  EXPECT_GE(value("paceline_commit_works_count"), 1);
  EXPECT_GT(value("paceline_database_bytes"), 10'000);
  EXPECT_GT(value("process_resident_memory_bytes"), 1'000'000);
  EXPECT_EQ(value(R"(paceline_backup_state{state="none"})"), place_.on_postgres() ? 0 : 1);
  for (const char* word : {"Zebulon", "k.example", "127.0.0.1"}) EXPECT_EQ(text.find(word), std::string::npos) << word;
  EXPECT_EQ(ask(api::Method::get, "/metrics").body.find("paceline_build_info"), std::string::npos)
      << "not where everybody comes";
  EXPECT_EQ(end(), 0);
}

TEST_F(Watching, TheLogHasNoSecretNoNameAndNoAddress) {
  do_all_sorts();
  EXPECT_EQ(end(), 0);
  std::ostringstream written;
  written << std::ifstream(log_file()).rdbuf();
  const std::string text = written.str();
  const std::string secret = token_.substr(token_.find('.') + 1);
  for (const std::string& word :
       {std::string("Zebulon"), std::string("k.example"), std::string("127.0.0.1"), std::string("wrong-Passw0rd"),
        password_, secret, std::string("prefix"), std::string("bank-marketing"), std::string("paceline_session")})
    EXPECT_EQ(text.find(word), std::string::npos) << word << " in " << text;
  int requests = 0;
  int refused = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto object = boost::json::parse(line).as_object();
    if (object.at("event") != "request") continue;
    ++requests;
    refused += object.at("status").as_int64() == 401 ? 1 : 0;
    EXPECT_TRUE(object.contains("id") && object.contains("route") && object.contains("duration_us")) << line;
  }
  EXPECT_EQ(refused, 3) << text;
  EXPECT_EQ(requests, 13) << text;
  EXPECT_NE(text.find(R"("event":"job","job":"housekeeping")"), std::string::npos) << text;
}

TEST_F(Watching, HealthSaysHowTheBackupStands) {
  const auto health = boost::json::parse(ask(api::Method::get, "/api/v1/health").body);
  EXPECT_EQ(health.at("status"), "ok");
  EXPECT_EQ(health.at("backup"), place_.on_postgres() ? "not_kept" : "none");
  EXPECT_EQ(ask(api::Method::get, "/api/v1/health/live").body, R"({"status":"ok"})");
}

TEST(Starting, ServerThatWaitsForItsFilesHearsThatItIsToEnd) {
  const TestDatabase place;
  if (place.on_postgres()) GTEST_SKIP() << "about the files of a folder";
  (void)found_company(place.words());
  sqlite3* somebody = nullptr;
  ASSERT_EQ(sqlite3_open((place.folder() + "/paceline.db").c_str(), &somebody), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(somebody, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  std::vector<std::string> words{"serve", "--port", "0", "--json"};
  for (const std::string& word : place.words()) words.push_back(word);
  Program server(words);
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  const auto told = std::chrono::steady_clock::now();
  server.signal(SIGTERM);
  EXPECT_EQ(server.wait(), -1) << "it ended otherwise: it did not wait, and this test says nothing";
  EXPECT_LT(std::chrono::steady_clock::now() - told, std::chrono::seconds(2));
  sqlite3_close(somebody);
}

}  // namespace
}  // namespace paceline::product
