// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"

#include <cstdio>

#include "api/forms/problem.h"
#include "cli/meaning.h"
#include "cli/text.h"

namespace paceline::cli {
namespace {

void say(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

void say_fault(const std::string& code, const std::string& where, const std::string& detail) {
  const std::string name = where.empty() ? code : code + " at " + where;
  const std::string_view meaning = meaning_of(code);
  std::string line = "paceline: " + (meaning.empty() ? name : std::string(meaning) + " (" + name + ")");
  if (!detail.empty()) line += ": " + detail;
  say(stderr, line + "\n");
}

}  // namespace

int exit_code_of(Fault fault) {
  switch (fault) {
    case Fault::invalid: return 3;
    case Fault::not_found: return 4;
    case Fault::conflict: return 5;
    case Fault::unauthenticated:
    case Fault::forbidden: return 6;
    case Fault::too_many:
    case Fault::unavailable: return 7;
  }
  return 7;
}

int exit_code_of_status(int status) {
  switch (status) {
    case 401:
    case 403: return exit_code_of(Fault::forbidden);
    case 404: return exit_code_of(Fault::not_found);
    case 409: return exit_code_of(Fault::conflict);
    default: break;
  }
  if (status < 400) return kOk;
  return exit_code_of(status < 500 && status != 429 ? Fault::invalid : Fault::unavailable);
}

void print(bool as_json, std::string_view json) {
  say(stdout, as_json ? std::string(json) + "\n" : text_of(json));
  std::fflush(stdout);
}

void write_bytes(std::string_view bytes) {
  say(stdout, bytes);
  std::fflush(stdout);
}

int refuse(const Error& error) {
  return refuse(Errors{error});
}

int refuse(const Errors& errors) {
  for (const Error& error : errors) say_fault(error.code, error.field, error.detail);
  return exit_code_of(errors.front().fault);
}

int answer(bool as_json, const Result<api::Response>& response) {
  if (!response) return refuse(response.error());
  if (response->status < 400) {
    print(as_json, response->body.empty() ? "{}" : response->body);
    return kOk;
  }
  if (const auto problem = json::read<api::form::Problem>(response->body)) {
    for (const auto& fault : problem->faults) say_fault(fault.code, fault.pointer, fault.detail);
    if (problem->faults.empty()) say_fault(problem->code, {}, problem->detail);
  } else {
    say_fault("server.answer_malformed", {}, response->body);
  }
  return exit_code_of_status(response->status);
}

}  // namespace paceline::cli
