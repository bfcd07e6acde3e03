// SPDX-License-Identifier: Apache-2.0
#include "background/end_signal.h"

namespace paceline {
namespace {

constexpr timespec kPause{0, 200'000'000};

/// Does not return.
void end_as_any_program(int number) {
  sigset_t mine;
  sigemptyset(&mine);
  sigaddset(&mine, number);
  ::signal(number, SIG_DFL);
  ::pthread_sigmask(SIG_UNBLOCK, &mine, nullptr);
  ::raise(number);
}

}  // namespace

EndSignal::EndSignal() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  thread_ = std::thread([this] { serve(); });
}

EndSignal::~EndSignal() {
  ending_ = true;
  thread_.join();
}

bool EndSignal::came_within(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return wake_.wait_for(lock, time, [this] { return came_; });
}

void EndSignal::serve() {
  while (!ending_) {
    const int number = ::sigtimedwait(&signals_, nullptr, &kPause);
    if (number <= 0) continue;
    if (!at_work_) return end_as_any_program(number);
    const std::lock_guard lock(mutex_);
    came_ = true;
    wake_.notify_all();
  }
}

}  // namespace paceline
