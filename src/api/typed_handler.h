// SPDX-License-Identifier: Apache-2.0
// Handlers in terms of forms: the body and the query are read before, the answer and every fault are written after.
//
// A handler is any callable of one of these shapes, each form taken by const reference and each optional:
//   R handler(const Call&, const Query&, const Body&)
// Query derives from form::Query; Body is what the table says. R is the route's answer, Result or Checked of it, void
// or Result<void> (204), or Response for what needs a header of its own (see answer_with). Example:
//   router.on("log_activity", [&](const Call& call, const form::NewActivity& activity) -> Checked<form::LoggedActivity>
//   {
//     …
//   });
// A handler whose forms are not those of its route ends the program when it is registered: the table is the truth.
#pragma once

#include <concepts>
#include <functional>
#include <tuple>
#include <type_traits>

#include "api/call.h"
#include "api/forms/list.h"
#include "api/problem.h"

namespace paceline::api {

using RouteHandler = std::function<Response(const Call&)>;

template <class T>
concept QueryForm = std::derived_from<T, form::Query>;

/// The form with the route's status, to add headers to.
template <class T>
[[nodiscard]] Response answer_with(const Call& call, const T& answer) {
  PACELINE_ASSERT(call.route.answer.shape == shape<T>());
  Response response;
  response.status = call.route.answer.status;
  response.body = json::write(answer);
  return response;
}

[[nodiscard]] inline Response answer_without_content() {
  Response response;
  response.status = 204;
  response.content_type.clear();
  return response;
}

namespace detail {

template <class T>
Response respond(const Call& call, const T& answer) {
  return answer_with(call, answer);
}
inline Response respond(const Call&, Response response) {
  return response;
}
template <class T, class E>
Response respond(const Call& call, tl::expected<T, E> result) {
  if (!result) return problem(result.error());
  if constexpr (std::is_void_v<T>) {
    return answer_without_content();
  } else {
    return respond(call, *std::move(result));
  }
}

/// What is inside a Result or a Checked.
template <class T>
struct Inside {
  using Type = T;
};
template <class T, class E>
struct Inside<tl::expected<T, E>> {
  using Type = T;
};

template <class T>
[[nodiscard]] Checked<T> take(const Call& call) {
  if constexpr (QueryForm<T>) {
    auto query = json::read_query<T>(call.request.query);
    if constexpr (std::is_base_of_v<form::PageQuery, T>) {
      if (query && call.request.rows > 0) query->limit.value = call.request.rows;
    }
    return query;
  } else if constexpr (std::is_same_v<T, form::Bytes>) {
    return form::Bytes{call.request.body};
  } else {
    return json::read<T>(call.request.body);
  }
}

template <class T>
bool fits(const Route& route) {
  if constexpr (QueryForm<T>) {
    return route.query == query<T>();
  } else {
    return route.body == shape<T>();
  }
}

template <class T>
bool answers_as(const Route& route) {
  if constexpr (std::is_same_v<T, Response>) {
    return true;
  } else if constexpr (std::is_void_v<T>) {
    return route.answer.status == kNoContent.status;
  } else {
    return route.answer.shape == shape<T>();
  }
}

/// Ends the program with the name of the route when `holds` is false.
void require(bool holds, const Route& route, std::string_view what);

template <class R, class... Forms>
void check_forms(const Route& route) {
  require((false || ... || QueryForm<Forms>) == static_cast<bool>(route.query), route, "takes the query");
  require((false || ... || !QueryForm<Forms>) == static_cast<bool>(route.body), route, "takes the body");
  require((true && ... && fits<Forms>(route)), route, "takes these forms");
  require(answers_as<typename Inside<R>::Type>(route), route, "answers this form");
}

template <class R, class... Args>
Response act(const Call& call, const std::function<R(const Call&, const Args&...)>& handler, const Args&... forms) {
  if constexpr (std::is_void_v<R>) {
    handler(call, forms...);
    return answer_without_content();
  } else {
    return respond(call, handler(call, forms...));
  }
}

template <class R, class... Forms>
RouteHandler typed(const Route& route, std::function<R(const Call&, const Forms&...)> handler) {
  check_forms<R, Forms...>(route);
  return [handler = std::move(handler)](const Call& call) -> Response {
    const std::tuple<Checked<Forms>...> forms{take<Forms>(call)...};
    return std::apply(
        [&](const auto&... form) {
          Errors faults;
          (..., [&] {
            if (!form) faults.insert(faults.end(), form.error().begin(), form.error().end());
          }());
          return faults.empty() ? act<R, Forms...>(call, handler, *form...) : problem(faults);
        },
        forms);
  };
}

}  // namespace detail

/// REQUIRES: the forms of the callable are those of the route.
template <class Callable>
[[nodiscard]] RouteHandler typed_handler(const Route& route, Callable callable) {
  return detail::typed(route, std::function{std::move(callable)});
}

}  // namespace paceline::api
