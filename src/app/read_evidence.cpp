// SPDX-License-Identifier: Apache-2.0
#include "app/read_evidence.h"

namespace paceline {

Result<std::vector<Evidence>> read_evidence(const QuotaInForce& quota, RepId rep_id, Instant as_of,
                                            ContactStore& contacts, ActivityStore& activities) {
  const Period span = quota.period.span;
  PACELINE_TRY(auto list, activities.of_period_as_of(rep_id, span, as_of));
  SignalsByContact signals;
  if (asks_signals(quota)) {
    PACELINE_TRY(signals, contacts.signals_behind(rep_id, span, as_of));
  }
  return judge_days(span.from, rules_by_day(quota), std::move(list), signals);
}

Result<std::vector<Evidence>> read_verdicts(const Rule& rule, RepId rep_id, Period period, Instant as_of,
                                            ContactStore& contacts, ActivityStore& activities) {
  PACELINE_TRY(auto list, activities.of_period_as_of(rep_id, period, as_of));
  SignalsByContact signals;
  if (rule.after_signal) {
    PACELINE_TRY(signals, contacts.signals_behind(rep_id, period, as_of));
  }
  return judge(rule, std::move(list), signals);
}

}  // namespace paceline
