// SPDX-License-Identifier: Apache-2.0
#include "tests/product/loggers.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "store/sqlite/sqlite_database.h"

namespace paceline::product {

Loggers::Loggers(const Server& server, std::string token, int clients) : server_(server), token_(std::move(token)) {
  for (int client = 0; client < clients; ++client) threads_.emplace_back([this, client] { log_calls(client); });
}

Loggers::~Loggers() {
  static_cast<void>(stop());
}

Loggers::Report Loggers::so_far() const {
  const std::lock_guard lock(mutex_);
  return report_;
}

Loggers::Report Loggers::stop() {
  stopping_ = true;
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
  return so_far();
}

void Loggers::log_calls(int client) {
  for (int number = 0; !stopping_; ++number) {
    const std::string name = std::to_string(client) + "-" + std::to_string(number);
    const auto answered = server_.send(log_request(token_, name));
    const std::lock_guard lock(mutex_);
    if (!answered) {
      ++report_.unanswered;
    } else if (answered->status == 201) {
      report_.acknowledged.push_back(name);
    } else {
      const auto body = boost::json::parse(answered->body);
      ++report_.refusals[std::to_string(answered->status) + " " + std::string(body.at("code").as_string())];
    }
  }
}

std::map<std::string, int> names_in_folder(const std::string& folder) {
  std::map<std::string, int> names;
  const auto database = store::SqliteDatabase::open(folder, store::Access::reader);
  EXPECT_TRUE(database) << database.error().code;
  if (!database) return names;
  const auto read = (*database)->read([&](store::Connection& connection) {
    return connection.each({"test.names_in_folder", "SELECT external_id FROM activity"}, {},
                           [&](const store::Row& row) { ++names[row.text(0)]; });
  });
  EXPECT_TRUE(read);
  return names;
}

std::vector<std::string> not_once(const std::vector<std::string>& wanted, const std::map<std::string, int>& there) {
  std::vector<std::string> wrong;
  for (const std::string& name : wanted) {
    const auto found = there.find(name);
    if (found == there.end() || found->second != 1) wrong.push_back(name);
  }
  return wrong;
}

}  // namespace paceline::product
