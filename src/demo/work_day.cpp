// SPDX-License-Identifier: Apache-2.0
#include "demo/work_day.h"

#include <algorithm>
#include <array>

#include "demo/company.h"

namespace paceline::demo {
namespace {

constexpr int kWorkSeconds = 8 * 3600 + 1800;
constexpr std::array<const char*, 4> kTopics{"retirement planning", "life cover", "group health", "savings"};
constexpr std::array<const char*, 5> kSignals{"comment", "click", "open", "visit", "like"};

struct OutcomeOfCall {
  double share;
  const char* outcome;
  int shortest_s;
  int longest_s;
};

// Of a hundred dials; seconds as long as such a call takes.
constexpr std::array<OutcomeOfCall, 8> kCalls{{{0.26, "no_answer", 4, 28},
                                               {0.06, "busy", 2, 6},
                                               {0.03, "wrong_number", 5, 25},
                                               {0.33, "answered", 18, 150},
                                               {0.16, "listened", 60, 420},
                                               {0.06, "agreed", 150, 700},
                                               {0.06, "refused", 15, 180},
                                               {0.04, "call_back", 20, 90}}};

const OutcomeOfCall& outcome_of_call(Chance& chance) {
  double rest = chance.fraction();
  for (const OutcomeOfCall& outcome : kCalls) {
    rest -= outcome.share;
    if (rest < 0) return outcome;
  }
  return kCalls.front();
}

class DayWriter {
 public:
  DayWriter(const WorkDay& day, Chance& chance) : day_(day), chance_(chance) {}

  void calls(int count) {
    for (int i = 0; i < count; ++i) {
      const OutcomeOfCall& outcome = outcome_of_call(chance_);
      ActivityDraft draft = drafted("call", outcome.outcome);
      draft.direction = chance_.happens(0.04) ? Direction::inbound : Direction::outbound;
      draft.duration_s = chance_.between(outcome.shortest_s, outcome.longest_s);
      add(std::move(draft));
    }
  }
  void mails(int count) {
    for (int i = 0; i < count; ++i) {
      ActivityDraft draft = drafted("email", chance_.happens(0.05) ? "bounced" : "sent");
      draft.direction = Direction::outbound;
      add(std::move(draft));
    }
  }
  void meetings(int count) {
    for (int i = 0; i < count; ++i) {
      const char* kind = chance_.happens(0.25) ? "demo" : "meeting";
      const char* outcome = chance_.happens(0.3) ? "no_show" : (chance_.happens(0.4) ? "agreed" : "held");
      ActivityDraft draft = drafted(kind, outcome);
      draft.duration_s = chance_.between(20, 70) * 60;
      add(std::move(draft));
    }
  }
  void others(const char* kind, const char* outcome, int count) {
    for (int i = 0; i < count; ++i) add(drafted(kind, outcome));
  }

  [[nodiscard]] std::vector<ActivityDraft> take() {
    std::stable_sort(drafts_.begin(), drafts_.end(),
                     [](const auto& a, const auto& b) { return a.occurred_at < b.occurred_at; });
    return std::move(drafts_);
  }

 private:
  ActivityDraft drafted(const char* kind, const char* outcome) {
    ActivityDraft draft;
    draft.rep_id = day_.rep_id;
    draft.contact_id = whom();
    draft.kind = kind;
    draft.outcome = outcome;
    draft.topic = kTopics.at(static_cast<std::size_t>(chance_.below(static_cast<int>(kTopics.size()))));
    return draft;
  }
  ContactId whom() {
    const auto& list = !day_.warm.empty() && chance_.happens(0.35) ? day_.warm : day_.contacts;
    return list.at(static_cast<std::size_t>(chance_.below(static_cast<int>(list.size()))));
  }
  void add(ActivityDraft draft) {
    draft.occurred_at = day_.begins.plus_seconds(chance_.below(static_cast<int>(kWorkSeconds * day_.share)) + 1);
    draft.known_at = draft.occurred_at->plus_seconds(draft.duration_s.value_or(0) + 20);
    drafts_.push_back(std::move(draft));
  }

  const WorkDay& day_;
  Chance& chance_;
  std::vector<ActivityDraft> drafts_;
};

}  // namespace

Habits habits(Chance& chance) {
  const auto vary = [&](double mean) { return mean * (0.75 + 0.55 * chance.fraction()); };
  const Habits usual;
  return {vary(usual.calls), vary(usual.mails), vary(usual.meetings), vary(usual.estimates), vary(usual.social)};
}

std::vector<ActivityDraft> activities_of(const WorkDay& day, const Habits& habits, Chance& chance) {
  DayWriter writer(day, chance);
  const double form = day.share * (0.8 + 0.4 * chance.fraction());
  writer.calls(chance.poisson(habits.calls * form));
  writer.mails(chance.poisson(habits.mails * form));
  writer.meetings(chance.poisson(habits.meetings * form));
  writer.others("estimate", "handed_in", chance.poisson(habits.estimates * form));
  writer.others("social", "sent", chance.poisson(habits.social * form));
  return writer.take();
}

std::vector<SignalDraft> signals_of(Instant begins, const std::vector<ContactId>& contacts, double mean,
                                    Chance& chance) {
  std::vector<SignalDraft> signals;
  for (int i = chance.poisson(mean); i > 0; --i) {
    SignalDraft draft;
    draft.contact_id = contacts.at(static_cast<std::size_t>(chance.below(static_cast<int>(contacts.size()))));
    draft.kind = kSignals.at(static_cast<std::size_t>(chance.below(static_cast<int>(kSignals.size()))));
    draft.topic = chance.happens(0.5)
                      ? std::string(kTopic)
                      : kTopics.at(static_cast<std::size_t>(chance.below(static_cast<int>(kTopics.size()))));
    draft.occurred_at = begins.plus_seconds(chance.below(kWorkSeconds));
    draft.known_at = draft.occurred_at;
    signals.push_back(std::move(draft));
  }
  return signals;
}

}  // namespace paceline::demo
