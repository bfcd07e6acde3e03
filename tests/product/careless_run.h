// SPDX-License-Identifier: Apache-2.0
// Random requests as a careless company sends them, and beside them the model of what was acknowledged (model.h).
#pragma once

#include <boost/json/object.hpp>

#include "tests/base/random.h"
#include "tests/product/model.h"
#include "tests/product/product.h"

namespace paceline::product {

/// Zones without a change of the clocks, so that the model needs no zone files.
struct RunRep {
  const char* email;
  const char* zone;
  int minutes_from_utc;
};
inline constexpr RunRep kReps[] = {{"ana@run.example", "Etc/UTC", 0},
                                   {"boris@run.example", "Asia/Tokyo", 9 * 60},
                                   {"carl@run.example", "America/Phoenix", -7 * 60},
                                   {"dora@run.example", "Asia/Kolkata", 5 * 60 + 30}};
inline constexpr int kRepCount = 4;

[[nodiscard]] int day_of_rep(int rep, std::int64_t occurred_us);

/// Quotas by rules of every kind that there is.
[[nodiscard]] std::vector<PlainQuota> quotas_at_first();
/// Rules that come when there is history to count: a new one, and known ones in other periods.
[[nodiscard]] std::vector<PlainQuota> quotas_later();

class CarelessRun {
 public:
  /// An organisation with quotas_at_first() and some contacts, at 2026-08-20.
  CarelessRun();

  void add_quotas(const std::vector<PlainQuota>& more);
  void one_operation();

  [[nodiscard]] std::int64_t now_us() const { return product.clock.now().microseconds(); }

  Product product;
  OrgId org_id;
  Caller admin;
  Model model;
  std::vector<PlainQuota> quotas;
  testing_support::Random chance;
  std::map<std::string, int> done;  ///< how many of each kind of operation were acknowledged

 private:
  struct PlainContact {
    ContactId id;
    std::string account, relation, temperature;
    std::optional<std::string> source;
  };
  /// A request that was acknowledged, to be sent again.
  struct Sent {
    std::string path, body, key, answer;
    std::size_t activity = 0;  ///< its place in the model
    bool has_external_id = false;
  };

  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[static_cast<std::size_t>(chance.between(0, static_cast<std::int64_t>(list.size()) - 1))];
  }
  bool one_in(std::int64_t n) { return chance.between(1, n) == 1; }
  std::string new_key() { return "run-" + std::to_string(++last_key_); }

  void add_contact();
  void choose_place(PlainActivity& activity);
  Members some_members(const std::string& kind);
  void note_contact(PlainActivity& activity) const;
  void add_activity();
  void check_effects(const Answered& answered, const PlainActivity& activity);
  void change(const char* what, PlainChange change, const std::string& body);
  void correct();
  void void_one();
  void repeat_key();
  void repeat_key_with_another_body();
  void repeat_external_id();
  [[nodiscard]] PlainSignal some_signal();
  void add_signals();
  void remember(Sent sent);

  std::vector<PlainContact> contacts_;
  std::vector<Sent> sent_;
  int last_key_ = 0;
  int last_external_ = 0;
};

}  // namespace paceline::product
