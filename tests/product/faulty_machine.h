// SPDX-License-Identifier: Apache-2.0
// A machine that goes wrong while programs of the tests run on it: every Program that is started while one of these
// lives has the library `faults` before its own (tests/database/faults.cpp).
#pragma once

#include <string>

#include "tests/database/faults.h"
#include "tests/database/test_database.h"

namespace paceline::product {

class FaultyMachine {
 public:
  /// `folder`: what cannot be written to while the disk is read-only.
  explicit FaultyMachine(const std::string& folder);
  ~FaultyMachine();
  FaultyMachine(const FaultyMachine&) = delete;
  FaultyMachine& operator=(const FaultyMachine&) = delete;

  /// By how much clocks are ahead from now on; negative: behind.
  void move_clock(std::int64_t seconds);
  void set_read_only(bool read_only);

  /// A sanitizer wants to be loaded first.
  [[nodiscard]] static bool can_be();

 private:
  const MemoryFolder own_;
  Faults* faults_ = nullptr;
};

}  // namespace paceline::product
