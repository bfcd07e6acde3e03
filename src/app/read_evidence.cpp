// SPDX-License-Identifier: Apache-2.0
#include "app/read_evidence.h"

namespace paceline {

Result<std::vector<Evidence>> read_evidence(const QuotaInForce& quota, RepId rep_id, Instant as_of,
                                            ContactStore& contacts, ActivityStore& activities) {
  const Period period = quota.period.span;
  PACELINE_TRY(auto list, activities.of_period_as_of(rep_id, period, as_of));
  SignalsByContact signals;
  if (quota.rule.after_signal) {
    PACELINE_TRY(signals, contacts.signals_behind(rep_id, period, as_of));
  }
  return judge(quota.rule, std::move(list), signals);
}

}  // namespace paceline
