// SPDX-License-Identifier: Apache-2.0
#include <boost/json/serialize.hpp>

#include "api/export_rows.h"
#include "api/handlers.h"
#include "sheet/csv.h"
#include "sheet/xlsx.h"

namespace paceline::api {
namespace {

using form::ExportFormat;

/// Null when the row has no such member: "amount.currency" is one inside another.
const boost::json::value* cell_at(const boost::json::object& row, std::string_view column) {
  if (const auto* whole = row.if_contains(column)) return whole;
  const auto point = column.find('.');
  const auto* const outer = point == std::string_view::npos ? nullptr : row.if_contains(column.substr(0, point));
  if (outer == nullptr || !outer->is_object()) return nullptr;
  return cell_at(outer->get_object(), column.substr(point + 1));
}

sheet::Cell cell_of(const boost::json::value* value) {
  if (value == nullptr || value->is_null()) return {};
  if (value->is_string()) return std::string(value->get_string());
  if (value->is_bool()) return value->get_bool();
  if (value->is_int64()) return value->get_int64();
  if (value->is_double()) return value->get_double();
  return boost::json::serialize(*value);
}

/// A table on its way out.
class Export {
 public:
  Export(const ExportTable& table, ExportFormat format, ExportRows rows)
      : table_(table), format_(format), columns_(columns_of(table)), rows_(std::move(rows)) {}

  /// The first part; then next() has the others.
  [[nodiscard]] tl::expected<std::string, Response> begin() {
    if (format_ == ExportFormat::xlsx) return fill_workbook();
    auto first = rows_.next();
    if (!first) return tl::unexpected(std::move(first).error());
    ended_ = first->empty();
    return (format_ == ExportFormat::csv ? header() : std::string()) + written(*first);
  }
  [[nodiscard]] Result<std::string> next() {
    if (workbook_) return workbook_->read();
    if (ended_) return std::string();
    const auto page = rows_.next();
    if (!page) return fail(Fault::unavailable, "export.cut_off", {}, page.error().body);
    return written(*page);
  }

 private:
  [[nodiscard]] std::string header() const { return sheet::csv_line(sheet::Row(columns_.begin(), columns_.end())); }
  [[nodiscard]] sheet::Row cells_of(const boost::json::object& row) const {
    sheet::Row cells;
    cells.reserve(columns_.size());
    for (const std::string& column : columns_) cells.push_back(cell_of(cell_at(row, column)));
    return cells;
  }
  [[nodiscard]] std::string written(const ExportRows::Page& page) const {
    std::string text;
    for (const auto& row : page)
      text += format_ == ExportFormat::csv ? sheet::csv_line(cells_of(row)) : boost::json::serialize(row) + "\n";
    return text;
  }
  /// A workbook ends with what stands at its beginning, so all rows come first.
  [[nodiscard]] tl::expected<std::string, Response> fill_workbook() {
    const auto refused = [](const Error& error) { return tl::unexpected(problem(error)); };
    auto made = sheet::Workbook::make(std::string(table_.name));
    if (!made) return refused(made.error());
    workbook_ = *std::move(made);
    if (const auto put = workbook_->add(sheet::Row(columns_.begin(), columns_.end())); !put)
      return refused(put.error());
    for (auto page = rows_.next();; page = rows_.next()) {
      if (!page) return tl::unexpected(std::move(page).error());
      if (page->empty()) break;
      for (const auto& row : *page) {
        if (const auto put = workbook_->add(cells_of(row)); !put) return refused(put.error());
      }
    }
    if (const auto closed = workbook_->close(); !closed) return refused(closed.error());
    auto first = workbook_->read();
    if (!first) return refused(first.error());
    return *std::move(first);
  }

  const ExportTable& table_;
  ExportFormat format_;
  std::vector<std::string> columns_;
  ExportRows rows_;
  std::unique_ptr<sheet::Workbook> workbook_;
  bool ended_ = false;
};

std::string content_type_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::csv: return "text/csv; charset=utf-8; header=present";
    case ExportFormat::jsonl: return "application/jsonl; charset=utf-8";
    case ExportFormat::xlsx: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }
  return {};
}

std::string ending_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::csv: return "csv";
    case ExportFormat::jsonl: return "jsonl";
    case ExportFormat::xlsx: return "xlsx";
  }
  return {};
}

Response export_one(const Call& call, const form::ExportQuery& query, const Router& router, const Backend& backend) {
  const ExportTable* const table = find_export_table(call.path_text("table"));
  if (table == nullptr) {
    std::string names;
    for (const ExportTable& each : export_tables()) names.append(names.empty() ? "" : ", ").append(each.name);
    return problem({Fault::not_found, "export.table_unknown", {}, names});
  }
  const ExportFormat format = query.format.value_or(ExportFormat::csv);
  const auto leaving = std::make_shared<Export>(
      *table, format,
      ExportRows(*table, call, backend, [&router](const Request& request) { return router.handle(request); }));
  auto first = leaving->begin();
  if (!first) return std::move(first).error();
  Response response;
  response.content_type = content_type_of(format);
  response.body = *std::move(first);
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + std::string(table->name) + "." + ending_of(format) + "\"");
  response.next_part = [leaving] { return leaving->next(); };
  return response;
}

}  // namespace

void add_export_handlers(Router& router, const Backend& backend) {
  router.on("export_table", [&router, &backend](const Call& call, const form::ExportQuery& query) {
    return export_one(call, query, router, backend);
  });
}

}  // namespace paceline::api
