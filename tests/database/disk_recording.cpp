// SPDX-License-Identifier: Apache-2.0
#include "tests/database/disk_recording.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <map>
#include <mutex>
#include <vector>

#include "base/result.h"

namespace paceline::testing_support {

namespace {

constexpr std::size_t kSector = 512;

enum class EventKind { write, truncate, flush, remove };

struct Event {
  std::size_t number = 0;  ///< from 1
  EventKind kind = EventKind::write;
  std::size_t offset = 0;  ///< of write; of truncate the new size
  std::string bytes;       ///< of write
  bool flushed = false;    ///< of remove
};

using Events = std::vector<Event>;

void put(std::string& file, std::size_t offset, std::string_view bytes) {
  if (file.size() < offset + bytes.size()) file.resize(offset + bytes.size());
  file.replace(offset, bytes.size(), bytes);
}

/// Of a write that was not flushed: each sector, or what of it was written, by itself.
void put_some(std::string& file, const Event& event, Random& chance) {
  for (std::size_t at = 0; at < event.bytes.size();) {
    const std::size_t length = std::min(kSector - (event.offset + at) % kSector, event.bytes.size() - at);
    if (chance.between(0, 1) == 1) put(file, event.offset + at, std::string_view(event.bytes).substr(at, length));
    at += length;
  }
}

void apply_for_certain(std::string& file, bool& there, const Event& event) {
  there = event.kind != EventKind::remove;
  if (event.kind == EventKind::write) put(file, event.offset, event.bytes);
  if (event.kind == EventKind::truncate) file.resize(event.offset);
  if (event.kind == EventKind::remove) file.clear();
}

void apply_perhaps(std::string& file, bool& there, const Event& event, Random& chance) {
  if (event.kind == EventKind::write) {
    if (chance.between(0, 1) == 1) there = true;
    put_some(file, event, chance);
  } else if (chance.between(0, 1) == 1) {
    apply_for_certain(file, there, event);
  }
}

/// The last of the events up to `most` by which SQLite flushed the folder, and so the removals before it: the first
/// flush of a log or a journal that was made, and a removal that asked for it.
std::size_t last_flush_of_names(const std::map<std::string, Events>& files, std::size_t most) {
  std::size_t last = 0;
  for (const auto& [path, all] : files) {
    bool is_new = path.ends_with("-wal") || path.ends_with("-journal");
    for (const Event& event : all) {
      if (event.number > most) break;
      const bool flushes_names = event.flushed && (event.kind == EventKind::remove || is_new);
      if (flushes_names) last = std::max(last, event.number);
      if (event.kind == EventKind::flush) is_new = false;
      if (event.kind == EventKind::remove) is_new = true;
    }
  }
  return last;
}

}  // namespace

struct DiskRecording::State {
  std::string folder;
  sqlite3_vfs* real = nullptr;
  sqlite3_vfs vfs{};
  mutable std::mutex mutex;
  std::size_t count = 0;
  std::map<std::string, Events> files;

