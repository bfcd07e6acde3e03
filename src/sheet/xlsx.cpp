// SPDX-License-Identifier: Apache-2.0
#include "sheet/xlsx.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace paceline::sheet {
namespace {

constexpr std::size_t kPieceBytes = 256 * 1024;
constexpr std::size_t kLongestSheetName = 31;
constexpr std::time_t kAlwaysTheSame = 946'684'800;  // 2000-01-01: the moment would make each file another one

tl::unexpected<Error> no_room() {
  return fail(Fault::unavailable, "export.no_room", {}, "no file could be written in the folder for temporary files");
}

/// XML has no place for other control characters.
std::string without_controls(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 || c == '\t' || c == '\n' || c == '\r') kept += c;
  }
  return kept;
}

struct Put {
  lxw_worksheet* sheet;
  lxw_row_t row;
  lxw_col_t column;
  lxw_error operator()(std::monostate) const { return LXW_NO_ERROR; }
  lxw_error operator()(std::int64_t number) const { return (*this)(static_cast<double>(number)); }
  lxw_error operator()(double number) const { return worksheet_write_number(sheet, row, column, number, nullptr); }
  lxw_error operator()(bool truth) const { return worksheet_write_boolean(sheet, row, column, truth ? 1 : 0, nullptr); }
  lxw_error operator()(const std::string& text) const {
    return worksheet_write_string(sheet, row, column, without_controls(text).c_str(), nullptr);
  }
};

}  // namespace

struct Workbook::File {
  std::string path;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  std::int64_t rows = 0;
  std::int64_t most_rows = 0;
  std::ifstream written;
};

Result<std::unique_ptr<Workbook>> Workbook::make(const std::string& name, std::int64_t most_rows) {
  std::error_code fault;
  std::string path = (std::filesystem::temp_directory_path(fault) / "paceline-export-XXXXXX").string();
  const int made = fault ? -1 : ::mkstemp(path.data());
  if (made < 0) return no_room();
  ::close(made);
  auto file = std::make_unique<File>();
  file->path = path;
  file->most_rows = most_rows;
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  file->book = workbook_new_opt(path.c_str(), &options);
  if (file->book == nullptr) return no_room();
  lxw_doc_properties properties{};
  properties.created = kAlwaysTheSame;
  workbook_set_properties(file->book, &properties);
  file->sheet = workbook_add_worksheet(file->book, name.substr(0, kLongestSheetName).c_str());
  std::unique_ptr<Workbook> workbook(new Workbook(std::move(file)));
  if (workbook->file_->sheet == nullptr) return no_room();
  return workbook;
}

Workbook::Workbook(std::unique_ptr<File> file) : file_(std::move(file)) {}

Workbook::~Workbook() {
  if (file_->book != nullptr) (void)workbook_close(file_->book);
  ::unlink(file_->path.c_str());
}

Result<void> Workbook::add(const Row& row) {
  if (file_->rows == file_->most_rows) {
    return fail(Fault::invalid, "export.too_many_rows", {},
                "a sheet has at most 1,048,576 rows: choose csv or jsonl, or fewer days");
  }
  lxw_col_t column = 0;
  for (const Cell& cell : row) {
    const lxw_error put = std::visit(Put{file_->sheet, static_cast<lxw_row_t>(file_->rows), column}, cell);
    if (put != LXW_NO_ERROR) return no_room();
    ++column;
  }
  ++file_->rows;
  return {};
}

Result<void> Workbook::close() {
  lxw_workbook* const book = std::exchange(file_->book, nullptr);
  if (workbook_close(book) != LXW_NO_ERROR) return no_room();
  file_->written.open(file_->path, std::ios::binary);
  if (!file_->written) return no_room();
  return {};
}

Result<std::string> Workbook::read() {
  std::string piece(kPieceBytes, '\0');
  file_->written.read(piece.data(), static_cast<std::streamsize>(piece.size()));
  if (file_->written.bad()) return no_room();
  piece.resize(static_cast<std::size_t>(file_->written.gcount()));
  return piece;
}

}  // namespace paceline::sheet
