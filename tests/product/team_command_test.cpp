// SPDX-License-Identifier: Apache-2.0
// `paceline quota show --team` asks for every rep of the team, however many pages they fill.
#include "cli/commands.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

/// Answers two pages of a team with one rep each; the quota asks none of them.
class TwoPages : public cli::Environment {
 public:
  Result<api::Response> ask(const cli::Place&, const api::Request& request) override {
    api::Response response;
    std::string query;
    for (const auto& [name, value] : request.query) query += " " + name + "=" + value;
    asked.push_back(request.path + query);
    if (request.path.starts_with("/api/v1/quotas/")) {
      response.status = 404;
      response.body =
          json("{'type': 't', 'title': 't', 'status': 404, 'code': 'quota.not_for_rep', 'detail': '', 'faults': []}");
    } else if (query.find("cursor=1") == std::string::npos) {
      response.body = json("{'items': [{'rep_id': '11', 'rep_name': 'Ana', 'today': {}, 'quotas': []}], 'next': '1'}");
    } else {
      response.body =
          json("{'items': [{'rep_id': '12', 'rep_name': 'Boris', 'today': {}, 'quotas': []}], 'next': null}");
    }
    return response;
  }
  Result<api::Response> ask_in_parts(const cli::Place& place, const api::Request& request, const Take&) override {
    return ask(place, request);
  }
  Result<void> read(const cli::Place&, const Work&) override { return {}; }
  Result<void> own(const cli::Place&, const Work&) override { return {}; }
  Result<void> found(const cli::Place&, const Work&) override { return {}; }
  Result<cli::Moved> move(const cli::Place&, const std::string&, const Work&, const Work&) override {
    return cli::Moved{};
  }
  Result<void> back_up(const cli::Place&, const std::string&, const Work&) override { return {}; }
  Result<void> restore(const cli::Place&, const std::string&, const Change&) override { return {}; }
  Result<cli::RolledBack> roll_back(const cli::Place&) override { return cli::RolledBack{}; }
  Result<void> remove_demonstration(const cli::Place&, OrgId) override { return {}; }
  Result<void> serve(const cli::Place&, const cli::ServeOptions&,
                     const std::function<void(const cli::Serving&)>&) override {
    return {};
  }
  Result<bool> do_imports(const cli::Place&) override { return false; }
  std::string new_key() override { return "k"; }
  std::string version() override { return "v"; }

  std::vector<std::string> asked;
};

TEST(TeamCommand, AsksForTheRepsOfEveryPage) {
  TwoPages environment;
  EXPECT_EQ(cli::quota_show(environment, {}, {.quota = "calls", .rep = "", .team = "East", .period = "2026-W47"}), 0);
  EXPECT_EQ(environment.asked,
            (std::vector<std::string>{"/api/v1/teams/East/pace limit=500", "/api/v1/teams/East/pace limit=500 cursor=1",
                                      "/api/v1/quotas/calls/pace rep=11 period=2026-W47",
                                      "/api/v1/quotas/calls/pace rep=12 period=2026-W47"}));
}

}  // namespace
}  // namespace paceline::product
