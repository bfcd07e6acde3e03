// SPDX-License-Identifier: Apache-2.0
#include "app/read_evidence.h"

#include "app/counted_facts.h"

namespace paceline {

Result<std::vector<Evidence>> read_evidence(const QuotaInForce& quota, RepId rep_id, Instant as_of, Stores& stores) {
  const Period span = quota.period.span;
  PACELINE_TRY(auto list, counted_facts(rules_in(quota.rules), rep_id, span, as_of, stores));
  SignalsByContact signals;
  if (asks_signals(quota)) {
    PACELINE_TRY(signals, stores.contacts.signals_behind(rep_id, span, as_of));
  }
  return judge_days(span.from, rules_by_day(quota), std::move(list), signals);
}

Result<std::vector<Evidence>> read_verdicts(const Rule& rule, RepId rep_id, Period period, Instant as_of,
                                            Stores& stores) {
  PACELINE_TRY(auto list, counted_facts({&rule}, rep_id, period, as_of, stores));
  SignalsByContact signals;
  if (rule.after_signal) {
    PACELINE_TRY(signals, stores.contacts.signals_behind(rep_id, period, as_of));
  }
  return judge(rule, std::move(list), signals);
}

}  // namespace paceline
