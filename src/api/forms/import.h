// SPDX-License-Identifier: Apache-2.0
// Imports: docs/import.md.
#pragma once

#include <boost/json/value.hpp>

#include "api/forms/list.h"
#include "app/ports/import_store.h"
#include "json/any.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(RowFault, (), (row, column, code, detail))
BOOST_DESCRIBE_STRUCT(ImportReading, (), (column, said, read_as, rows))

}  // namespace paceline

namespace paceline::api::form {

struct NewImport {
  Name file_name;
  std::int64_t bytes = 0;
  boost::json::value mapping;    ///< the name of one that comes with the program, or the document itself
  std::optional<ShortText> rep;  ///< e-mail address or id: whose the rows are that name no rep; absent: mine
};
BOOST_DESCRIBE_STRUCT(NewImport, (), (file_name, bytes, mapping, rep))

struct Import {
  ImportId import_id;
  std::string file_name;
  std::int64_t bytes = 0;
  std::optional<std::string> file_hash;  ///< of the whole file; null: not all of it has come
  std::string mapping;                   ///< its name
  ImportInto into = ImportInto::activities;
  std::optional<std::string> rep;    ///< e-mail address
  std::optional<std::string> actor;  ///< e-mail address of who imports; null: the system
  ImportState state = ImportState::receiving;
  std::string zone;  ///< IANA: of the file's times that say none
  std::int64_t part_bytes = kImportPartBytes;
  std::int64_t bytes_received = 0;
  std::int64_t bytes_done = 0;
  std::int64_t rows = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;
  std::int64_t joined = 0;                  ///< call records of calls that somebody has logged: evidence of those
  std::int64_t dropped = 0;                 ///< private calls: nothing of them is kept
  std::vector<RowFault> faults;             ///< the first ones
  std::vector<ImportReading> readings;      ///< as what the mapping read words of the file, where it wants that told
  std::vector<std::string> unused_columns;  ///< of the file: the mapping says nothing of them
  std::int64_t voided = 0;
  std::int64_t kept = 0;
  std::optional<std::string> fault;  ///< why it failed as a whole
  Instant created_at;
  std::optional<Instant> began_at;
  std::optional<Instant> ended_at;
  double seconds = 0;  ///< from its beginning to its end, or to now
  /// Of one under way: since whoever does imports was last heard of, whole seconds. At 20 another server goes on. Null:
  /// nobody has it.
  std::optional<std::int64_t> silent_s;
};
BOOST_DESCRIBE_STRUCT(Import, (),
                      (import_id, file_name, bytes, file_hash, mapping, into, rep, actor, state, zone, part_bytes,
                       bytes_received, bytes_done, rows, added, changed, unchanged, refused, joined, dropped, faults,
                       readings, unused_columns, voided, kept, fault, created_at, began_at, ended_at, seconds,
                       silent_s))

/// What undo left as it is.
struct KeptRecord {
  RecordId id;  ///< of an activity, a contact
  std::string why;
};
BOOST_DESCRIBE_STRUCT(KeptRecord, (), (id, why))

/// A mapping that comes with the program.
struct ShippedMapping {
  std::string name;
  boost::json::object document;
};
BOOST_DESCRIBE_STRUCT(ShippedMapping, (), (name, document))

}  // namespace paceline::api::form
