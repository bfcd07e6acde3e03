// SPDX-License-Identifier: Apache-2.0
// A struct with a member of every type that a form can hold, for the tests of src/json.
#pragma once

#include <boost/describe.hpp>

#include "json/any.h"
#include "json/json.h"
#include "json/query.h"

namespace paceline::json::sample {

BOOST_DEFINE_ENUM_CLASS(Colour, red, green, new_)

struct Inner {
  std::int64_t n = 0;
  friend bool operator==(const Inner&, const Inner&) = default;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (n))

struct Base {
  bool flag = false;
  friend bool operator==(const Base&, const Base&) = default;
};
BOOST_DESCRIBE_STRUCT(Base, (), (flag))

struct Sample : Base {
  std::int8_t small = 0;
  std::uint64_t large = 0;
  double real = 0;
  std::string text;
  Text<1, 5> word;
  Prose<0, 20> prose;
  std::optional<Inner> inner;
  std::vector<Inner> list;
  std::map<std::string, int> map;
  Colour colour = Colour::red;
  Day day;
  Instant at;
  ContactId contact_id{1};
  std::optional<Currency> currency;
  Settable<std::int64_t> change;
  friend bool operator==(const Sample&, const Sample&) = default;
};
BOOST_DESCRIBE_STRUCT(Sample, (Base),
                      (small, large, real, text, word, prose, inner, list, map, colour, day, at, contact_id, currency,
                       change))

inline Sample good() {
  Sample sample;
  sample.word.value = "abc";
  return sample;
}

/// One member alone, to see what a value is read as.
template <class T>
struct Only {
  T v{};
  BOOST_DESCRIBE_CLASS(Only, (), (v), (), ())
};

template <class T>
struct Few {
  Items<T, 3> v;
  BOOST_DESCRIBE_CLASS(Few, (), (v), (), ())
};

/// "code at pointer" of every fault, in order.
template <class T>
std::vector<std::string> faults_of(const Checked<T>& checked) {
  std::vector<std::string> all;
  if (!checked)
    for (const auto& error : checked.error()) all.push_back(error.code + " at " + error.field);
  return all;
}

template <class T>
std::string only_fault(std::string_view value) {
  const auto faults = faults_of(read<Only<T>>("{\"v\":" + std::string(value) + "}"));
  if (faults.empty()) return "accepted";
  return faults.size() == 1 ? faults.front() : "several";
}

}  // namespace paceline::json::sample
