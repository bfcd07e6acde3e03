// SPDX-License-Identifier: Apache-2.0
#include "tests/product/faulty_machine.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/result.h"

namespace paceline::product {

FaultyMachine::FaultyMachine(const std::string& folder) {
  const std::string path = own_.path() + "/faults";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  PACELINE_ASSERT(file >= 0 && ::ftruncate(file, sizeof(Faults)) == 0);
  void* mapped = ::mmap(nullptr, sizeof(Faults), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  PACELINE_ASSERT(mapped != MAP_FAILED);
  ::close(file);
  faults_ = static_cast<Faults*>(mapped);
  ::setenv("LD_PRELOAD", PACELINE_BINARY_DIR "/tests/libfaults.so", 1);
  ::setenv("PACELINE_FAULTS", path.c_str(), 1);
  ::setenv("PACELINE_FAULTS_FOLDER", folder.c_str(), 1);
}

FaultyMachine::~FaultyMachine() {
  for (const char* name : {"LD_PRELOAD", "PACELINE_FAULTS", "PACELINE_FAULTS_FOLDER"}) ::unsetenv(name);
  ::munmap(faults_, sizeof(Faults));
}

void FaultyMachine::move_clock(std::int64_t seconds) {
  faults_->clock_us = seconds * 1'000'000;
}

void FaultyMachine::set_read_only(bool read_only) {
  faults_->read_only = read_only ? 1 : 0;
}

bool FaultyMachine::can_be() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return false;
#else
  return ::access(PACELINE_BINARY_DIR "/tests/libfaults.so", R_OK) == 0;
#endif
}

}  // namespace paceline::product
