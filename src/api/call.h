// SPDX-License-Identifier: Apache-2.0
// A request that has found its route: what a handler is given.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api/route.h"
#include "app/sign_in.h"

namespace paceline::api {

struct Call {
  const Request& request;
  const Route& route;
  std::vector<std::pair<std::string_view, std::string_view>> path{};  ///< name and value of each "{name}"
  std::optional<Recognised> caller{};  ///< always, unless the route is for anyone; its csrf_token: a browser's session
  std::string_view idempotency_key{};  ///< of a route that is answered once
  Stores* transaction = nullptr;       ///< the same: it also keeps the answer

  /// REQUIRES: the route is not for anyone.
  [[nodiscard]] const Actor& actor() const;
  /// REQUIRES: the route is answered once.
  [[nodiscard]] Stores& stores() const;
  /// REQUIRES: the route's path has "{name}".
  [[nodiscard]] std::string_view path_text(std::string_view name) const;
  /// Absent when the client did not send it. REQUIRES: a name in lower case.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
  /// The Idempotency-Key, when the client sent one. Returns invalid "idempotency.key.malformed".
  [[nodiscard]] Result<std::optional<std::string_view>> told_key() const;

  /// Returns invalid "id.malformed" at "{name}".
  template <class IdType>
  [[nodiscard]] Result<IdType> path_id(std::string_view name) const {
    return parse_id<IdType>(path_text(name)).map_error([name](Error error) {
      error.field = '{' + std::string(name) + '}';
      return error;
    });
  }
};

}  // namespace paceline::api
