// SPDX-License-Identifier: Apache-2.0
// What a function answers when it can fail for a reason that somebody outside the program caused.
//
// Three families, never mixed: an expected fault (bad input, absent, conflict, database away) is a Result; a broken
// invariant is PACELINE_ASSERT and ends the process, in release too; an exception comes only from a library and is
// turned into Error{unavailable} where the library is called.
//
// Example: Result<int> r = fail(Fault::invalid, "quota.amount.not_positive", "/amount"); r.error().code names the
// fault.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace paceline {

/// Decides the HTTP status and the exit code, nothing else.
enum class Fault { invalid, unauthenticated, forbidden, not_found, conflict, too_many, unavailable };

struct Error {
  Fault fault = Fault::invalid;
  std::string code;    ///< stable, listed in docs/api/errors.md, for example "quota.amount.not_positive"
  std::string field;   ///< JSON pointer to the member at fault, empty when the whole is
  std::string detail;  ///< for people; may change from release to release
};

/// A body or a row is refused with every fault that it has, not only the first.
using Errors = std::vector<Error>;

template <class T>
using Result = tl::expected<T, Error>;

template <class T>
using Checked = tl::expected<T, Errors>;

[[nodiscard]] inline auto fail(Fault fault, std::string code, std::string field = {}, std::string detail = {}) {
  return tl::unexpected(Error{fault, std::move(code), std::move(field), std::move(detail)});
}

[[noreturn]] void assertion_failed(std::string_view what, std::string_view file, int line);

}  // namespace paceline

#define PACELINE_ASSERT(condition) \
  static_cast<bool>(condition) ? static_cast<void>(0) : ::paceline::assertion_failed(#condition, __FILE__, __LINE__)

/// Takes the value of a Result or returns its error unchanged. One per line.
#define PACELINE_TRY(declaration, expression) PACELINE_TRY_AT(declaration, expression, __LINE__)
#define PACELINE_TRY_AT(declaration, expression, line) PACELINE_TRY_AS(declaration, expression, line)
#define PACELINE_TRY_AS(declaration, expression, line)                   \
  auto try_##line = (expression);                                        \
  if (!try_##line) return tl::unexpected(std::move(try_##line).error()); \
  declaration = *std::move(try_##line)

/// The same where there is no value to take.
#define PACELINE_CHECK(expression) PACELINE_CHECK_AT(expression, __LINE__)
#define PACELINE_CHECK_AT(expression, line) PACELINE_CHECK_AS(expression, line)
#define PACELINE_CHECK_AS(expression, line)                                                                      \
  do {                                                                                                           \
    if (auto check_##line = (expression); !check_##line) return tl::unexpected(std::move(check_##line).error()); \
  } while (false)
