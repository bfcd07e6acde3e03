// SPDX-License-Identifier: Apache-2.0
// One transaction on one organisation's data. Use cases take the stores that they need; this hands them out.
#pragma once

#include <functional>
#include <vector>

#include "app/ports/access_store.h"
#include "app/ports/account_store.h"
#include "app/ports/activity_store.h"
#include "app/ports/agreement_store.h"
#include "app/ports/appointment_store.h"
#include "app/ports/calendar_store.h"
#include "app/ports/contact_store.h"
#include "app/ports/count_store.h"
#include "app/ports/estimate_store.h"
#include "app/ports/evidence_store.h"
#include "app/ports/import_store.h"
#include "app/ports/job_store.h"
#include "app/ports/ledger_store.h"
#include "app/ports/look_store.h"
#include "app/ports/next_step_store.h"
#include "app/ports/opportunity_store.h"
#include "app/ports/people_store.h"
#include "app/ports/phone_store.h"
#include "app/ports/pipeline_store.h"
#include "app/ports/quota_store.h"
#include "app/ports/report_store.h"
#include "app/ports/sale_store.h"
#include "app/ports/setting_store.h"
#include "app/ports/trial_store.h"
#include "app/ports/work_time_store.h"

namespace paceline {

struct Stores {
  PeopleStore& people;
  CalendarStore& calendars;
  WorkTimeStore& work_times;
  ContactStore& contacts;
  ActivityStore& activities;
  QuotaStore& quotas;
  CountStore& counts;
  LedgerStore& ledger;
  JobStore& jobs;
  AccessStore& access;
  AgreementStore& agreements;
  ReportStore& reports;
  SettingStore& settings;
  LookStore& looks;
  ImportStore& imports;
  PhoneStore& phones;
  PipelineStore& pipelines;
  AccountStore& accounts;
  OpportunityStore& opportunities;
  NextStepStore& next_steps;
  SaleStore& sales;
  EvidenceStore& evidence;
  EstimateStore& estimates;
  TrialStore& trials;
  AppointmentStore& appointments;
};

/// The number of an organisation's newest change.
struct NewestChange {
  OrgId org_id;
  std::int64_t seq = 0;
};

using Work = std::function<Result<void>(Stores&)>;

/// Thread-safe.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;
  /// One consistent state; `work` must not write.
  [[nodiscard]] virtual Result<void> read(OrgId org_id, const Work& work) = 0;
  /// All or nothing, on disk when it returns. `work` may be run again from its start.
  [[nodiscard]] virtual Result<void> write(OrgId org_id, const Work& work) = 0;

  /// Across organisations, for signing in and for the command line.
  [[nodiscard]] virtual Result<std::optional<OrgId>> organisation_of_login(std::string_view email) = 0;
  [[nodiscard]] virtual Result<std::vector<OrgId>> organisations() = 0;
  /// Those that have a job which is due and which no server has.
  [[nodiscard]] virtual Result<std::vector<OrgId>> organisations_with_due_jobs(Instant now) = 0;
  /// Of those that have told any, in no order.
  [[nodiscard]] virtual Result<std::vector<NewestChange>> newest_changes(const std::vector<OrgId>& organisations) = 0;
};

/// Runs `work` in a read and returns what it returns.
template <class T, class F>
[[nodiscard]] Result<T> read_as(UnitOfWork& unit, OrgId org_id, F work) {
  std::optional<T> value;
  PACELINE_CHECK(unit.read(org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(value, work(stores));
    return {};
  }));
  return *std::move(value);
}

/// Runs `work` in a write and returns what it returns.
template <class T, class F>
[[nodiscard]] Result<T> write_as(UnitOfWork& unit, OrgId org_id, F work) {
  std::optional<T> value;
  PACELINE_CHECK(unit.write(org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(value, work(stores));
    return {};
  }));
  return *std::move(value);
}

}  // namespace paceline
