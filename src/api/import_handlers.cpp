// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "api/forms/import.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "app/begin_import.h"
#include "app/jobs.h"

namespace paceline::api {
namespace {

constexpr int kFaultsShown = 20;

/// The document of a mapping that is named, or is one itself.
Result<std::string> document_of(const boost::json::value& mapping, const Backend& backend) {
  const auto* name = mapping.if_string();
  if (name == nullptr) return boost::json::serialize(mapping);
  const auto& shipped = backend.import_files.shipped();
  const auto found = shipped.find(std::string(*name));
  if (found != shipped.end()) return found->second;
  std::string names = "one of:";
  for (const auto& each : shipped) names += " " + each.first;
  return fail(Fault::invalid, "import.mapping.unknown", "/mapping", names);
}

Result<std::optional<std::string>> email_of(std::optional<UserId> user_id, Stores& stores) {
  if (!user_id || !*user_id) return std::nullopt;
  PACELINE_TRY(const auto user, stores.people.find_user(*user_id));
  return user ? std::optional(user->email) : std::nullopt;
}

bool is_under_way(ImportState state) {
  return state == ImportState::checking || state == ImportState::importing || state == ImportState::undoing;
}

/// Since the lease on imports was renewed last.
Result<std::optional<std::int64_t>> silence(Instant now, Stores& stores) {
  PACELINE_TRY(const auto until, stores.jobs.leased_until(kImportJob, now));
  if (!until) return std::optional<std::int64_t>();
  const std::int64_t silent = now.microseconds_since(until->plus_seconds(-kLeaseSeconds));
  return std::optional(std::max<std::int64_t>(0, silent / kMicrosecondsPerSecond));
}

Result<form::Import> form_of(const Import& entry, int faults, const Backend& backend, Stores& stores) {
  form::Import form;
  form.import_id = entry.import_id;
  form.file_name = entry.file_name;
  form.bytes = entry.bytes;
  if (!entry.file_hash.empty()) form.file_hash = entry.file_hash;
  form.mapping = entry.mapping_name;
  if (const auto mapping = backend.import_files.check(entry.mapping)) form.into = mapping->into;
  PACELINE_TRY(form.rep, email_of(entry.rep_id, stores));
  PACELINE_TRY(form.actor, email_of(entry.actor_id, stores));
  form.state = entry.state;
  PACELINE_TRY(const Organisation organisation, stores.people.organisation());
  const auto mapping = backend.import_files.check(entry.mapping);
  form.zone = mapping && !mapping->zone.empty() ? mapping->zone : organisation.zone;
  PACELINE_TRY(const auto received, stores.imports.received(entry.import_id));
  form.bytes_received = entry.state == ImportState::receiving ? received.bytes : entry.bytes;
  form.bytes_done = entry.bytes_done;
  form.rows = entry.counts.rows;
  form.added = entry.counts.added;
  form.changed = entry.counts.changed;
  form.unchanged = entry.counts.unchanged;
  form.refused = entry.counts.refused;
  form.joined = entry.counts.joined;
  form.dropped = entry.counts.dropped;
  if (faults > 0) {
    PACELINE_TRY(form.faults, stores.imports.faults(entry.import_id, 0, faults));
    PACELINE_TRY(form.readings, stores.imports.readings(entry.import_id));
    PACELINE_TRY(form.unused_columns, stores.imports.unused_columns(entry.import_id));
  }
  form.voided = entry.voided;
  form.kept = entry.kept;
  form.fault = entry.fault;
  form.created_at = entry.created_at;
  form.began_at = entry.began_at;
  form.ended_at = entry.ended_at;
  if (entry.began_at) {
    const Instant end = entry.ended_at.value_or(backend.clock.now());
    form.seconds = static_cast<double>(end.microseconds_since(*entry.began_at)) / kMicrosecondsPerSecond;
  }
  if (is_under_way(entry.state)) {
    PACELINE_TRY(form.silent_s, silence(backend.clock.now(), stores));
  }
  return form;
}

Result<Import> named_import(const Call& call, Right right, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto id, call.path_id<ImportId>("import"));
  return import_for(call.actor(), right, id, backend.clock.now(), backend.zones, stores);
}

Checked<form::Import> begin_one(const Call& call, const form::NewImport& form, const Backend& backend) {
  auto document = document_of(form.mapping, backend);
  if (!document) return tl::unexpected(Errors{std::move(document).error()});
  const NewImport wanted{form.file_name.value, form.bytes, *std::move(document),
                         form.rep ? std::optional(form.rep->value) : std::nullopt};
  const auto entry = begin_import(call.actor(), wanted, backend.import_files, backend.clock.now(), backend.zones,
                                  backend.ids, call.stores());
  if (!entry) return tl::unexpected(entry.error());
  auto shown = form_of(*entry, 0, backend, call.stores());
  if (!shown) return tl::unexpected(Errors{std::move(shown).error()});
  return *std::move(shown);
}

Result<form::Import> receive(const Call& call, std::string_view bytes, const Backend& backend) {
  PACELINE_TRY(const Import entry, named_import(call, Right::log_activity, backend, call.stores()));
  const std::string_view number = call.path_text("part");
  const auto part = number == "0" ? Result<std::int64_t>(0) : parse_id_value(number);
  if (!part) return fail(Fault::invalid, "import.part.out_of_range", "{part}");
  PACELINE_CHECK(receive_part(entry, *part, bytes, backend.secrets, call.stores()));
  return form_of(entry, 0, backend, call.stores());
}

Result<form::Import> wish(const Call& call, ImportWish wanted, const Backend& backend) {
  PACELINE_TRY(Import entry, named_import(call, Right::log_activity, backend, call.stores()));
  PACELINE_TRY(entry,
               want(call.actor(), std::move(entry), wanted, backend.clock.now(), backend.secrets, call.stores()));
  return form_of(entry, kFaultsShown, backend, call.stores());
}

/// Those that the caller may not see are left out: a page may be shorter than asked for.
Result<form::List<form::Import>> list_imports(const Call& call, const form::PageQuery& query, const Backend& backend,
                                              Stores& stores) {
  std::optional<ImportId> before;
  if (query.cursor) {
    const auto id = parse_id<ImportId>(query.cursor->value);
    if (!id) return fail(Fault::invalid, "query.cursor.malformed", "?cursor");
    before = *id;
  }
  PACELINE_TRY(auto entries, stores.imports.page(before, query.limit.value + 1));
  form::List<form::Import> page;
  if (entries.size() > static_cast<std::size_t>(query.limit.value)) {
    entries.pop_back();
    page.next = to_text(entries.back().import_id);
  }
  for (const Import& entry : entries) {
    PACELINE_TRY(const bool seen,
                 sees_import(call.actor(), Right::read_figures, entry, backend.clock.now(), backend.zones, stores));
    if (!seen) continue;
    PACELINE_TRY(auto form, form_of(entry, 0, backend, stores));
    page.items.push_back(std::move(form));
  }
  return page;
}

Result<form::List<RowFault>> list_faults(const Call& call, const form::PageQuery& query, const Backend& backend,
                                         Stores& stores) {
  PACELINE_TRY(const Import entry, named_import(call, Right::read_figures, backend, stores));
  PACELINE_TRY(const std::size_t from, place_of(query));
  form::List<RowFault> page;
  PACELINE_TRY(page.items,
               stores.imports.faults(entry.import_id, static_cast<std::int64_t>(from), query.limit.value + 1));
  if (page.items.size() > static_cast<std::size_t>(query.limit.value)) {
    page.items.pop_back();
    page.next = std::to_string(from + page.items.size());
  }
  return page;
}

Result<form::List<form::KeptRecord>> list_kept(const Call& call, const form::PageQuery& query, const Backend& backend,
                                               Stores& stores) {
  PACELINE_TRY(const Import entry, named_import(call, Right::read_figures, backend, stores));
  std::optional<RecordId> after;
  if (query.cursor) {
    const auto id = parse_id<RecordId>(query.cursor->value);
    if (!id) return fail(Fault::invalid, "query.cursor.malformed", "?cursor");
    after = *id;
  }
  PACELINE_TRY(auto kept, stores.imports.kept(entry.import_id, after, query.limit.value + 1));
  form::List<form::KeptRecord> page;
  if (kept.size() > static_cast<std::size_t>(query.limit.value)) {
    kept.pop_back();
    page.next = to_text(kept.back().record_id);
  }
  page.items.reserve(kept.size());
  for (KeptRow& row : kept) page.items.push_back({row.record_id, std::move(row.why)});
  return page;
}

}  // namespace

