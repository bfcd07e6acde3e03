// SPDX-License-Identifier: Apache-2.0
// A strict reader of Prometheus' text format 0.0.4: what promtool would complain about.
#pragma once

#include <cmath>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace paceline {

/// Reads until the first fault, which stands in `fault`.
class Exposition {
 public:
  explicit Exposition(const std::string& text) {
    if (!text.ends_with('\n')) fault = "the last line has no end";
    std::istringstream lines(text);
    for (std::string line; fault.empty() && std::getline(lines, line);) take(line);
  }

  std::map<std::string, double> samples;     ///< by name with labels
  std::map<std::string, std::string> types;  ///< of each family
  std::string fault;

 private:
  void take(const std::string& line) {
    if (line.starts_with("# HELP ")) return begin_family(line.substr(7, line.find(' ', 7) - 7));
    if (line.starts_with("# TYPE ")) return take_type(line.substr(7));
    take_sample(line);
  }
  void begin_family(const std::string& name) {
    family_ = name;
    if (types.contains(name)) fault = "twice: " + name;
  }
  void take_type(const std::string& rest) {
    static const std::set<std::string> known{"counter", "gauge", "histogram"};
    const std::string type = rest.substr(rest.find(' ') + 1);
    if (rest.substr(0, rest.find(' ')) != family_ || !known.contains(type)) fault = rest;
    if (type == "counter" && !family_.ends_with("_total")) fault = "a counter without _total: " + family_;
    types[family_] = type;
  }
  void take_sample(const std::string& line) {
    static const std::string label = R"re([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\["\\n])*")re";
    static const std::regex sample("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{" + label + "(," + label +
                                   R"re()*\})? (\+Inf|-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?))re");
    std::smatch parts;
    if (!std::regex_match(line, parts, sample)) {
      fault = "no sample: " + line;
      return;
    }
    const std::string value = parts.str(6);
    keep(parts.str(1), parts.str(2), value == "+Inf" ? HUGE_VAL : std::stod(value));
  }
  void keep(const std::string& name, const std::string& labels, double value) {
    const std::string type = types.contains(family_) ? types.at(family_) : "";
    const bool histogram = type == "histogram";
    const std::string part = name.starts_with(family_) ? name.substr(family_.size()) : "of another family";
    const bool own = histogram ? part == "_bucket" || part == "_sum" || part == "_count" : part.empty();
    if (type.empty() || !own) fault = "of another family: " + name;
    if (type == "counter" && value < 0) fault = "a negative counter: " + name;
    if (!samples.emplace(name + labels, value).second) fault = "twice: " + name + labels;
    if (histogram && part == "_bucket") keep_bucket(labels, value);
    const bool counted = buckets_.contains(labels) && buckets_.at(labels) == value && whole_.contains(labels);
    if (histogram && part == "_count" && !counted) fault = "a count that is not the last bucket: " + labels;
  }
  void keep_bucket(const std::string& labels, double value) {
    static const std::regex bound(R"re(,?le="([^"]+)")re");
    std::smatch le;
    if (!std::regex_search(labels, le, bound)) {
      fault = "a bucket without a bound: " + labels;
      return;
    }
    std::string others = std::regex_replace(labels, bound, "");
    if (others == "{}") others.clear();
    if (buckets_.contains(others) && buckets_.at(others) > value) fault = "buckets fall: " + labels;
    buckets_[others] = value;
    if (le.str(1) == "+Inf") whole_.insert(others);
  }

  std::string family_;
  std::map<std::string, double> buckets_;  // the last one of each set of labels without le
  std::set<std::string> whole_;            // which of them reached +Inf
};

inline Exposition read_exposition(const std::string& text) {
  return Exposition(text);
}
inline std::string faults_of_exposition(const std::string& text) {
  return Exposition(text).fault;
}

}  // namespace paceline
