// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/postgres_error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace paceline::store {
namespace {

struct Meaning {
  std::string_view state;  // or its beginning
  Fault fault;
  const char* code;
};

// The first that fits.
constexpr std::array kMeanings{
    Meaning{"23505", Fault::conflict, "store.unique"},
    Meaning{"42710", Fault::conflict, "store.unique"},
    Meaning{"42P07", Fault::conflict, "store.unique"},
    Meaning{"23503", Fault::conflict, "store.foreign_key"},
    Meaning{"23", Fault::conflict, "store.constraint"},
    Meaning{"42P01", Fault::conflict, "store.table_absent"},
    Meaning{"22021", Fault::invalid, "store.text_malformed"},
    Meaning{"22P05", Fault::invalid, "store.text_malformed"},
    Meaning{"40001", Fault::unavailable, "store.busy"},
    Meaning{"40P01", Fault::unavailable, "store.busy"},
    Meaning{"55P03", Fault::unavailable, "store.busy"},
    Meaning{"57014", Fault::unavailable, "store.busy"},
    Meaning{"53300", Fault::unavailable, "store.busy"},
    Meaning{"53100", Fault::unavailable, "store.disk_full"},
    Meaning{"08", Fault::unavailable, "store.unreachable"},
    Meaning{"57P", Fault::unavailable, "store.unreachable"},
    Meaning{"25006", Fault::unavailable, "store.unreachable"},
    Meaning{"0A000", Fault::unavailable, "store.unreachable"},
};

}  // namespace

Error error_of_state(std::string_view state, std::string detail) {
  if (state.empty()) return {Fault::unavailable, "store.unreachable", {}, std::move(detail)};
  const auto* found = std::find_if(kMeanings.begin(), kMeanings.end(),
                                   [&](const Meaning& meaning) { return state.starts_with(meaning.state); });
  if (found == kMeanings.end()) return {Fault::unavailable, "store.unavailable", {}, std::move(detail)};
  return {found->fault, found->code, {}, std::move(detail)};
}

Error error_of_commit(std::string_view state, std::string detail) {
  if (state == "XX000") return {Fault::unavailable, "store.busy", {}, std::move(detail)};
  return error_of_state(state, std::move(detail));
}

}  // namespace paceline::store
