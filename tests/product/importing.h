// SPDX-License-Identifier: Apache-2.0
// Imports as a client sends them, with background work that a test does part by part.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "app/begin_import.h"
#include "app/jobs.h"
#include "tests/product/product.h"

namespace paceline::product {

inline constexpr std::int64_t kImportServer = 1;

inline constexpr const char* kCallsMapping =
    "{'name': 'calls', 'key': ['id'], 'fields': {'kind': {'constant': 'call'}, 'occurred_at': {'column': 'at', 'form':"
    " 'yyyy-MM-dd HH:mm'}, 'outcome': {'column': 'end', 'values': {'ok': 'answered', 'no': 'no_answer'}}}}";

class Importing : public ::testing::Test {
 protected:
  Importing() {
    product.apply(org,
                  json("{'users': [{'email': 'ann@acme.example', 'name': 'Ann'}], 'quotas': [{'key': 'calls', 'name':"
                       " 'Calls', 'period': 'week', 'amount': 10, 'from': '2026-11-02', 'rule': {'kinds': ['call'],"
                       " 'repeat_window_s': 0}, 'reps': ['ann@acme.example']}]}"));
    ann = product.session(org, product.person(org, "ann@acme.example").user_id);
  }

  /// Sends the file; the id of its import.
  std::string sent(const std::string& bytes, const std::string& mapping = kCallsMapping) {
    const std::string document = mapping.starts_with('{') ? mapping : "'" + mapping + "'";
    const auto begun = product.post(
        ann, "/imports",
        json("{'file_name': 'calls.csv', 'bytes': " + std::to_string(bytes.size()) + ", 'mapping': " + document + "}"));
    EXPECT_EQ(begun.status, 201) << begun.text;
    std::string id = begun.text_at("/import_id");
    Sending as_bytes;
    as_bytes.headers.emplace_back("content-type", "application/octet-stream");
    for (std::size_t at = 0, part = 0; at < bytes.size(); at += kImportPartBytes, ++part) {
      const auto answered = product.send(ann, api::Method::put, "/imports/" + id + "/parts/" + std::to_string(part),
                                         bytes.substr(at, kImportPartBytes), as_bytes);
      EXPECT_EQ(answered.status, 200) << answered.text;
    }
    return id;
  }

  Answered wish(const std::string& id, const std::string& what) {
    return product.post(ann, "/imports/" + id + "/" + what, "");
  }

  /// What a server does until nothing is left. A desk of its own: one that knows nothing of what another one read.
  void work() {
    ImportDesk desk({product.import_files, product.zones, product.secrets, product.ids});
    const auto done = do_imports(kImportServer, org, tools(desk), product.unit);
    EXPECT_TRUE(done) << (done ? "" : done.error().code);
  }

  /// One transaction of that work, by a server that then stops.
  void work_one_part() {
    ImportDesk desk({product.import_files, product.zones, product.secrets, product.ids});
    product.write(org, [&](Stores& stores) -> Result<void> {
      PACELINE_CHECK(desk.do_part(org, product.clock.now(), stores));
      return {};
    });
  }

  std::string imported(const std::string& bytes, const std::string& mapping = kCallsMapping) {
    std::string id = sent(bytes, mapping);
    EXPECT_EQ(wish(id, "start").status, 200);
    work();
    return id;
  }

  /// One transaction of it. Returns whether there may be more.
  bool worked_one_part(ImportDesk& desk) {
    bool more = false;
    product.write(org, [&](Stores& stores) -> Result<void> {
      PACELINE_TRY(more, desk.do_part(org, product.clock.now(), stores));
      return {};
    });
    desk.stored();
    return more;
  }

  Answered of(const std::string& id) { return product.get(ann, "/imports/" + id); }

  /// "done 3 2 0 1 0": state, rows, added, changed, unchanged, refused.
  std::string told(const std::string& id) {
    const auto entry = of(id);
    std::string text = entry.text_at("/state");
    for (const char* member : {"/rows", "/added", "/changed", "/unchanged", "/refused"})
      text += " " + std::to_string(entry.number_at(member));
    return text;
  }

  static std::string calls(int n, const std::string& end = "ok") {
    std::string text = "id,at,end\n";
    for (int call = 1; call <= n; ++call) {
      const std::string day = std::to_string(10 + call % 8);
      text += std::to_string(call) + ",2026-11-" + day + " 10:" + std::to_string(10 + call % 50) + "," + end + "\n";
    }
    return text;
  }

  JobTools tools(ImportDesk& desk) { return {product.clock, {product.zones, product.secrets, product.ids}, &desk}; }

  Product product;
  OrgId org = product.found("acme");
  Caller ann;
};

}  // namespace paceline::product
