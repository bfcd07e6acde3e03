// SPDX-License-Identifier: Apache-2.0
// A case file: what somebody does with the program, and what it answers. tests/cases/README.md shows one.
//
//   Prose: the lines up to the first empty one say what the case claims.
//   # a remark
//   INCLUDE company.part              the lines of another file, found from tests/cases
//   FILE name … END                   writes the lines between into that file of the case's own folder
//     *N TEXT                         there: N lines, `%` in each being 1 to N
//   FILE name FROM docs/PAGE.md       writes the first example in JSON of that document
//   $ paceline ARGUMENTS | WANTED     runs the program there; with WANTED in JSON (projection.h)
//   > GET PATH as TOKEN | WANTED      asks the server (SERVE)
//   > POST PATH FILE as TOKEN key KEY | WANTED      DELETE alike; `as` and `key` may be left out
//   = GET PATH as TOKEN               the same WANTED of this answer must equal the output of the step before
//   expected output, line by line, up to an empty line
//   ! line of standard error          its code and place: a detail after ": " may follow; `! ...` is any more lines
//   -> N                              exit code, 0 without; of HTTP the status, any 2xx without
//   NAME := PATH                      keeps a member of the last answer as ${NAME}
//   SERVE ARGUMENTS | WANTED          starts the server and looks at its first line; sets ${URL} and ${PORT}
//   STOP                              ends it; so does the end of the case
//   SQL STATEMENT                     changes the database behind the program's back
#pragma once

#include <string>
#include <vector>

namespace paceline::cases {

enum class StepKind { file, command, http, same_http, keep, serve, stop, sql };

struct Step {
  StepKind kind = StepKind::file;
  int line = 0;
  std::string words;   ///< arguments, request, statement, the name of a file or of what is kept
  std::string text;    ///< of a file, or the path of what is kept
  std::string wanted;  ///< the projection; empty: the output as it is
  std::vector<std::string> output;
  std::vector<std::string> messages;
  int code = 0;  ///< 0: all went well
};

struct Case {
  std::string prose;
  std::vector<Step> steps;
};

/// Throws with the line's number at a line that means nothing.
[[nodiscard]] Case read_case(const std::string& path, const std::string& cases_folder);

}  // namespace paceline::cases
