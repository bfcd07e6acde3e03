// SPDX-License-Identifier: Apache-2.0
// The three paths that are asked most, each so many times in one thread, for callgrind to count their instructions
// (scripts/instructions): a company of 20 reps with six quotas and 200 activities, always the same one. Each is
// dumped by its name. Prints how often each was walked. Outside callgrind it only does the work.
//
// usage: hot_paths
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_ZERO_STATS
#define CALLGRIND_DUMP_STATS_AT(name)
#endif

#include <cstdio>

#include "tests/product/product.h"

namespace paceline::bench {
namespace {

constexpr int kReps = 20;
constexpr int kActivitiesOfRep = 10;
constexpr int kContactsOfRep = 5;
constexpr int kLogged = 20;
constexpr int kPaces = 20;
constexpr int kTeamPaces = 2;
constexpr int kSecondsBetween = 301;  ///< beyond the window in which the same contact does not count again

std::string email_of(int rep) {
  return "rep" + std::to_string(rep) + "@bench.example";
}

std::string definitions() {
  std::string users;
  for (int rep = 0; rep < kReps; ++rep)
    users += (rep == 0 ? "{'email': '" : ",{'email': '") + email_of(rep) + "', 'name': 'R', 'team': 'North'}";
  std::string quotas;
  const char* const rules[] = {
      "'kinds': ['call']",  "'kinds': ['call'], 'directions': ['outbound']", "'kinds': ['call'], 'min_duration_s': 60",
      "'kinds': ['email']", "'kinds': ['meeting'], 'outcomes': ['held']",    "'kinds': ['call'], 'unit': 'contacts'"};
  for (std::size_t at = 0; at < std::size(rules); ++at) {
    const std::string key = "q" + std::to_string(at);
    quotas += (at == 0 ? "{'key': '" : ",{'key': '") + key + "', 'name': '" + key +
              "', 'period': 'week', 'amount': 50, 'from': '2026-01-01', 'teams': ['North'], 'rule': {" + rules[at] +
              "}}";
  }
  return product::json("{'teams': [{'name': 'North'}], 'users': [" + users + "], 'quotas': [" + quotas + "]}");
}

class Paths {
 public:
  Paths() {
    product_.apply(org_id_, definitions());
    for (int at = 0; at < kReps * kContactsOfRep; ++at)
      contacts_.push_back(to_text(product_.add_contact(org_id_, "Somebody", {})));
    for (int rep = 0; rep < kReps; ++rep) {
      const auto person = product_.person(org_id_, email_of(rep));
      callers_.push_back(product_.token(org_id_, person.user_id, Scope::log));
    }
    for (int at = 0; at < kActivitiesOfRep; ++at) {
      advance();
      for (int rep = 0; rep < kReps; ++rep) log(rep);
    }
    const auto admin = product_.person(org_id_, "admin@bench.example");
    admin_ = product_.session(org_id_, admin.user_id);
  }

  /// The rep's contacts one after the other.
  void log(int rep) {
    const int contact = rep * kContactsOfRep + logged_++ % kContactsOfRep;
    const auto answered =
        product_.post(callers_[static_cast<std::size_t>(rep)], "/activities",
                      product::json("{'kind': 'call', 'direction': 'outbound', 'duration_s': 90, 'contact_id': '" +
                                    contacts_[static_cast<std::size_t>(contact)] + "'}"));
    PACELINE_ASSERT(answered.status == 201);
  }
  void pace() { get(callers_.front(), "/quotas/q0/pace?rep=me"); }
  void team_pace() { get(admin_, "/teams/North/pace?limit=500"); }
  void advance() { product_.clock.advance_seconds(kSecondsBetween); }

 private:
  void get(const product::Caller& caller, const std::string& path) {
    const auto answered = product_.get(caller, path);
    if (answered.status != 200) std::fprintf(stderr, "%s\n", answered.text.c_str());
    PACELINE_ASSERT(answered.status == 200);
  }

  product::Product product_;
  OrgId org_id_ = product_.found("bench");
  std::vector<std::string> contacts_;
  int logged_ = 0;
  std::vector<product::Caller> callers_;
  product::Caller admin_;
};

template <class Act>
void count(const char* name, int times, Act act) {
  CALLGRIND_ZERO_STATS;
  for (int time = 0; time < times; ++time) act();
  CALLGRIND_DUMP_STATS_AT(name);
  std::printf("%s %d\n", name, times);
}

}  // namespace
}  // namespace paceline::bench

int main() {
  using namespace paceline::bench;
  Paths paths;
  CALLGRIND_START_INSTRUMENTATION;  // only from here, since that makes everything fifty times slower
  paths.pace();
  paths.team_pace();
  count("log_an_activity", kLogged, [&] {
    paths.advance();
    paths.log(0);
  });
  count("pace_of_a_quota", kPaces, [&] { paths.pace(); });
  count("pace_of_a_team", kTeamPaces, [&] { paths.team_pace(); });
}
