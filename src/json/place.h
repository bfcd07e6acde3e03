// SPDX-License-Identifier: Apache-2.0
// Where a reader stands in a document, and the faults that it has found so far.
//
// A Place costs nothing until a fault asks for its pointer (RFC 6901: "/items/3/amount_minor"; '~' is written "~0" and
// '/' "~1"). A parameter of a query has the pointer "?limit".
// Worked example: Place root; Place items = root.member("items"); items.item(3).pointer() == "/items/3".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace paceline::json {

class Place {
 public:
  /// The whole document.
  constexpr Place() = default;
  /// REQUIRES, for these two: this place and the name outlive the answer.
  [[nodiscard]] constexpr Place member(std::string_view name) const { return {Step::member, this, name, 0}; }
  [[nodiscard]] constexpr Place item(std::size_t index) const { return {Step::item, this, {}, index}; }
  [[nodiscard]] static constexpr Place query(std::string_view name) { return {Step::query, nullptr, name, 0}; }
  [[nodiscard]] std::string pointer() const;

 private:
  enum class Step { root, member, item, query };
  constexpr Place(Step step, const Place* parent, std::string_view name, std::size_t index)
      : step_(step), parent_(parent), name_(name), index_(index) {}

  Step step_ = Step::root;
  const Place* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = 0;
};

inline constexpr std::size_t kMostFaults = 100;  // a hostile body must not make a huge answer; later ones are not kept

class Faults {
 public:
  void add(const Place& at, std::string code, std::string detail = {});
  /// What a parser of `base` answered: its code and detail, at this place.
  void add(const Place& at, const Error& error) { add(at, error.code, error.detail); }
  [[nodiscard]] bool empty() const { return errors_.empty(); }
  [[nodiscard]] Errors take() && { return std::move(errors_); }

 private:
  Errors errors_;
};

}  // namespace paceline::json
