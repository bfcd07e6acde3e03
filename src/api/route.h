// SPDX-License-Identifier: Apache-2.0
// A route: what may be asked, by whom, and in which forms. The whole API is one constexpr table of them (routes.h),
// from which requests are matched, handlers are checked, and the OpenAPI document is made.
#pragma once

#include <string_view>
#include <vector>

#include "api/message.h"
#include "app/actor.h"
#include "json/json.h"
#include "json/query.h"

namespace paceline::api {

/// A JSON form without its C++ type; none: there is no body. Two are equal when they are of one type.
struct Shape {
  json::Schema (*schema)(json::Components&, json::Use) = nullptr;
  constexpr explicit operator bool() const { return schema != nullptr; }
  friend constexpr bool operator==(Shape, Shape) = default;
};

/// The parameters of a query; none: it takes no parameter.
struct QueryShape {
  std::vector<json::Schema> (*parameters)(json::Components&) = nullptr;
  constexpr explicit operator bool() const { return parameters != nullptr; }
  friend constexpr bool operator==(QueryShape, QueryShape) = default;
};

struct Answer {
  int status = 200;
  Shape shape;
  std::string_view content_type = "application/json";
};

/// once: Idempotency-Key is required, and the same key answers the first answer again.
enum class Repeat { freely, once };

struct Route {
  Method method;
  std::string_view path;  ///< "/api/v1/quotas/{quota}/pace"
  std::string_view operation_id;
  Right right;
  QueryShape query;
  Shape body;
  Answer answer;
  Repeat repeat;
  std::string_view summary;
};

// The words of the table.

template <class T>
constexpr Shape shape() {
  return {&json::schema<T>};
}

template <class T>
constexpr QueryShape query() {
  return {&json::parameters<T>};
}

template <class T>
constexpr Shape body() {
  return shape<T>();
}

template <class T>
constexpr Answer answers(int status = 200) {
  return {status, shape<T>()};
}

inline constexpr QueryShape kNoQuery{};
inline constexpr Shape kNoBody{};
inline constexpr Answer kNoContent{204, {}, {}};
inline constexpr Answer kExportFile{200, {}, "text/csv"};
inline constexpr Answer kCalendarFile{200, {}, "text/calendar"};
inline constexpr Answer kEventStream{200, {}, "text/event-stream"};

}  // namespace paceline::api
