// SPDX-License-Identifier: Apache-2.0
#include "api/forms/import.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/jobs.h"
#include "cli/all_pages.h"
#include "cli/commands.h"
#include "cli/meaning.h"
#include "cli/requests.h"

namespace paceline::cli {
namespace {

constexpr std::chrono::milliseconds kPause{200};
constexpr std::int64_t kSilenceTold = 3;   // seconds
constexpr std::size_t kMinuteDigits = 16;  // 2026-11-18T12:00

/// What the command prints, docs/operating/commands.md.
struct RowReport {
  std::int64_t row = 0;
  std::string column;
  std::string code;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(RowReport, (), (row, column, code, detail))

struct ImportReport {
  ImportId import_id;
  ImportState state = ImportState::receiving;
  std::int64_t rows = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;
  std::int64_t joined = 0;
  std::int64_t dropped = 0;
  std::string zone;  ///< of the file's times that say none
  std::vector<RowReport> faults;
  std::vector<ImportReading> readings;
  std::vector<std::string> unused_columns;  ///< of the file: the mapping says nothing of them
  double seconds = 0;
};
BOOST_DESCRIBE_STRUCT(ImportReport, (),
                      (import_id, state, rows, added, changed, unchanged, refused, joined, dropped, zone, faults,
                       readings, unused_columns, seconds))

struct UndoReport {
  std::int64_t voided = 0;
  std::vector<api::form::KeptRecord> kept;
};
BOOST_DESCRIBE_STRUCT(UndoReport, (), (voided, kept))

/// For people: with what the code means.
struct RowLine {
  std::int64_t row = 0;
  std::string column;
  std::string code;
  std::string value;
  std::string meaning;
};
BOOST_DESCRIBE_STRUCT(RowLine, (), (row, column, code, value, meaning))

struct ReadableReport : ImportReport {
  std::vector<RowLine> refused_rows;
};
BOOST_DESCRIBE_STRUCT(ReadableReport, (ImportReport), (refused_rows))

/// An import as a line of a list for people; everything else is in the JSON.
struct ImportLine {
  ImportId import_id;
  std::string began;
  std::string file;
  std::string mapping;
  ImportState state = ImportState::receiving;
  std::int64_t rows = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t refused = 0;
  std::int64_t voided = 0;
  std::int64_t kept = 0;
};
BOOST_DESCRIBE_STRUCT(ImportLine, (),
                      (import_id, began, file, mapping, state, rows, added, changed, refused, voided, kept))

struct ImportLines {
  std::vector<ImportLine> items;
};
BOOST_DESCRIBE_STRUCT(ImportLines, (), (items))

/// The first characters, so that a line of a list stays a line.
std::string short_of(const std::string& text) {
  constexpr std::size_t longest = 32;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && ++characters > longest) return text.substr(0, at) + "\u2026";
  }
  return text;
}

/// What the API answers, read as the form; what it refuses was said, and the exit code is returned.
template <class T>
tl::expected<T, int> ask(Environment& environment, const Place& place, const api::Request& request) {
  const auto response = environment.ask(place, request);
  if (!response || response->status >= 400) return tl::unexpected(answer(place.json, response));
  auto form = json::read<T>(response->body);
  if (!form) return tl::unexpected(refuse(form.error()));
  return *std::move(form);
}

template <class T>
tl::expected<std::vector<T>, int> ask_all(Environment& environment, const Place& place, const std::string& path) {
  std::vector<T> all;
  std::string cursor;
  while (true) {
    auto page = ask<api::form::List<T>>(environment, place, get(place, path, {{"limit", "500"}, {"cursor", cursor}}));
    if (!page) return tl::unexpected(page.error());
    for (T& item : page->items) all.push_back(std::move(item));
    if (!page->next) return all;
    cursor = *page->next;
  }
}

bool is_under_way(ImportState state) {
  return state == ImportState::checking || state == ImportState::importing || state == ImportState::undoing;
}

/// A server that was killed keeps the work for a while: nothing else would tell why nothing happens.
void say_that_it_waits(const api::form::Import& entry) {
  const std::int64_t left = std::max<std::int64_t>(0, kLeaseSeconds - *entry.silent_s);
  const std::string line = "paceline: waiting: whoever does the imports was last heard of " +
                           std::to_string(*entry.silent_s) + " s ago; it goes on by itself within " +
                           std::to_string(left) + " s\n";
  std::fputs(line.c_str(), stderr);
}

class Importing {
 public:
  Importing(Environment& environment, const Place& place) : environment_(environment), place_(place) {}

  /// A name that comes with the program, or what stands in a file.
  Result<std::string> mapping(const std::string& name) {
    const bool file = name.find_first_of("./") != std::string::npos || std::filesystem::exists(name);
    return file ? read_file(name) : Result<std::string>(json_text(name));
  }

  tl::expected<api::form::Import, int> send(const ImportOptions& options) {
    std::error_code none;
    const auto bytes = std::filesystem::file_size(options.file, none);
    std::ifstream file(options.file, std::ios::binary);
    if (none) return tl::unexpected(refuse({Fault::not_found, "file.not_found", {}, options.file}));
    if (!file) return tl::unexpected(refuse({Fault::invalid, "file.unreadable", {}, options.file}));
    const auto document = mapping(options.mapping);
    if (!document) return tl::unexpected(refuse(document.error()));
    std::string body = R"({"file_name":)" + json_text(std::filesystem::path(options.file).filename().string()) +
                       R"(,"bytes":)" + std::to_string(bytes) + R"(,"mapping":)" + *document;
    if (!options.rep.empty()) body += R"(,"rep":)" + json_text(options.rep);
    auto begun = post_for("/imports", body + "}");
    if (!begun) return begun;
    const std::string path = "/imports/" + to_text(begun->import_id);
    std::string part(static_cast<std::size_t>(begun->part_bytes), '\0');
    for (std::int64_t number = 0; number * begun->part_bytes < begun->bytes; ++number) {
      file.read(part.data(), static_cast<std::streamsize>(part.size()));
      const std::string bytes_of_part = part.substr(0, static_cast<std::size_t>(file.gcount()));
      auto sent = ask<api::form::Import>(
          environment_, place_,
          put_bytes(place_, path + "/parts/" + std::to_string(number), bytes_of_part, environment_.new_key()));
      if (!sent) return sent;
    }
    return begun;
  }