void add_import_handlers(Router& router, const Backend& backend) {
  router.on("begin_import",
            [&backend](const Call& call, const form::NewImport& form) { return begin_one(call, form, backend); });
  router.on("send_import_part",
            [&backend](const Call& call, const form::Bytes& body) { return receive(call, body.bytes, backend); });
  router.on("check_import", [&backend](const Call& call) { return wish(call, ImportWish::check, backend); });
  router.on("start_import", [&backend](const Call& call) { return wish(call, ImportWish::start, backend); });
  router.on("cancel_import", [&backend](const Call& call) { return wish(call, ImportWish::cancel, backend); });
  router.on("undo_import", [&backend](const Call& call) { return wish(call, ImportWish::undo, backend); });

  router.on("list_imports", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::Import>>(
        call, backend, [&](Stores& stores) { return list_imports(call, query, backend, stores); });
  });
  router.on("get_import", [&backend](const Call& call) {
    return reading<form::Import>(call, backend, [&](Stores& stores) -> Result<form::Import> {
      PACELINE_TRY(const Import entry, named_import(call, Right::read_figures, backend, stores));
      return form_of(entry, kFaultsShown, backend, stores);
    });
  });
  router.on("list_import_faults", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<RowFault>>(call, backend,
                                         [&](Stores& stores) { return list_faults(call, query, backend, stores); });
  });
  router.on("list_import_kept", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::KeptRecord>>(
        call, backend, [&](Stores& stores) { return list_kept(call, query, backend, stores); });
  });
  router.on("list_mappings", [&backend](const Call&, const form::PageQuery& query) {
    std::vector<form::ShippedMapping> all;
    for (const auto& mapping : backend.import_files.shipped())
      all.push_back({mapping.first, boost::json::parse(mapping.second).as_object()});
    return page_of(std::move(all), query);
  });
}

}  // namespace paceline::api
