// SPDX-License-Identifier: Apache-2.0
#include "store/unit_of_work.h"

#include "store/access.h"
#include "store/accounts.h"
#include "store/across.h"
#include "store/activities.h"
#include "store/agreements.h"
#include "store/appointments.h"
#include "store/calendars.h"
#include "store/contacts.h"
#include "store/counts.h"
#include "store/estimates.h"
#include "store/evidence.h"
#include "store/imports.h"
#include "store/jobs.h"
#include "store/ledger.h"
#include "store/looks.h"
#include "store/next_steps.h"
#include "store/opportunities.h"
#include "store/people.h"
#include "store/phones.h"
#include "store/pipelines.h"
#include "store/quotas.h"
#include "store/reports.h"
#include "store/sales.h"
#include "store/settings.h"
#include "store/trials.h"
#include "store/work_times.h"

namespace paceline::store {
namespace {

/// The stores of one organisation on one connection.
struct StoreSet {
  explicit StoreSet(const OrgScope& scope)
      : people(scope),
        calendars(scope),
        work_times(scope),
        contacts(scope),
        activities(scope),
        quotas(scope),
        counts(scope),
        ledger(scope),
        jobs(scope),
        access(scope),
        agreements(scope),
        reports(scope),
        settings(scope),
        looks(scope),
        imports(scope),
        phones(scope),
        pipelines(scope),
        accounts(scope),
        opportunities(scope),
        next_steps(scope),
        sales(scope),
        evidence(scope),
        estimates(scope),
        trials(scope),
        appointments(scope),
        stores{people,        calendars,  work_times, contacts, activities, quotas,  counts,      ledger,    jobs,
               access,        agreements, reports,    settings, looks,      imports, phones,      pipelines, accounts,
               opportunities, next_steps, sales,      evidence, estimates,  trials,  appointments} {}

  SqlPeopleStore people;
  SqlCalendarStore calendars;
  SqlWorkTimeStore work_times;
  SqlContactStore contacts;
  SqlActivityStore activities;
  SqlQuotaStore quotas;
  SqlCountStore counts;
  SqlLedgerStore ledger;
  SqlJobStore jobs;
  SqlAccessStore access;
  SqlAgreementStore agreements;
  SqlReportStore reports;
  SqlSettingStore settings;
  SqlLookStore looks;
  SqlImportStore imports;
  SqlPhoneStore phones;
  SqlPipelineStore pipelines;
  SqlAccountStore accounts;
  SqlOpportunityStore opportunities;
  SqlNextStepStore next_steps;
  SqlSaleStore sales;
  SqlEvidenceStore evidence;
  SqlEstimateStore estimates;
  SqlTrialStore trials;
  SqlAppointmentStore appointments;
  Stores stores;
};

}  // namespace

Result<void> SqlUnitOfWork::read(OrgId org_id, const paceline::Work& work) {
  return database_.read([&](Connection& connection) {
    const OrgScope scope{connection, org_id, names_, ids_};
    StoreSet set(scope);
    return work(set.stores);
  });
}

Result<void> SqlUnitOfWork::write(OrgId org_id, const paceline::Work& work) {
  return database_.write([&](Connection& connection) -> Result<void> {
    const OrgScope scope{connection, org_id, names_, ids_};
    StoreSet set(scope);
    PACELINE_CHECK(work(set.stores));
    return set.ledger.store_told();
  });
}

Result<std::optional<OrgId>> SqlUnitOfWork::organisation_of_login(std::string_view email) {
  std::optional<OrgId> found;
  PACELINE_CHECK(database_.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(found, store::organisation_of_login(email, connection));
    return {};
  }));
  return found;
}

Result<std::vector<OrgId>> SqlUnitOfWork::organisations() {
  std::vector<OrgId> all;
  PACELINE_CHECK(database_.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(all, all_organisations(connection));
    return {};
  }));
  return all;
}

Result<std::vector<OrgId>> SqlUnitOfWork::organisations_with_due_jobs(Instant now) {
  std::vector<OrgId> due;
  PACELINE_CHECK(database_.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(due, store::organisations_with_due_jobs(now, connection));
    return {};
  }));
  return due;
}

Result<std::vector<NewestChange>> SqlUnitOfWork::newest_changes(const std::vector<OrgId>& organisations) {
  std::vector<NewestChange> newest;
  PACELINE_CHECK(database_.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(newest, store::newest_changes(organisations, connection));
    return {};
  }));
  return newest;
}

}  // namespace paceline::store
