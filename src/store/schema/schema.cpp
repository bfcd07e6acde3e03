// SPDX-License-Identifier: Apache-2.0
#include "store/schema/schema.h"

#include <array>

#include "store/schema/tables_1.h"
#include "store/schema/tables_10.h"
#include "store/schema/tables_11.h"
#include "store/schema/tables_12.h"
#include "store/schema/tables_13.h"
#include "store/schema/tables_14.h"
#include "store/schema/tables_15.h"
#include "store/schema/tables_16.h"
#include "store/schema/tables_2.h"
#include "store/schema/tables_3.h"
#include "store/schema/tables_4.h"
#include "store/schema/tables_5.h"
#include "store/schema/tables_6.h"
#include "store/schema/tables_7.h"
#include "store/schema/tables_8.h"
#include "store/schema/tables_9.h"

namespace paceline::store {

std::span<const Migration> migrations() {
  static const std::array all{Migration{1, "the first tables", kTables1},
                              Migration{2, "several servers on one database", kTables2},
                              Migration{3, "one of each name", kTables3},
                              Migration{4, "the team", kTables4},
                              Migration{5, "quotas in full", kTables5},
                              Migration{6, "period reports", kTables6},
                              Migration{7, "what is fair", kTables7},
                              Migration{8, "people come and go", kTables8},
                              Migration{9, "finding reports", kTables9},
                              Migration{10, "import", kTables10},
                              Migration{11, "import of contacts", kTables11},
                              Migration{12, "evidence of calls", kTables12},
                              Migration{13, "the pipeline", kTables13},
                              Migration{14, "signed webhooks", kTables14},
                              Migration{15, "opportunities by import", kTables15},
                              Migration{16, "the rest of the pipeline", kTables16}};
  return all;
}

int schema_number() {
  return migrations().back().number;
}

}  // namespace paceline::store
