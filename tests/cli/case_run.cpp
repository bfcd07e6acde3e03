// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/case_run.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/cli/case_text.h"
#include "tests/cli/http_request.h"

namespace paceline::cases {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> messages_of(const std::string& text) {
  auto lines = lines_of(text);
  for (std::string& line : lines) {
    if (line.starts_with("paceline: ")) line.erase(0, 10);
  }
  return lines;
}

std::string no_header(std::string_view) {
  return {};
}

/// The answer as it is, or what is wanted of it. A refusal stays as it is.
std::vector<std::string> shown(const std::string& body, const std::string& wanted, const Header& header) {
  if (wanted.empty() || body.empty()) return lines_of(body);
  return project(body, wanted, header);
}

}  // namespace

CaseRun::CaseRun(std::string program) : program_(std::move(program)) {
  std::string name = (std::filesystem::temp_directory_path() / "paceline-case-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the case");
  folder_ = name;
}

CaseRun::~CaseRun() {
  stop_server();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string CaseRun::run(const Case& told) {
  std::string differences;
  for (const Step& step : told.steps) {
    try {
      differences += do_step(step);
    } catch (const std::exception& error) {
      return differences + "line " + std::to_string(step.line) + ": " + step.words + "\n  " + error.what() + "\n";
    }
  }
  return differences;
}

std::string CaseRun::filled(const std::string& text) const {
  std::string made = text;
  for (auto at = made.find("${"); at != std::string::npos; at = made.find("${", at)) {
    const auto end = made.find('}', at);
    const auto value = kept_.find(made.substr(at + 2, end - at - 2));
    if (value == kept_.end()) throw std::runtime_error("nothing is kept as " + made.substr(at, end - at + 1));
    made.replace(at, end - at + 1, value->second);
    at += value->second.size();
  }
  return made;
}

std::vector<std::string> CaseRun::arguments_of(const Step& step) const {
  auto arguments = split_words(filled(step.words));
  const auto says = [&](const char* option) { return std::ranges::find(arguments, option) != arguments.end(); };
  if (!says("--data") && !says("--database")) arguments.insert(arguments.end(), {"--data", "data"});
  if (!step.wanted.empty()) arguments.emplace_back("--json");
  return arguments;
}

void CaseRun::write_file(const Step& step) const {
  const std::filesystem::path path = std::filesystem::path(folder_) / step.words;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << filled(step.text);
}

void CaseRun::change_database(const Step& step) const {
  sqlite3* database = nullptr;
  const std::string path = folder_ + "/data/paceline.db";
  const bool opened = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK;
  const bool done =
      opened && sqlite3_exec(database, filled(step.words).c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  const std::string error = sqlite3_errmsg(database);
  const int changed = sqlite3_changes(database);
  sqlite3_close(database);
  if (!done) throw std::runtime_error(error);
  if (changed == 0) throw std::runtime_error("changed no row");
}

Answer CaseRun::run_command(const Step& step) const {
  const Finished finished = Child(program_, arguments_of(step), folder_).wait();
  return {shown(finished.out, step.wanted, no_header), messages_of(finished.err), finished.exit_code, finished.out};
}

Answer CaseRun::ask_server(const Step& step, const std::string& wanted) const {
  if (!server_) throw std::runtime_error("no server: SERVE first");
  const auto got = ask_over_http(std::stoi(kept_.at("PORT")), filled(step.words), folder_);
  const auto header = [&](std::string_view name) { return got.field(name); };
  return {shown(got.body, wanted, header), {}, got.status, got.body};
}

Answer CaseRun::serve(const Step& step) {
  stop_server();
  Step started = step;
  started.words = "serve --port 0 --json" + step.words;
  started.wanted.clear();
  server_ = std::make_unique<Child>(program_, arguments_of(started), folder_);
  const std::string ready = server_->first_line();
  if (ready.empty()) throw std::runtime_error("the server did not begin: " + server_->wait().err);
  kept_["URL"] = member_of(ready, "url");
  kept_["PORT"] = kept_["URL"].substr(kept_["URL"].rfind(':') + 1);
  if (step.wanted.empty()) return {{}, {}, 0, ready};
  return {project(ready, step.wanted, no_header), {}, 0, ready};
}

void CaseRun::stop_server() {
  if (server_) server_->stop();
  if (server_) static_cast<void>(server_->wait());
  server_.reset();
}

std::string CaseRun::do_step(const Step& step) {
  switch (step.kind) {
    case StepKind::file: return write_file(step), "";
    case StepKind::sql: return change_database(step), "";
    case StepKind::stop: return stop_server(), "";
    case StepKind::keep: return kept_[step.words] = member_of(last_.body, step.text), "";
    case StepKind::command: last_ = run_command(step); break;
    case StepKind::serve: last_ = serve(step); break;
    case StepKind::http: last_ = ask_server(step, step.wanted); break;
    case StepKind::same_http: {
      Step same = step;
      same.output = last_.output;
      return difference(same, ask_server(step, last_wanted_));
    }
  }
  last_wanted_ = step.wanted;
  Step expected = step;
  for (std::string& line : expected.output) line = filled(line);
  for (std::string& line : expected.messages) line = filled(line);
  return difference(expected, last_);
}

}  // namespace paceline::cases
