// SPDX-License-Identifier: Apache-2.0
// What lists, batches and the queries of reading routes share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/json.h"

namespace paceline::api::form {

using ShortText = json::Text<1, 200>;
using Name = json::Text<1, 200>;
using Remark = json::Prose<1, 2000>;

/// A page of a list. `next` goes back as `cursor` for the following page; null: this is the last.
template <class T>
struct List {
  std::vector<T> items;
  std::optional<std::string> next;
  BOOST_DESCRIBE_CLASS(List, (), (items, next), (), ())
};

/// 1 to 500, 50 when it is left out. Returns "query.limit.out_of_range" for anything else.
struct Limit {
  int value = 50;
};
inline constexpr int kLargestLimit = 500;

/// A handler knows its query by this base. Each query has only what its route obeys.
struct Query {};
BOOST_DESCRIBE_STRUCT(Query, (), ())

/// A figure as it stood at a moment.
struct MomentQuery : Query {
  std::optional<Instant> as_of;  ///< absent: now; never later than that
};
BOOST_DESCRIBE_STRUCT(MomentQuery, (Query), (as_of))

struct PageQuery : Query {
  Limit limit;
  std::optional<json::Text<1, 500>> cursor;
};
BOOST_DESCRIBE_STRUCT(PageQuery, (Query), (limit, cursor))

struct MomentPageQuery : PageQuery {
  std::optional<Instant> as_of;  ///< absent: now; never later than that
};
BOOST_DESCRIBE_STRUCT(MomentPageQuery, (PageQuery), (as_of))

/// A body that is no JSON: application/octet-stream.
struct Bytes {
  std::string_view bytes;  ///< of the request
};

/// Many at once. One that is refused does not refuse the others.
template <class T>
struct Batch {
  json::Items<Checked<T>, 500> items;
  BOOST_DESCRIBE_CLASS(Batch, (), (items), (), ())
};

struct LineFault {
  std::int64_t line = 0;  ///< 1 is the first item
  std::string pointer;    ///< into the item
  std::string code;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(LineFault, (), (line, pointer, code, detail))

struct BatchResult {
  std::int64_t added = 0;
  std::int64_t unchanged = 0;  ///< known already, with the same content
  std::int64_t refused = 0;
  std::vector<LineFault> faults;
};
BOOST_DESCRIBE_STRUCT(BatchResult, (), (added, unchanged, refused, faults))

}  // namespace paceline::api::form

template <>
struct paceline::json::Form<paceline::api::form::Limit> {
  using Limit = api::form::Limit;
  static Limit absent() { return {}; }
  static std::optional<Limit> read(const Node& node, const Place& place, Faults& faults) {
    const auto value = node.whole();
    if (value && 1 <= *value && *value <= api::form::kLargestLimit) return Limit{static_cast<int>(*value)};
    return faults.add(place, "query.limit.out_of_range", "a whole number from 1 to 500"), std::nullopt;
  }
  static void write(Writer& out, Limit limit) { out.whole(std::int64_t{limit.value}); }
  static Schema schema(Components&, Use) { return whole_schema(1, api::form::kLargestLimit); }
};

template <>
struct paceline::json::Form<paceline::api::form::Bytes> {
  static Schema schema(Components&, Use) { return {.type = "string", .format = "binary"}; }
};
