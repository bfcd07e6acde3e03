// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/postgres_url.h"

#include <algorithm>

#include "store/postgres/postgres_session.h"

namespace paceline::store {
namespace {

constexpr std::string_view kOurs = "prepare=";

Result<bool> on_or_off(std::string_view value) {
  if (value == "on") return true;
  if (value == "off") return false;
  return fail(Fault::invalid, "store.address_malformed", {}, "prepare is on or off");
}

/// A password with such a sign: libpq would take a part of it for the host, and say so.
bool has_unquoted_sign(std::string_view before_parameters) {
  const auto rest = before_parameters.substr(before_parameters.find("//") + 2);
  const auto end = std::min(rest.find_first_of("@/"), rest.size());
  return rest.find('@', std::min(end + 1, rest.size())) != std::string_view::npos;
}

/// A password without a host before it stands where the port would, and libpq would repeat it.
bool has_port_that_is_no_number(std::string_view before_parameters) {
  auto hosts = before_parameters.substr(before_parameters.find("//") + 2);
  hosts = hosts.substr(0, hosts.find('/'));
  hosts.remove_prefix(std::min(hosts.find('@') + 1, hosts.size()));
  const auto bracket = hosts.rfind(']');
  const auto colon = hosts.find(':', bracket == std::string_view::npos ? 0 : bracket);
  return colon != std::string_view::npos && hosts.find_first_not_of("0123456789,:", colon) != std::string_view::npos &&
         hosts.find(',') == std::string_view::npos;
}

}  // namespace

bool is_postgres_url(std::string_view text) {
  return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

Result<PostgresUrl> parse_postgres_url(std::string_view text) {
  if (!is_postgres_url(text))
    return fail(Fault::invalid, "store.address_malformed", {}, "a PostgreSQL address begins with postgresql://");
  const auto mark = std::min(text.find('?'), text.size());
  if (has_unquoted_sign(text.substr(0, mark)))
    return fail(Fault::invalid, "store.address_malformed", {}, "in a password @ is written %40, and / is %2F");
  if (has_port_that_is_no_number(text.substr(0, mark)))
    return fail(Fault::invalid, "store.address_malformed", {}, "the port is no number");
  PostgresUrl url{std::string(text.substr(0, mark)), true};
  char joint = '?';
  for (std::string_view rest = text.substr(std::min(mark + 1, text.size())); !rest.empty();) {
    const auto end = std::min(rest.find('&'), rest.size());
    const std::string_view parameter = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (parameter.starts_with(kOurs)) {
      PACELINE_TRY(url.prepare, on_or_off(parameter.substr(kOurs.size())));
      continue;
    }
    url.text.append(1, std::exchange(joint, '&')).append(parameter);
  }
  return url;
}

}  // namespace paceline::store
