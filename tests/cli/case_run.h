// SPDX-License-Identifier: Apache-2.0
// Runs one case with the real program in a folder of its own, which is gone afterwards.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/cli/child.h"
#include "tests/cli/comparison.h"
#include "tests/cli/projection.h"

namespace paceline::cases {

class CaseRun {
 public:
  explicit CaseRun(std::string program);
  ~CaseRun();
  CaseRun(const CaseRun&) = delete;
  CaseRun& operator=(const CaseRun&) = delete;
  CaseRun(CaseRun&&) = delete;
  CaseRun& operator=(CaseRun&&) = delete;

  /// Every step whose answer is another than expected, with both; empty: the case holds.
  [[nodiscard]] std::string run(const Case& told);

 private:
  [[nodiscard]] std::string filled(const std::string& text) const;
  [[nodiscard]] std::vector<std::string> arguments_of(const Step& step) const;
  void write_file(const Step& step) const;
  void change_database(const Step& step) const;
  [[nodiscard]] Answer run_command(const Step& step) const;
  [[nodiscard]] Answer ask_server(const Step& step, const std::string& wanted) const;
  [[nodiscard]] Answer serve(const Step& step);
  void stop_server();
  /// Does it, and returns the difference from what was expected.
  [[nodiscard]] std::string do_step(const Step& step);

  std::string program_;
  std::string folder_;
  std::map<std::string, std::string> kept_;
  std::unique_ptr<Child> server_;
  Answer last_;
  std::string last_wanted_;
};

}  // namespace paceline::cases
