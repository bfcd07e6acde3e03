// SPDX-License-Identifier: Apache-2.0
// Everything that SQLite does to the files of a folder, in order, so that a power cut at any moment can be played: what
// was flushed is there, and of what was written since each sector is there or not, as chance has it.
//
// It stands between SQLite and the system (a VFS) for every database that is opened while it lives, and hands each call
// on. The index of the log (-shm) is memory and is lost. A file exists from its first flush on. The
// names of the folder are flushed when SQLite does so: with the first flush of a log or a journal that it made, and
// with a removal that asks for it; then earlier removals hold.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "tests/base/random.h"

namespace paceline::testing_support {

class DiskRecording {
 public:
  /// Of the databases in this folder. One at a time in a process.
  explicit DiskRecording(const std::string& folder);
  /// REQUIRES: every database that was opened meanwhile is closed.
  ~DiskRecording();
  DiskRecording(const DiskRecording&) = delete;
  DiskRecording& operator=(const DiskRecording&) = delete;

  /// How many events there were so far. Thread-safe.
  [[nodiscard]] std::size_t events() const;

  /// Fills the empty folder with what a power cut after that many events leaves. Flushes after the event `honest` say
  /// that they did something and did not, as those of a disk that lies.
  void leave(std::size_t events, std::size_t honest, Random& chance, const std::string& folder) const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace paceline::testing_support
