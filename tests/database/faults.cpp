// SPDX-License-Identifier: Apache-2.0
// A library that is loaded before a program's own (LD_PRELOAD) and makes its machine worse while it runs: a clock that
// is wrong, a disk that may not be written to, or that takes as long to flush as somebody says.
//
// It is told by the file PACELINE_FAULTS, which it maps into memory: so a test changes what goes wrong by writing there
// (tests/database/faults.h has the same struct). Only files below PACELINE_FAULTS_FOLDER are refused.
#include "tests/database/faults.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using paceline::Faults;

constexpr long kSecond = 1'000'000;

const Faults& faults() {
  static const Faults* const told = [] {
    static const Faults nothing{};
    const char* path = std::getenv("PACELINE_FAULTS");
    const int file = path != nullptr ? ::open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) return &nothing;
    void* mapped = ::mmap(nullptr, sizeof(Faults), PROT_READ, MAP_SHARED, file, 0);
    return mapped == MAP_FAILED ? &nothing : static_cast<const Faults*>(mapped);
  }();
  return *told;
}

bool refused(const char* path) {
  const char* folder = std::getenv("PACELINE_FAULTS_FOLDER");
  return folder != nullptr && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

bool read_only(const char* path) {
  if (faults().read_only == 0 || !refused(path)) return false;
  errno = EROFS;
  return true;
}

bool read_only(int file) {
  if (faults().read_only == 0) return false;
  char link[32];
  char path[4096];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const auto length = ::readlink(link, path, sizeof path - 1);
  path[length < 0 ? 0 : length] = '\0';
  return read_only(path);
}

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int flush(const char* name, int file) {
  static const auto flush_file = real<int (*)(int)>("fsync");
  static const auto flush_data = real<int (*)(int)>("fdatasync");
  if (read_only(file)) return -1;
  if (faults().flush_ms == 0) return std::strcmp(name, "fsync") == 0 ? flush_file(file) : flush_data(file);
  const timespec wait{0, faults().flush_ms * kSecond};
  return ::nanosleep(&wait, nullptr);
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* now) {
  static const auto original = real<int (*)(clockid_t, timespec*)>("clock_gettime");
  const int told = original(clock, now);
  if (told != 0 || clock != CLOCK_REALTIME) return told;
  const long moved = now->tv_nsec / 1000 + faults().clock_us % kSecond;
  const long carried = moved < 0 ? -1 : moved / kSecond;
  now->tv_sec += faults().clock_us / kSecond + carried;
  now->tv_nsec = (moved - carried * kSecond) * 1000 + now->tv_nsec % 1000;
  return 0;
}

int gettimeofday(timeval* now, void*) {
  timespec exact{};
  if (clock_gettime(CLOCK_REALTIME, &exact) != 0) return -1;
  *now = {exact.tv_sec, exact.tv_nsec / 1000};
  return 0;
}

time_t time(time_t* now) {
  timespec exact{};
  clock_gettime(CLOCK_REALTIME, &exact);
  if (now != nullptr) *now = exact.tv_sec;
  return exact.tv_sec;
}

int fsync(int file) {
  return flush("fsync", file);
}
int fdatasync(int file) {
  return flush("fdatasync", file);
}

ssize_t write(int file, const void* bytes, size_t count) {
  static const auto original = real<ssize_t (*)(int, const void*, size_t)>("write");
  return read_only(file) ? -1 : original(file, bytes, count);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  static const auto original = real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
  return read_only(file) ? -1 : original(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t count, off_t at) {
  return pwrite(file, bytes, count, at);
}

int ftruncate(int file, off_t size) {
  static const auto original = real<int (*)(int, off_t)>("ftruncate");
  return read_only(file) ? -1 : original(file, size);
}
int ftruncate64(int file, off_t size) {
  return ftruncate(file, size);
}

int open(const char* path, int how, ...) {
  static const auto original = real<int (*)(const char*, int, mode_t)>("open");
  va_list rest;
  va_start(rest, how);
  const mode_t mode = (how & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  const bool writes = (how & (O_CREAT | O_WRONLY | O_RDWR)) != 0;
  return writes && read_only(path) ? -1 : original(path, how, mode);
}
int open64(const char* path, int how, ...) {
  va_list rest;
  va_start(rest, how);
  const mode_t mode = (how & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open(path, how, mode);
}

int unlink(const char* path) {
  static const auto original = real<int (*)(const char*)>("unlink");
  return read_only(path) ? -1 : original(path);
}

int mkdir(const char* path, mode_t mode) {
  static const auto original = real<int (*)(const char*, mode_t)>("mkdir");
  return read_only(path) ? -1 : original(path, mode);
}
}
