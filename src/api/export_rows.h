// SPDX-License-Identifier: Apache-2.0
// The rows of a table that leaves, page after page: each page is a request of whoever exports to the list of the API.
#pragma once

#include <boost/json/object.hpp>
#include <deque>
#include <optional>
#include <set>

#include "api/backend.h"
#include "api/call.h"
#include "api/export_tables.h"
#include "api/forms/export.h"
#include "api/message.h"

namespace paceline::api {

/// What is asked page after page, as whom, and of whom.
class ExportRows {
 public:
  /// REQUIRES: backend and handler outlive it.
  ExportRows(const ExportTable& table, const Call& call, const Backend& backend, Handler handler);

  /// The next rows; none: that was all. A refusal is the answer of the list that refused. Of many, those whom the
  /// caller may not see are left out, and those whom the quota does not ask; when it asks nobody, the first call
  /// returns that refusal.
  using Page = std::vector<boost::json::object>;
  [[nodiscard]] tl::expected<Page, Response> next();

 private:
  [[nodiscard]] std::optional<Response> begin();
  [[nodiscard]] bool passes_over(const Response& refusal);
  [[nodiscard]] std::optional<std::string> first_cursor() const;
  /// `rows` of a page, where the list gives more than the query may ask for.
  [[nodiscard]] tl::expected<boost::json::value, Response> ask(const std::string& path, json::Query query,
                                                               int rows = 0) const;
  [[nodiscard]] std::optional<Response> collect(const std::string& path, const char* member);
  [[nodiscard]] tl::expected<boost::json::value, Response> ask_page();
  void take(const boost::json::value& answer, Page& page) const;
  [[nodiscard]] Result<void> add_words(Page& page) const;
  [[nodiscard]] Result<void> add_keys(Page& page) const;

  const ExportTable& table_;
  const Backend& backend_;
  const Handler handler_;
  Request request_;  ///< as it came in: its credentials are those of every page
  OrgId org_id_;
  std::set<std::string, std::less<>> known_;  ///< parameters of the list
  json::Query path_;                          ///< what fills the path
  json::Query query_;
  bool begun_ = false;
  bool many_ = false;                ///< asked once for each of `of_`
  bool answered_ = false;            ///< by one of them at least
  std::optional<Response> nowhere_;  ///< the first of them who had nothing of the name
  std::deque<std::string> of_;
  std::optional<std::string> cursor_;
};

}  // namespace paceline::api
