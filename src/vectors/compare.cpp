// SPDX-License-Identifier: Apache-2.0
#include "vectors/compare.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>

namespace paceline::vectors {
namespace {

namespace json = boost::json;

class Comparison {
 public:
  explicit Comparison(double rel_tol) : rel_tol_(rel_tol) {}

  void compare(const std::string& path, const json::value& expected, const json::value& answer) {
    if (expected.is_object() && answer.is_object()) {
      members(path, expected.get_object(), answer.get_object());
    } else if (expected.is_array() && answer.is_array()) {
      items(path, expected.get_array(), answer.get_array());
    } else if (!same(expected, answer)) {
      note(path, "expected " + json::serialize(expected) + ", got " + json::serialize(answer));
    }
  }

  std::vector<std::string> found;

 private:
  void members(const std::string& path, const json::object& expected, const json::object& answer) {
    for (const auto& [name, value] : expected) {
      const std::string below = path + "/" + std::string(name);
      const json::value* other = answer.if_contains(name);
      if (other == nullptr) {
        note(below, "expected " + json::serialize(value) + ", got nothing");
      } else {
        compare(below, value, *other);
      }
    }
  }

  void items(const std::string& path, const json::array& expected, const json::array& answer) {
    if (expected.size() != answer.size())
      return note(path, "expected " + std::to_string(expected.size()) + " items, got " + std::to_string(answer.size()));
    for (std::size_t i = 0; i < expected.size(); ++i) compare(path + "/" + std::to_string(i), expected[i], answer[i]);
  }

  [[nodiscard]] bool same(const json::value& expected, const json::value& answer) const {
    if (!expected.is_double() && !answer.is_double()) return expected == answer;
    if (!expected.is_number() || !answer.is_number()) return false;
    const auto e = expected.to_number<double>();
    const auto x = answer.to_number<double>();
    return std::abs(x - e) <= rel_tol_ * std::max(1e-12, std::abs(e)) + 1e-12;
  }

  void note(const std::string& path, const std::string& what) { found.push_back(path + ": " + what); }

  double rel_tol_;
};

}  // namespace

std::vector<std::string> differences(const json::value& expected, const json::value& answer, double rel_tol) {
  Comparison comparison(rel_tol);
  comparison.compare("", expected, answer);
  return std::move(comparison.found);
}

}  // namespace paceline::vectors
