// SPDX-License-Identifier: Apache-2.0
// vectors FILE: runs a file of test vectors (vectors/door.h) and prints each failure, the topics that were skipped, and
// as its last line "N passed, M failed".
// Exit code: 0 all passed, 1 some failed, 2 usage, 3 unreadable or malformed file.
#include <array>
#include <cstdio>
#include <fstream>
#include <optional>

#include "vectors/door.h"

namespace {

std::optional<std::string> read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string text;
  std::array<char, 65536> block{};
  while (file.read(block.data(), block.size()) || file.gcount() > 0)
    text.append(block.data(), static_cast<std::size_t>(file.gcount()));
  if (file.bad()) return std::nullopt;
  return text;
}

void print(const paceline::vectors::Report& report) {
  for (const auto& failure : report.failures) std::printf("failed %s\n", failure.c_str());
  for (const auto& [topic, count] : report.skipped) std::printf("skipped %s (%zu)\n", topic.c_str(), count);
  std::printf("%zu passed, %zu failed\n", report.passed, report.failed);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: vectors FILE\n");
    return 2;
  }
  const auto text = read_file(arguments[1]);
  if (!text) {
    std::fprintf(stderr, "vectors: cannot read %s\n", arguments[1]);
    return 3;
  }
  const auto report = paceline::vectors::run_vectors(*text);
  if (!report) {
    const auto& error = report.error();
    std::fprintf(stderr, "vectors: %s: %s%s %s\n", arguments[1], error.code.c_str(),
                 error.field.empty() ? "" : (" " + error.field).c_str(), error.detail.c_str());
    return 3;
  }
  print(*report);
  return report->failed == 0 ? 0 : 1;
}
