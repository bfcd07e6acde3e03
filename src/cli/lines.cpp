// SPDX-License-Identifier: Apache-2.0
#include "cli/lines.h"

#include <algorithm>

#include "api/forms/list.h"
#include "cli/console.h"
#include "cli/requests.h"

namespace paceline::cli {
namespace {

using api::form::BatchResult;

constexpr std::size_t kBatch = 500;

/// The lines of one request, and where they stood in the file.
struct Part {
  std::string items;
  std::vector<std::int64_t> lines;
};

class Sender {
 public:
  Sender(Environment& environment, const Place& place, std::string path)
      : environment_(environment), place_(place), path_(std::move(path)) {}

  /// Returns the answer that refused a whole part, or nothing.
  std::optional<Result<api::Response>> take(std::int64_t line, std::string_view text) {
    const auto tree = json::parse(text);
    if (!tree) {
      ++total.refused;
      for (const Error& error : tree.error()) total.faults.push_back({line, error.field, error.code, error.detail});
      return std::nullopt;
    }
    part_.items += (part_.lines.empty() ? "" : ",") + std::string(text);
    part_.lines.push_back(line);
    return part_.lines.size() < kBatch ? std::nullopt : flush();
  }

  std::optional<Result<api::Response>> flush() {
    if (part_.lines.empty()) return std::nullopt;
    const Part part = std::exchange(part_, {});
    const std::string body = R"({"items":[)" + part.items + "]}";
    auto response = environment_.ask(place_, post(place_, path_, body, environment_.new_key()));
    if (!response || response->status >= 400) return response;
    const auto result = json::read<BatchResult>(response->body);
    if (!result) return response;
    add(*result, part);
    return std::nullopt;
  }

  BatchResult total;

 private:
  void add(const BatchResult& result, const Part& part) {
    total.added += result.added;
    total.unchanged += result.unchanged;
    total.refused += result.refused;
    for (auto fault : result.faults) {
      fault.line = part.lines.at(static_cast<std::size_t>(fault.line - 1));
      total.faults.push_back(std::move(fault));
    }
  }

  Environment& environment_;
  const Place& place_;
  std::string path_;
  Part part_;
};

}  // namespace

int send_lines(Environment& environment, const Place& place, const std::string& file, const std::string& path) {
  const auto text = read_file(file);
  if (!text) return refuse(text.error());
  Sender sender(environment, place, path);
  std::string_view rest = *text;
  for (std::int64_t line = 1; !rest.empty(); ++line) {
    const auto end = std::min(rest.find('\n'), rest.size());
    auto one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (one.ends_with('\r')) one.remove_suffix(1);
    if (one.find_first_not_of(" \t") == std::string_view::npos) continue;
    if (auto refused = sender.take(line, one)) return answer(place.json, *refused);
  }
  if (auto refused = sender.flush()) return answer(place.json, *refused);
  std::ranges::stable_sort(sender.total.faults, {}, &api::form::LineFault::line);
  print(place.json, json::write(sender.total));
  return sender.total.refused == 0 ? kOk : exit_code_of(Fault::invalid);
}

}  // namespace paceline::cli
