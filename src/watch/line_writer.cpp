// SPDX-License-Identifier: Apache-2.0
#include "watch/line_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

namespace paceline {
namespace {

/// False when the other end takes nothing.
bool write_all(int number, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(number, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::unique_ptr<LineWriter>> LineWriter::open(const std::string& file) {
  if (file.empty()) return std::unique_ptr<LineWriter>(new LineWriter(STDERR_FILENO, false));
  const int number = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);
  if (number < 0) return fail(Fault::unavailable, "log.unusable", {}, file + ": " + std::strerror(errno));
  return std::unique_ptr<LineWriter>(new LineWriter(number, true));
}

LineWriter::LineWriter(int number, bool own) : number_(number), own_(own), thread_([this] { serve(); }) {}

LineWriter::~LineWriter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  something_waits_.notify_one();
  thread_.join();
  if (own_) ::close(number_);
}

void LineWriter::write(std::string_view line) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() + line.size() >= kMostWaiting) {
      ++lost_;
      return;
    }
    waiting_.append(line).append("\n");
  }
  something_waits_.notify_one();
}

std::int64_t LineWriter::lost() const {
  const std::lock_guard lock(mutex_);
  return lost_;
}

void LineWriter::serve() {
  std::unique_lock lock(mutex_);
  for (;;) {
    something_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const std::string lines = std::exchange(waiting_, {});
    lock.unlock();
    const bool written = write_all(number_, lines);
    lock.lock();
    if (!written) lost_ += std::count(lines.begin(), lines.end(), '\n');
  }
}

}  // namespace paceline