  void note(const std::string& path, Event event) {
    const std::lock_guard lock(mutex);
    event.number = ++count;
    files[path].push_back(std::move(event));
  }
  [[nodiscard]] bool is_recorded(const char* path) const {
    return path != nullptr && std::string_view(path).starts_with(folder) && !std::string_view(path).ends_with("-shm");
  }
};

namespace {

using State = DiskRecording::State;

/// What SQLite takes for its file; the system's own stands behind it in the same memory.
struct File {
  sqlite3_file base;
  State* state;       // null: not recorded
  std::string* path;  // owned; SQLite gives memory, not objects
};

File& file_of(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file);
}
sqlite3_file* real_of(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}
const sqlite3_io_methods& methods_of(sqlite3_file* file) {
  return *real_of(file)->pMethods;
}

int close_file(sqlite3_file* file) {
  const int code = methods_of(file).xClose(real_of(file));
  delete file_of(file).path;
  return code;
}
int read_file(sqlite3_file* file, void* to, int bytes, sqlite3_int64 offset) {
  return methods_of(file).xRead(real_of(file), to, bytes, offset);
}
int write_file(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 offset) {
  const int code = methods_of(file).xWrite(real_of(file), from, bytes, offset);
  if (code == SQLITE_OK && file_of(file).state)
    file_of(file).state->note(*file_of(file).path,
                              {0, EventKind::write, static_cast<std::size_t>(offset),
                               std::string(static_cast<const char*>(from), static_cast<std::size_t>(bytes)), false});
  return code;
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  const int code = methods_of(file).xTruncate(real_of(file), size);
  if (code == SQLITE_OK && file_of(file).state)
    file_of(file).state->note(*file_of(file).path, {0, EventKind::truncate, static_cast<std::size_t>(size), {}, false});
  return code;
}
int flush_file(sqlite3_file* file, int flags) {
  const int code = methods_of(file).xSync(real_of(file), flags);
  if (code == SQLITE_OK && file_of(file).state)
    file_of(file).state->note(*file_of(file).path, {0, EventKind::flush, 0, {}, true});
  return code;
}
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  return methods_of(file).xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int level) {
  return methods_of(file).xLock(real_of(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
  return methods_of(file).xUnlock(real_of(file), level);
}
int check_lock(sqlite3_file* file, int* locked) {
  return methods_of(file).xCheckReservedLock(real_of(file), locked);
}
int control_file(sqlite3_file* file, int what, void* argument) {
  return methods_of(file).xFileControl(real_of(file), what, argument);
}
int sector_size(sqlite3_file* file) {
  return methods_of(file).xSectorSize(real_of(file));
}
int characteristics(sqlite3_file* file) {
  return methods_of(file).xDeviceCharacteristics(real_of(file));
}
int map_memory(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return methods_of(file).xShmMap(real_of(file), page, size, extend, memory);
}
int lock_memory(sqlite3_file* file, int offset, int count, int flags) {
  return methods_of(file).xShmLock(real_of(file), offset, count, flags);
}
void memory_barrier(sqlite3_file* file) {
  methods_of(file).xShmBarrier(real_of(file));
}
int unmap_memory(sqlite3_file* file, int remove) {
  return methods_of(file).xShmUnmap(real_of(file), remove);
}

const sqlite3_io_methods kMethods{
    2,           close_file,     read_file,    write_file,   truncate_file, flush_file,      size_of_file,
    lock_file,   unlock_file,    check_lock,   control_file, sector_size,   characteristics, map_memory,
    lock_memory, memory_barrier, unmap_memory, nullptr,      nullptr};

State& state_of(sqlite3_vfs* vfs) {
  return *static_cast<State*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* flags_out) {
  State& state = state_of(vfs);
  File& made = file_of(file);
  made.base.pMethods = nullptr;
  const int code = state.real->xOpen(state.real, path, real_of(file), flags, flags_out);
  if (code != SQLITE_OK) return code;
  made.state = state.is_recorded(path) ? &state : nullptr;
  made.path = new std::string(path != nullptr ? path : "");
  made.base.pMethods = &kMethods;
  return SQLITE_OK;
}
int remove_file(sqlite3_vfs* vfs, const char* path, int flush_folder) {
  State& state = state_of(vfs);
  const int code = state.real->xDelete(state.real, path, flush_folder);
  if (code == SQLITE_OK && state.is_recorded(path)) state.note(path, {0, EventKind::remove, 0, {}, flush_folder != 0});
  return code;
}

DiskRecording::State* the_one = nullptr;

}  // namespace

DiskRecording::DiskRecording(const std::string& folder) : state_(std::make_unique<State>()) {
  PACELINE_ASSERT(the_one == nullptr);
  the_one = state_.get();
  state_->folder = folder + "/";
  state_->real = sqlite3_vfs_find(nullptr);
  state_->vfs = *state_->real;
  state_->vfs.zName = "recording";
  state_->vfs.pNext = nullptr;
  state_->vfs.pAppData = state_.get();
  state_->vfs.szOsFile = static_cast<int>(sizeof(File)) + state_->real->szOsFile;
  state_->vfs.xOpen = open_file;
  state_->vfs.xDelete = remove_file;
  sqlite3_vfs_register(&state_->vfs, 1);
}

DiskRecording::~DiskRecording() {
  sqlite3_vfs_unregister(&state_->vfs);
  sqlite3_vfs_register(state_->real, 1);
  the_one = nullptr;
}

std::size_t DiskRecording::events() const {
  const std::lock_guard lock(state_->mutex);
  return state_->count;
}

void DiskRecording::leave(std::size_t events, std::size_t honest, Random& chance, const std::string& folder) const {
  const std::lock_guard lock(state_->mutex);
  const std::size_t folder_flushed = last_flush_of_names(state_->files, std::min(events, honest));
  for (const auto& [path, all] : state_->files) {
    const auto end = std::find_if(all.begin(), all.end(), [&](const Event& event) { return event.number > events; });
    auto certain = all.begin();
    for (auto event = all.begin(); event != end; ++event)
      if ((event->flushed && event->number <= honest) ||
          (event->kind == EventKind::remove && event->number < folder_flushed))
        certain = event + 1;
    std::string content;
    bool there = false;
    for (auto event = all.begin(); event != certain; ++event)
      if (event->kind != EventKind::flush) apply_for_certain(content, there, *event);
    for (auto event = certain; event != end; ++event)
      if (event->kind != EventKind::flush) apply_perhaps(content, there, *event, chance);
    const std::string name = path.substr(path.rfind('/') + 1);
    if (there) std::ofstream(folder + "/" + name, std::ios::binary) << content;
  }
}

}  // namespace paceline::testing_support
