// SPDX-License-Identifier: Apache-2.0
#include "app/import_records.h"

#include "app/import_accounts.h"
#include "app/import_activities.h"
#include "app/import_contacts.h"
#include "app/import_definitions.h"
#include "app/import_opportunities.h"

namespace paceline {

std::unique_ptr<ImportRecords> import_records(ImportInto into, const ImportContext& context, Stores& stores) {
  switch (into) {
    case ImportInto::activities: return std::make_unique<ImportActivities>(context, stores);
    case ImportInto::contacts: return std::make_unique<ImportContacts>(context, stores);
    case ImportInto::accounts: return std::make_unique<ImportAccounts>(context, stores);
    case ImportInto::people:
    case ImportInto::product_lines: return std::make_unique<ImportDefinitions>(context, stores);
    case ImportInto::opportunities: return std::make_unique<ImportOpportunities>(context, stores);
  }
  PACELINE_ASSERT(false);
  return nullptr;
}

std::string source_of_import(const Import& entry) {
  return "import:" + entry.mapping_name;
}

}  // namespace paceline
