// SPDX-License-Identifier: Apache-2.0
// The two things that people add to a period report: the verdict, by a named person, and that they have seen it.
//
// Neither changes the report. Each is a row of its own with who and when; the latest decision is the verdict.
#pragma once

#include "app/actor.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

struct DecisionDraft {
  Verdict verdict = Verdict::met;
  std::optional<Excuse> excuse;
  std::optional<std::string> note;
};

/// Returns every fault: invalid "report.excuse.missing" (excused without one), "report.excuse.not_allowed" (of another
/// verdict), "report.note.missing" (an earlier decision is replaced without saying why), "report.text.not_allowed";
/// forbidden "report.person_missing": the system decides nothing.
[[nodiscard]] Checked<ReportDecision> decide_report(const Actor& actor, const PeriodReport& report,
                                                    const DecisionDraft& draft, Instant now, Ids& ids, Stores& stores);

/// `side`: whom the actor answers for. Returns invalid "report.text.not_allowed", forbidden "report.person_missing".
[[nodiscard]] Checked<Acknowledgement> acknowledge_report(const Actor& actor, const PeriodReport& report, Side side,
                                                          const std::optional<std::string>& remark, Instant now,
                                                          Ids& ids, Stores& stores);

inline constexpr std::size_t kLongestReportText = 500;

/// The latest decision, or what the report proposes.
[[nodiscard]] Verdict verdict_of(const PeriodReport& report, const std::vector<ReportDecision>& decisions);

}  // namespace paceline
