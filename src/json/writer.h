// SPDX-License-Identifier: Apache-2.0
// Writes JSON text in the order in which it is told, without spaces.
//
// Numbers are as short as they can be and read back the same: 1.5, 0.3, 1e-07; whole numbers are exact. Text keeps its
// UTF-8; only '"', '\' and control characters are escaped. A byte that is not UTF-8 becomes U+FFFD.
// Worked example: begin_object, name("a"), whole(1), end_object gives {"a":1}.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace paceline::json {

class Writer {
 public:
  void null() { put("null"); }
  void boolean(bool value) { put(value ? "true" : "false"); }
  void whole(std::int64_t value);
  void whole(std::uint64_t value);
  /// REQUIRES: a finite value.
  void real(double value);
  void text(std::string_view value);

  void begin_object() { open('{'); }
  /// The name of the member whose value comes next.
  void name(std::string_view name);
  void end_object() { close('}'); }
  void begin_list() { open('['); }
  void end_list() { close(']'); }

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void separate();
  void put(std::string_view token);
  void open(char bracket);
  void close(char bracket);
  void quote(std::string_view value);

  std::string out_;
  bool comma_ = false;  // a value stands right before, in the same object or list
};

}  // namespace paceline::json
