// SPDX-License-Identifier: Apache-2.0
// An import from the first part of its file to the wish that it be checked, done, cancelled or undone. The work itself
// is done in the background: import_desk.h.
#pragma once

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/import_store.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// The background work on imports: app/jobs.h.
inline constexpr std::string_view kImportJob = "import";

struct NewImport {
  std::string file_name;
  std::int64_t bytes = 0;
  std::string mapping;  ///< the document
  std::optional<std::string>
      rep;  ///< address or id: whose the rows without a rep are; none: the mapping's, else the actor's
};

/// Every fault: those of ImportFiles::check at "/mapping", "import.bytes.out_of_range" at "/bytes",
/// "activity.rep.not_found" at "/rep", and forbidden as authorise() says.
[[nodiscard]] Checked<Import> begin_import(const Actor& actor, const NewImport& wanted, const ImportFiles& files,
                                           Instant now, const Zones& zones, Ids& ids, Stores& stores);

/// The import as it is. Returns not_found "import.not_found", or forbidden: seen by who made it, by their manager, and
/// by the office.
[[nodiscard]] Result<Import> import_for(const Actor& actor, Right right, ImportId import_id, Instant now,
                                        const Zones& zones, Stores& stores);
/// May the actor see it?
[[nodiscard]] Result<bool> sees_import(const Actor& actor, Right right, const Import& entry, Instant now,
                                       const Zones& zones, Stores& stores);

/// Returns conflict "import.state" when nothing is received any more, invalid "import.part.out_of_range" and
/// "import.part.size": each part but the last has kImportPartBytes.
[[nodiscard]] Result<void> receive_part(const Import& entry, std::int64_t part, std::string_view bytes,
                                        const Secrets& secrets, Stores& stores);

/// What an import is that nobody goes on with: a dry run was never anything else, and stored nothing.
[[nodiscard]] ImportState state_when_left(ImportState before);

/// What may be wanted of an import.
enum class ImportWish { check, start, cancel, undo };

/// The import as it is from now on. An undo that is cancelled leaves what it had not come to ("import.undo.stopped"),
/// and goes on when it is wanted again. Wanting what is done or under way already changes nothing. Returns conflict
/// "import.state", "import.parts_missing" (the detail says how many bytes are there).
[[nodiscard]] Result<Import> want(const Actor& actor, Import entry, ImportWish wish, Instant now,
                                  const Secrets& secrets, Stores& stores);

}  // namespace paceline
