// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/statement_cache.h"

#include <utility>

namespace paceline::store {

Result<StatementCache::Loan> StatementCache::borrow(const Statement& statement) {
  auto found = entries_.find(statement.name);
  if (found == entries_.end()) {
    make_room();
    found = entries_.emplace(statement.name, Entry{std::string(statement.text), nullptr}).first;
  }
  Entry& entry = found->second;
  const bool same_text_as_ever_under_this_name = entry.text == statement.text;
  PACELINE_ASSERT(same_text_as_ever_under_this_name);
  if (!entry.idle) {
    PACELINE_TRY(entry.idle, Prepared::compile(handle_, statement));
  }
  return Loan(entry.idle.release(), PutBack{this});
}

void StatementCache::put_back(std::unique_ptr<Prepared> prepared) {
  prepared->reset();
  Entry& entry = entries_.at(prepared->name());
  if (!entry.idle) entry.idle = std::move(prepared);
}

void StatementCache::make_room() {
  if (entries_.size() < kLimit) return;
  std::erase_if(entries_, [](const auto& named) { return named.second.idle != nullptr; });
}

}  // namespace paceline::store
