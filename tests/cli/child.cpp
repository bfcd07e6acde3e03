// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <utility>

namespace paceline::cases {
namespace {

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    reads = ends[0];
    writes = ends[1];
  }
  int reads;
  int writes;
};

/// Takes what is there; closes the file at its end.
void take(int& file, std::string& text) {
  std::array<char, 64 * 1024> buffer{};
  const ssize_t got = read(file, buffer.data(), buffer.size());
  if (got > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(got));
  } else {
    close(std::exchange(file, -1));
  }
}

}  // namespace

Child::Child(const std::string& program, const std::vector<std::string>& arguments, const std::string& folder) {
  const Pipe out;
  const Pipe err;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.writes, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.writes, STDERR_FILENO);
  posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  std::transform(words.begin(), words.end(), std::back_inserter(pointers), [](std::string& w) { return w.data(); });
  pointers.push_back(nullptr);
  const int failed = posix_spawn(&id_, program.c_str(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(out.writes);
  close(err.writes);
  out_ = out.reads;
  err_ = err.reads;
  if (failed != 0) id_ = -1;
}

Child::~Child() {
  if (id_ > 0) kill(id_, SIGKILL);
  wait_for_end(Clock::now() + kPatience);
  if (out_ >= 0) close(out_);
  if (err_ >= 0) close(err_);
}

bool Child::read_more(Clock::time_point deadline) {
  if (out_ < 0 && err_ < 0) return false;
  std::array<pollfd, 2> files{pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  if (left <= 0 || poll(files.data(), files.size(), static_cast<int>(left)) <= 0) return false;
  if (files[0].revents != 0) take(out_, finished_.out);
  if (files[1].revents != 0) take(err_, finished_.err);
  return true;
}

std::string Child::first_line() {
  const auto deadline = Clock::now() + kPatience;
  while (finished_.out.find('\n') == std::string::npos && out_ >= 0 && read_more(deadline)) {
  }
  const auto end = finished_.out.find('\n');
  return end == std::string::npos ? "" : finished_.out.substr(0, end);
}

void Child::wait_for_end(Clock::time_point deadline) {
  int status = 0;
  while (id_ > 0) {
    if (waitpid(id_, &status, WNOHANG) == id_) {
      finished_.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
      id_ = -1;
    } else if (Clock::now() > deadline) {
      kill(id_, SIGKILL);
      waitpid(std::exchange(id_, -1), &status, 0);
    } else {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
}

void Child::stop() {
  if (id_ > 0) kill(id_, SIGTERM);
}

Finished Child::wait() {
  const auto deadline = Clock::now() + kPatience;
  while (read_more(deadline)) {
  }
  wait_for_end(deadline);
  return finished_;
}

}  // namespace paceline::cases