  tl::expected<api::form::Import, int> post_for(const std::string& path, const std::string& body) {
    return ask<api::form::Import>(environment_, place_, post(place_, path, body, environment_.new_key()));
  }

  /// Wants it, and waits for the end: the work is done here when no server of the folder does it.
  tl::expected<api::form::Import, int> have_done(ImportId import_id, const std::string& wish) {
    const std::string path = "/imports/" + to_text(import_id);
    auto entry = post_for(path + "/" + wish, "");
    bool told = false;
    while (entry && is_under_way(entry->state)) {
      if (!told && entry->silent_s.value_or(0) >= kSilenceTold) {
        told = true;
        say_that_it_waits(*entry);
      }
      const auto done_here = environment_.do_imports(place_);
      if (!done_here) return tl::unexpected(refuse(done_here.error()));
      entry = ask<api::form::Import>(environment_, place_, get(place_, path));
      if (entry && is_under_way(entry->state)) std::this_thread::sleep_for(kPause);
    }
    return entry;
  }

 private:
  Environment& environment_;
  const Place& place_;
};

/// The table of what was refused is the last thing that is read.
ReadableReport readable(ImportReport report) {
  ReadableReport text{std::move(report), {}};
  for (RowReport& fault : text.faults)
    text.refused_rows.push_back(
        {fault.row, std::move(fault.column), fault.code, std::move(fault.detail), std::string(meaning_of(fault.code))});
  text.faults.clear();
  return text;
}

}  // namespace

int import_file(Environment& environment, const Place& place, const ImportOptions& options) {
  Importing importing(environment, place);
  const auto sent = importing.send(options);
  if (!sent) return sent.error();
  const auto done = importing.have_done(sent->import_id, options.dry_run ? "check" : "start");
  if (!done) return done.error();
  const auto faults = ask_all<RowFault>(environment, place, "/imports/" + to_text(done->import_id) + "/faults");
  if (!faults) return faults.error();
  ImportReport report{
      done->import_id, done->state,   done->rows, done->added, done->changed,  done->unchanged,      done->refused,
      done->joined,    done->dropped, done->zone, {},          done->readings, done->unused_columns, done->seconds};
  for (const RowFault& fault : *faults) report.faults.push_back({fault.row, fault.column, fault.code, fault.detail});
  // A dry run leaves nothing behind.
  if (options.dry_run && done->state == ImportState::checked) {
    const auto removed = importing.post_for("/imports/" + to_text(done->import_id) + "/cancel", "");
    if (!removed) return removed.error();
  }
  print(place.json, place.json ? json::write(report) : json::write(readable(std::move(report))));
  const bool failed = done->state == ImportState::failed || done->refused > 0;
  return failed ? exit_code_of(Fault::invalid) : kOk;
}

int import_list(Environment& environment, const Place& place) {
  if (place.json) return answer_all(environment, place, get(place, "/imports", {{"limit", "500"}}));
  const auto all = ask_all<api::form::Import>(environment, place, "/imports");
  if (!all) return all.error();
  ImportLines list;
  for (const api::form::Import& entry : *all)
    list.items.push_back({entry.import_id, to_text(entry.created_at).substr(0, kMinuteDigits) + "Z",
                          short_of(entry.file_name), short_of(entry.mapping), entry.state, entry.rows, entry.added,
                          entry.changed, entry.refused, entry.voided, entry.kept});
  print(false, json::write(list));
  return kOk;
}

int import_show(Environment& environment, const Place& place, const std::string& id) {
  const auto import_id = parse_id<ImportId>(id);
  if (!import_id) return refuse(import_id.error());
  const auto entry = ask<api::form::Import>(environment, place, get(place, "/imports/" + to_text(*import_id)));
  if (!entry) return entry.error();
  print(place.json, json::write(*entry));
  if (!place.json && entry->silent_s.value_or(0) >= kSilenceTold) say_that_it_waits(*entry);
  return kOk;
}

int import_cancel(Environment& environment, const Place& place, const std::string& id) {
  const auto import_id = parse_id<ImportId>(id);
  if (!import_id) return refuse(import_id.error());
  const auto entry = Importing(environment, place).post_for("/imports/" + to_text(*import_id) + "/cancel", "");
  if (!entry) return entry.error();
  print(place.json, json::write(*entry));
  return kOk;
}

int import_undo(Environment& environment, const Place& place, const std::string& id) {
  const auto import_id = parse_id<ImportId>(id);
  if (!import_id) return refuse(import_id.error());
  const auto done = Importing(environment, place).have_done(*import_id, "undo");
  if (!done) return done.error();
  auto kept = ask_all<api::form::KeptRecord>(environment, place, "/imports/" + id + "/kept");
  if (!kept) return kept.error();
  print(place.json, json::write(UndoReport{done->voided, *std::move(kept)}));
  return kOk;
}

}  // namespace paceline::cli
