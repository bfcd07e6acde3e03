// SPDX-License-Identifier: Apache-2.0
#include "app/read_evidence.h"

namespace paceline {

Result<std::vector<Evidence>> read_evidence(const QuotaInForce& quota, RepId rep_id, Instant as_of,
                                            ContactStore& contacts, ActivityStore& activities) {
  return read_verdicts(quota.rule, rep_id, quota.period.span, as_of, contacts, activities,
                       quota.quota.versions.front().from);
}

Result<std::vector<Evidence>> read_verdicts(const Rule& rule, RepId rep_id, Period period, Instant as_of,
                                            ContactStore& contacts, ActivityStore& activities, Day first_day) {
  PACELINE_TRY(auto list, activities.of_period_as_of(rep_id, period, as_of));
  SignalsByContact signals;
  if (rule.after_signal) {
    PACELINE_TRY(signals, contacts.signals_behind(rep_id, period, as_of));
  }
  return judge(rule, std::move(list), signals, first_day);
}

}  // namespace paceline
