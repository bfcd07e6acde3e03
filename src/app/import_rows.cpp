// SPDX-License-Identifier: Apache-2.0
#include "app/import_rows.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kDigitsOfNumber = 16;  // of 64 bits
constexpr std::size_t kDigitsOfName = 32;
constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr std::size_t kLongestKey = 190;  // bytes; an external id has at most 200

std::uint64_t number_of(std::string_view fingerprint) {
  std::uint64_t number = 0;
  std::from_chars(fingerprint.data(), fingerprint.data() + kDigitsOfNumber, number, 16);
  return number;
}

}  // namespace

std::int64_t Occurrences::add(std::uint64_t number) {
  if (number == 0) number = 1;  // an empty slot is 0
  if (used_ * 4 >= slots_.size() * 3) grow();
  std::size_t at = number % slots_.size();
  while (slots_[at] != 0 && slots_[at] != number) at = (at + 1) % slots_.size();
  if (slots_[at] == number) return ++repeated_[number];
  slots_[at] = number;
  ++used_;
  return 0;
}

void Occurrences::grow() {
  std::vector<std::uint64_t> wider(slots_.size() * 2);
  for (const std::uint64_t number : slots_) {
    if (number == 0) continue;
    std::size_t at = number % wider.size();
    while (wider[at] != 0) at = (at + 1) % wider.size();
    wider[at] = number;
  }
  slots_ = std::move(wider);
}

ImportRows::ImportRows(const Import& entry, const ImportFiles& files, const Secrets& secrets)
    : import_id_(entry.import_id),
      state_(entry.state),
      bytes_(entry.bytes),
      reader_(files.open(entry.mapping)),
      secrets_(secrets) {}

Result<void> ImportRows::fill(std::size_t rows, ImportStore& imports) {
  return read_until(rows, bytes_read_ + kReadAtOnce, imports);
}

Result<bool> ImportRows::leave_out(std::int64_t rows, ImportStore& imports) {
  const std::int64_t stop = bytes_read_ + kReadAtOnce;
  while (taken_ < rows) {
    PACELINE_CHECK(read_until(1, stop, imports));
    if (at_hand_.empty()) return ended_ || !reader_->faults().empty();
    take(std::min(static_cast<std::size_t>(rows - taken_), at_hand_.size()));
  }
  return true;
}

Result<void> ImportRows::read_until(std::size_t rows, std::int64_t byte, ImportStore& imports) {
  while (at_hand_.size() < rows && !ended_ && reader_->faults().empty() && bytes_read_ < byte) {
    PACELINE_CHECK(read_piece(imports));
    name_rows();
  }
  return {};
}

/// Little at a time: each line of a part may be a row.
Result<void> ImportRows::read_piece(ImportStore& imports) {
  if (bytes_read_ >= bytes_) {
    reader_->end(read_);
    ended_ = true;
    return {};
  }
  if (part_at_ == part_.size()) {
    PACELINE_TRY(auto part, imports.part(import_id_, next_part_));
    if (!part || part->empty()) return fail(Fault::conflict, "import.parts_missing");
    part_ = *std::move(part);
    part_at_ = 0;
    ++next_part_;
  }
  const std::string_view piece = std::string_view(part_).substr(part_at_, kPieceBytes);
  reader_->feed(piece, read_);
  part_at_ += piece.size();
  bytes_read_ += static_cast<std::int64_t>(piece.size());
  return {};
}

void ImportRows::name_rows() {
  for (FileRow& row : read_) {
    const std::string fingerprint = secrets_.fingerprint(row.key.value_or(row.content));
    const std::int64_t before = seen_.add(number_of(fingerprint));
    NamedRow named{std::move(row), {}};
    FileRow& kept = named.row;
    if (!kept.key) {
      named.external_id = fingerprint.substr(0, kDigitsOfName) + "." + std::to_string(before);
    } else {
      const bool fits = !kept.key->empty() && is_plain_text(*kept.key, kLongestKey);
      named.external_id = fits ? *kept.key : "#" + fingerprint.substr(0, kDigitsOfName);
      if (before > 0 && kept.faults.empty()) kept.faults.push_back({kept.row, {}, "import.key.repeated", {}});
    }
    kept.content.clear();
    at_hand_.push_back(std::move(named));
  }
  read_.clear();
}

void ImportRows::take(std::size_t rows) {
  at_hand_.erase(at_hand_.begin(), at_hand_.begin() + static_cast<std::ptrdiff_t>(rows));
  taken_ += static_cast<std::int64_t>(rows);
}

}  // namespace paceline
