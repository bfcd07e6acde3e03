// SPDX-License-Identifier: Apache-2.0
#include "api/problem.h"

#include <algorithm>

#include "api/forms/problem.h"

namespace paceline::api {
namespace {

/// The smaller decides.
int precedence_of(Fault fault) {
  switch (fault) {
    case Fault::unavailable: return 0;
    case Fault::unauthenticated: return 1;
    case Fault::forbidden: return 2;
    case Fault::too_many: return 3;
    case Fault::invalid: return 4;
    case Fault::not_found: return 5;
    case Fault::conflict: return 6;
  }
  return 0;
}

std::string_view title_of(int status) {
  switch (status) {
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    default: return "Internal Server Error";
  }
}

bool is_seconds(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// Where the database is, and on what disk, is the operator's affair: the log and the command line say it.
std::string told_detail(const Error& error) {
  return error.fault == Fault::unavailable && error.code.starts_with("store.") ? "" : error.detail;
}

Response answer(int status, const Error& first, const Errors& all) {
  form::Problem problem;
  problem.title = title_of(status);
  problem.status = status;
  problem.code = first.code;
  problem.detail = told_detail(first);
  for (const auto& error : all) problem.faults.push_back({error.field, error.code, told_detail(error)});
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = json::write(problem);
  if (status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
  if (status == 429 && is_seconds(first.detail)) response.headers.emplace_back("Retry-After", first.detail);
  return response;
}

}  // namespace

int status_of(Fault fault) {
  switch (fault) {
    case Fault::invalid: return 400;
    case Fault::unauthenticated: return 401;
    case Fault::forbidden: return 403;
    case Fault::not_found: return 404;
    case Fault::conflict: return 409;
    case Fault::too_many: return 429;
    case Fault::unavailable: return 503;
  }
  return 500;
}

Response problem(const Error& error) {
  return answer(status_of(error.fault), error, {error});
}

Response problem(const Errors& errors) {
  PACELINE_ASSERT(!errors.empty());
  const auto first = std::min_element(errors.begin(), errors.end(), [](const Error& a, const Error& b) {
    return precedence_of(a.fault) < precedence_of(b.fault);
  });
  return answer(status_of(first->fault), *first, errors);
}

Response problem(int status, const Error& error) {
  return answer(status, error, {error});
}

}  // namespace paceline::api
