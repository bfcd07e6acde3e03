// SPDX-License-Identifier: Apache-2.0
// The files of a CRM as four imports bring them in, and what the API then says of them.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>

#include "tests/product/importing.h"

namespace paceline::product {

class CrmFiles : public Importing {
 protected:
  /// How many, and their money in minor units, by a quality.
  using Sums = std::map<std::string, std::pair<std::int64_t, std::int64_t>>;

  explicit CrmFiles(std::filesystem::path folder) : folder_(std::move(folder)) {
    ann = product.session(org, product.person(org, "admin@acme.example").user_id);
  }

  [[nodiscard]] std::string file(const char* name) const {
    std::ifstream stream(folder_ / name, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }

  Sums sums(const std::string& by, const char* named = "key", const std::string& more = "") {
    Sums all;
    const auto answered = product.get(ann, "/sales?limit=500&by=" + by + more);
    EXPECT_EQ(answered.status, 200) << answered.text;
    for (const auto& item : answered.at("/items").as_array())
      all[std::string(item.at(named).as_string())] = {item.at("count").as_int64(), item.at("amount_minor").as_int64()};
    return all;
  }

  std::map<std::string, std::int64_t> stages() {
    std::map<std::string, std::int64_t> counts;
    each_of("/opportunities?limit=500",
            [&](const boost::json::value& item) { ++counts[std::string(item.at("stage").at("key").as_string())]; });
    return counts;
  }

  /// The rows behind a figure of the standing: how many, and what they come to.
  std::pair<std::int64_t, std::int64_t> standing_rows(const std::string& part, const std::string& asked) {
    std::pair<std::int64_t, std::int64_t> all{0, 0};
    each_of("/standing/rows?limit=500&part=" + part + "&" + asked, [&](const boost::json::value& item) {
      ++all.first;
      all.second += item.at("value").at("amount_minor").as_int64();
    });
    return all;
  }

  const std::filesystem::path folder_;

 private:
  /// The items of all pages.
  template <class Take>
  void each_of(const std::string& path, const Take& take) {
    std::string cursor;
    for (bool more = true; more;) {
      const auto page = product.get(ann, path + cursor);
      EXPECT_EQ(page.status, 200) << page.text;
      for (const auto& item : page.at("/items").as_array()) take(item);
      more = !page.at("/next").is_null();
      if (more) cursor = "&cursor=" + page.text_at("/next");
    }
  }
};

}  // namespace paceline::product
